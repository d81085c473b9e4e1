import type { Evaluation } from './evaluate.ts';
import type { Plan } from './plan.ts';
import type { TaskStatus } from './task.ts';
import type { Verdict } from './verdict.ts';

/** What one lead must enter in a period, and what of it is there. */
export type EntryProgress = { readonly lead: string; readonly due: number; readonly entered: number };

/** Rows that ask for nothing in this period. */
const ASKS_NOTHING: readonly Verdict[] = ['not-applicable', 'track-only', 'not-due'];
const TASK_ASKS_NOTHING: readonly TaskStatus[] = ['not-applicable', 'suspended', 'done-on-time', 'done-late'];

/** A row that asks to be entered in the period, and whether it is. */
export type EntryRow = {
  readonly of: 'indicator' | 'task';
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly entered: boolean;
};

/** The indicators to be judged and the tasks still open, in the order of the plan; entered = not blank. */
export function entryRows(plan: Plan, { judgements, standings }: Evaluation): EntryRow[] {
  const indicators = plan.indicators.flatMap(({ id, title, lead }): EntryRow[] => {
    const verdict = judgements.get(id)?.verdict;
    if (verdict === undefined || ASKS_NOTHING.includes(verdict)) return [];
    return [{ of: 'indicator', id, title, lead, entered: verdict !== 'no-data' }];
  });
  const tasks = plan.tasks.flatMap(({ id, title, lead }): EntryRow[] => {
    const standing = standings.get(id);
    if (standing === undefined || TASK_ASKS_NOTHING.includes(standing.status)) return [];
    return [{ of: 'task', id, title, lead, entered: standing.told }];
  });
  return [...indicators, ...tasks];
}

/** Counts those rows lead by lead. */
export function entryProgress(plan: Plan, evaluation: Evaluation): EntryProgress[] {
  const leads = new Map<string, { due: number; entered: number }>();
  for (const { lead, entered } of entryRows(plan, evaluation)) {
    const sofar = leads.get(lead) ?? { due: 0, entered: 0 };
    leads.set(lead, { due: sofar.due + 1, entered: sofar.entered + Number(entered) });
  }
  return [...leads].map(([lead, { due, entered }]) => ({ lead, due, entered }));
}
