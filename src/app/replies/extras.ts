import type { RecommendationState } from '../../domain/inspections/recommendation.ts';
import type { Extra } from '../../domain/plan/extras.ts';
import type { ScoreState } from '../../domain/scores/score.ts';
import type { SurveyState, SurveySubject } from '../../domain/surveys/survey.ts';
import type { Place } from './lines.ts';

/** `isNew` false: the tab was there already. */
export type ExtraReply = { readonly tab: string; readonly isNew: boolean; readonly sentence: string };

/** A row of a register as a form types it: `id` '' makes a new one. Texts are read as if typed into the sheet. */
export type RecordRequest = {
  readonly register: Extra;
  readonly id: string;
  /** Header → what was typed. */
  readonly values: Readonly<Record<string, string>>;
  /** Header → what stood there when the form was opened. */
  readonly before?: Readonly<Record<string, string>> | undefined;
};

export type RecordReply = { readonly id: string; readonly sentence: string };

export type FeedReply = { readonly period: string; readonly written: number; readonly sentence: string };

/** One recommendation as a list shows it; `texts`: header → what stands there, for the form. */
export type RecommendationLine = {
  readonly id: string;
  readonly text: string;
  readonly state: RecommendationState;
  readonly said: string;
  readonly texts: Readonly<Record<string, string>>;
  /** The headers that the caller may fill in. */
  readonly mine: readonly string[];
  readonly at: Place | null;
};

/** A column as a form asks for it. */
export type FormCell = {
  readonly header: string;
  readonly is: 'text' | 'long' | 'day' | 'choice';
  readonly choices: readonly string[];
};

/** What the caller sees of the registers; `null`: the workbook does not keep it. */
export type SurveyView = {
  readonly id: string;
  /** The whole survey in one sentence. */
  readonly said: string;
  readonly state: SurveyState;
  readonly questions: readonly {
    /** `KS-01|2`. */
    readonly id: string;
    readonly text: string;
    readonly said: string;
    readonly texts: Readonly<Record<string, string>>;
    readonly at: Place | null;
  }[];
};

/** The answers of a form's export as text, and what the survey is; `id` '': the next free. */
export type SurveyRequest = {
  readonly file: string;
  readonly title: string;
  readonly subject: SurveySubject;
  readonly until: string;
  readonly minimum: string;
  readonly feeds: string;
};

export type SurveyReply = { readonly id: string; readonly questions: number; readonly forms: number; readonly sentence: string };

export type ScoreLine = {
  /** `1.1.2|2025`. */
  readonly id: string;
  readonly text: string;
  readonly state: ScoreState;
  /** Points that may still be earned. */
  readonly lost: number;
  readonly said: string;
  /** How it is counted, and which evidence it takes. */
  readonly asked: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly mine: readonly string[];
  readonly at: Place | null;
};

/** `rows`: how many were written; those that stood there stay. */
export type CriteriaReply = { readonly year: number; readonly rows: number; readonly sentence: string };

export type ExtrasView = {
  readonly keeps: boolean;
  /** The open periods, into which counts may be written, the one being entered first. */
  readonly periods: readonly string[];
  readonly inspections: {
    readonly form: readonly FormCell[];
    /** The headers of a row that the caller may begin; none: he may not. */
    readonly begin: readonly string[];
    readonly lines: readonly RecommendationLine[];
    /** «Có 03 kiến nghị: …» */
    readonly summary: string;
  } | null;
  readonly surveys: {
    readonly form: readonly FormCell[];
    readonly begin: readonly string[];
    readonly list: readonly SurveyView[];
  } | null;
  readonly scores: {
    readonly year: number;
    readonly years: readonly number[];
    readonly sets: readonly { readonly key: string; readonly title: string }[];
    readonly form: readonly FormCell[];
    readonly summary: string;
    readonly lines: readonly ScoreLine[];
  } | null;
  /** How many figures of the open periods say otherwise than the registers count. */
  readonly differs: number;
};
