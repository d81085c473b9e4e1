import type { Day } from '../core/day.ts';
import type { Typed } from '../judging/evaluate.ts';
import { occurrencesOf } from '../judging/occurrences.ts';
import type { Judgement } from '../judging/verdict.ts';
import type { Indicator } from '../plan/indicator.ts';
import type { Task, TaskStanding } from '../plan/task.ts';
import { type Judged, lastJudged } from './alert.ts';
import { lastDayOfKey, partsOf, yearOfKey } from './alert-key.ts';
import { entriesOf } from './answers.ts';

/** How a matter that an earlier mail told came to its end. */
export type Outcome =
  | { readonly how: 'met'; readonly indicator: Indicator; readonly judgement: Judgement }
  /** `on`: `null` when no day was typed. */
  | { readonly how: 'done'; readonly on: Day | null }
  /** It is judged, or falls due, in this period from now on. */
  | { readonly how: 'moved'; readonly period: string }
  | { readonly how: 'postponed'; readonly to: Day }
  | { readonly how: 'suspended' | 'not-applicable' | 'nothing-arose' }
  /** Its figures were taken away, or give no verdict any more. */
  | { readonly how: 'no-figure' }
  /** The plan holds the row no more, or its deadline binds nobody. */
  | { readonly how: 'dropped' };

export type Settled = { readonly key: string; readonly id: string; readonly title: string } & Outcome;

type Now = { readonly open: readonly Judged[]; readonly typed: Typed; readonly today: Day };

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

function taskOutcome(task: Task, lastDay: Day | null, { open, typed, today }: Now): Outcome {
  const recurring = occurrencesOf(task, entriesOf(task.id, typed), { asOf: today, plan: typed.plan });
  const standings = [
    ...open.flatMap(({ evaluation }) => evaluation.standings.get(task.id) ?? []),
    ...recurring.map(({ standing }) => standing),
  ];
  const own = standings.filter((standing) => standing.lastDay === lastDay).map(outcomeOf);
  const known = own.find(({ how }) => how !== 'dropped');
  if (known !== undefined || task.frequency !== 'dated') return known ?? movedTo(standings[0]);
  return otherDay(standings[0], lastDay);
}

function outcomeOf({ status, completedOn }: TaskStanding): Outcome {
  if (status === 'done-on-time' || status === 'done-late' || status === 'done') return { how: 'done', on: completedOn };
  if (status === 'done-in-period') return { how: 'done', on: null };
  return status === 'suspended' || status === 'not-applicable' || status === 'nothing-arose' ? { how: status } : DROPPED;
}

/** Work of every period begins anew with the next. */
function movedTo(standing: TaskStanding | undefined): Outcome {
  return standing === undefined ? DROPPED : { how: 'moved', period: standing.period };
}

/** Its deadline was changed; done by then, or still to be. */
function otherDay(standing: TaskStanding | undefined, told: Day | null): Outcome {
  if (standing === undefined || standing.lastDay === told) return DROPPED;
  const outcome = outcomeOf(standing);
  if (outcome.how !== 'dropped' || standing.lastDay === null) return outcome;
  return told === null || standing.lastDay > told ? { how: 'postponed', to: standing.lastDay } : DROPPED;
}
