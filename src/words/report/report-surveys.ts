import { answeredIn, type Survey, type SurveyRow } from '../../domain/surveys/survey.ts';
import { sayCount, sayPercent } from '../core/number.ts';
import type { Block, Run } from '../paper/paper.ts';
import { centred, figure, head, paragraph, plain, words } from '../paper/runs.ts';
import { ANSWERS } from '../surveys/answers.ts';
import { saySurvey } from '../surveys/survey.ts';

const FIELDS = ['best', 'good', 'middling', 'poor', 'worst'] as const;

/** One survey with a row for each question: how many answered what, and how many of them are satisfied. */
export function surveyBlocks(survey: Survey): Block[] {
  return [
    paragraph('section', plain(saySurvey(survey))),
    {
      is: 'table',
      widths: [7, 37, 9, 9, 9, 9, 9, 11],
      head: head('Câu', 'Nội dung', ...ANSWERS, 'Tỷ lệ hài lòng'),
      rows: survey.rows.map((row) => [
        centred(plain(row.question)),
        words(row.text),
        ...FIELDS.map((field, at) => centred(...countRuns(row, { field, at }))),
        centred(plain(sayRateOf(row))),
      ]),
    },
  ];
}

function countRuns(row: SurveyRow, { field, at }: { readonly field: string; readonly at: number }): Run[] {
  const count = row.levels[at];
  return typeof count === 'number' ? [figure(sayCount(count), { of: 'survey', id: row.id, period: row.question, field })] : [];
}

function sayRateOf(row: SurveyRow): string {
  const { satisfied, answered } = answeredIn(row);
  return answered === 0 ? '' : sayPercent((100 * satisfied) / answered);
}
