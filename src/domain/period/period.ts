import type { Day } from '../core/day.ts';

/** `Loại kỳ`: what a period is, as typed; its name and its window are the office's to choose. */
export const PERIOD_TYPES = ['month', 'quarter', 'half', 'nine-months', 'year', 'special'] as const;
export type PeriodType = (typeof PERIOD_TYPES)[number];

/** The four reports of a year (docs/rules.md#the-reporting-calendar): none of quý II or quý IV exists. */
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
  /** As typed in `Loại kỳ`; `null` in a workbook of the layout that had no such column, or when nothing was typed. */
  readonly type: PeriodType | null;
};
