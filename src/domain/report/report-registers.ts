import { type Day, dayFrom } from '../core/day.ts';
import { isBlank, sameWord, tidy } from '../core/word.ts';
import { inspectionCounts, stateOf, untilDay } from '../inspections/recommendation.ts';
import { type MoneyTable, moneyIn, moneyTables } from '../plan/money.ts';
import { isInForce, type OutlineRow, type Plan } from '../plan/plan.ts';
import { noticeDays, settingList } from '../plan/settings.ts';
import { type Survey, surveysIn, surveysOver } from '../surveys/survey.ts';
import type { InspectionsItem, MoneyItem, RecommendationItem, ReportFacts, ReportRequest, SurveysItem } from './report-model.ts';

/** The form rows that inspections are counted in (Biểu mẫu 1, mục 3.3). */
const FORMS = ['1.3.3.1', '1.3.3.2'];

/**
 * Where the report tells of inspections: the section that names a row counted from them, else the first of the first field; `undefined` where
 * no section tells of rows.
 */
export function inspectionsHome(outline: readonly OutlineRow[], plan: Plan, asOf: Day): OutlineRow | undefined {
  const counted = plan.indicators.filter(({ form }) => FORMS.includes(tidy(form))).map(({ id }) => id);
  const named = outline.find(({ source }) => source.kind === 'field' && source.ids.some((id) => counted.includes(id)));
  const [first = ''] = settingList(plan, 'fields', asOf);
  const ofFirst = outline.find(({ source }) => source.kind === 'field' && sameWord(source.field, first));
  return named ?? ofFirst ?? outline.find(({ source }) => source.kind === 'field');
}

/** Counted as its figures are; where the register is kept and empty in that time, nothing is said. */
export function inspectionsItem({ recommendations = [] }: ReportFacts, request: ReportRequest): InspectionsItem[] {
  const counts = inspectionCounts(recommendations, windowOf(request));
  const { inspections, found, dialogues, polls } = counts;
  return inspections + found + dialogues + polls === 0 ? [] : [{ is: 'inspections', counts }];
}

/** What was found in that time, and what was found before it and not mended by then, in the order of their days. */
export function recommendationItems({ plan, recommendations = [] }: ReportFacts, request: ReportRequest): RecommendationItem[] {
  const { start, end } = windowOf(request);
  const context = { today: end, noticeDays: noticeDays(plan, end), holidays: plan.holidays };
  return recommendations
    .filter(({ finding, foundOn }) => !isBlank(finding) && foundOn !== null && foundOn <= end)
    .map((row) => ({ row, state: stateOf(untilDay(row, end), context) }))
    .filter(({ row: { foundOn, fixedOn } }) => (foundOn ?? end) >= start || fixedOn === null || fixedOn >= start)
    .sort(({ row: left }, { row: right }) => ((left.foundOn ?? '') < (right.foundOn ?? '') ? -1 : 1));
}

/** The surveys that ended in that time and have forms. */
export function surveysItem(facts: ReportFacts, request: ReportRequest): SurveysItem[] {
  const surveys = surveysMade(facts, request);
  return surveys.length === 0 ? [] : [{ is: 'surveys', surveys }];
}

/** Of them those whose questions the office wants told. */
export function surveysTold(facts: ReportFacts, request: ReportRequest): Survey[] {
  return surveysMade(facts, request).filter(({ told }) => told);
}

function surveysMade({ surveys = [] }: ReportFacts, request: ReportRequest): Survey[] {
  return surveysOver(surveysIn(surveys), windowOf(request)).filter(({ state }) => state !== 'nothing');
}

/** The money of the tasks in force, for the spans of years that hold the report's. */
export function moneyTold({ plan }: Pick<ReportFacts, 'plan'>, { period: { year }, asOf }: ReportRequest): MoneyTable[] {
  const tasks = plan.tasks.filter((task) => isInForce(plan, task, year));
  return moneyIn(moneyTables(plan, tasks, settingList(plan, 'fields', asOf)), year);
}

/** No money, no word of it. */
export function moneyItem(facts: ReportFacts, request: ReportRequest): MoneyItem[] {
  const tables = moneyTold(facts, request);
  return tables.length === 0 ? [] : [{ is: 'money', tables }];
}

function windowOf({ period, asOf }: ReportRequest) {
  const newYear = period.cumulative ? dayFrom(period.year, 1, 1) : null;
  return { start: newYear !== null && newYear < period.start ? newYear : period.start, end: asOf };
}
