import { entryProgress } from '../domain/entry-progress.ts';
import type { Evaluation } from '../domain/evaluate.ts';
import type { Plan } from '../domain/plan.ts';

/** How many rows of the period a role still has to fill in. */
export type Owed = { readonly role: string; readonly count: number };

/** Who owes what, most first: the same numbers as `Tiến độ nhập theo chủ trì` on the overview. */
export function owedByRole(plan: Plan, evaluation: Evaluation): Owed[] {
  return entryProgress(plan, evaluation)
    .map(({ lead, due, entered }) => ({ role: lead, count: due - entered }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count);
}
