import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sayMore } from '../../words/pages/sidebar.ts';

const SHOWN_FIRST = 8;

type Props<Item> = { items: readonly Item[]; first?: number | undefined; children: (item: Item) => ComponentChildren };

/** A list that shows its first items and the rest when asked. */
export function LongList<Item>({ items, first = SHOWN_FIRST, children }: Props<Item>) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, first);
  return (
    <>
      <ul>
        {shown.map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" class="quiet" onClick={() => setWhole(true)}>
          {sayMore(items.length - shown.length)}
        </button>
      )}
    </>
  );
}
