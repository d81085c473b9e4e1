import { SEVERITIES } from '../../domain/checks/finding.ts';
import type { Evaluation } from '../../domain/judging/evaluate.ts';
import { VERDICTS } from '../../domain/judging/verdict.ts';
import { TASK_STATUSES } from '../../domain/plan/task.ts';
import type { Counts } from '../calls.ts';
import type { ProblemLine } from '../replies/lines.ts';

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
