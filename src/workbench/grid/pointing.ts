import type { TargetedMouseEvent, TargetedPointerEvent } from 'preact';
import type { Sheet, Spot } from '../sheet.ts';
import { type Store, select } from '../store.ts';

type Parts = {
  readonly store: Store;
  readonly sheet: Sheet;
  readonly commit: () => void;
  readonly begin: () => void;
  readonly take: () => void;
};

/** Selecting with the mouse or a finger: cells, and whole lines and columns by their number or letter. */
export function pointing({ store, sheet, commit, begin, take }: Parts) {
  return {
    onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => {
      const hit = hitBy(event.target);
      if (hit === null || event.button !== 0) return;
      const { active, anchor } = store.get().selection;
      const isActive = hit.row === active.row && hit.column === active.column;
      // A press into the open field sets its caret.
      if (isActive && (event.target as HTMLElement).closest('.field:not(.ready)') !== null) return;
      event.preventDefault();
      commit();
      take();
      const [to, from] = span(sheet, hit);
      select(store, to, event.shiftKey ? anchor : from);
      if (isActive) focusField(event.currentTarget);
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => {
      if (event.buttons !== 1 || event.pointerType === 'touch') return;
      const hit = hitBy(event.target);
      const { active, anchor } = store.get().selection;
      if (hit === null || hit.row < 1 || hit.column < 1 || (hit.row === active.row && hit.column === active.column)) return;
      if ((event.target as HTMLElement).closest('.field:not(.ready)') !== null) return;
      take();
      select(store, hit, anchor);
    },
    onDblClick: (event: TargetedMouseEvent<HTMLElement>) => {
      const hit = hitBy(event.target);
      if (hit !== null && hit.row > 0 && hit.column > 0 && (event.target as HTMLElement).closest('.field:not(.ready)') === null)
        begin();
    },
  };
}

function focusField(frame: HTMLElement): void {
  frame.querySelector<HTMLElement>('.field')?.focus({ preventScroll: true });
}

/** The cell under the pointer; row or column 0 is the line of letters or the column of numbers. */
function hitBy(target: EventTarget | null): Spot | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-c]');
  const line = target.closest<HTMLElement>('[role=row]');
  if (cell === null || line === null) return null;
  return { row: Number(line.dataset['r'] ?? 0), column: Number(cell.dataset['c']) };
}

/** From where to where a press selects: one cell, a line, a column. */
function span(sheet: Sheet, { row, column }: Spot): [Spot, Spot] {
  const to = { row: Math.max(1, row), column: Math.max(1, column) };
  return [to, { row: row === 0 ? sheet.rows : to.row, column: column === 0 ? sheet.columns : to.column }];
}
