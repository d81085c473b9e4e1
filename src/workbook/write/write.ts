import { type Block, type CellValue, LONGEST_TEXT } from '../core/cell.ts';
import { cellAt, joinKey } from '../core/key.ts';
import type { RowEdit, TabTable } from '../core/tab.ts';

/** `allowOffice`: for the few actions in which a person writes through us. */
export type WriteOptions = { readonly allowOffice?: boolean };

/** The 1-based row with this key, or `null` when there is none or more than one. */
export function rowOf(table: TabTable, key: readonly string[]): number | null {
  return table.rows.get(joinKey(key)) ?? null;
}

/**
 * The blocks that make rows of a table say what they should: one rectangle per run of neighbouring grey columns, from the
 * first to the last row that changes, so that their number does not grow with the rows. What lies between is written as it
 * stands. Columns of the office, columns whose header is missing or doubled and rows without a unique key are not changed.
 */
export function rowBlocks(table: TabTable, edits: readonly RowEdit[], options: WriteOptions = {}): Block[] {
  const known = new Set(table.rows.values());
  const wanted = table.spec.rowKey.length === 0 ? edits : edits.filter(({ row }) => known.has(row));
  return runsOf(writableColumns(table, options)).flatMap((run) => blockOf(table, run, wanted));
}

/** Writes new rows under the last one; nothing into a tab that lacks a key column. */
export function appendRows(table: TabTable, rows: readonly Readonly<Record<string, CellValue>>[]): Block[] {
  if (rows.length === 0 || !table.spec.rowKey.every((key) => table.columns.has(key))) return [];
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  const places = [...table.columns].filter(([key]) => keys.has(key)).map(([key, column]) => ({ key, column }));
  return runsOf(places).map((run) => ({
    sheetId: table.raw.sheetId,
    row: table.lastRow + 1,
    column: run[0]?.column ?? 1,
    values: rows.map((row) => run.map(({ key }) => fitted(row[key] ?? ''))),
  }));
}

/** Whether two cells hold the same. */
export function sameCell(left: CellValue, right: CellValue): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return left.day === right.day && left.minutes === right.minutes;
}

/**
 * A sentence about a very long text may be longer than a cell: one that does not fit would stop the whole write. One character
 * is kept free for the apostrophe that may have to go in front, and no pair is cut in half.
 */
export function fittedText(text: string): string {
  if (text.length < LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - 2).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** A cell's value, so that it can be written. */
export function fitted(value: CellValue): CellValue {
  return typeof value === 'string' ? fittedText(value) : value;
}

type ColumnPlace = { readonly key: string; readonly column: number };

function writableColumns({ spec, columns }: TabTable, { allowOffice = false }: WriteOptions): ColumnPlace[] {
  const isOurs = (key: string): boolean => spec.columns[key]?.by === 'machine' && !spec.rowKey.includes(key);
  return [...columns].filter(([key]) => allowOffice || isOurs(key)).map(([key, column]) => ({ key, column }));
}

/** Places in the order of their columns, cut where a column of another lies between. */
function runsOf(places: readonly ColumnPlace[]): ColumnPlace[][] {
  const runs: ColumnPlace[][] = [];
  for (const place of [...places].sort((left, right) => left.column - right.column)) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1]?.column === place.column - 1) run.push(place);
    else runs.push([place]);
  }
  return runs;
}

/** The part of the run that changes, as one rectangle; nothing when nothing differs. */
function blockOf(table: TabTable, run: readonly ColumnPlace[], edits: readonly RowEdit[]): Block[] {
  const { raw } = table;
  const changed = new Map<number, Map<number, CellValue>>();
  for (const { row, values } of edits) {
    for (const { key, column } of run) {
      const value = fitted(values[key] ?? '');
      if (values[key] === undefined || sameCell(value, cellAt(raw, row, column))) continue;
      changed.set(row, (changed.get(row) ?? new Map<number, CellValue>()).set(column, value));
    }
  }
  if (changed.size === 0) return [];
  const touched = [...changed.values()].flatMap((cells) => [...cells.keys()]);
  const [top, bottom] = extent([...changed.keys()]);
  const [left, right] = extent(touched);
  const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  const values = rows.map((row) => columns.map((column) => changed.get(row)?.get(column) ?? fitted(cellAt(raw, row, column))));
  return [{ sheetId: raw.sheetId, row: top, column: left, values }];
}

/** Least and greatest, without spreading thousands of arguments. */
function extent(numbers: readonly number[]): readonly [number, number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, most], number) => [Math.min(least, number), Math.max(most, number)],
    [Number.MAX_SAFE_INTEGER, 0],
  );
}
