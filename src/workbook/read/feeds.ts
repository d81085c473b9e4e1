import type { Feed } from '../../domain/checks/check-feeds.ts';
import { dayFrom } from '../../domain/core/day.ts';
import { fold, tidy } from '../../domain/core/word.ts';
import { type InspectionCounts, inspectionCounts, type Recommendation } from '../../domain/inspections/recommendation.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { isInForce } from '../../domain/plan/plan.ts';
import { feedingSurvey, type Survey, type SurveyMethod, surveysIn, surveysOver } from '../../domain/surveys/survey.ts';
import type { Book } from '../core/book.ts';
import { INSPECTIONS } from '../tabs/inspections.ts';
import { SURVEYS } from '../tabs/surveys.ts';

/** The rows of the ministry's forms that the register counts, by their codes (Biểu mẫu 1). */
const OF_FORMS: Readonly<Record<string, keyof InspectionCounts>> = { '1.3.3.1': 'found', '1.3.3.2': 'mended' };

/** What the registers that are kept say of the rows of a period; of a register without any row nothing. */
export function feedsOf(book: Book, period: Period): Feed[] {
  const { plan, recommendations, surveys: rows } = book;
  if (recommendations.length + rows.length === 0) return [];
  const surveys = surveysIn(rows);
  return plan.indicators
    .filter((indicator) => isInForce(plan, indicator, period.year))
    .flatMap((indicator) => [...countOf(recommendations, indicator, period), ...surveyOf(surveys, indicator, period)]);
}

function countOf(rows: readonly Recommendation[], indicator: Indicator, period: Period): Feed[] {
  const key = countIn(indicator.measure) ?? OF_FORMS[tidy(indicator.form)];
  if (key === undefined || rows.length === 0) return [];
  const numerator = inspectionCounts(rows, spanOf(indicator, period))[key];
  return [{ indicator: indicator.id, period: period.name, numerator, denominator: null, from: INSPECTIONS.name }];
}

/** The rows of Biểu mẫu 1, mục 5: whether a survey was made, how many forms, in which way. */
const OF_SURVEYS: Readonly<Record<string, (made: readonly Survey[]) => number>> = {
  '1.5': (made) => Number(made.length > 0),
  '1.5.1': (made) => made.reduce((all, { forms }) => all + forms, 0),
  '1.5.2': (made) =>
    METHODS.indexOf(
      made.length > 0 && made.every(({ method }) => method === made[0]?.method) ? (made[0]?.method ?? 'both') : 'both',
    ),
};
const METHODS: readonly SurveyMethod[] = ['online', 'paper', 'both'];

function surveyOf(surveys: readonly Survey[], indicator: Indicator, period: Period): Feed[] {
  const span = spanOf(indicator, period);
  const feed = { indicator: indicator.id, period: period.name };
  const feeding = feedingSurvey(surveys, indicator.id, span);
  if (feeding !== null) {
    const { id, whole } = feeding;
    return [{ ...feed, numerator: whole.satisfied, denominator: whole.answered, from: `${SURVEYS.name}, ${id}` }];
  }
  const made = surveysOver(surveys, span).filter(({ subject }) => subject === 'citizens');
  const count = made.length === 0 ? undefined : OF_SURVEYS[tidy(indicator.form)];
  return count === undefined ? [] : [{ ...feed, numerator: count(made), denominator: null, from: SURVEYS.name }];
}

/** From New Year on where the row counts cumulatively, else the period alone. */
function spanOf({ data }: Indicator, { start, end, year }: Period) {
  return { start: data === 'in-period' ? start : (dayFrom(year, 1, 1) ?? start), end };
}

/** What «Đếm …» in `Cách tính` counts in `Kiến nghị sau kiểm tra`. */
const COUNTED: Readonly<Record<string, keyof InspectionCounts>> = {
  'đếm cuộc kiểm tra': 'inspections',
  'đếm cuộc kiểm tra đột xuất': 'unannounced',
  'đếm kiến nghị nêu ra': 'found',
  'đếm kiến nghị đã khắc phục': 'mended',
  'đếm kiến nghị đã phúc tra': 'rechecked',
  'đếm cuộc đối thoại': 'dialogues',
  'đếm đợt lấy ý kiến': 'polls',
};

/** «Đếm cuộc kiểm tra» in `Cách tính`: the row is counted from the register; `null` = it is not. */
function countIn(measure: string): keyof InspectionCounts | null {
  return COUNTED[fold(measure)] ?? null;
}
