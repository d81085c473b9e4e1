import { addDays, type Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import type { Period } from '../period/period.ts';
import type { Plan } from '../plan/plan.ts';
import { noticeDays } from '../plan/settings.ts';
import {
  isAdoption,
  isBinding,
  isStanding,
  lastDayOf,
  type Task,
  type TaskEntry,
  type TaskQuestion,
  type TaskStanding,
  type TaskStatus,
  turnsInYear,
} from '../plan/task.ts';
import { addWorkdays, workdaysBetween, workdayUpTo } from '../plan/workdays.ts';
import { endedBeside, instanceOf, newestTyped, type PlacedEntry, placeEntries } from './instance.ts';

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
const SETTLED: readonly TaskStatus[] = [
  'done-on-time',
  'done-late',
  'done',
  'done-in-period',
  'nothing-arose',
  'suspended',
  'not-applicable',
];
const COMPLETED: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done'];

/** The one status of a task in a period as of a day (docs/rules.md#tasks); `entries` are all of that task's, of any period. */
export function taskStanding(task: Task, entries: readonly TaskEntry[], context: StandingContext): TaskStanding {
  const facts = factsOf(task, entries, context);
  const { status, question } = statusOf(facts, context);
  const { lastDay } = facts;
  const binding = isBinding(task);
  const asked = question !== null && question.kind !== 'completion-day';
  const open = lastDay !== null && !SETTLED.includes(status) && !startsLater(task, context.period) && !asked;
  return {
    task: task.id,
    period: context.period.name,
    status,
    told: isTold(facts.own),
    lastDay,
    isPast: lastDay !== null && lastDay < context.asOf,
    binding,
    question,
    completedOn: COMPLETED.includes(status) ? (facts.completion?.on ?? null) : null,
    remindFrom: open ? remindFrom(lastDay, context) : null,
    overdueFrom: open && binding ? addDays(lastDay, 1) : null,
    workingDaysLeft: facts.left,
  };
}

function factsOf(task: Task, entries: readonly TaskEntry[], { period, asOf, plan }: StandingContext): Facts {
  const placed = placeEntries(entries, period, plan.periods);
  const instance = instanceOf(task, placed, period);
  const lastDay = lastDayOf(task, period, instance.turn);
  const beside = isStanding(task) ? [] : endedBeside(task, instance, { entries, period, periods: plan.periods, asOf });
  return {
    task,
    newest: newestTyped([...(turnsInYear(task) !== null ? instance.entries : placed), ...beside])?.entry ?? null,
    own: placed.find(({ entry }) => entry.period === period.name)?.entry ?? null,
    completion: completionOf([...instance.entries, ...beside], asOf),
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

type Told = { readonly status: TaskStatus; readonly question: TaskQuestion | null };
const told = (status: TaskStatus, question: TaskQuestion | null = null): Told => ({ status, question });

function statusOf(facts: Facts, context: StandingContext): Told {
  const { newest, own, completion, task } = facts;
  if (newest?.progress === 'suspended' || newest?.progress === 'not-applicable') return told(newest.progress);
  if (isStanding(task)) return told(standingStatus(own));
  if (completion !== null) return completedStatus(completion, facts, context);
  if (own?.progress === 'nothing-arose') return told('nothing-arose');
  const question = questionOf(facts, context);
  return question === null ? told(openStatus(facts, context)) : told('not-updated', question);
}

/** In time or late only against a deadline that binds, by the day typed or where every day possible says the same. */
function completedStatus(completion: Completion, { task, lastDay }: Facts, { asOf, period }: StandingContext): Told {
  if (lastDay === null || !isBinding(task)) return told('done');
  if (completion.on !== null) return told(completion.on <= lastDay ? 'done-on-time' : 'done-late');
  const latest = completion.in.end < asOf && completion.in.name !== period.name ? completion.in.end : asOf;
  return latest <= lastDay ? told('done-on-time') : told('done', { kind: 'completion-day', period: completion.in.name });
}

/** A binding deadline that passed, of which nobody can know from here whether it was kept. */
function questionOf({ task, newest, lastDay }: Facts, { period, asOf, plan }: StandingContext): TaskQuestion | null {
  if (lastDay === null || lastDay >= asOf || !isBinding(task)) return null;
  if (isAdoption(task)) return { kind: 'adoption', period: period.name };
  const began = recordBegan(plan.periods);
  return newest === null && began !== null && lastDay < began ? { kind: 'before-record', period: period.name } : null;
}

/** The first day of the first period that was ever opened; `null` before that. */
function recordBegan(periods: readonly Period[]): Day | null {
  const starts = periods.filter(({ state }) => state !== 'unopened').map(({ start }) => start);
  return starts.reduce<Day | null>((first, start) => (first === null || start < first ? start : first), null);
}

/** A level of progress or a result was typed. */
function isTold(entry: TaskEntry | null): boolean {
  return entry !== null && (entry.progress !== null || !isBlank(entry.result));
}

/** Standing work is done for the period once its result is told, or nothing arose. */
function standingStatus(own: TaskEntry | null): TaskStatus {
  if (own === null || own.progress === 'none') return 'not-updated';
  if (own.progress === 'nothing-arose') return 'nothing-arose';
  if (own.progress === 'done') return 'done-in-period';
  if (!isBlank(own.result)) return 'done-in-period';
  return own.progress === null ? 'not-updated' : 'in-progress';
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
