import type { Day } from '../core/day.ts';
import type { Evaluation, Typed } from '../judging/evaluate.ts';
import { publishedIn } from '../judging/published.ts';
import type { Judgement, Verdict } from '../judging/verdict.ts';
import type { Period } from '../period/period.ts';
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
  return ranked([...indicatorAlerts(evaluation, typed, today), ...taskAlerts(evaluation, typed, today)]);
}

/** A period that is open, with its verdicts. */
export type Judged = { readonly period: Period; readonly evaluation: Evaluation };

/**
 * The same of every open period, the one being entered first. A task stands in several of them and is told once, by the period being entered: its
 * deadline is the same day in each.
 */
export function openAlerts(open: readonly Judged[], typed: Typed, today: Day): Alert[] {
  return ranked([
    ...open.flatMap(({ evaluation }, at) => [
      ...indicatorAlerts(evaluation, typed, today),
      ...(at === 0 ? taskAlerts(evaluation, typed, today) : []),
    ]),
    ...publishedAlerts(open[0] ?? null, typed, today),
  ]);
}

/** Results of earlier years that came out in the period being entered: then they are news, and later they are history. */
function publishedAlerts(main: Judged | null, typed: Typed, today: Day): Ranked[] {
  if (main === null) return [];
  return publishedIn(typed, { start: main.period.start, end: today }).flatMap(({ indicator, judgement, actual }) =>
    isMuted(actual, today) ? [] : indicatorAlert(indicator, judgement, actual),
  );
}

function ranked(found: readonly Ranked[]): Alert[] {
  return [...found].sort((left, right) => left.rank - right.rank || right.late - left.late).map(({ alert }) => alert);
}

function indicatorAlerts({ judgements }: Evaluation, { plan, actuals }: Typed, today: Day): Ranked[] {
  return plan.indicators.flatMap((indicator) => {
    const judgement = judgements.get(indicator.id);
    if (judgement === undefined) return [];
    const row = actualsIn(actuals, judgement.period).get(indicator.id) ?? SILENT;
    return isMuted(row, today) ? [] : indicatorAlert(indicator, judgement, row);
  });
}

function indicatorAlert(
  indicator: Indicator,
  judgement: Judgement,
  { cause, proposal }: Pick<TypedAnswer, 'cause' | 'proposal'>,
): Ranked[] {
  if (!isNotMet(judgement.verdict) || indicator.origin === 'proposed') return [];
  const key = keyOf(indicator.id, judgement.period, judgement.verdict);
  const alert: Alert = { key, about: { kind: 'indicator', indicator, judgement }, cause, proposal };
  return [{ alert, rank: judgement.verdict === 'not-met' ? 0 : 2, late: 0 }];
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

const RIGHT: readonly (Verdict | TaskStatus)[] = ['met', 'done-on-time', 'done-late', 'done', 'done-in-period', 'nothing-arose'];

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
