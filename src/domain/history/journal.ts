import type { Day } from '../core/day.ts';

/** What `Nhật ký` records, because nothing could compute it again (docs/rules.md#the-workbook). */
export const OPERATIONS = [
  'set-up',
  'drop-tab',
  'adopt',
  'upgrade',
  'import',
  'add-tab',
  'record',
  'roll-over',
  'open-period',
  'close-period',
  'reopen-period',
  'mark-sent',
  'reconcile',
  'confirm',
  'restore',
  'enter',
  'feed',
  'draft',
  'appraise',
  'plan-change',
  'late-change',
  'undo',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One row of `Nhật ký`; `operation` is `null` for an unknown word. */
export type LogRow = {
  readonly row: number;
  readonly at: { readonly day: Day; readonly minutes: number } | null;
  readonly who: string;
  readonly operation: Operation | null;
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
};

/** What a run did in one go: rows of the same operation, person and minute that stand together. */
export type LogGroup = readonly [LogRow, ...LogRow[]];

/** Found differences are the log of other people's edits, a comparison changes nothing, and what a register counts follows it: there is nothing to undo. */
const FOUND: readonly (Operation | null)[] = ['plan-change', 'late-change', 'reconcile', 'feed', null];

/** A comparison of a finished report with the workbook that the clerk kept; `version`: of the report it was, `null` where none was known. */
export type Reconciliation = { readonly day: Day; readonly version: number | null; readonly summary: string };

/**
 * The kept comparisons of a period's reports that the review of one edition can tell, oldest first: those of versions before it, and those
 * of no known version made on days before it. What is compared later does not change a review that was made.
 */
export function reconciliationsBefore(
  log: readonly LogRow[],
  period: string,
  edition: { readonly version: number; readonly madeOn: Day },
): Reconciliation[] {
  const kept = log.filter(({ operation, place }) => operation === 'reconcile' && place === period);
  return kept.flatMap(({ at, before, after }): Reconciliation[] => {
    const version = /^\d+$/u.test(before) ? Number(before) : null;
    const isBefore = at !== null && (version === null ? at.day < edition.madeOn : version < edition.version);
    return at !== null && isBefore ? [{ day: at.day, version, summary: after }] : [];
  });
}

/** What was done and not undone, oldest first. */
export function standingGroups(log: readonly LogRow[]): LogGroup[] {
  const groups: [LogRow, ...LogRow[]][] = [];
  for (const row of log.filter(({ operation }) => !FOUND.includes(operation))) {
    const last = groups[groups.length - 1];
    if (row.operation === 'undo') groups.pop();
    else if (last !== undefined && isSameGo(last[0], row) && !last.some(({ place }) => place === row.place)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** The last operation on one place that was not undone, or `null`. */
export function lastOperationOn(log: readonly LogRow[], place: string): LogRow | null {
  const rows = standingGroups(log)
    .flat()
    .filter((row) => row.place === place);
  return rows[rows.length - 1] ?? null;
}

function isSameGo(one: LogRow, other: LogRow): boolean {
  const isSameMinute = one.at?.day === other.at?.day && one.at?.minutes === other.at?.minutes;
  return isSameMinute && one.operation === other.operation && one.who === other.who;
}
