import type { Day } from '../core/day.ts';
import { notMet, tallyOf } from '../judging/tally.ts';
import type { Period } from '../period/period.ts';
import type { TaskStatus } from '../plan/task.ts';
import type { IndicatorItem, IndicatorTally, TaskItem, TaskTally } from './report-model.ts';

const CARRIED_OUT: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done', 'done-in-period', 'in-progress'];
const DONE: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done', 'done-in-period'];
const OUT: readonly TaskStatus[] = ['suspended', 'not-applicable'];

/** Whether the task is standing work: it has no day by which it must be done. */
export function isStanding({ standing }: TaskItem): boolean {
  return standing.lastDay === null;
}

/** Suspended and not applicable work leaves every count. */
export function isCounted({ standing }: TaskItem): boolean {
  return !OUT.includes(standing.status);
}

type Window = { readonly period: Period; readonly asOf: Day };

/** Counts tasks for the report; suspended and not applicable ones leave every denominator. */
export function taskTally(items: readonly TaskItem[], window: Window): TaskTally {
  const counted = items.filter(isCounted);
  const standing = counted.filter(isStanding);
  const deadlines = counted.filter((item) => !isStanding(item) && !settledBefore(item, window.period));
  // Nothing to do and nothing known are neither done nor late.
  const dated = deadlines.filter((item) => item.standing.status !== 'nothing-arose' && !isUnknown(item));
  const due = dated.filter((item) => fellDue(item, window));
  const proposed = dated.filter((item) => !item.standing.binding);
  const ahead = dated.filter((item) => item.standing.binding && !fellDue(item, window));
  return {
    standing: {
      total: standing.length,
      carriedOut: withStatus(standing, CARRIED_OUT),
      nothingArose: withStatus(standing, ['nothing-arose']),
    },
    due: {
      total: due.length,
      done: withStatus(due, DONE),
      late: withStatus(due, ['done-late']),
      overdue: withStatus(due, ['overdue']),
    },
    ahead: { total: ahead.length, done: withStatus(ahead, DONE) },
    proposed: { total: proposed.length, done: withStatus(proposed, DONE) },
    nothingArose: withStatus(deadlines, ['nothing-arose']),
    unknown: deadlines.filter(isUnknown).length,
  };
}

/** Whether only the official knows what became of it (`TaskQuestion`). */
function isUnknown({ standing: { question } }: TaskItem): boolean {
  return question !== null && question.kind !== 'completion-day';
}

/** A proposed deadline never falls due. */
function fellDue({ standing }: TaskItem, { asOf }: Window): boolean {
  return standing.binding && standing.lastDay !== null && standing.lastDay <= asOf;
}

/** Done before this window opened: it belongs to an earlier report. */
export function settledBefore({ standing }: TaskItem, period: Period): boolean {
  return standing.completedOn !== null && standing.completedOn < period.start;
}

function withStatus(items: readonly TaskItem[], statuses: readonly TaskStatus[]): number {
  return items.filter(({ standing }) => statuses.includes(standing.status)).length;
}

/** Counts indicators for the report; statistics are never judged. */
export function indicatorTally(items: readonly IndicatorItem[]): IndicatorTally {
  const counts = tallyOf(items, []);
  const { verdicts, proposed } = counts;
  const missed = notMet(counts);
  return {
    judged: verdicts.met + missed,
    met: verdicts.met,
    missed,
    near: verdicts['nearly-met'],
    noData: verdicts['no-data'],
    nothingArose: verdicts['nothing-arose'],
    notDue: verdicts['not-due'],
    proposed: proposed.indicators,
  };
}
