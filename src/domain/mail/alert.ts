import type { Day } from '../core/day.ts';
import type { Evaluation, Typed } from '../judging/evaluate.ts';
import type { Judgement, Verdict } from '../judging/verdict.ts';
import type { Indicator } from '../plan/indicator.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';
import type { Task, TaskStanding, TaskStatus } from '../plan/task.ts';

/** Something the chairman should know: an indicator not met, or a task past a binding deadline. */
export type Alert = {
  /** Stable across runs: `T3.4|6 tháng đầu năm 2024|not-met`. */
  readonly key: string;
  readonly about:
    | { readonly kind: 'indicator'; readonly indicator: Indicator; readonly judgement: Judgement }
    | { readonly kind: 'task'; readonly task: Task; readonly standing: TaskStanding };
  readonly cause: string;
  readonly proposal: string;
};

/** How serious an alert is: lower comes first; `late` are working days. */
type Ranked = { readonly alert: Alert; readonly rank: number; readonly late: number };

/** What an official may ask not to be reminded of, and what he says to it. */
type TypedAnswer = { readonly muteUntil: Day | null; readonly cause: string; readonly proposal: string };

const SILENT: TypedAnswer = { muteUntil: null, cause: '', proposal: '' };

/**
 * What the chairman should know of the evaluated period, most serious first: not met, overdue (latest first), nearly met,
 * which still counts as not met. Nothing that is only proposed, and nothing that is muted today.
 */
export function alerts(evaluation: Evaluation, typed: Typed, today: Day): Alert[] {
  return [...indicatorAlerts(evaluation, typed, today), ...taskAlerts(evaluation, typed, today)]
    .sort((left, right) => left.rank - right.rank || right.late - left.late)
    .map(({ alert }) => alert);
}

function indicatorAlerts({ judgements }: Evaluation, { plan, actuals }: Typed, today: Day): Ranked[] {
  return plan.indicators.flatMap((indicator) => {
    const judgement = judgements.get(indicator.id);
    if (judgement === undefined || !isNotMet(judgement.verdict) || indicator.origin === 'proposed') return [];
    const row = actualsIn(actuals, judgement.period).get(indicator.id) ?? SILENT;
    if (isMuted(row, today)) return [];
    const key = keyOf(indicator.id, judgement.period, judgement.verdict);
    const alert: Alert = { key, about: { kind: 'indicator', indicator, judgement }, cause: row.cause, proposal: row.proposal };
    return [{ alert, rank: judgement.verdict === 'not-met' ? 0 : 2, late: 0 }];
  });
}

function taskAlerts({ standings }: Evaluation, { plan, entries }: Typed, today: Day): Ranked[] {
  return plan.tasks.flatMap((task) => {
    const standing = standings.get(task.id);
    if (standing === undefined || standing.status !== 'overdue' || !standing.binding) return [];
    const row = entriesIn(entries, standing.period).get(task.id) ?? SILENT;
    if (isMuted(row, today)) return [];
    const key = keyOf(task.id, standing.period, standing.status);
    const alert: Alert = { key, about: { kind: 'task', task, standing }, cause: row.cause, proposal: row.proposal };
    return [{ alert, rank: 1, late: 0 - (standing.workingDaysLeft ?? 0) }];
  });
}

/** «Gần đạt» is still not met. */
function isNotMet(verdict: Verdict): boolean {
  return verdict === 'not-met' || verdict === 'nearly-met';
}

/** «Không nhắc đến hết ngày» includes that day. */
export function isMuted({ muteUntil }: Pick<TypedAnswer, 'muteUntil'>, today: Day): boolean {
  return muteUntil !== null && muteUntil >= today;
}

/** The verdict is part of the key, so that what worsens is new. */
function keyOf(id: string, period: string, verdict: string): string {
  return `${id}|${period}|${verdict}`;
}

const RIGHT: readonly (Verdict | TaskStatus)[] = ['met', 'done-on-time', 'done-late', 'done-in-period'];

/** What is met or done in the evaluated period: an alert that is muted, or whose figures were taken away, is not. */
export function rightNow({ judgements, standings }: Evaluation): ReadonlySet<string> {
  const met = [...judgements.values()].filter(({ verdict }) => RIGHT.includes(verdict));
  const done = [...standings.values()].filter(({ status }) => RIGHT.includes(status));
  return new Set([
    ...met.map(({ indicator, period }) => subjectOf(keyOf(indicator, period, ''))),
    ...done.map(({ task, period }) => subjectOf(keyOf(task, period, ''))),
  ]);
}

/** The key without its verdict. */
export function subjectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|'));
}
