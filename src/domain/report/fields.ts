import type { IndicatorItem, IndicatorTally, Report, TaskItem, TaskTally } from './report-model.ts';
import { indicatorTally, taskTally } from './report-tally.ts';

/** How one field of the plan stands: its indicators and its work, counted as the report counts them. */
export type FieldStanding = { readonly field: string; readonly indicators: IndicatorTally; readonly tasks: TaskTally };

/** Field by field in the office's order; a field in which nothing is judged and no work is counted has none. */
export function fieldStandings(report: Report): FieldStanding[] {
  const indicators = new Map(report.annexes.indicators.map(({ field, items }) => [field, items]));
  const tasks = new Map<string, TaskItem[]>();
  for (const item of [...report.annexes.tasks.standing, ...report.annexes.tasks.dated]) {
    tasks.set(item.task.field, [...(tasks.get(item.task.field) ?? []), item]);
  }
  const fields = [...new Set([...indicators.keys(), ...tasks.keys()])];
  return fields.map((field) => standingOf(field, indicators.get(field) ?? [], { tasks: tasks.get(field) ?? [], report }));
}

type Rest = { readonly tasks: readonly TaskItem[]; readonly report: Report };

function standingOf(field: string, indicators: readonly IndicatorItem[], { tasks, report }: Rest): FieldStanding {
  return { field, indicators: indicatorTally(indicators), tasks: taskTally(tasks, report) };
}
