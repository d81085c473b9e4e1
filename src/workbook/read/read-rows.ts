import * as z from 'zod/mini';
import { SHEET_PROBLEM_SEVERITY, type SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import { cellAt } from '../core/key.ts';
import { problemIn, type SheetProblem } from '../core/problem.ts';
import type { CellKind, Column, TabSpec, TabTable, TypedTab } from '../core/tab.ts';
import type { Cell } from './cell-reading.ts';
import { BLANK_CELL, schemaOf, type ValueOf } from './cell-schemas.ts';
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
  const keys = Object.keys(spec.columns).filter((key) => table.columns.has(key) && isTold(spec, key));
  const schema = rowSchema(spec.columns);
  const blank = Object.fromEntries(Object.keys(spec.columns).map((key) => [key, BLANK_CELL]));
  return rowNumbers(table).map((row) => {
    const cells: Record<string, Cell> = { ...blank };
    for (const key of keys) cells[key] = readCell(table, { row, key, locale: reading.locale });
    const read = schema.safeParse(cells);
    for (const issue of read.error?.issues ?? []) {
      const key = String(issue.path[0]);
      reading.problems.push(problemOf(table, { row, key }, issue));
      cells[key] = BLANK_CELL;
    }
    // The schema is made from the columns of `Of` one by one, so its output has their types; no type can say so.
    return { ...(read.success ? read.data : schema.parse(cells)), row } as Row<Of>;
  });
}

const schemas = new WeakMap<Columns, ReturnType<typeof makeSchema>>();

/** The schema of a tab's rows, made once: a mail run reads its ledger again for each mail. */
function rowSchema(columns: Columns): ReturnType<typeof makeSchema> {
  const schema = schemas.get(columns) ?? makeSchema(columns);
  schemas.set(columns, schema);
  return schema;
}

function makeSchema(columns: Columns) {
  return z.object(Object.fromEntries(Object.entries(columns).map(([key, { kind }]) => [key, schemaOf(kind)])));
}

/** One cell by its column key, for columns that the tab's description does not name (the years); bad = problem and `null`. */
export function readCellOf<Kind extends CellKind>(
  table: TabTable,
  at: { readonly row: number; readonly key: string; readonly kind: Kind },
  reading: Reading,
): ValueOf<Kind> | null {
  const read = schemaOf(at.kind).safeParse(readCell(table, { ...at, locale: reading.locale }));
  for (const issue of read.error?.issues ?? []) reading.problems.push(problemOf(table, at, issue));
  // As in `readRows`: the schema of a kind gives that kind's value.
  return read.success ? (read.data as ValueOf<Kind>) : null;
}

/** A problem that only the row's reader can see, in one of its columns. */
export function rowProblem(
  table: TabTable,
  { row, key }: { readonly row: number; readonly key: string },
  { code, facts }: Pick<SheetProblem, 'code' | 'facts'>,
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

type Issue = { readonly message: string; readonly params?: Record<string, unknown> | undefined };

function problemOf(table: TabTable, at: { row: number; key: string }, issue: object & { message: string }): SheetProblem {
  const { message, params = {} }: Issue = issue;
  const facts = Object.fromEntries(
    Object.entries(params).flatMap(([name, fact]) =>
      typeof fact === 'string' || typeof fact === 'number' ? [[name, fact]] : [],
    ),
  );
  const code = isProblemCode(message) ? message : 'error-in-cell';
  return rowProblem(table, at, { code, facts });
}

function isProblemCode(text: string): text is SheetProblemCode {
  return text in SHEET_PROBLEM_SEVERITY;
}
