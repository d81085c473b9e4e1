import { addDays, type Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import type { Period } from '../period/period.ts';
import type { Plan } from '../plan/plan.ts';
import { noticeDays } from '../plan/settings.ts';
import { isBinding, isStanding, lastDayOf, type Task, type TaskEntry, type TaskStanding, type TaskStatus } from '../plan/task.ts';
import { addWorkdays, workdaysBetween, workdayUpTo } from '../plan/workdays.ts';
import { instanceOf, newestTyped, type PlacedEntry, placeEntries } from './instance.ts';

/** What a status depends on beside the task's own entries. */
export type StandingContext = { readonly period: Period; readonly asOf: Day; readonly plan: Plan };

/** A completion known as of the day asked; `on` is `null` when no day was typed. */
type Completion = { readonly on: Day | null; readonly in: Period };

type Facts = {
  readonly task: Task;
  readonly newest: TaskEntry | null;
  /** The row of the period asked. */
  readonly own: TaskEntry | null;
  readonly completion: Completion | null;
  readonly lastDay: Day | null;
  /** Working days left or, below 0, late. */
  readonly left: number | null;
};

/** Statuses after which no colour may remind any more. */
const SETTLED: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done-in-period', 'suspended', 'not-applicable'];

/** The one status of a task in a period as of a day (docs/rules.md#tasks); `entries` are all of that task's, of any period. */
export function taskStanding(task: Task, entries: readonly TaskEntry[], context: StandingContext): TaskStanding {
  const facts = factsOf(task, entries, context);
  const status = statusOf(facts, context);
  const { lastDay } = facts;
  const binding = isBinding(task);
  const open = lastDay !== null && !SETTLED.includes(status) && !startsLater(task, context.period);
  return {
    task: task.id,
    period: context.period.name,
    status,
    told: isTold(facts.own),
    lastDay,
    binding,
    completedOn: status === 'done-on-time' || status === 'done-late' ? (facts.completion?.on ?? null) : null,
    remindFrom: open ? remindFrom(lastDay, context) : null,
    overdueFrom: open && binding ? addDays(lastDay, 1) : null,
    workingDaysLeft: facts.left,
  };
}

function factsOf(task: Task, entries: readonly TaskEntry[], { period, asOf, plan }: StandingContext): Facts {
  const placed = placeEntries(entries, period, plan.periods);
  const instance = instanceOf(task, placed, period);
  const lastDay = lastDayOf(task, period, instance.year);
  return {
    task,
    newest: newestTyped(task.frequency === 'yearly' ? instance.entries : placed)?.entry ?? null,
    own: placed.find(({ entry }) => entry.period === period.name)?.entry ?? null,
    completion: completionOf(instance.entries, asOf),
    lastDay,
    left: lastDay === null ? null : workdaysBetween(asOf, lastDay, plan.holidays),
  };
}

/**
 * What is completed after the day asked is not completed yet: a report speaks as of its cut-off. The newest word counts, so
 * a later «Đang thực hiện» takes a completion back.
 */
function completionOf(entries: readonly PlacedEntry[], asOf: Day): Completion | null {
  if (newestTyped(entries)?.entry.progress !== 'done') return null;
  const done = entries.filter(({ entry }) => entry.progress === 'done');
  const known = done.filter(({ entry }) => entry.completedOn === null || entry.completedOn <= asOf);
  const best = known.find(({ entry }) => entry.completedOn !== null) ?? known[0];
  return best === undefined ? null : { on: best.entry.completedOn, in: best.period };
}

function statusOf(facts: Facts, context: StandingContext): TaskStatus {
  const { newest, own, completion, task } = facts;
  if (newest?.progress === 'suspended' || newest?.progress === 'not-applicable') return newest.progress;
  if (isStanding(task)) return standingStatus(own);
  if (completion !== null) return isOnTime(completion, facts, context) ? 'done-on-time' : 'done-late';
  if (own?.progress === 'nothing-arose') return 'done-in-period';
  return openStatus(facts, context);
}

/** A level of progress or a result was typed. */
function isTold(entry: TaskEntry | null): boolean {
  return entry !== null && (entry.progress !== null || !isBlank(entry.result));
}

/** Standing work is done for the period once its result is told, or nothing arose. */
function standingStatus(own: TaskEntry | null): TaskStatus {
  if (own === null || own.progress === 'none') return 'not-updated';
  if (own.progress === 'done' || own.progress === 'nothing-arose') return 'done-in-period';
  if (!isBlank(own.result)) return 'done-in-period';
  return own.progress === null ? 'not-updated' : 'in-progress';
}

/** Without a completion day it was done at the latest by the end of an earlier period, or by the day asked. */
function isOnTime(completion: Completion, { lastDay }: Facts, { asOf, period }: StandingContext): boolean {
  if (lastDay === null) return true;
  if (completion.on !== null) return completion.on <= lastDay;
  const latest = completion.in.end < asOf && completion.in.name !== period.name ? completion.in.end : asOf;
  return latest <= lastDay;
}

function openStatus({ task, newest, lastDay, left }: Facts, { period, asOf, plan }: StandingContext): TaskStatus {
  if (startsLater(task, period)) return 'not-started';
  const isLate = lastDay !== null && lastDay < asOf;
  if (isLate && isBinding(task)) return 'overdue';
  if (!isLate && left !== null && left <= noticeDays(plan, asOf)) return 'due-soon';
  return newest?.progress === 'doing' || newest?.progress === 'done' ? 'in-progress' : 'not-started';
}

/** Nothing is asked in the period of what starts after it. */
function startsLater({ startOn }: Task, period: Period): boolean {
  return startOn !== null && startOn > period.end;
}

/** The first day that is «sắp đến hạn»: counted from the last working day when the deadline is a day off. */
function remindFrom(lastDay: Day, { asOf, plan }: StandingContext): Day {
  return addWorkdays(workdayUpTo(lastDay, plan.holidays), -noticeDays(plan, asOf), plan.holidays);
}
