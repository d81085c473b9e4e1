import type { Day } from '../core/day.ts';

/** `Loại kỳ`: what a period is, as typed; its name and its window are the office's to choose. */
export const PERIOD_TYPES = ['month', 'quarter', 'half', 'nine-months', 'year', 'special'] as const;
export type PeriodType = (typeof PERIOD_TYPES)[number];

/** The life of a period; `null` cells read as `unopened`. */
export const PERIOD_STATES = ['unopened', 'entering', 'closed', 'reopened', 'sent'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** What a report is: its type, and which of that type in its year (tháng 5 → 5, quý III → 3, 6 tháng cuối năm → 2); `null`: it has no place among its like. */
export type PeriodPlace = { readonly type: PeriodType; readonly turn: number | null };

/**
 * One row of the calendar: a reporting window, both days included.
 * `year` is the plan year whose targets apply; the window may start in the year before (15/12).
 */
export type Period = PeriodPlace & {
  readonly name: string;
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  /** Figures count from the beginning of the year (true) or only within the window (false: quý III). */
  readonly cumulative: boolean;
  readonly entryDueOn: Day | null;
  readonly sendDueOn: Day | null;
  /** `Kính gửi` of this report alone; none: that of all. */
  readonly addressees: readonly string[];
  /** `Nơi nhận`: one recipient each, in order. */
  readonly recipients: readonly string[];
  readonly requestedBy: string;
  readonly yearPlanReference: string;
  readonly outlook: string;
  readonly reportNumber: string;
  readonly signedOn: Day | null;
  readonly sentOn: Day | null;
  readonly state: PeriodState;
  /** Who says what it is: the cell `Loại kỳ`, the row's own name and window where that is blank, or nobody (`type` is then `special`). */
  readonly typeBy: 'cell' | 'row' | 'nobody';
};

/** A month's and a quarter's report is brief: no analysis, and only what is judged or was done. */
export function isBrief({ type }: PeriodPlace): boolean {
  return type === 'month' || type === 'quarter';
}

/** Whether the report is the one of its whole year. */
export function isWholeYear({ type }: PeriodPlace): boolean {
  return type === 'year';
}

/** Whether officials type into it now. */
export function isOpen({ state }: Pick<Period, 'state'>): boolean {
  return state === 'entering' || state === 'reopened';
}

/** Whether its facts were frozen at least once and it is not being entered again. */
export function isClosed({ state }: Pick<Period, 'state'>): boolean {
  return state === 'closed' || state === 'sent';
}
