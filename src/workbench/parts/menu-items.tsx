import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MenuView } from '../protocol.ts';

type Props = {
  readonly label: string;
  readonly items: readonly MenuView[];
  /** Which item has the focus when it opens. */
  readonly from: 'first' | 'last';
  readonly onRun: (run: string) => void;
  readonly onClose: () => void;
  /** Tab goes on in the page; the menu closes behind it. */
  readonly onLeave: () => void;
  readonly inner?: boolean;
};

/** An open menu. Arrows, Home, End and first letters move in it; a submenu opens beside its item. */
export function MenuItems(props: Props) {
  const { label, items, from } = props;
  const list = useRef<HTMLDivElement>(null);
  const [sub, setSub] = useState<number | null>(null);
  const own = () => ownItems(list.current);
  useLayoutEffect(() => {
    const all = own();
    all[from === 'first' ? 0 : all.length - 1]?.focus();
  }, []);
  const backTo = (at: number) => {
    setSub(null);
    own()
      .find((one) => one.dataset['sub'] === String(at))
      ?.focus();
  };
  return (
    <div role="menu" aria-label={label} class="menu" ref={list} onKeyDown={(event) => onKey(event, { ...props, own, setSub })}>
      {items.map((item, at) => {
        const key = `${item.caption} ${at}`;
        if (item.items.length > 0) {
          return (
            <div class="sub" key={key} role="none">
              <Item sub={at} open={sub === at} onPress={() => setSub(sub === at ? null : at)}>
                {item.caption} <span aria-hidden="true">▸</span>
              </Item>
              {sub === at && (
                <MenuItems {...props} label={item.caption} items={item.items} from="first" inner onClose={() => backTo(at)} />
              )}
            </div>
          );
        }
        const { run } = item;
        if (run === null) return <hr key={key} />;
        return (
          <Item key={key} onPress={() => props.onRun(run)}>
            {item.caption}
          </Item>
        );
      })}
    </div>
  );
}

const ownItems = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>(':scope > [role=menuitem], :scope > .sub > [role=menuitem]') ?? []),
];

type ItemProps = { sub?: number; open?: boolean; onPress: () => void; children: ComponentChildren };

function Item({ sub, open, onPress, children }: ItemProps) {
  const more = sub === undefined ? {} : { 'aria-haspopup': 'menu' as const, 'aria-expanded': open === true, 'data-sub': sub };
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onPress} {...more}>
      {children}
    </button>
  );
}

type Keys = Props & { readonly own: () => HTMLElement[]; readonly setSub: (at: number) => void };

function onKey(event: TargetedKeyboardEvent<HTMLElement>, { own, setSub, onClose, onLeave, inner }: Keys): void {
  // Tab goes its own way.
  if (event.key === 'Tab') {
    onLeave();
    return;
  }
  const all = own();
  const active = document.activeElement;
  const at = all.indexOf(active as HTMLElement);
  const to = stepTo(event.key, at, all);
  const sub = all[at]?.dataset['sub'];
  if (to !== null) all[to]?.focus();
  else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && inner === true)) onClose();
  else if (event.key === 'ArrowRight' && sub !== undefined) setSub(Number(sub));
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The item that a key leads to: the next, the first, the one that begins with this letter. */
function stepTo(key: string, at: number, all: readonly HTMLElement[]): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const step = steps[key];
  if (step !== undefined) return (step + all.length) % all.length;
  if (key.length !== 1 || key === ' ') return null;
  const begins = (one: HTMLElement | undefined) => one?.textContent?.toLowerCase().startsWith(key.toLowerCase()) === true;
  const found = all.findIndex((_, further) => begins(all[(at + 1 + further) % all.length]));
  return found < 0 ? null : (at + 1 + found) % all.length;
}
