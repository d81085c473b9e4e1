import type { Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import type { Period } from '../period/period.ts';
import type { Indicator } from '../plan/indicator.ts';
import { isInForce, type Plan } from '../plan/plan.ts';
import { isSample, isWished, settingList } from '../plan/settings.ts';
import { TASK_STATUSES, type Task } from '../plan/task.ts';
import { indicatorItem, taskItem } from './report-items.ts';
import { missingFrom } from './report-missing.ts';
import type { FieldGroup, IndicatorItem, Report, ReportAnnexes, ReportFacts, ReportRequest } from './report-model.ts';
import { reportNames } from './report-names.ts';
import { moneyTold, recommendationItems, surveysTold } from './report-registers.ts';
import { countsOfPlans, type ReportRows, reportSections } from './report-sections.ts';
import { indicatorTally, isCounted, isStanding, settledBefore, taskTally } from './report-tally.ts';

/** The day whose names a report carries: the day it was signed, else its cut-off. */
export function namesDay({ period, asOf }: Pick<ReportRequest, 'period' | 'asOf'>): Day {
  return period.signedOn ?? asOf;
}

/** Decides all that the report of a period says. */
export function composeReport(facts: ReportFacts, request: ReportRequest): Report {
  const { year } = request.period;
  const inForce = <Row extends Indicator | Task>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => isInForce(facts.plan, row, year));
  const indicators = inForce(facts.plan.indicators).map((indicator) => indicatorItem(indicator, facts, request));
  const tasks = inForce(facts.plan.tasks).flatMap((task) => taskItem(task, facts, request));
  const rows = { indicators, tasks };
  const names = reportNames(facts.plan, request.period, namesDay(request));
  const sections = reportSections(facts, request, rows);
  const missing = missingFrom(facts, rows, { names, sections, period: request.period });
  return {
    ...request,
    draft: request.draft || missing.length > 0 || request.asOf < request.period.end,
    sample: isSample(facts.plan),
    names,
    sections,
    indicators: indicatorTally(indicators),
    tasks: taskTally(tasks, request),
    counts: countsOfPlans(facts.plan, rows, request),
    everyFormRow: isWished(facts.plan, 'every-form-row', request.asOf),
    annexes: {
      ...reportAnnexes(facts.plan, rows, request),
      recommendations: recommendationItems(facts, request),
      surveys: surveysTold(facts, request),
      money: moneyTold(facts, request),
      evidence: isWished(facts.plan, 'evidence-annex', request.asOf)
        ? [...indicators, ...tasks].filter(({ evidence }) => !isBlank(evidence))
        : [],
    },
    missing,
  };
}

type Window = { readonly period: Period; readonly asOf: Day };

/**
 * The three annexes: indicators and statistics by field, tasks by status, standing and dated work apart, without what an
 * earlier report told as done.
 */
export function reportAnnexes(
  plan: Plan,
  { indicators, tasks }: ReportRows,
  { period, asOf }: Window,
): Omit<ReportAnnexes, 'recommendations' | 'surveys' | 'money' | 'evidence'> {
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
