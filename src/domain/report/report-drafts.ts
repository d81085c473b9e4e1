import { addDays, type Day } from '../core/day.ts';
import { tidy } from '../core/word.ts';
import type { Actual } from '../plan/indicator.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';
import type { TaskEntry } from '../plan/task.ts';
import type { IndicatorItem, Report, TaskItem } from './report-model.ts';
import { isCounted } from './report-tally.ts';

/** What a part of the report that the office writes itself is about; several where one heading says several. */
export const DRAFT_KINDS = ['achievements', 'shortcomings', 'causes', 'proposals', 'next'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** A row of the workbook that has something to say of one kind; `text` is what its official typed of it, or ''. */
export type DraftLine = { readonly about: IndicatorItem | TaskItem; readonly text: string };

export type Drafts = Readonly<Record<DraftKind, readonly DraftLine[]>>;

type Typed = { readonly actuals: readonly Actual[]; readonly entries: readonly TaskEntry[] };

/** Work due this long after the cut-off is told as what is next. */
const NEXT_DAYS = 200;

/**
 * What the workbook knows for the parts that the office writes itself: results above their level; what is not met or overdue,
 * with the causes typed; proposals typed; and what falls due next. Only what binds: a level or a deadline that is proposed is
 * no shortcoming.
 */
export function draftsOf(report: Report, { actuals, entries }: Typed): Drafts {
  const { annexes, asOf, period } = report;
  const typed = actualsIn(actuals, period.name);
  const told = entriesIn(entries, period.name);
  const wordsOf = (about: DraftLine['about'], field: 'cause' | 'proposal'): string =>
    tidy((about.is === 'indicator' ? typed.get(about.indicator.id) : told.get(about.task.id))?.[field] ?? '');
  const indicators = annexes.indicators.flatMap(({ items }) => items);
  const tasks = annexes.tasks.dated.filter(isCounted);
  const missed: DraftLine['about'][] = [
    ...indicators.filter(({ judgement }) => judgement.verdict === 'not-met' || judgement.verdict === 'nearly-met'),
    ...tasks.filter(({ standing }) => standing.status === 'overdue' && standing.binding),
  ];
  const everything: DraftLine['about'][] = [...indicators, ...annexes.tasks.standing, ...annexes.tasks.dated];
  const withWords = (rows: readonly DraftLine['about'][], field: 'cause' | 'proposal'): DraftLine[] =>
    rows.flatMap((about) => (wordsOf(about, field) === '' ? [] : [{ about, text: wordsOf(about, field) }]));
  return {
    achievements: indicators.filter(({ beyond }) => beyond !== null && beyond > 0).map((about) => ({ about, text: '' })),
    shortcomings: missed.map((about) => ({ about, text: wordsOf(about, 'cause') })),
    causes: withWords(missed, 'cause'),
    proposals: withWords(everything, 'proposal'),
    next: [...missed, ...byDay(tasks.filter((item) => fallsDueNext(item, asOf)))].map((about) => ({ about, text: '' })),
  };
}

function fallsDueNext({ standing: { binding, lastDay, status } }: TaskItem, asOf: Day): boolean {
  if (!binding || lastDay === null || status === 'done-on-time' || status === 'done-late' || status === 'done') return false;
  return lastDay > asOf && lastDay <= addDays(asOf, NEXT_DAYS);
}

function byDay(tasks: readonly TaskItem[]): TaskItem[] {
  const day = ({ standing: { lastDay } }: TaskItem): string => lastDay ?? '';
  return [...tasks].sort((left, right) => (day(left) < day(right) ? -1 : Number(day(left) > day(right))));
}

/** The official whose row it is. */
export function leadOf({ about }: DraftLine): string {
  return tidy(about.is === 'indicator' ? about.indicator.lead : about.task.lead);
}
