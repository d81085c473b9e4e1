import { tidy } from '../../domain/core/word.ts';
import type { Recommendation } from '../../domain/inspections/recommendation.ts';
import type { SurveyRow } from '../../domain/surveys/survey.ts';
import type { TabTable } from '../core/tab.ts';
import { INSPECTIONS } from '../tabs/inspections.ts';
import { SURVEYS } from '../tabs/surveys.ts';
import { type Reading, readRows } from './read-rows.ts';

/** The rows of `Kiến nghị sau kiểm tra`. */
export function readRecommendations(table: TabTable | undefined, reading: Reading): Recommendation[] {
  return readRows(INSPECTIONS, table, reading).map(({ row: _, id, status: __, explanation: ___, ...rest }) => ({
    ...rest,
    id: tidy(id),
  }));
}

/** The rows of `Khảo sát hài lòng`. */
export function readSurveys(table: TabTable | undefined, reading: Reading): SurveyRow[] {
  return readRows(SURVEYS, table, reading).map((cells) => {
    const { row: _, status: __, explanation: ___, rate: ____, best, good, middling, poor, worst, id, question, ...rest } = cells;
    return { ...rest, id: tidy(id), question: tidy(question), levels: [best, good, middling, poor, worst] };
  });
}
