import type { Period } from '../period/period.ts';
import type { Task, TaskEntry } from '../plan/task.ts';

/** An entry beside its period; entries of unknown periods cannot be placed in time and are left out. */
export type PlacedEntry = { readonly entry: TaskEntry; readonly period: Period };

/** One round of a task: a yearly task starts again each year, other dated work has a single round. */
export type Instance = {
  readonly year: number;
  /** Oldest first. */
  readonly entries: readonly PlacedEntry[];
};

/** A task's entries in order of time, none later than the period asked. */
export function placeEntries(entries: readonly TaskEntry[], period: Period, periods: readonly Period[]): PlacedEntry[] {
  const byName = new Map(periods.map((each) => [each.name, each]));
  return entries
    .flatMap((entry) => {
      const at = entry.period === period.name ? period : byName.get(entry.period);
      return at === undefined || at.end > period.end ? [] : [{ entry, period: at }];
    })
    .sort((left, right) => (left.period.end < right.period.end ? -1 : Number(left.period.end > right.period.end)));
}

/**
 * The round of the task that the period asked is about.
 *
 * A yearly task that was entered last year and never completed stays in last year's round until it is done or declared
 * not applicable; else what was forgotten on 31/12 would look like fresh work on 1/1. The entry that ends it may stand in
 * a period of the new year; the new round starts with the period after that one.
 */
export function instanceOf(task: Task, placed: readonly PlacedEntry[], period: Period): Instance {
  if (task.frequency === 'every-period') return { year: period.year, entries: placed.filter((each) => isOf(each, period)) };
  if (task.frequency !== 'yearly') return { year: period.year, entries: placed };
  let round: { year: number; entries: PlacedEntry[] } | null = null;
  for (const each of placed) {
    if (round === null || isOver(round, each.period)) round = { year: each.period.year, entries: [] };
    round.entries.push(each);
  }
  return round === null || isOver(round, period) ? { year: period.year, entries: [] } : round;
}

/** The newest progress that was typed; a blank row leaves the one before it in force. */
export function newestTyped(entries: readonly PlacedEntry[]): PlacedEntry | null {
  return [...entries].reverse().find(({ entry }) => entry.progress !== null) ?? null;
}

/** Whether a period of a later year no longer belongs to this round, because the round was ended before that period. */
function isOver({ year, entries }: Instance, next: Period): boolean {
  if (next.year <= year) return false;
  const earlier = entries.filter((each) => !isOf(each, next));
  const last = newestTyped(earlier)?.entry.progress;
  return last === 'not-applicable' || last === 'nothing-arose' || earlier.some(({ entry }) => entry.progress === 'done');
}

function isOf({ period }: PlacedEntry, asked: Period): boolean {
  return period.name === asked.name;
}
