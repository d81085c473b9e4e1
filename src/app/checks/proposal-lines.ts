import { type Day, yearOf } from '../../domain/core/day.ts';
import type { Source } from '../../domain/core/source.ts';
import { periodBeingEntered, periodToOpen } from '../../domain/period/calendar.ts';
import { isProposal } from '../../domain/plan/task.ts';
import { sayOwedRow } from '../../words/entry/owed.ts';
import { sayUsualDue } from '../../words/judging/status.ts';
import { sayLevel } from '../../words/judging/verdict.ts';
import type { Book } from '../../workbook/core/book.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import { textAt } from '../base/office-cells.ts';
import { lastClosed } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { ProposalLine } from '../replies/views.ts';

/** The `Nguồn gốc` cells of what the plan only proposes: tasks with a deadline, and indicators. */
export function proposalsIn({ plan }: Book): Source[] {
  const at = (of: 'indicator' | 'task', id: string): Source => ({ of, id, period: '', field: 'origin' });
  return [
    ...plan.indicators.filter(({ origin }) => origin === 'proposed').map(({ id }) => at('indicator', id)),
    ...plan.tasks.filter(isProposal).map(({ id }) => at('task', id)),
  ];
}

/** The same as a person reads them: what it is about, and the deadline or this year's level that waits for the office's word. */
export function proposalLines(book: Book, today: Day): ProposalLine[] {
  const rows = new Map([...book.plan.indicators, ...book.plan.tasks].map((row) => [row.id, row]));
  return proposalsIn(book).flatMap((at): ProposalLine[] => {
    const row = rows.get(at.id);
    if (row === undefined) return [];
    const { id, title } = row;
    const shared = { id, text: sayOwedRow({ id, title, at }), at: placeOf(book.addressOf(at)) };
    if (!('kind' in row))
      return [{ ...shared, of: 'task', what: textAt(book, { ...at, field: 'due' }) || sayUsualDue(row.frequency) }];
    const what = sayLevel(row.targets.get(yearOf(today)) ?? null, row.unit, row.kind);
    return [{ ...shared, of: row.kind === 'statistic' ? 'statistic' : 'indicator', what }];
  });
}

/** Names of periods to propose before the person has to type one; reads the calendar's tab alone. */
export function proposedPeriods({ workbook, clock }: Ports): {
  readonly toOpen: string | null;
  readonly entering: string | null;
  readonly toReopen: string | null;
} {
  const { periods } = readBook(workbook.read([PERIODS.name])).plan;
  const today = clock.today();
  return {
    toOpen: periodToOpen(periods, today)?.name ?? null,
    entering: periodBeingEntered(periods, today)?.name ?? null,
    toReopen: lastClosed(periods)?.name ?? null,
  };
}
