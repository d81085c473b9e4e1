import type { FrozenFactDraft } from '../history/snapshot.ts';
import type { Period } from '../period/period.ts';
import type { ScoreSheet } from '../scores/score.ts';
import { SURVEY_METHODS, type SurveyRow, surveysIn, surveysOver } from '../surveys/survey.ts';
import type { RowOf } from './schema.ts';

/** The fields under which `Bản chốt` keeps what the registers said when a period was closed. */
const SCORE = 'score';
const SURVEY = 'survey/';
const PARTS = ';';

type Closing = { readonly period: Period; readonly version: number };

/** The points of each criterion of the period's year as they stood when it was closed. */
export function freezeScores({ leaves }: ScoreSheet, { period, version }: Closing): FrozenFactDraft[] {
  return leaves.map(({ row, state, self }) => {
    const isExcluded = state === 'excluded';
    const claimed = isExcluded || state === 'by-others' ? '' : String(self);
    const raw = [row.max ?? '', claimed, row.assessed ?? row.polled ?? '', isExcluded ? 1 : 0].join(PARTS);
    return { period: period.name, version, id: row.id, field: SCORE, raw, level: String(row.year), result: state };
  });
}

/** The counts of each question of the surveys that ended in the period. */
export function freezeSurveys(rows: readonly SurveyRow[], { period, version }: Closing): FrozenFactDraft[] {
  return surveysOver(surveysIn(rows), period)
    .filter(({ state }) => state !== 'nothing')
    .flatMap((survey) =>
      survey.rows.map((row) => ({
        period: period.name,
        version,
        id: survey.id,
        field: `${SURVEY}${row.question}`,
        raw: row.levels.map((count) => count ?? '').join(PARTS),
        level: survey.method ?? '',
        result: survey.state,
      })),
    );
}

/** Whether a fact is of a register: no cell of the period's rows holds it, so that nothing there can differ from it. */
export function isOfRegister({ field }: Pick<FrozenFactDraft, 'field'>): boolean {
  return field === SCORE || field.startsWith(SURVEY);
}

type Clean = (text: string) => string | null;

/** The scores that were frozen, as rows of the package. */
export function scoreRows(facts: readonly FrozenFactDraft[], clean: Clean): RowOf<'scores'>[] {
  return facts
    .filter(({ field }) => field === SCORE)
    .map(({ id, level, raw }) => {
      const [maximum = null, self = null, assessed = null, excluded = null] = numbersIn(raw);
      return { set: clean(level), criterion: clean(id), maximum, self, assessed, excluded };
    });
}

/** The counts that were frozen, a row for each level that somebody counted; `answers` are the words of the levels, best first. */
export function surveyRows(facts: readonly FrozenFactDraft[], answers: readonly string[], clean: Clean): RowOf<'surveys'>[] {
  return facts
    .filter(({ field }) => field.startsWith(SURVEY))
    .flatMap(({ id, field, level, raw }) =>
      numbersIn(raw).flatMap((count, at): RowOf<'surveys'>[] => {
        if (count === null) return [];
        const channel = SURVEY_METHODS.find((method) => method === level) ?? null;
        const question = clean(field.slice(SURVEY.length));
        return [{ survey: clean(id), question, answer: answers[at] ?? null, channel, count }];
      }),
    );
}

/** A cell of `Bản chốt` may have been typed over; what is no number is no fact. */
function numbersIn(raw: string): (number | null)[] {
  return raw.split(PARTS).map((part) => (part.trim() === '' || !Number.isFinite(Number(part)) ? null : Number(part)));
}
