import { SEVERITIES } from '../../domain/checks/finding.ts';
import type { Day } from '../../domain/core/day.ts';
import { type Evaluation, evaluations } from '../../domain/judging/evaluate.ts';
import { VERDICTS } from '../../domain/judging/verdict.ts';
import { periodBeingEntered } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import { TASK_STATUSES } from '../../domain/plan/task.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Counts } from '../replies/actions.ts';
import type { ProblemLine } from '../replies/lines.ts';
import { problemLines } from './problem-lines.ts';

/** What the book says as of a day about the period being entered; `null` where none is open. */
export type Assessment = {
  readonly period: Period | null;
  readonly evaluation: Evaluation | null;
  readonly problems: readonly ProblemLine[];
  readonly counts: Counts;
};

/** Judges the whole book as of today: the one place where the sheet's figures, the overview and the pages get their numbers. */
export function assess(book: Book, today: Day): Assessment {
  const period = periodBeingEntered(book.plan.periods, today);
  const judged = evaluations(book);
  const evaluation = period === null ? null : judged({ period, asOf: today });
  const problems = problemLines(book, period, today, judged);
  return { period, evaluation, problems, counts: countsOf(evaluation, problems) };
}

function zeros<Code extends string>(codes: readonly Code[]): Record<Code, number> {
  return Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
}

/** Indicators per verdict, tasks per status, problems per severity; all zero where no period is being entered. */
export function countsOf(evaluation: Evaluation | null, problems: readonly ProblemLine[]): Counts {
  const bySeverity = zeros(SEVERITIES);
  for (const { severity } of problems) bySeverity[severity] += 1;
  return {
    verdicts: evaluation?.verdictCounts ?? zeros(VERDICTS),
    statuses: evaluation?.statusCounts ?? zeros(TASK_STATUSES),
    problems: bySeverity,
  };
}
