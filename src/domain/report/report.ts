import type { Day } from '../core/day.ts';
import { isSample } from '../plan/settings.ts';
import { reportAnnexes } from './report-annexes.ts';
import { indicatorItem, taskItem } from './report-items.ts';
import { missingFrom } from './report-missing.ts';
import type { Report, ReportFacts, ReportRequest } from './report-model.ts';
import { reportNames } from './report-names.ts';
import { reportSections } from './report-sections.ts';
import { indicatorTally, taskTally } from './report-tally.ts';

/** The day whose names a report carries: the day it was signed, else its cut-off. */
export function namesDay({ period, asOf }: Pick<ReportRequest, 'period' | 'asOf'>): Day {
  return period.signedOn ?? asOf;
}

/** Decides all that the report of a period says. */
export function composeReport(facts: ReportFacts, request: ReportRequest): Report {
  const indicators = facts.plan.indicators.map((indicator) => indicatorItem(indicator, facts, request));
  const tasks = facts.plan.tasks.flatMap((task) => taskItem(task, facts, request));
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
    annexes: reportAnnexes(facts.plan, rows, request),
    missing,
  };
}
