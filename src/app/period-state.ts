import type { Period, PeriodState } from '../domain/period.ts';
import { PERIOD_STATE_LABELS } from '../words/labels.ts';
import type { Book } from '../workbook/book.ts';
import type { Block } from '../workbook/cell.ts';
import { rowBlocks, rowOf } from '../workbook/write.ts';
import { tableOf } from './open-book.ts';

/** Whether officials type into it now. */
export function isOpen({ state }: Period): boolean {
  return state === 'entering' || state === 'reopened';
}

/** Whether its facts were frozen at least once and it is not being entered again. */
export function isClosed({ state }: Period): boolean {
  return state === 'closed' || state === 'sent';
}

/** Writes the state into the period's row of `Kỳ báo cáo`. */
export function stateBlocks(book: Book, period: Period, state: PeriodState): Block[] {
  const table = tableOf(book, 'periods');
  const row = rowOf(table, [period.name]);
  return row === null ? [] : rowBlocks(table, [{ row, values: { state: PERIOD_STATE_LABELS[state] } }]);
}
