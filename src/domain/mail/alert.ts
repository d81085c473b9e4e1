import { addDays, type Day } from '../core/day.ts';
import type { Evaluation, Typed } from '../judging/evaluate.ts';
import { judge } from '../judging/judge.ts';
import { occurrencesOf } from '../judging/occurrences.ts';
import { publishedIn } from '../judging/published.ts';
import type { Judgement, Verdict } from '../judging/verdict.ts';
import { isOpen, type Period } from '../period/period.ts';
import type { Indicator } from '../plan/indicator.ts';
import { actualsIn } from '../plan/rows-in.ts';
import { type Task, type TaskStanding, turnsInYear } from '../plan/task.ts';
import { indicatorKey, taskKey } from './alert-key.ts';
import { type Answers, actualsOf, answersIn, answersToTask, entriesOf, isMuted, newestFirst } from './answers.ts';

/** Something the chairman should know: an indicator not met, or a task past a binding deadline. It stands until it is settled. */
export type Alert = Pick<Answers, 'cause' | 'proposal' | 'directive'> & {
  /** One for one matter, whatever periods it lasts: `T3.4|2024|not-met`. */
  readonly key: string;
  readonly about:
    | { readonly kind: 'indicator'; readonly indicator: Indicator; readonly judgement: Judgement }
    | { readonly kind: 'task'; readonly task: Task; readonly standing: TaskStanding };
};

/** A matter with what it takes to tell it: how serious it is (lower comes first), working days late, and whether it is muted today. */
export type Matter = { readonly alert: Alert; readonly rank: number; readonly late: number; readonly muted: boolean };

/** A period that is open, with its verdicts. */
export type Judged = { readonly period: Period; readonly evaluation: Evaluation };

const NOT_MET = 0;
const OVERDUE = 1;
const NEARLY_MET = 2;

/**
 * What the chairman should know of the evaluated period, most serious first: not met, overdue (latest first), nearly met,
 * which still counts as not met. Nothing that is only proposed, and nothing that is muted today.
 */
export function alerts({ judgements, standings }: Evaluation, typed: Typed, today: Day): Alert[] {
  const { indicators, tasks, periods } = typed.plan;
  const years = new Map(periods.map(({ name, year }) => [name, year]));
  const found = indicators.flatMap((indicator) => {
    const judgement = judgements.get(indicator.id);
    if (judgement === undefined || !isTold(indicator, judgement)) return [];
    return [indicatorMatter(indicator, { judgement, year: years.get(judgement.period) ?? 0 }, { typed, today })];
  });
  const late = tasks.flatMap((task) => taskMatter(task, standings.get(task.id), { typed, today }) ?? []);
  return told([...found, ...late]);
}

/**
 * Every matter that stands, of all open periods and of what went before them: an indicator that was last judged not met stays so until it
 * is judged again, though a new period has no figure yet.
 */
export function standingMatters(open: readonly Judged[], typed: Typed, today: Day): Matter[] {
  const context = { typed, today };
  const years = yearsToTell(open, context);
  const found = typed.plan.indicators.flatMap((indicator) => indicatorMatters(indicator, { open, years }, context));
  const late = typed.plan.tasks.flatMap((task) =>
    overdueOf(task, { open, years, ...context }).flatMap((standing) => taskMatter(task, standing, context) ?? []),
  );
  return [...found, ...late].sort((left, right) => left.rank - right.rank || right.late - left.late);
}

/** The occurrences of a task that are overdue. A word in a later open period counts in the others too; it is told by the period being entered. */
function overdueOf(task: Task, { open, years, typed, today }: Overdue): TaskStanding[] {
  const byDay = new Map<Day | null, { readonly standing: TaskStanding; readonly end: Day; last: TaskStanding }>();
  for (const { period, evaluation } of open) {
    const standing = evaluation.standings.get(task.id);
    if (standing === undefined) continue;
    const known = byDay.get(standing.lastDay);
    if (known === undefined) byDay.set(standing.lastDay, { standing, end: period.end, last: standing });
    else if (period.end > known.end) known.last = standing;
  }
  const missed = missedBefore(task, { years, typed, today }).filter(({ lastDay }) => !byDay.has(lastDay));
  const now = [...byDay.values()].map(({ standing, last }) => (standing.status === last.status ? standing : last));
  return [...now, ...missed].filter(({ status }) => status === 'overdue');
}

type Overdue = Context & Verdicts;

/** Occurrences of recurring work that no open period is about any more. */
function missedBefore(task: Task, { years, typed, today }: Omit<Overdue, 'open'>): TaskStanding[] {
  if (turnsInYear(task) === null) return [];
  return occurrencesOf(task, entriesOf(task.id, typed), { asOf: today, plan: typed.plan })
    .filter(({ turn }) => years.includes(turn.year))
    .map(({ standing }) => standing);
}

