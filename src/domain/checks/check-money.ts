import { isBlank } from '../core/word.ts';
import { AMOUNTS, hasMoney } from '../plan/money.ts';
import type { Task } from '../plan/task.ts';
import { atPlanned, type Finding } from './finding.ts';

/** What cannot be so in the money of a task, and what was forgotten; nothing where it has none. */
export function checkMoney(task: Task): Finding[] {
  if (!hasMoney(task)) return [];
  const { budget, allotted, spent, budgetSource } = task;
  const make = atPlanned('task', task);
  const negative = AMOUNTS.filter((amount) => (task[amount] ?? 0) < 0);
  if (negative.length > 0) return negative.map((amount) => make('negative-number', amount, { value: task[amount] }));
  return [
    ...(spent !== null && allotted !== null && spent > allotted
      ? [make('spent-above-allotted', 'spent', { spent, allotted })]
      : []),
    ...(spent !== null && spent > 0 && allotted === null ? [make('spent-not-allotted', 'allotted', { spent })] : []),
    ...(allotted !== null && budget !== null && allotted > budget
      ? [make('allotted-above-estimate', 'allotted', { allotted, estimate: budget })]
      : []),
    ...(isBlank(budgetSource) ? [make('money-source-missing', 'budgetSource')] : []),
  ];
}
