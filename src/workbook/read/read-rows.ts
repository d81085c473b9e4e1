import { cellAt } from '../core/key.ts';
import { problemIn, type SheetProblem } from '../core/problem.ts';
import type { CellKind, Column, TabSpec, TabTable, TypedTab } from '../core/tab.ts';
import { readerOf, type ValueOf } from './cell-readers.ts';
import type { Cell, CellProblem, CellRead, CellReader } from './cell-reading.ts';
import { headerOf } from './find-columns.ts';
import { filledRows } from './find-table.ts';

type Columns = Readonly<Record<string, Column>>;

/** A row with true values: a cell that is blank, grey or could not be read is its kind's blank. */
export type Row<Of extends Columns> = { readonly [Key in keyof Of]: ValueOf<Of[Key]['kind']> } & { readonly row: number };

/** Problems found on the way, in the order of the cells. */
export type Reading = { readonly locale: string; readonly problems: SheetProblem[] };

/** Grey columns that are read all the same: no other cell says it. */
const TOLD_BY_MACHINE = ['state', 'title'];

/** The rows of a tab in their order; rows whose key is missing or doubled are left out. Bad cells go to `reading.problems`. */
export function readRows<Of extends Columns>(spec: TypedTab<Of>, table: TabTable | undefined, reading: Reading): Row<Of>[] {
  if (table === undefined) return [];
  const blank = blankRow(spec.columns);
  const columns = columnsRead(spec, table, reading.locale);
  const numbers = rowNumbers(table);
  const rows: Record<string, unknown>[] = [];
  for (let from = 0; from < numbers.length; from += BLOCK) {
    const block = numbers.slice(from, from + BLOCK).map((row): Record<string, unknown> => ({ ...blank, row }));
    const found = columns.flatMap((column) => readColumn(table, block, column));
    // Column by column they were found, row by row they are told.
    for (const problem of found.sort((one, other) => (one.at?.row ?? 0) - (other.at?.row ?? 0))) reading.problems.push(problem);
    for (const cells of block) rows.push(cells);
  }
  // Each value comes from the reader of its column in `Of`; no type can say so.
  return rows as Row<Of>[];
}

/** Rows that lie together are read together, so that the processor has them at hand for each of their columns. */
const BLOCK = 256;

/** A column as far as it was read: its last cell, and what that turned out to hold. */
type ReadColumn = {
  readonly key: string;
  readonly at: number;
  readonly reader: CellReader<unknown>;
  last: Cell;
  read: CellRead<unknown> | null;
};

function columnsRead(spec: TabSpec, { columns }: TabTable, locale: string): ReadColumn[] {
  return Object.entries(spec.columns)
    .filter(([key]) => columns.has(key) && isTold(spec, key))
    .map(([key, { kind }]) => ({
      key,
      at: (columns.get(key) ?? 0) - 1,
      reader: readerOf(kind),
      last: { value: '', format: '', locale },
      read: null,
    }));
}

/**
 * Reads one column into the rows, which hold its blank so far, and gives what is wrong there. One plain loop, because each execution
 * begins without what the engine learnt of the last. A blank cell is not parsed, nor is one that repeats the cell above it.
 */
function readColumn(table: TabTable, rows: readonly Record<string, unknown>[], column: ReadColumn): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const { values, formats } = table.raw;
  const { key, at, reader } = column;
  let { last, read } = column;
  for (const cells of rows) {
    const row = cells['row'] as number;
    const value = values[row - 1]?.[at] ?? '';
    if (value === '') continue;
    const format = formats[row - 1]?.[at] ?? '';
    if (read === null || last.value !== value || last.format !== format) {
      last = { value, format, locale: last.locale };
      read = reader.read(last);
    }
    if (read.ok) cells[key] = read.value;
    // A bad cell is told each time.
    else problems.push(rowProblem(table, { row, key }, read.problem));
  }
  Object.assign(column, { last, read });
  return problems;
}

const blankRows = new WeakMap<Columns, Readonly<Record<string, unknown>>>();

/** A row of blank cells, each its kind's blank; made once. */
function blankRow(columns: Columns): Readonly<Record<string, unknown>> {
  const blank =
    blankRows.get(columns) ??
    Object.fromEntries([['row', 0], ...Object.entries(columns).map(([key, { kind }]) => [key, readerOf(kind).blank])]);
  blankRows.set(columns, blank);
  return blank;
}

/** One cell by its column key, for columns that the tab's description does not name (the years); bad = problem and `null`. */
export function readCellOf<Kind extends CellKind>(
  table: TabTable,
  at: { readonly row: number; readonly key: string; readonly kind: Kind },
  reading: Reading,
): ValueOf<Kind> | null {
  const read = readerOf(at.kind).read(readCell(table, { ...at, locale: reading.locale }));
  if (!read.ok) reading.problems.push(rowProblem(table, at, read.problem));
  // As in `readRows`: the reader of a kind gives that kind's value.
  return read.ok ? (read.value as ValueOf<Kind>) : null;
}

/** A problem that only the row's reader can see, in one of its columns. */
export function rowProblem(
  table: TabTable,
  { row, key }: { readonly row: number; readonly key: string },
  { code, facts }: CellProblem,
): SheetProblem {
  const column = table.columns.get(key) ?? 1;
  return problemIn(table.raw, { row, column }, { code, facts: { header: headerOf(table.spec, key), ...facts } });
}

/** What the machine concludes is derived again, never read back; so a foreign word there is nobody's mistake. */
function isTold(spec: TabSpec, key: string): boolean {
  const isOurs = spec.columns[key]?.by === 'machine' && spec.group !== 'hidden';
  return !isOurs || spec.rowKey.includes(key) || TOLD_BY_MACHINE.includes(key);
}

function rowNumbers(table: TabTable): number[] {
  return table.spec.rowKey.length === 0 ? filledRows(table) : [...table.rows.values()].sort((left, right) => left - right);
}

function readCell({ raw, columns }: TabTable, at: { row: number; key: string; locale: string }): Cell {
  const column = columns.get(at.key) ?? 0;
  const format = raw.formats[at.row - 1]?.[column - 1] ?? '';
  return { value: cellAt(raw, at.row, column), format, locale: at.locale };
}
