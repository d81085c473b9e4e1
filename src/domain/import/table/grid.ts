import type { Cell, Table } from '../document.ts';

/** A table whose merged cells answer wherever they reach. */
export type Grid = {
  readonly table: Table;
  /** The cell that covers a place, or `null`. */
  at(row: number, column: number): Cell | null;
  /** The cells that begin in a row, from left to right. */
  startingIn(row: number): readonly Cell[];
};

/** Spans beyond this are a slip of the file; no plan has them. */
const MOST_PLACES = 2_000_000;

export function gridOf(table: Table): Grid {
  const places = new Map<number, Cell>();
  const starts = new Map<number, Cell[]>();
  const width = Math.max(table.columns, 1);
  for (const cell of table.cells) {
    starts.set(cell.row, [...(starts.get(cell.row) ?? []), cell]);
    for (let row = cell.row; row < cell.row + cell.rows && places.size < MOST_PLACES; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columns; column += 1) places.set(row * width + column, cell);
    }
  }
  return {
    table,
    at: (row, column) => places.get(row * width + column) ?? null,
    startingIn: (row) => (starts.get(row) ?? []).sort((one, other) => one.column - other.column),
  };
}
