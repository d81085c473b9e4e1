import type { Day } from '../core/day.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { actualsIn } from '../plan/rows-in.ts';
import type { Task, TaskEntry, TaskStanding } from '../plan/task.ts';
import { judge } from './judge.ts';
import { taskStanding } from './standing.ts';
import { type Tally, tallyOf } from './tally.ts';
import type { Judgement } from './verdict.ts';

/** The plan and what was typed, as read from the workbook. */
export type Typed = {
  readonly plan: Plan;
  readonly actuals: readonly Actual[];
  readonly entries: readonly TaskEntry[];
};

/** Every verdict and status of one period as of one day. */
export type Evaluation = {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly standings: ReadonlyMap<string, TaskStanding>;
  /** Of the whole plan. */
  readonly tally: Tally;
};

/** Judges the whole plan in one period as of one day. */
export function evaluate({ plan, actuals, entries }: Typed, { period, asOf }: { period: Period; asOf: Day }): Evaluation {
  const actualOf = actualsIn(actuals, period.name);
  const entriesOf = groupBy(entries, ({ task }) => task);
  const judgements = new Map(
    plan.indicators.map((indicator) => {
      const actual = actualOf.get(indicator.id) ?? null;
      return [indicator.id, judge(indicator, actual, { period, asOf, plan, actuals })];
    }),
  );
  const standings = new Map(
    plan.tasks.map((task) => [task.id, taskStanding(task, entriesOf.get(task.id) ?? [], { period, asOf, plan })]),
  );
  return { judgements, standings, tally: tallyOf(judgedRows(plan.indicators, judgements), standingRows(plan.tasks, standings)) };
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
