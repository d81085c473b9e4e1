import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuView } from '../protocol.ts';
import { MenuItems } from './menu-items.tsx';

type Props = {
  readonly caption: string;
  readonly items: readonly MenuView[];
  readonly onRun: (run: string) => void;
  readonly class: string;
};

/** A button that opens a menu, worked as menus are: arrows, Home, End, first letters, Escape; submenus to the right. */
export function MenuButton({ caption, items, onRun, class: name }: Props) {
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open === null) return;
    const away = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(null);
    };
    const blurred = () => setOpen(null);
    document.addEventListener('pointerdown', away);
    // A press into a frame is not heard here, only that the window lost the focus.
    window.addEventListener('blur', blurred);
    return () => {
      document.removeEventListener('pointerdown', away);
      window.removeEventListener('blur', blurred);
    };
  }, [open]);
  const close = () => {
    setOpen(null);
    button.current?.focus();
  };
  const run = (what: string) => {
    close();
    onRun(what);
  };
  return (
    <div class="menu-place" ref={whole}>
      <button
        type="button"
        ref={button}
        class={name}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onClick={() => setOpen(open === null ? 'first' : null)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {caption} <span aria-hidden="true">▾</span>
      </button>
      {open !== null && (
        <MenuItems label={caption} items={items} from={open} onRun={run} onClose={close} onLeave={() => setOpen(null)} />
      )}
    </div>
  );
}
