import { instanceOf, newestTyped, placeEntries } from '../../domain/judging/instance.ts';
import { outlineOn, rowsFor } from '../../domain/period/outline-kinds.ts';
import type { Period } from '../../domain/period/period.ts';
import { isInForce } from '../../domain/plan/plan.ts';
import { isStanding, type Task, type TaskEntry } from '../../domain/plan/task.ts';
import type { Book } from '../core/book.ts';
import type { CellValue } from '../core/cell.ts';
import { joinKey, keysIn } from '../core/key.ts';
import type { TabKey } from '../core/tab.ts';
import { planCells } from './grey-values.ts';

type NewRow = Readonly<Record<string, CellValue>>;

/** Rows by column key, for `appendRows`. */
export type PeriodRows = {
  readonly actuals: readonly NewRow[];
  readonly entries: readonly NewRow[];
  readonly narratives: readonly NewRow[];
};

/**
 * The rows that a period still lacks: every indicator and statistic in force, every task still open, and the narrative sections of
 * its report. A row whose key is there already, even twice, is not made again.
 */
export function periodRows(book: Book, period: Period): PeriodRows {
  const { plan } = book;
  const { name } = period;
  const { ofIndicator, ofTask } = planCells(book, period);
  const typed = entriesByTask(book);
  const sections = rowsFor(outlineOn(plan.outline, period.end), period).filter(({ source }) => source.kind === 'narrative');
  return {
    actuals: plan.indicators
      .filter((indicator) => isInForce(plan, indicator, period.year))
      .filter(isLacking(book, 'actuals', ({ id }) => [id, name]))
      .map((indicator) => ({ id: indicator.id, period: name, ...ofIndicator(indicator) })),
    entries: plan.tasks
      .filter((task) => isInForce(plan, task, period.year))
      .filter((task) => isOpen(task, { plan, entries: typed.get(task.id) ?? [] }, period))
      .filter(isLacking(book, 'entries', ({ id }) => [id, name]))
      .map((task) => ({ id: task.id, period: name, ...ofTask(task) })),
    narratives: sections
      .filter(isLacking(book, 'narratives', ({ place }) => [name, place]))
      .map(({ place, title }) => ({ period: name, place, title })),
  };
}

function entriesByTask({ entries }: Book): ReadonlyMap<string, readonly TaskEntry[]> {
  const byTask = new Map<string, TaskEntry[]>();
  for (const entry of entries) {
    const mine = byTask.get(entry.task);
    if (mine === undefined) byTask.set(entry.task, [entry]);
    else mine.push(entry);
  }
  return byTask;
}

function isLacking<Item>({ tables }: Book, key: TabKey, keyOf: (item: Item) => string[]): (item: Item) => boolean {
  const table = tables.get(key);
  const there = table === undefined ? new Set<string>() : keysIn(table);
  return (item) => !there.has(joinKey(keyOf(item)));
}

/**
 * Whether the task still asks for an entry: standing work always; other work until an earlier period completed it or
 * declared it not applicable. Yearly work starts again in the next plan year.
 */
function isOpen(task: Task, { plan, entries }: Pick<Book, 'plan' | 'entries'>, period: Period): boolean {
  if (isStanding(task) || task.frequency === 'every-period') return true;
  const mine = entries.filter((entry) => entry.period !== period.name);
  const earlier = instanceOf(task, placeEntries(mine, period, plan.periods), period).entries;
  const isDone = earlier.some(({ entry }) => entry.progress === 'done');
  return !isDone && newestTyped(earlier)?.entry.progress !== 'not-applicable';
}
