import type { Day } from '../../domain/core/day.ts';
import { stateOf } from '../../domain/inspections/recommendation.ts';
import { noticeDays } from '../../domain/plan/settings.ts';
import { rounded, type Score, scoreSheet } from '../../domain/scores/score.ts';
import { answeredIn, surveysIn } from '../../domain/surveys/survey.ts';
import { RECOMMENDATION_LABELS, SCORE_STATE_LABELS, SURVEY_STATE_LABELS } from '../../words/core/labels.ts';
import { sayRecommendation } from '../../words/inspections/recommendation.ts';
import { sayFigure, sayScore } from '../../words/scores/score.ts';
import { saySurveyRow } from '../../words/surveys/survey.ts';
import type { Book } from '../core/book.ts';
import type { Block, CellValue } from '../core/cell.ts';
import { knownFigures } from '../read/known-figures.ts';
import { scoresOf } from '../read/read-scores.ts';
import { rowBlocks, rowOf } from './write.ts';

/** The grey cells of the registers that this workbook keeps, as of a day. */
export function extraEdits(book: Book, today: Day): Block[] {
  return [...recommendationEdits(book, today), ...surveyEdits(book), ...scoreEdits(book, today)];
}

function recommendationEdits({ tables, plan, recommendations }: Book, today: Day): Block[] {
  const table = tables.get('inspections');
  if (table === undefined) return [];
  const context = { today, noticeDays: noticeDays(plan, today), holidays: plan.holidays };
  const edits = recommendations.flatMap((row) => {
    const at = rowOf(table, [row.id]);
    const state = stateOf(row, context);
    const values = { status: RECOMMENDATION_LABELS[state], explanation: sayRecommendation(row, state, context) };
    return at === null ? [] : [{ row: at, values }];
  });
  return rowBlocks(table, edits);
}

/** A rate is shown to four digits behind the comma, which no sum of forms of a commune needs more of. */
const SHOWN = 10_000;

function surveyEdits({ tables, surveys }: Book): Block[] {
  const table = tables.get('surveys');
  if (table === undefined) return [];
  const edits = surveysIn(surveys).flatMap((survey) =>
    survey.rows.flatMap((row) => {
      const at = rowOf(table, [row.id, row.question]);
      const { satisfied, answered } = answeredIn(row);
      const rate = answered === 0 ? '' : Math.round((100 * satisfied * SHOWN) / answered) / SHOWN;
      const values = { rate, status: SURVEY_STATE_LABELS[survey.state], explanation: saySurveyRow(row, survey) };
      return at === null ? [] : [{ row: at, values }];
    }),
  );
  return rowBlocks(table, edits);
}

function scoreEdits(book: Book, today: Day): Block[] {
  const table = book.tables.get('scores');
  if (table === undefined || scoresOf(book).rows.length === 0) return [];
  const known = knownFigures(book, today);
  const years = [...new Set(scoresOf(book).rows.map(({ year }) => year))];
  const edits = years.flatMap((year) =>
    scoreSheet(scoresOf(book).rows, year, known).lines.flatMap((score) => {
      const at = rowOf(table, [score.row.id, String(year)]);
      return at === null ? [] : [{ row: at, values: scoreCells(score) }];
    }),
  );
  return rowBlocks(table, edits);
}

/** Where nobody of the office scores, nothing is claimed: blank, not nothing. */
function scoreCells(score: Score): Record<string, CellValue> {
  const { state, figure, raw, self, reached } = score;
  const isClaimed = state !== 'by-others' && state !== 'excluded';
  return {
    raw: isClaimed ? rounded(raw) : '',
    taken: figure === null ? '' : sayFigure(figure),
    self: isClaimed ? rounded(self) : '',
    reached: state === 'excluded' ? '' : rounded(reached),
    status: SCORE_STATE_LABELS[state],
    explanation: sayScore(score),
  };
}
