import { daysBetween } from '../../domain/core/day.ts';
import { measure } from '../../domain/judging/measure.ts';
import { measuredThrough, predecessorsOf } from '../../domain/judging/predecessors.ts';
import type { Judgement } from '../../domain/judging/verdict.ts';
import { periodBefore } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Actual, Indicator } from '../../domain/plan/indicator.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { actualsIn, entriesIn, type RowsById } from '../../domain/plan/rows-in.ts';
import type { Task, TaskStanding } from '../../domain/plan/task.ts';
import { sayDay } from '../../words/core/day.ts';
import { PROGRESS_LABELS, STATUS_LABELS, TYPED_RESULT_LABELS, VERDICT_LABELS } from '../../words/core/labels.ts';
import { sayDue, sayStanding } from '../../words/judging/status.ts';
import { sayJudgement, sayLevel, sayMeasured, sayResult } from '../../words/judging/verdict.ts';
import type { Book } from '../core/book.ts';
import type { CellValue } from '../core/cell.ts';

type Values = Readonly<Record<string, CellValue>>;

/** What an entry row repeats of the plan and of the period before, for every row of one period. */
export type PlanCells = { ofIndicator(indicator: Indicator): Values; ofTask(task: Task): Values };

/** Reads the earlier period once for all rows. */
export function planCells({ plan, actuals, entries }: Book, period: Period): PlanCells {
  const before = periodBefore(period, plan.periods)?.name ?? '';
  const actualsBefore = actualsIn(actuals, before);
  const entriesBefore = entriesIn(entries, before);
  return {
    ofIndicator: (indicator) => {
      const { field, title, unit, kind, lead } = indicator;
      const level = sayLevel(indicator.targets.get(period.year) ?? null, unit, kind);
      const previous = sayPrevious(indicator, plan, actualsBefore);
      return { field, title, unit, level, measure: indicator.measure, window: sayWindow(period), previous, lead };
    },
    ofTask: (task) => {
      const { field, title, product, lead, supports } = task;
      const entry = [task, ...predecessorsOf(task, plan.tasks)].flatMap(({ id }) => entriesBefore.get(id) ?? [])[0];
      const progress = entry?.progress ?? null;
      const previous = entry?.result || (progress === null ? '' : PROGRESS_LABELS[progress]);
      return { field, title, product, previous, lead, supports: supports.join('; ') };
    },
  };
}

/** «15/12/2023 – 14/6/2024». */
function sayWindow({ start, end }: Period): string {
  return `${sayDay(start)} – ${sayDay(end)}`;
}

function sayPrevious(indicator: Indicator, plan: Pick<Plan, 'indicators'>, actuals: RowsById<Actual>): string {
  const actual = actuals.get(indicator.id) ?? null;
  const measured = measuredThrough(indicator, plan, (row) => measure(row, actuals.get(row.id) ?? null, actuals).measured);
  if (measured !== null) return sayMeasured(measured, indicator.unit);
  const kind = actual?.typed?.kind;
  return kind === 'not-applicable' || kind === 'nothing-arose' ? TYPED_RESULT_LABELS[kind] : '';
}

/** The result, the verdict and why, as they stand in grey cells. */
export function judgedCells(indicator: Indicator, judgement: Judgement): Values {
  return {
    result: sayResult(judgement, indicator.unit),
    verdict: VERDICT_LABELS[judgement.verdict],
    explanation: sayJudgement(judgement, indicator),
  };
}

/** The status of a task and why; the two dates that the colours hang on are written on entry rows only. */
export function statusCells(task: Task, standing: TaskStanding): Values {
  return { status: STATUS_LABELS[standing.status], explanation: sayStanding(standing, task) };
}

/**
 * The deadline as it stands in its cell, and from when it is painted; blank = never. A proposed deadline is never overdue, so
 * nothing says when its reminder ends: the days that it lasts stand as minutes behind the first one, out of sight.
 */
export function deadlineCells(task: Task, standing: TaskStanding): Values {
  const { remindFrom, overdueFrom, lastDay, binding } = standing;
  const lasts = binding || remindFrom === null || lastDay === null ? 0 : daysBetween(remindFrom, lastDay) + 1;
  return {
    due: sayDue(task, standing),
    remindFrom: remindFrom === null ? '' : { day: remindFrom, minutes: lasts },
    overdueFrom: overdueFrom === null ? '' : { day: overdueFrom, minutes: 0 },
  };
}
