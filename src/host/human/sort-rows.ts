import { claimRow } from '../../xlsx/areas.ts';
import type { CellModel, SheetModel } from '../../xlsx/model.ts';
import type { Undo } from './contents.ts';

export type Sorting = { readonly from: number; readonly to: number; readonly column: number; readonly descending: boolean };

/**
 * Sorts whole rows by one column as Google does: numbers before texts before truth values, blanks last either way. Cells go with
 * their styles; validations, painted rules and protections are the places' own and stay.
 */
export function sortRows(sheet: SheetModel, by: Sorting): Undo {
  const rows = rowsOf(by);
  const order = sortedRows(sheet, by);
  permute(sheet, rows, order);
  return () => permute(sheet, order, rows);
}

/** The numbers of the rows in the order in which sorting puts them. */
export function sortedRows(sheet: SheetModel, by: Sorting): number[] {
  const value = (row: number): CellModel['value'] => sheet.cells.get(row)?.get(by.column)?.value ?? '';
  return rowsOf(by).sort((a, b) => compare(value(a), value(b), by.descending) || a - b);
}

const rowsOf = ({ from, to }: Sorting): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The row that stood at `sources[i]` comes to stand at `targets[i]`. */
function permute(sheet: SheetModel, targets: readonly number[], sources: readonly number[]): void {
  for (const row of sources) claimRow(sheet, row);
  const lines = sources.map((row) => sheet.cells.get(row));
  for (const row of sources) sheet.cells.delete(row);
  for (const [i, line] of lines.entries()) {
    const row = targets[i];
    if (line !== undefined && row !== undefined) sheet.cells.set(row, line);
  }
}

const rank = (value: CellModel['value']): number => ['number', 'string', 'boolean'].indexOf(typeof value);

function compare(a: CellModel['value'], b: CellModel['value'], descending: boolean): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const upward = rank(a) - rank(b) || within(a, b);
  return descending ? -upward : upward;
}

function within(a: CellModel['value'], b: CellModel['value']): number {
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'vi') : Number(a) - Number(b);
}