/** The same, without what is muted today. */
export function openAlerts(open: readonly Judged[], typed: Typed, today: Day): Alert[] {
  return told(standingMatters(open, typed, today));
}

function told(matters: readonly Matter[]): Alert[] {
  return [...matters]
    .filter(({ muted }) => !muted)
    .sort((left, right) => left.rank - right.rank || right.late - left.late)
    .map(({ alert }) => alert);
}

/** A result of longer ago than that is history. */
export const RECENT_DAYS = 365;

/** The plan year of the period being entered and the one before it; those of whatever is open, and of ranks and grades that came out late. */
function yearsToTell(open: readonly Judged[], { typed, today }: Context): number[] {
  const last = open[0]?.period.year;
  if (last === undefined) return [];
  const published = publishedIn(typed, { start: addDays(today, -RECENT_DAYS), end: today }).map(({ period }) => period.year);
  const years = new Set([last, last - 1, ...open.map(({ period }) => period.year), ...published]);
  return [...years].sort((left, right) => right - left);
}

type Context = { readonly typed: Typed; readonly today: Day };
type Verdicts = { readonly open: readonly Judged[]; readonly years: readonly number[] };

function indicatorMatters(indicator: Indicator, { open, years }: Verdicts, context: Context): Matter[] {
  if (!isOfPlan(indicator)) return [];
  let isJudgedSince = false;
  return years.flatMap((year) => {
    const bad = open
      .filter(({ period }) => period.year === year)
      .flatMap(({ period, evaluation }) => {
        const judgement = evaluation.judgements.get(indicator.id);
        return judgement !== undefined && isNotMet(judgement.verdict) ? [{ judgement, end: period.end }] : [];
      })
      .sort((left, right) => (left.end < right.end ? 1 : -1))[0]?.judgement;
    // Once it is judged in a later year, the result of this one is history; what stands wrong in an open period is not.
    const last = isJudgedSince ? null : lastJudged(indicator, year, { open, typed: context.typed });
    isJudgedSince ||= last !== null;
    const judgement = bad ?? last;
    if (judgement === null || !isTold(indicator, judgement)) return [];
    return [indicatorMatter(indicator, { judgement, year }, context)];
  });
}

/** The newest verdict of the year that compares a result with its level; `null`: there is none yet. */
export function lastJudged(
  indicator: Indicator,
  year: number,
  { open, typed }: { readonly open: readonly Judged[]; readonly typed: Typed },
): Judgement | null {
  for (const period of newestFirst(typed.plan)) {
    if (period.year !== year || period.state === 'unopened') continue;
    const judged = isOpen(period) ? open.find((each) => each.period.name === period.name) : undefined;
    const judgement = judged?.evaluation.judgements.get(indicator.id) ?? closedJudgement(indicator, period, typed);
    if (judgement.verdict === 'met' || isNotMet(judgement.verdict)) return judgement;
  }
  return null;
}

function closedJudgement(indicator: Indicator, period: Period, { plan, actuals }: Typed): Judgement {
  const actual = actualsIn(actuals, period.name).get(indicator.id) ?? null;
  return judge(indicator, actual, { period, asOf: period.end, plan, actuals });
}

function isOfPlan({ kind, origin }: Indicator): boolean {
  return kind !== 'statistic' && kind !== 'track-only' && origin !== 'proposed';
}

function isTold(indicator: Indicator, { verdict }: Judgement): boolean {
  return isOfPlan(indicator) && isNotMet(verdict);
}

/** «Gần đạt» is still not met. */
export function isNotMet(verdict: Verdict): boolean {
  return verdict === 'not-met' || verdict === 'nearly-met';
}

type OfYear = { readonly judgement: Judgement; readonly year: number };

function indicatorMatter(indicator: Indicator, { judgement, year }: OfYear, { typed, today }: Context): Matter {
  const answers = answersIn(actualsOf(indicator.id, year, typed));
  return {
    alert: {
      key: indicatorKey(indicator.id, year, judgement.verdict),
      about: { kind: 'indicator', indicator, judgement },
      ...toTell(answers),
    },
    rank: judgement.verdict === 'not-met' ? NOT_MET : NEARLY_MET,
    late: 0,
    muted: isMuted(answers, today),
  };
}

function taskMatter(task: Task, standing: TaskStanding | undefined, { typed, today }: Context): Matter | null {
  if (standing === undefined || standing.status !== 'overdue' || !standing.binding || standing.lastDay === null) return null;
  const answers = answersToTask(task, standing.lastDay, typed);
  return {
    alert: {
      key: taskKey(task.id, standing.lastDay, standing.status),
      about: { kind: 'task', task, standing },
      ...toTell(answers),
    },
    rank: OVERDUE,
    late: 0 - (standing.workingDaysLeft ?? 0),
    muted: isMuted(answers, today),
  };
}

function toTell({ cause, proposal, directive }: Answers): Pick<Alert, 'cause' | 'proposal' | 'directive'> {
  return { cause, proposal, directive };
}
