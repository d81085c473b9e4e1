import type { Day } from '../core/day.ts';
import type { Recommendation } from '../inspections/recommendation.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import { isInForce, type Plan } from '../plan/plan.ts';
import { actualsIn } from '../plan/rows-in.ts';
import type { Task, TaskEntry, TaskStanding } from '../plan/task.ts';
import type { ScoreRow } from '../scores/criterion.ts';
import type { SurveyRow } from '../surveys/survey.ts';
import { judge } from './judge.ts';
import { taskStanding } from './standing.ts';
import { type PlanTally, type Tally, talliesByPlan, tallyOf } from './tally.ts';
import type { Judgement } from './verdict.ts';

/** The plan and what was typed, as read from the workbook. */
export type Typed = {
  readonly plan: Plan;
  readonly actuals: readonly Actual[];
  readonly entries: readonly TaskEntry[];
  /** Where the office keeps what inspections found. */
  readonly recommendations?: readonly Recommendation[];
  readonly surveys?: readonly SurveyRow[];
  readonly scores?: readonly ScoreRow[];
};

/** Every verdict and status of one period as of one day. */
export type Evaluation = {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly standings: ReadonlyMap<string, TaskStanding>;
  /** Of all rows. */
  readonly tally: Tally;
  /** Of each plan by itself, where several are in force. */
  readonly plans: readonly PlanTally[];
};

/** In which period, as of which day. */
type At = { readonly period: Period; readonly asOf: Day };

/** The evaluations of one reading of the workbook: each period and day is judged once, however many parts of a report ask. */
export type Evaluations = (at: At) => Evaluation;

/** Judges when it is asked for the first time; a reading never changes, so that the answer holds. */
export function evaluations(typed: Typed): Evaluations {
  const made = new Map<string, Evaluation>();
  return (at) => {
    const key = `${at.period.name}|${at.asOf}`;
    const evaluation = made.get(key) ?? evaluate(typed, at);
    made.set(key, evaluation);
    return evaluation;
  };
}

/** Judges the rows in force in one period as of one day; with `only`, the rows of these `Mã` alone, and counts no others. */
export function evaluate(
  { plan, actuals, entries }: Typed,
  { period, asOf, only }: At & { readonly only?: ReadonlySet<string> },
): Evaluation {
  const isAsked = (row: { readonly id: string; readonly plan: string }): boolean =>
    only?.has(row.id) !== false && isInForce(plan, row, period.year);
  const [indicators, tasks] = [plan.indicators.filter(isAsked), plan.tasks.filter(isAsked)];
  const actualOf = actualsIn(actuals, period.name);
  const entriesOf = groupBy(entries, ({ task }) => task);
  const judgements = new Map(
    indicators.map((indicator) => {
      const actual = actualOf.get(indicator.id) ?? null;
      return [indicator.id, judge(indicator, actual, { period, asOf, plan, actuals })];
    }),
  );
  const standings = new Map(
    tasks.map((task) => [task.id, taskStanding(task, entriesOf.get(task.id) ?? [], { period, asOf, plan })]),
  );
  const rows = { indicators: judgedRows(indicators, judgements), tasks: standingRows(tasks, standings) };
  return { judgements, standings, tally: tallyOf(rows.indicators, rows.tasks), plans: talliesByPlan(plan, period.year, rows) };
}

function judgedRows(indicators: readonly Indicator[], judgements: Evaluation['judgements']) {
  return indicators.flatMap((indicator) => {
    const judgement = judgements.get(indicator.id);
    return judgement === undefined ? [] : [{ indicator, judgement }];
  });
}

function standingRows(tasks: readonly Task[], standings: Evaluation['standings']) {
  return tasks.flatMap((task) => {
    const standing = standings.get(task.id);
    return standing === undefined ? [] : [{ task, standing }];
  });
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
