import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sayMore } from '../words/sidebar.ts';

const SHOWN_FIRST = 8;

/** A list that shows its first items and the rest when asked. */
export function LongList<Item>({ items, children }: { items: readonly Item[]; children: (item: Item) => ComponentChildren }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, SHOWN_FIRST);
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
