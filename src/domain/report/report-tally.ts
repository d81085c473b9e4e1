import type { Day } from '../core/day.ts';
import type { Verdict } from '../judging/verdict.ts';
import type { Period } from '../period/period.ts';
import type { TaskStatus } from '../plan/task.ts';
import type { IndicatorItem, IndicatorTally, TaskItem, TaskTally } from './report-model.ts';

const CARRIED_OUT: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done-in-period', 'in-progress'];
const DONE: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done-in-period'];
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
  const dated = counted.filter((item) => !isStanding(item) && !settledBefore(item, window.period));
  const due = dated.filter((item) => fellDue(item, window));
  const proposed = dated.filter((item) => !item.standing.binding);
  const ahead = dated.filter((item) => item.standing.binding && !fellDue(item, window));
  return {
    standing: {
      total: standing.length,
      carriedOut: withStatus(
        standing.filter((item) => !nothingArose(item)),
        CARRIED_OUT,
      ),
      nothingArose: standing.filter(nothingArose).length,
    },
    due: {
      total: due.length,
      done: withStatus(due, DONE),
      late: withStatus(due, ['done-late']),
      overdue: withStatus(due, ['overdue']),
    },
    ahead: { total: ahead.length, done: withStatus(ahead, DONE) },
    proposed: { total: proposed.length, done: withStatus(proposed, DONE) },
  };
}

/** Where nothing arose nothing was carried out: it is counted apart. */
function nothingArose({ progress }: TaskItem): boolean {
  return progress === 'nothing-arose';
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
  const judged = items.filter(({ indicator }) => indicator.kind !== 'statistic');
  const count = (verdict: Verdict): number => judged.filter(({ judgement }) => judgement.verdict === verdict).length;
  const [met, near, notMet] = [count('met'), count('nearly-met'), count('not-met')];
  return {
    judged: met + near + notMet,
    met,
    missed: near + notMet,
    near,
    noData: count('no-data'),
    nothingArose: count('nothing-arose'),
    notDue: count('not-due'),
  };
}
