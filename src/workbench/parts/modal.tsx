import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { WORKBENCH } from '../../words/pages/workbench.ts';

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
    const own = dialog.current;
    own?.showModal();
    return () => {
      // Gives the focus back; an open one would keep all else out of reach until it is gone.
      own?.close();
      // What had the focus may be gone, or behind a closed button.
      if (document.activeElement === null || document.activeElement === document.body)
        document.querySelector<HTMLElement>('.frame .field')?.focus({ preventScroll: true });
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
