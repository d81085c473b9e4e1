import { type Day, day, monthOf } from '../core/day.ts';
import type { Period, PeriodKind } from './period.ts';

/** A stretch of days, both included. */
export type Window = { readonly start: Day; readonly end: Day };

/** The window of one of the four yearly reports; its name is the office's to choose. */
export type PeriodWindow = Window & {
  readonly kind: PeriodKind;
  readonly year: number;
  /** Figures count from 15/12 of the year before (true) or within the window only (false). */
  readonly cumulative: boolean;
};

/**
 * The four CCHC reports of a plan year: quý I, 6 tháng, quý III (its own quarter only) and năm; no quý II, no quý IV.
 * A window ends on a calendar day even if that is a day off: only the day of sending moves (docs/rules.md#the-reporting-calendar).
 */
export function reportingPeriodsOf(year: number): PeriodWindow[] {
  const { start, end } = yearlyWindow(year);
  return [
    { kind: 'q1', year, start, end: day(`${year}-03-14`), cumulative: true },
    { kind: 'h1', year, start, end: day(`${year}-06-14`), cumulative: true },
    { kind: 'q3', year, start: day(`${year}-06-15`), end: day(`${year}-09-14`), cumulative: false },
    { kind: 'year', year, start, end, cumulative: true },
  ];
}

/** 15/12 of the year before to 14/12: a year of figures, which is not the plan year (1/1–31/12). */
export function yearlyWindow(year: number): Window {
  return { start: day(`${year - 1}-12-15`), end: day(`${year}-12-14`) };
}

/** Which of the four reports a row of the calendar is, by the month in which it ends: names are the office's to choose. */
export function periodKindOf({ end }: { readonly name?: string; readonly start: Day; readonly end: Day }): PeriodKind {
  const month = monthOf(end);
  if (month <= 3) return 'q1';
  if (month <= 6) return 'h1';
  return month <= 9 ? 'q3' : 'year';
}

/** The period that figures typed today belong to: of the open ones, the one that ends next; if all have ended, the last. */
export function periodBeingEntered(periods: readonly Period[], today: Day): Period | null {
  const open = byEnd(periods).filter(({ state }) => state === 'entering' || state === 'reopened');
  return open.find(({ end }) => end >= today) ?? open[open.length - 1] ?? null;
}

/** The same report of the year before: the only period whose figures compare with this one's. */
export function likePeriodBefore(period: Period, periods: readonly Period[]): Period | null {
  return periods.find(({ kind, year }) => kind === period.kind && year === period.year - 1) ?? null;
}

/** The period that ended last before this one does. */
export function periodBefore(period: Period, periods: readonly Period[]): Period | null {
  const earlier = byEnd(periods).filter(({ end }) => end < period.end);
  return earlier[earlier.length - 1] ?? null;
}

/** Earliest end first. */
export function byEnd(periods: readonly Period[]): Period[] {
  return [...periods].sort((left, right) => (left.end < right.end ? -1 : Number(left.end > right.end)));
}

/** The unopened period to propose: the first that has not ended yet, else the last; never one that ends before a closed period. */
export function periodToOpen(periods: readonly Period[], today: Day): Period | null {
  const closed = periods.filter(({ state }) => state === 'closed' || state === 'sent');
  const open = periods
    .filter((period) => period.state === 'unopened' && closed.every((other) => other.end < period.end))
    .sort((one, other) => (one.end < other.end ? -1 : 1));
  return open.find((period) => period.end >= today) ?? open[open.length - 1] ?? null;
}

/** The day that rows of a period are judged on: the one being entered as of today, one that has ended as of its last day. */
export function judgedAsOf(period: Period, entering: Period | null, today: Day): Day {
  return period.name !== entering?.name && period.end < today ? period.end : today;
}

/** The cut-off; made before it, the report speaks as of its own day, because nothing of the days to come is overdue yet. */
export function reportedAsOf({ end }: Period, madeOn: Day): Day {
  return madeOn < end ? madeOn : end;
}
