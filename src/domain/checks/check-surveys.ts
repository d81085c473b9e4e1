import type { Day } from '../core/day.ts';
import { fold, isBlank } from '../core/word.ts';
import type { Plan } from '../plan/plan.ts';
import { answeredIn, type Survey, type SurveyRow, surveysIn } from '../surveys/survey.ts';
import { type Finding, type FindingMaker, finding } from './finding.ts';

/** What is wrong with surveys: too few forms when they are over, more forms back than out, a count below nothing, an indicator that is not there. */
export function checkSurveys(rows: readonly SurveyRow[], plan: Plan, today: Day): Finding[] {
  return [...rows.flatMap(checkRow), ...surveysIn(rows).flatMap((survey) => checkWhole(survey, plan, today))];
}

function at({ id, question }: Pick<SurveyRow, 'id' | 'question'>): FindingMaker {
  return (code, field, facts = {}) => finding(code, { of: 'survey', id, period: question, field }, { id, ...facts });
}

const FIELDS = ['best', 'good', 'middling', 'poor', 'worst'];

function checkRow(row: SurveyRow): Finding[] {
  const below = row.levels.findIndex((count) => count !== null && count < 0);
  const { answered } = answeredIn(row);
  return [
    ...(below < 0 ? [] : [at(row)('negative-number', FIELDS[below] ?? '', { value: row.levels[below] ?? null })]),
    ...(row.sent !== null && answered > row.sent
      ? [at(row)('survey-above-sent', 'sent', { value: answered, sent: row.sent })]
      : []),
  ];
}

function checkWhole({ id, rows, until, minimum, forms, feeds }: Survey, plan: Plan, today: Day): Finding[] {
  const make = at({ id, question: rows[0]?.question ?? '' });
  const isOver = until !== null && until < today;
  const isKnown = isBlank(feeds) || plan.indicators.some((indicator) => fold(indicator.id) === fold(feeds));
  return [
    ...(isOver && minimum !== null && forms < minimum ? [make('survey-too-few', 'minimum', { forms, minimum })] : []),
    ...(isKnown ? [] : [make('survey-feeds-unknown', 'feeds', { link: feeds })]),
    ...(until === null && forms > 0 ? [make('survey-without-day', 'until')] : []),
  ];
}
