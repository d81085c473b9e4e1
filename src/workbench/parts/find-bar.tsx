import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FIND, sayFound, WORKBENCH } from '../../words/pages/workbench.ts';
import { findIn, type Sheet } from '../sheet.ts';
import { aimAt, type Store, select } from '../store.ts';

type Props = {
  readonly sheet: Sheet;
  readonly shown: readonly number[];
  /** The line that is looked at first; what stands above it comes last. */
  readonly from: number | null;
  readonly store: Store;
  readonly onClose: () => void;
};

/** Looks for a text in the lines that are shown; each step selects a cell and leaves the focus here, to go on. */
export function FindBar({ sheet, shown, from, store, onClose }: Props) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  // At once: the next key is already meant for it.
  useLayoutEffect(() => {
    input.current?.focus();
  }, []);
  const found = useMemo(() => {
    const rows = [...Array.from({ length: sheet.frozenRows }, (_, row) => row + 1), ...shown];
    const isLater = (row: number): boolean => from !== null && row >= from;
    return findIn(sheet, text, [...rows.filter(isLater), ...rows.filter((row) => !isLater(row))]);
  }, [sheet, text, shown, from]);
  const go = (to: number) => {
    const spot = found[(to + found.length) % found.length];
    if (spot === undefined) return;
    setAt((to + found.length) % found.length);
    select(store, spot);
  };
  const close = () => {
    onClose();
    aimAt(store, store.get().selection.active);
  };
  return (
    <search
      class="find"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go(at + 1);
        }}
      >
        <label for="find">{FIND.label}</label>
        <input
          id="find"
          ref={input}
          type="text"
          autocomplete="off"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setAt(-1);
          }}
        />
        <button type="button" class="quiet" disabled={found.length === 0} onClick={() => go(at < 0 ? found.length - 1 : at - 1)}>
          {FIND.previous}
        </button>
        <button type="submit" class="quiet" disabled={found.length === 0}>
          {FIND.next}
        </button>
        <span role="status">{text === '' ? '' : sayFound(at + 1, found.length)}</span>
        <button type="button" class="quiet" onClick={close}>
          {WORKBENCH.close}
        </button>
      </form>
    </search>
  );
}
