import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuView } from './protocol.ts';

type Props = {
  readonly caption: string;
  readonly items: readonly MenuView[];
  readonly onRun: (run: string) => void;
  readonly class?: string;
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
    <div class={`menu-place ${name ?? ''}`} ref={whole}>
      <button
        type="button"
        ref={button}
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
      {open !== null && <Items label={caption} items={items} from={open} onRun={run} onClose={close} onLeave={() => setOpen(null)} />}
    </div>
  );
}

type ItemsProps = {
  readonly label: string;
  readonly items: readonly MenuView[];
  readonly from: 'first' | 'last';
  readonly onRun: (run: string) => void;
  readonly onClose: () => void;
  /** Tab goes on in the page; the menu closes behind it. */
  readonly onLeave: () => void;
  readonly inner?: boolean;
};

function Items({ label, items, from, onRun, onClose, onLeave, inner = false }: ItemsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [sub, setSub] = useState<number | null>(null);
  const own = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > [role=menuitem], :scope > .sub > [role=menuitem]') ?? [])];
  useEffect(() => {
    const all = own();
    all[from === 'first' ? 0 : all.length - 1]?.focus();
  }, []);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const all = own();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = stepTo(event.key, at, all);
    if (to !== null) all[to]?.focus();
    else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && inner)) onClose();
    else if (event.key === 'Tab') {
      onLeave();
      return;
    } else if (event.key === 'ArrowRight') (document.activeElement as HTMLElement).dataset['sub'] && setSub(Number((document.activeElement as HTMLElement).dataset['sub']));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="menu" aria-label={label} class="menu" ref={list} onKeyDown={onKeyDown}>
      {items.map((item, at) => {
        if (item.items.length > 0) {
          const toggle = () => setSub(sub === at ? null : at);
          return (
            <div class="sub" key={item.caption} role="none">
              <Item sub={at} open={sub === at} onPress={toggle}>
                {item.caption} <span aria-hidden="true">▸</span>
              </Item>
              {sub === at && (
                <Items
                  label={item.caption}
                  items={item.items}
                  from="first"
                  inner
                  onRun={onRun}
                  onLeave={onLeave}
                  onClose={() => {
                    setSub(null);
                    own().find((one) => one.dataset['sub'] === String(at))?.focus();
                  }}
                />
              )}
            </div>
          );
        }
        const { run } = item;
        // biome-ignore lint/suspicious/noArrayIndexKey: separators have nothing else to tell them apart
        return run === null ? <hr key={at} /> : <Item key={run} onPress={() => onRun(run)}>{item.caption}</Item>;
      })}
    </div>
  );
}

type ItemProps = { sub?: number; open?: boolean; onPress: () => void; children: ComponentChildren };

function Item({ sub, open, onPress, children }: ItemProps) {
  const more = sub === undefined ? {} : { 'aria-haspopup': 'menu' as const, 'aria-expanded': open === true, 'data-sub': sub };
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onPress} {...more}>
      {children}
    </button>
  );
}

/** The item that a key leads to: the next, the first, the one that begins with this letter. */
function stepTo(key: string, at: number, all: readonly HTMLElement[]): number | null {
  if (key === 'ArrowDown') return (at + 1) % all.length;
  if (key === 'ArrowUp') return (at - 1 + all.length) % all.length;
  if (key === 'Home') return 0;
  if (key === 'End') return all.length - 1;
  if (key.length !== 1 || key === ' ') return null;
  const begins = (one: HTMLElement | undefined) => one?.textContent?.toLowerCase().startsWith(key.toLowerCase()) === true;
  const found = all.findIndex((_, step) => begins(all[(at + 1 + step) % all.length]));
  return found < 0 ? null : (at + 1 + found) % all.length;
}
