import type { Evaluation } from '../domain/evaluate.ts';
import type { Plan } from '../domain/plan.ts';

/** How many rows of the period a role still has to fill in. */
export type Owed = { readonly role: string; readonly count: number };

/** Who owes what: indicators due without data and tasks not updated, by lead, most first. */
export function owedByRole({ indicators, tasks }: Plan, { judgements, standings }: Evaluation): Owed[] {
  const leads = [
    ...indicators.filter(({ id }) => judgements.get(id)?.verdict === 'no-data').map(({ lead }) => lead),
    ...tasks.filter(({ id }) => standings.get(id)?.status === 'not-updated').map(({ lead }) => lead),
  ];
  const counts = new Map<string, number>();
  for (const lead of leads) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  return [...counts]
    .map(([role, count]) => ({ role, count }))
    .sort((left, right) => right.count - left.count || (left.role < right.role ? -1 : 1));
}
