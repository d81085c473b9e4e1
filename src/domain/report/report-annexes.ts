import type { Day } from '../core/day.ts';
import type { Period } from '../period/period.ts';
import type { Plan } from '../plan/plan.ts';
import { settingList } from '../plan/settings.ts';
import { TASK_STATUSES } from '../plan/task.ts';
import type { FieldGroup, IndicatorItem, ReportAnnexes } from './report-model.ts';
import type { ReportRows } from './report-sections.ts';
import { isCounted, isStanding, settledBefore } from './report-tally.ts';

type Window = { readonly period: Period; readonly asOf: Day };

/** The three annexes: indicators and statistics by field, tasks by status, standing and dated work apart, without what an earlier report told as done. */
export function reportAnnexes(plan: Plan, { indicators, tasks }: ReportRows, { period, asOf }: Window): ReportAnnexes {
  const fields = settingList(plan, 'fields', asOf);
  const byStatus = [...tasks].sort(
    (left, right) => TASK_STATUSES.indexOf(left.standing.status) - TASK_STATUSES.indexOf(right.standing.status),
  );
  return {
    indicators: byField(
      indicators.filter(({ indicator }) => indicator.kind !== 'statistic'),
      fields,
    ),
    tasks: {
      standing: byStatus.filter(isStanding),
      dated: byStatus.filter((item) => !isStanding(item) && !(isCounted(item) && settledBefore(item, period))),
    },
    statistics: byField(
      indicators.filter(({ indicator }) => indicator.kind === 'statistic'),
      fields,
    ),
  };
}

/** In the office's order of fields; a field it does not list comes last. */
function byField(items: readonly IndicatorItem[], fields: readonly string[]): FieldGroup<IndicatorItem>[] {
  const used = new Set(items.map(({ indicator }) => indicator.field));
  const order = [...new Set([...fields.filter((field) => used.has(field)), ...used])];
  return order.map((field) => ({ field, items: items.filter(({ indicator }) => indicator.field === field) }));
}
