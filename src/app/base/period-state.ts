import type { Day } from '../../domain/core/day.ts';
import { lastOperationOn, type Operation } from '../../domain/history/journal.ts';
import { byEnd, periodBeingEntered } from '../../domain/period/calendar.ts';
import { isClosed, type Period, type PeriodState } from '../../domain/period/period.ts';
import { PERIOD_STATE_LABELS } from '../../words/core/labels.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { rowBlocks, rowOf } from '../../workbook/write/write.ts';
import { journalBlocks } from './journal.ts';
import { tableOf } from './open-book.ts';
import type { Ports } from './ports.ts';

/** The closed period that ended last. */
export function lastClosed(periods: readonly Period[]): Period | null {
  return byEnd(periods).filter(isClosed).pop() ?? null;
}

/** Writes the state into the period's row of `Kỳ báo cáo`. */
export function stateBlocks(book: Book, period: Period, state: PeriodState): Block[] {
  const table = tableOf(book, 'periods');
  const row = rowOf(table, [period.name]);
  return row === null ? [] : rowBlocks(table, [{ row, values: { state: PERIOD_STATE_LABELS[state] } }]);
}

type Step = { readonly operation: Operation; readonly to: PeriodState; readonly note: string };

/**
 * A step in a period's life: the log first, the state last, because the state is what tells that all before it was written. A
 * run that was cut between the two is finished by the next one, which logs nothing twice.
 */
export function stepBlocks(
  ports: Ports,
  book: Book,
  { period, operation, to, note }: Step & { readonly period: Period },
): Block[] {
  const before = PERIOD_STATE_LABELS[period.state];
  const entry = { operation, place: period.name, before, after: PERIOD_STATE_LABELS[to], note };
  return [...(isHalfDone(book, period, operation) ? [] : journalBlocks(ports, book, [entry])), ...stateBlocks(book, period, to)];
}

/** Whether the log already says it although the state does not. */
export function isHalfDone({ journal }: Book, period: Period, operation: Operation): boolean {
  const last = lastOperationOn(journal, period.name);
  return last?.operation === operation && last.before === PERIOD_STATE_LABELS[period.state];
}

/** The step to «Đã gửi»; `note`: the day, when it was not a person who typed it. */
export function sentStep(
  ports: Ports,
  book: Book,
  { period, note }: { readonly period: Period; readonly note: string },
): Block[] {
  return stepBlocks(ports, book, { period, operation: 'mark-sent', to: 'sent', note });
}

/** A closed period whose `Ngày gửi` a person typed is sent: the state follows by itself. */
export function sentBlocks(ports: Ports, book: Book): Block[] {
  return book.plan.periods
    .filter(({ state, sentOn }) => state === 'closed' && sentOn !== null)
    .flatMap((period) => sentStep(ports, book, { period, note: '' }));
}

/** The period that is looked at: the one being entered, else the one closed last; `null` before the first. */
export function periodInView({ plan }: Book, today: Day): Period | null {
  return periodBeingEntered(plan.periods, today) ?? lastClosed(plan.periods);
}
