import { type Day, yearOf } from '../domain/day.ts';
import type { Source } from '../domain/source.ts';
import { sayOwedRow } from '../words/owed.ts';
import { sayLevel } from '../words/verdict.ts';
import type { Book } from '../workbook/book.ts';
import { textAt } from './office-cells.ts';
import { placeOf } from './problem-lines.ts';
import type { ProposalLine } from './view-calls.ts';

/** The `Nguồn gốc` cells of what the plan only proposes: tasks with a deadline, and indicators. */
export function proposalsIn({ plan }: Book): Source[] {
  const at = (of: 'indicator' | 'task', id: string): Source => ({ of, id, period: '', field: 'origin' });
  return [
    ...plan.indicators.filter(({ origin }) => origin === 'proposed').map(({ id }) => at('indicator', id)),
    ...plan.tasks.filter(({ origin, due }) => origin === 'proposed' && due !== null).map(({ id }) => at('task', id)),
  ];
}

/** The same as a person reads them: what it is about, and the deadline or this year's level that waits for the office's word. */
export function proposalLines(book: Book, today: Day): ProposalLine[] {
  return proposalsIn(book).map((at) => {
    const { of, id } = at;
    const indicator = of === 'task' ? undefined : book.plan.indicators.find((row) => row.id === id);
    const title = indicator?.title ?? book.plan.tasks.find((row) => row.id === id)?.title ?? '';
    const what =
      indicator === undefined
        ? (textAt(book, { ...at, field: 'due' }) ?? '')
        : sayLevel(indicator.targets.get(yearOf(today)) ?? null, indicator.unit, indicator.kind);
    return {
      id,
      of: indicator === undefined ? 'task' : indicator.kind === 'statistic' ? 'statistic' : 'indicator',
      text: sayOwedRow({ id, title, at, lead: '' }),
      what,
      at: placeOf(book.addressOf(at)),
    };
  });
}
