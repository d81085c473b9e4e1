import { SEVERITIES } from '../../domain/checks/finding.ts';
import type { Day } from '../../domain/core/day.ts';
import { type Evaluation, type Evaluations, evaluations } from '../../domain/judging/evaluate.ts';
import { VERDICTS } from '../../domain/judging/verdict.ts';
import { judgedAsOf, openFirst } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import { TASK_STATUSES } from '../../domain/plan/task.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Judged } from '../../workbook/write/derived.ts';
import type { Counts } from '../replies/actions.ts';
import type { ProblemLine } from '../replies/lines.ts';
import { problemLines } from './problem-lines.ts';

/** What the book says as of a day about the periods that are open; `period` and `evaluation` are those of the one being entered, `null` where none is open. */
export type Assessment = {
  readonly period: Period | null;
  readonly evaluation: Evaluation | null;
  /** Every open period with its verdicts, the one being entered first. */
  readonly open: readonly Judged[];
  readonly problems: readonly ProblemLine[];
  /** Of the period being entered; problems of all. */
  readonly counts: Counts;
};

/** Judges the whole book as of today: the one place where the sheet's figures, the overview and the pages get their numbers. */
export function assess(book: Book, today: Day): Assessment {
  const judged = evaluations(book);
  const open = judgedOpen(book, today, judged);
  const [main] = open;
  const problems = problemLines(
    book,
    open.map(({ period }) => period),
    today,
    judged,
  );
  const evaluation = main?.evaluation ?? null;
  return { period: main?.period ?? null, evaluation, open, problems, counts: countsOf(evaluation, problems) };
}

/** Every open period with its verdicts, each as of its own day, the one being entered first. `judged`: what was judged already. */
export function judgedOpen(book: Book, today: Day, judged: Evaluations = evaluations(book)): Judged[] {
  const { periods } = book.plan;
  return openFirst(periods, today).map((period) => ({
    period,
    evaluation: judged({ period, asOf: judgedAsOf(period, periods, today) }),
  }));
}

function zeros<Code extends string>(codes: readonly Code[]): Record<Code, number> {
  return Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
}

/** Indicators per verdict, tasks per status, problems per severity; all zero where no period is being entered. */
export function countsOf(evaluation: Evaluation | null, problems: readonly ProblemLine[]): Counts {
  const bySeverity = zeros(SEVERITIES);
  for (const { severity } of problems) bySeverity[severity] += 1;
  return {
    verdicts: evaluation?.tally.verdicts ?? zeros(VERDICTS),
    statuses: evaluation?.tally.statuses ?? zeros(TASK_STATUSES),
    proposed: evaluation?.tally.proposed ?? { indicators: 0, tasks: 0 },
    plans: evaluation?.plans ?? [],
    problems: bySeverity,
  };
}
