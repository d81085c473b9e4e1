import type { Source } from '../../domain/core/source.ts';
import { type SurveyRow, surveysIn } from '../../domain/surveys/survey.ts';
import { saySurvey, saySurveyRow } from '../../words/surveys/survey.ts';
import type { Book } from '../../workbook/core/book.ts';
import { headerOf } from '../../workbook/read/find-columns.ts';
import { SURVEYS } from '../../workbook/tabs/surveys.ts';
import { textAt } from '../base/office-cells.ts';
import type { Ports } from '../base/ports.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { ExtrasView } from '../replies/extras.ts';
import { formCell } from './form-cell.ts';
import { fieldsFor } from './whose-row.ts';

const FIELDS = Object.entries(SURVEYS.columns).flatMap(([key, { by }]) => (by === 'office' ? [key] : []));

/** The surveys, newest first, each question with its form. */
export function surveysView(ports: Ports, book: Book): NonNullable<ExtrasView['surveys']> {
  const mine = fieldsFor(ports, book, 'surveys', '').filter((field) => FIELDS.includes(field));
  const textsOf = (row: SurveyRow) =>
    Object.fromEntries(FIELDS.map((field) => [headerOf(SURVEYS, field), textAt(book, at(row, field)) ?? '']));
  return {
    form: FIELDS.map((field) => formCell(SURVEYS, field)),
    begin: mine.map((field) => headerOf(SURVEYS, field)),
    list: surveysIn(book.surveys)
      .reverse()
      .map((survey) => ({
        id: survey.id,
        said: saySurvey(survey),
        state: survey.state,
        questions: survey.rows.map((row) => ({
          id: `${row.id}|${row.question}`,
          text: row.text === '' ? row.question : `${row.question}. ${row.text}`,
          said: saySurveyRow(row, survey),
          texts: textsOf(row),
          at: placeOf(book.addressOf(at(row, 'best'))),
        })),
      })),
  };
}

function at({ id, question }: SurveyRow, field: string): Source {
  return { of: 'survey', id, period: question, field };
}
