import type { Day } from '../core/day.ts';
import { fold } from '../core/word.ts';

/** Whom a survey asked. */
export const SURVEY_SUBJECTS = ['citizens', 'staff', 'schools', 'health'] as const;
export type SurveySubject = (typeof SURVEY_SUBJECTS)[number];

export const SURVEY_METHODS = ['online', 'paper', 'both'] as const;
export type SurveyMethod = (typeof SURVEY_METHODS)[number];

export const SURVEY_STATES = ['nothing', 'too-few', 'enough'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** One question of one survey with its counts: how many answered each level, best first. */
export type SurveyRow = {
  readonly id: string;
  /** Its number, or `Chung` for what stands for the whole survey. */
  readonly question: string;
  readonly title: string;
  readonly text: string;
  readonly subject: SurveySubject | null;
  readonly method: SurveyMethod | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly sent: number | null;
  readonly minimum: number | null;
  readonly levels: readonly (number | null)[];
  readonly unanswered: number | null;
  /** `Mã` of the indicator that takes its figures from here; '' = none. */
  readonly feeds: string;
  /** Whether the report tells its questions one by one. */
  readonly told: boolean | null;
  readonly note: string;
};

/** How many of the levels, from the best on, are satisfied: rất hài lòng, hài lòng. */
const SATISFIED = 2;

export type Answered = { readonly satisfied: number; readonly answered: number };

export function answeredIn({ levels }: Pick<SurveyRow, 'levels'>): Answered {
  const sum = (counts: readonly (number | null)[]): number => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  return { satisfied: sum(levels.slice(0, SATISFIED)), answered: sum(levels) };
}

/** Every question of one survey; what holds for all of it is taken from the first row that says it. */
export type Survey = {
  readonly id: string;
  readonly rows: readonly SurveyRow[];
  readonly title: string;
  readonly subject: SurveySubject | null;
  readonly method: SurveyMethod | null;
  readonly until: Day | null;
  readonly sent: number | null;
  readonly minimum: number | null;
  readonly feeds: string;
  readonly told: boolean;
  /** The row called `Chung`, else all questions together. */
  readonly whole: Answered;
  /** How many valid forms came back: of the row `Chung`, else of the question answered most. */
  readonly forms: number;
  readonly state: SurveyState;
};

export function surveysIn(rows: readonly SurveyRow[]): Survey[] {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.map((id) =>
    surveyOf(
      id,
      rows.filter((row) => row.id === id),
    ),
  );
}

function surveyOf(id: string, rows: readonly SurveyRow[]): Survey {
  const first = <Key extends keyof SurveyRow>(key: Key): SurveyRow[Key] | null =>
    rows.find((row) => row[key] !== null && row[key] !== '')?.[key] ?? null;
  const general = rows.find(({ question }) => fold(question) === 'chung');
  const parts = general === undefined ? rows.map(answeredIn) : [answeredIn(general)];
  const whole = parts.reduce((all, one) => ({
    satisfied: all.satisfied + one.satisfied,
    answered: all.answered + one.answered,
  }));
  const forms = Math.max(0, ...parts.map(({ answered }) => answered));
  const minimum = first('minimum');
  return {
    ...{ id, rows, whole, forms, minimum, told: rows.some(({ told }) => told === true) },
    ...{ title: first('title') ?? '', subject: first('subject'), method: first('method'), sent: first('sent') },
    ...{ until: first('until'), feeds: first('feeds') ?? '' },
    state: forms === 0 ? 'nothing' : minimum !== null && forms < minimum ? 'too-few' : 'enough',
  };
}

/** The newest survey that was over by the last day, not before the first, for each indicator; one with too few forms feeds nothing. */
export function feedingSurvey(
  surveys: readonly Survey[],
  indicator: string,
  span: { readonly start: Day; readonly end: Day },
): Survey | null {
  const over = surveysOver(surveys, span).filter(({ feeds, state }) => fold(feeds) === fold(indicator) && state === 'enough');
  return over[over.length - 1] ?? null;
}

/** Those that ended in that time, in the order of their days. */
export function surveysOver(surveys: readonly Survey[], { start, end }: { readonly start: Day; readonly end: Day }): Survey[] {
  return surveys
    .filter(({ until }) => until !== null && start <= until && until <= end)
    .sort((left, right) => ((left.until ?? '') < (right.until ?? '') ? -1 : 1));
}
