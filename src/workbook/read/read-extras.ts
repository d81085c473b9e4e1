import { tidy } from '../../domain/core/word.ts';
import type { Recommendation } from '../../domain/inspections/recommendation.ts';
import type { ScoreRow } from '../../domain/scores/criterion.ts';
import type { SurveyRow } from '../../domain/surveys/survey.ts';
import { readGiven, readParameters } from '../../words/scores/parameters.ts';
import type { TabTable } from '../core/tab.ts';
import { INSPECTIONS } from '../tabs/inspections.ts';
import { SCORES } from '../tabs/scores.ts';
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

/** The rows of `Tự chấm điểm`; one without its year belongs to no sheet. */
export function readScores(table: TabTable | undefined, reading: Reading): ScoreRow[] {
  return readRows(SCORES, table, reading).flatMap((cells) => {
    const { row: _, raw: __, taken: ___, self: ____, reached: _____, status, explanation, year, id, value, ...rest } = cells;
    if (year === null) return [];
    return [{ ...rest, id: tidy(id), year, parameters: readParameters(rest.parameters), value: readGiven(value) }];
  });
}
