import type { Actual } from './indicator.ts';
import type { TaskEntry } from './task.ts';

/** The rows of one period by the `Mã` they are about. */
export type RowsById<Row> = ReadonlyMap<string, Row>;

/** The figures typed in a period, by indicator. */
export const actualsIn = indexed<Actual>(({ indicator }) => indicator);

/** What was typed of the tasks in a period, by task. */
export const entriesIn = indexed<TaskEntry>(({ task }) => task);

/** Sorts a list of rows once, however often it is asked: rows once read never change, so a large plan costs no search per row. */
function indexed<Row extends { readonly period: string }>(idOf: (row: Row) => string) {
  const known = new WeakMap<readonly Row[], ReadonlyMap<string, RowsById<Row>>>();
  return (rows: readonly Row[], period: string): RowsById<Row> => {
    const periods = known.get(rows) ?? byPeriod(rows, idOf);
    known.set(rows, periods);
    return periods.get(period) ?? new Map();
  };
}

function byPeriod<Row extends { readonly period: string }>(rows: readonly Row[], idOf: (row: Row) => string) {
  const periods = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const mine = periods.get(row.period) ?? new Map<string, Row>();
    if (!mine.has(idOf(row))) mine.set(idOf(row), row);
    periods.set(row.period, mine);
  }
  return periods;
}
