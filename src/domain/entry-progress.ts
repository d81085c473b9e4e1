import type { Evaluation } from './evaluate.ts';
import type { Plan } from './plan.ts';
import type { TaskStatus } from './task.ts';
import type { Verdict } from './verdict.ts';

/** What one lead must enter in a period, and what of it is there. */
export type EntryProgress = { readonly lead: string; readonly due: number; readonly entered: number };

/** Rows that ask for nothing in this period. */
const ASKS_NOTHING: readonly Verdict[] = ['not-applicable', 'track-only', 'not-due'];
const TASK_ASKS_NOTHING: readonly TaskStatus[] = ['not-applicable', 'suspended', 'done-on-time', 'done-late'];

/** Counts, lead by lead in the order of the plan, the indicators to be judged and the tasks still open; entered = not blank. */
export function entryProgress(plan: Plan, { judgements, standings }: Evaluation): EntryProgress[] {
  const leads = new Map<string, { due: number; entered: number }>();
  const count = (lead: string, isEntered: boolean): void => {
    const { due, entered } = leads.get(lead) ?? { due: 0, entered: 0 };
    leads.set(lead, { due: due + 1, entered: entered + Number(isEntered) });
  };
  for (const { id, lead } of plan.indicators) {
    const verdict = judgements.get(id)?.verdict;
    if (verdict !== undefined && !ASKS_NOTHING.includes(verdict)) count(lead, verdict !== 'no-data');
  }
  for (const { id, lead } of plan.tasks) {
    const standing = standings.get(id);
    if (standing !== undefined && !TASK_ASKS_NOTHING.includes(standing.status)) count(lead, standing.told);
  }
  return [...leads].map(([lead, { due, entered }]) => ({ lead, due, entered }));
}
