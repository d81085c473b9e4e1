import type { Day } from '../core/day.ts';
import { byEnd } from '../period/calendar.ts';
import { isOpen, type Period } from '../period/period.ts';
import { type Task, type TaskEntry, type TaskStanding, type Turn, turnsInYear } from '../plan/task.ts';
import type { Typed } from './evaluate.ts';
import { instancesOf, placeEntries } from './instance.ts';
import { type StandingContext, taskStanding } from './standing.ts';

/** One occurrence of recurring work as it stands as of a day. */
export type Occurrence = { readonly turn: Turn; readonly standing: TaskStanding };

/** Every occurrence of recurring work that has a row, oldest first: each with its own deadline, told in the newest of its own rows. */
export function occurrencesOf(
  task: Task,
  entries: readonly TaskEntry[],
  { asOf, plan }: Omit<StandingContext, 'period'>,
): Occurrence[] {
  const last = byEnd(plan.periods).pop();
  if (turnsInYear(task) === null || last === undefined) return [];
  return instancesOf(task, placeEntries(entries, last, plan.periods)).flatMap(({ turn, entries: own }) => {
    const period = own[own.length - 1]?.period;
    return period === undefined ? [] : [{ turn, standing: taskStanding(task, entries, { period, asOf, plan }) }];
  });
}

/** Recurring work that was missed in a period which nobody enters now, and done after it: the row of that period tells it as of today. */
export function completedLater({ plan, entries }: Pick<Typed, 'plan' | 'entries'>, asOf: Day): readonly DoneLater[] {
  const periods = new Map(plan.periods.filter((period) => !isOpen(period)).map((period) => [period.name, period]));
  const recurring = new Map(plan.tasks.filter((task) => turnsInYear(task) !== null).map((task) => [task.id, task]));
  const byTask = new Map<string, TaskEntry[]>([...recurring.keys()].map((id) => [id, []]));
  for (const entry of entries) byTask.get(entry.task)?.push(entry);
  return entries.flatMap((entry): DoneLater[] => {
    const [period, task] = [periods.get(entry.period), recurring.get(entry.task)];
    if (period === undefined || task === undefined || entry.progress !== 'done') return [];
    if (entry.completedOn === null || entry.completedOn <= period.end) return [];
    return [{ task, period, standing: taskStanding(task, byTask.get(task.id) ?? [], { period, asOf, plan }) }];
  });
}

export type DoneLater = { readonly task: Task; readonly period: Period; readonly standing: TaskStanding };
