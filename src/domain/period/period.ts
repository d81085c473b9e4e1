import type { Day } from '../core/day.ts';

/** The four reports of a year (domain.md B2: no report of quý II or quý IV exists). */
export const PERIOD_KINDS = ['q1', 'h1', 'q3', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A quarter's report is brief: no analysis, and only what is judged or was done. */
export function isBrief({ kind }: { readonly kind: PeriodKind }): boolean {
  return kind === 'q1' || kind === 'q3';
}

/** The life of a period; `null` cells read as `unopened`. */
export const PERIOD_STATES = ['unopened', 'entering', 'closed', 'reopened', 'sent'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/**
 * One row of the calendar: a reporting window, both days included.
 * `year` is the plan year whose targets apply; the window starts in the year before (15/12).
 */
export type Period = {
  readonly name: string;
  readonly kind: PeriodKind;
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  /** Figures count from 15/12 (true) or only within the window (false: quý III). */
  readonly cumulative: boolean;
  readonly entryDueOn: Day | null;
  readonly sendDueOn: Day | null;
  /** `Nơi nhận`: one recipient each, in order. */
  readonly recipients: readonly string[];
  readonly requestedBy: string;
  readonly yearPlanReference: string;
  readonly outlook: string;
  readonly reportNumber: string;
  readonly signedOn: Day | null;
  readonly sentOn: Day | null;
  readonly state: PeriodState;
};
