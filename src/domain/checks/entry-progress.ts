import type { Source } from '../core/source.ts';
import type { Evaluation, Typed } from '../judging/evaluate.ts';
import { countOf } from '../judging/measure.ts';
import type { Judgement, Verdict } from '../judging/verdict.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { actualsIn, type RowsById } from '../plan/rows-in.ts';
import type { Task, TaskStanding, TaskStatus } from '../plan/task.ts';

/** How many rows one lead must enter in a period, and how many are entered. */
export type EntryProgress = { readonly lead: string; readonly due: number; readonly entered: number };

/** A row of the period that its lead has not filled in, and the cell to type into. */
export type OwedRow = { readonly lead: string; readonly id: string; readonly title: string; readonly at: Source };

/** Rows that ask for nothing in this period. */
const ASKS_NOTHING: readonly Verdict[] = ['not-applicable', 'track-only', 'not-due'];
const TASK_ASKS_NOTHING: readonly TaskStatus[] = ['not-applicable', 'suspended', 'done-on-time', 'done-late', 'done'];

/** A row that asks for an entry: of an indicator with its judgement, or of a task. */
type DueRow = { readonly entered: boolean; readonly period: string; readonly field?: string } & (
  | { readonly indicator: Indicator; readonly judgement: Judgement }
  | { readonly task: Task }
);

/** Counts, lead by lead in the order of the plan, the indicators to be judged and the tasks still open; entered = not blank. */
export function entryProgress(plan: Plan, evaluation: Evaluation): EntryProgress[] {
  const leads = new Map<string, { due: number; entered: number }>();
  for (const row of dueRows(plan, evaluation)) {
    const { due, entered } = leads.get(leadOf(row)) ?? { due: 0, entered: 0 };
    leads.set(leadOf(row), { due: due + 1, entered: entered + Number(row.entered) });
  }
  return [...leads].map(([lead, { due, entered }]) => ({ lead, due, entered }));
}

/** The rows that those counts leave over, in the order of the plan: of each lead as many as `due − entered`. */
export function owedRows({ plan, actuals }: Typed, evaluation: Evaluation): OwedRow[] {
  return dueRows(plan, evaluation).flatMap((row) => {
    if (row.entered) return [];
    if ('task' in row) {
      const { id, title, lead } = row.task;
      return [{ lead, id, title, at: { of: 'entry', id, period: row.period, field: row.field ?? 'progress' } }];
    }
    const { id, title, lead } = row.indicator;
    return [{ lead, id, title, at: cellToType(row.indicator, row.judgement, actualsIn(actuals, row.period)) }];
  });
}

/** Whether the lead still owes the figure of an indicator. */
export function owesFigure({ verdict }: Judgement): boolean {
  return verdict === 'no-data';
}

/** Whether the lead still owes a word on a task, or the day of its completion. */
export function owesWord({ status, told, question }: TaskStanding): boolean {
  return question?.kind === 'completion-day' || (!told && !TASK_ASKS_NOTHING.includes(status));
}

function leadOf(row: DueRow): string {
  return 'task' in row ? row.task.lead : row.indicator.lead;
}

function dueRows(plan: Plan, { judgements, standings }: Evaluation): DueRow[] {
  const indicators = plan.indicators.flatMap((indicator): DueRow[] => {
    const judgement = judgements.get(indicator.id);
    if (judgement === undefined || ASKS_NOTHING.includes(judgement.verdict)) return [];
    return [{ indicator, judgement, entered: !owesFigure(judgement), period: judgement.period }];
  });
  const tasks = plan.tasks.flatMap((task): DueRow[] => {
    const standing = standings.get(task.id);
    if (standing === undefined) return [];
    if (standing.question?.kind === 'completion-day')
      return [{ task, entered: false, period: standing.question.period, field: 'completedOn' }];
    return TASK_ASKS_NOTHING.includes(standing.status) ? [] : [{ task, entered: standing.told, period: standing.period }];
  });
  return [...indicators, ...tasks];
}

/** Where the missing figure is typed: in the row itself, or in the first blank row that it takes its figures from. */
function cellToType({ id, unit, kind, links }: Indicator, { reason, period }: Judgement, rows: RowsById<Actual>): Source {
  if (reason === 'baseline-missing') return { of: 'indicator', id, period: '', field: 'baseline' };
  const from = [...(links?.numerator ?? []), ...(links?.denominator ?? [])];
  const blank = from.find((part) => countOf(rows.get(part) ?? null) === null) ?? from[0];
  if (blank !== undefined) return { of: 'actual', id: blank, period, field: 'typed' };
  if (reason === 'denominator-missing') return { of: 'actual', id, period, field: 'denominator' };
  const isRate = unit.trim() === '%' && kind !== 'below-baseline';
  return { of: 'actual', id, period, field: isRate ? 'numerator' : 'typed' };
}
