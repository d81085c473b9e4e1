import type { Indicator } from '../plan/indicator.ts';
import { type Plan, planOfRow, plansTold } from '../plan/plan.ts';
import { isProposal, TASK_STATUSES, type Task, type TaskStanding, type TaskStatus } from '../plan/task.ts';
import { type Judgement, VERDICTS, type Verdict } from './verdict.ts';

/**
 * The counts that the sheet, the overview, the pages, the reports and the mails print: one rule for all. What is only proposed (a level, a deadline) binds
 * nobody and stands in no official count; it is counted beside them.
 */
export type Tally = {
  /** Over the indicators, without the rows of the statistical annex. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly statuses: Readonly<Record<TaskStatus, number>>;
  readonly proposed: { readonly indicators: number; readonly tasks: number };
};

/** The counts of one of several plans that are in force at once: rows of two plans are never added. */
export type PlanTally = Tally & { readonly plan: string; readonly title: string };

/** An indicator beside its verdict, and a task beside its status. */
export type JudgedIndicator = { readonly indicator: Indicator; readonly judgement: Pick<Judgement, 'verdict'> };
export type JudgedTask = { readonly task: Task; readonly standing: Pick<TaskStanding, 'status'> };

/** Counts these rows, of a whole plan or of a part of it. */
export function tallyOf(indicators: readonly JudgedIndicator[], tasks: readonly JudgedTask[]): Tally {
  const judged = indicators.filter(({ indicator }) => isJudgedKind(indicator));
  const levels = judged.filter(({ indicator }) => isProposedLevel(indicator)).length;
  const deadlines = tasks.filter(({ task }) => isProposal(task)).length;
  return {
    verdicts: countBy(
      VERDICTS,
      judged.filter(({ indicator }) => !isProposedLevel(indicator)).map(({ judgement }) => judgement.verdict),
    ),
    statuses: countBy(
      TASK_STATUSES,
      tasks.filter(({ task }) => !isProposal(task)).map(({ standing }) => standing.status),
    ),
    proposed: { indicators: levels, tasks: deadlines },
  };
}

/** The counts of each plan in force in that year; none where there is only one, whose counts are those of all. */
export function talliesByPlan(
  plan: Pick<Plan, 'plans'>,
  year: number,
  { indicators, tasks }: { readonly indicators: readonly JudgedIndicator[]; readonly tasks: readonly JudgedTask[] },
): PlanTally[] {
  if (plan.plans.length < 2) return [];
  const plans = plansTold(plan, year, [...indicators.map(({ indicator }) => indicator), ...tasks.map(({ task }) => task)]);
  if (plans.length < 2) return [];
  return plans.map(({ id, title }) => {
    const isOf = (row: { readonly plan: string }): boolean => planOfRow(plan, row)?.id === id;
    const own = tallyOf(
      indicators.filter(({ indicator }) => isOf(indicator)),
      tasks.filter(({ task }) => isOf(task)),
    );
    return { plan: id, title: title === '' ? id : title, ...own };
  });
}

/** «Gần đạt» is still not met. */
export function notMet({ verdicts }: Pick<Tally, 'verdicts'>): number {
  return verdicts['not-met'] + verdicts['nearly-met'];
}

/** Whether the row is an indicator of the plan, not one of the statistical annex. */
export function isJudgedKind({ kind }: Indicator): boolean {
  return kind !== 'statistic';
}

/** Whether what the row is held against is only proposed; a row that is tracked alone has no level to propose. */
export function isProposedLevel({ origin, kind }: Indicator): boolean {
  return origin === 'proposed' && kind !== 'statistic' && kind !== 'track-only';
}

function countBy<Code extends string>(codes: readonly Code[], found: readonly Code[]): Record<Code, number> {
  const counts = Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
  for (const code of found) counts[code] += 1;
  return counts;
}
