import type { Day } from '../core/day.ts';
import type { Typed } from '../judging/evaluate.ts';
import type { Judgement } from '../judging/verdict.ts';
import type { Indicator } from '../plan/indicator.ts';
import type { Task, TaskStanding } from '../plan/task.ts';
import { type Judged, lastJudged } from './alert.ts';
import { lastDayOfKey, partsOf, yearOfKey } from './alert-key.ts';

/** How a matter that an earlier mail told came to its end. */
export type Outcome =
  | { readonly how: 'met'; readonly indicator: Indicator; readonly judgement: Judgement }
  /** `on`: `null` when no day was typed. */
  | { readonly how: 'done'; readonly on: Day | null }
  /** It is judged, or falls due, in this period from now on. */
  | { readonly how: 'moved'; readonly period: string }
  | { readonly how: 'postponed'; readonly to: Day }
  | { readonly how: 'suspended' }
  | { readonly how: 'not-applicable' }
  /** Its figures were taken away, or give no verdict any more. */
  | { readonly how: 'no-figure' }
  /** The plan holds the row no more, or its deadline binds nobody. */
  | { readonly how: 'dropped' };

export type Settled = { readonly key: string; readonly id: string; readonly title: string } & Outcome;

type Now = { readonly open: readonly Judged[]; readonly typed: Typed };

/** How each of these matters, which stand no more, came to its end; the keys are those of the last mail. */
export function settledOf(keys: readonly string[], now: Now): Settled[] {
  const indicators = new Map(now.typed.plan.indicators.map((indicator) => [indicator.id, indicator]));
  const tasks = new Map(now.typed.plan.tasks.map((task) => [task.id, task]));
  return keys.map((key) => {
    const { id } = partsOf(key);
    const [indicator, task] = [indicators.get(id), tasks.get(id)];
    const title = indicator?.title ?? task?.title ?? id;
    if (indicator !== undefined) return { key, id, title, ...indicatorOutcome(indicator, yearOfKey(key), now) };
    return { key, id, title, ...(task === undefined ? DROPPED : taskOutcome(task, lastDayOfKey(key), now)) };
  });
}

const DROPPED: Outcome = { how: 'dropped' };

function indicatorOutcome(indicator: Indicator, year: number | null, now: Now): Outcome {
  if (year === null || indicator.origin === 'proposed') return DROPPED;
  const judgement = lastJudged(indicator, year, now);
  if (judgement?.verdict === 'met') return { how: 'met', indicator, judgement };
  const later = now.open.map(({ period }) => period.year).filter((each) => each > year);
  const since = later.flatMap((each) => lastJudged(indicator, each, now) ?? [])[0];
  return since === undefined ? { how: 'no-figure' } : { how: 'moved', period: since.period };
}

function taskOutcome(task: Task, lastDay: Day | null, { open }: Now): Outcome {
  const standings = open.flatMap(({ evaluation }) => evaluation.standings.get(task.id) ?? []);
  const own = standings.find((standing) => standing.lastDay === lastDay) ?? standings[0];
  if (own === undefined) return DROPPED;
  return own.lastDay === lastDay || own.lastDay === null ? sameOccurrence(own) : otherOccurrence(task, own, lastDay);
}

function sameOccurrence({ status, completedOn }: TaskStanding): Outcome {
  if (status === 'done-on-time' || status === 'done-late') return { how: 'done', on: completedOn };
  if (status === 'done-in-period') return { how: 'done', on: null };
  return status === 'suspended' || status === 'not-applicable' ? { how: status } : DROPPED;
}

/** Done and begun anew, or given another day. */
function otherOccurrence(task: Task, { period, lastDay, status, completedOn }: TaskStanding, told: Day | null): Outcome {
  if (task.frequency === 'yearly' || task.frequency === 'every-period') return { how: 'moved', period };
  if (status === 'done-on-time' || status === 'done-late') return { how: 'done', on: completedOn };
  return lastDay !== null && (told === null || lastDay > told) ? { how: 'postponed', to: lastDay } : DROPPED;
}
