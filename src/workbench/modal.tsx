import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { WORKBENCH } from '../words/workbench.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly class?: string;
  /** Width and height of what is inside, in pixels. */
  readonly size?: { readonly width: number | null; readonly height: number | null };
  /** False where one of its own buttons must be pressed. */
  readonly closable?: boolean;
  readonly children: ComponentChildren;
};

/** A window over the page, which keeps the focus until it is closed and then gives it back. */
export function Modal({ title, onClose, class: name, size, closable = true, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      else document.querySelector<HTMLElement>('.frame .field')?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={name}
      aria-labelledby={id}
      style={size?.width == null ? undefined : { width: `${size.width}px` }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        {closable && (
          <button type="button" class="quiet" onClick={onClose}>
            {WORKBENCH.close}
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}
