import type { Day } from '../core/day.ts';

/** How the points of a criterion follow from its figures. */
export const SCORE_METHODS = ['steps', 'ratio', 'ratio-floor', 'yes-no', 'deduct', 'survey', 'entered', 'weighted'] as const;
export type ScoreMethod = (typeof SCORE_METHODS)[number];

/** What an office declares of a criterion: nothing arose, or it counts not at all. */
export const SCORE_DECLARATIONS = ['nothing', 'excluded'] as const;
export type ScoreDeclaration = (typeof SCORE_DECLARATIONS)[number];

/** What stands in `Kết quả`: yes, no, or numbers (one, or one for each weight). */
export type GivenValue =
  | { readonly is: 'yes' }
  | { readonly is: 'no' }
  | { readonly is: 'numbers'; readonly numbers: readonly number[] }
  | { readonly is: 'unreadable'; readonly text: string };

/** A step from a threshold on: `strict` only above it. Of a rate in percent, of a count as it is. */
export type Step = { readonly from: number; readonly strict: boolean; readonly points: number };

export type ScoreParameters = {
  readonly steps: readonly Step[];
  /** Steps of a count, not of a rate. */
  readonly counts: boolean;
  readonly least: number | null;
  /** Below this rate in percent nothing. */
  readonly floor: number | null;
  readonly weights: readonly number[];
  readonly allowed: readonly number[];
  /** Points lost for each. */
  readonly each: number | null;
  readonly nothingIsFull: boolean;
  /** Scored by who assesses, never by the office itself. */
  readonly byOthers: boolean;
  readonly excludedYears: readonly number[];
  readonly leastForms: number | null;
  /** What none of this reads; told as a problem of its cell. */
  readonly unread: readonly string[];
};

/** One row of `Tự chấm điểm`: a criterion in one year, with what was typed about it. */
export type ScoreRow = {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly max: number | null;
  readonly method: ScoreMethod | null;
  readonly parameters: ScoreParameters;
  readonly counted: string;
  readonly source: string;
  readonly wanted: string;
  readonly lead: string;
  readonly dueOn: Day | null;
  readonly value: GivenValue | null;
  readonly of: number | null;
  readonly declared: ScoreDeclaration | null;
  readonly evidence: string;
  readonly deducted: number | null;
  readonly assessed: number | null;
  readonly polled: number | null;
  readonly note: string;
};

/** What a score is counted from, and where it stands: '' = typed in the row itself. */
export type ScoreFigure = { readonly value: GivenValue; readonly of: number | null; readonly from: string };
