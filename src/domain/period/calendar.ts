import { type Day, day } from '../core/day.ts';
import { isClosed, isOpen, type Period, type PeriodPlace } from './period.ts';
import { nameWithoutYear } from './period-type.ts';

/** A stretch of days, both included. */
export type Window = { readonly start: Day; readonly end: Day };

/** The window of one of the four CCHC reports of a year; its name is the office's to choose. */
export type PeriodWindow = Window &
  PeriodPlace & {
    readonly year: number;
    /** Figures count from 15/12 of the year before (true) or within the window only (false). */
    readonly cumulative: boolean;
  };

/**
 * The four CCHC reports of a plan year: quý I, 6 tháng, quý III (its own quarter only) and năm. They are the rows that the template brings;
 * an office may keep others. A window ends on a calendar day even if that is a day off: only the day of sending moves (docs/rules.md#the-reporting-calendar).
 */
export function reportingPeriodsOf(year: number): PeriodWindow[] {
  const { start, end } = yearlyWindow(year);
  return [
    { type: 'quarter', turn: 1, year, start, end: day(`${year}-03-14`), cumulative: true },
    { type: 'half', turn: 1, year, start, end: day(`${year}-06-14`), cumulative: true },
    { type: 'quarter', turn: 3, year, start: day(`${year}-06-15`), end: day(`${year}-09-14`), cumulative: false },
    { type: 'year', turn: 1, year, start, end, cumulative: true },
  ];
}

/** 15/12 of the year before to 14/12: a year of figures, which is not the plan year (1/1–31/12). */
export function yearlyWindow(year: number): Window {
  return { start: day(`${year - 1}-12-15`), end: day(`${year}-12-14`) };
}

/** Every period that officials type into now, a reopened one included, earliest end first. */
export function openPeriods(periods: readonly Period[]): Period[] {
  return inOrder(periods).filter(isOpen);
}

/** The period that figures typed today belong to: of the open ones, the one that ends next; if all have ended, the last. */
export function periodBeingEntered(periods: readonly Period[], today: Day): Period | null {
  const open = openPeriods(periods);
  return open.find(({ end }) => end >= today) ?? open[open.length - 1] ?? null;
}

/** Every open period, the one being entered first: what a mail and a page are about. */
export function openFirst(periods: readonly Period[], today: Day): Period[] {
  const main = periodBeingEntered(periods, today);
  return main === null ? [] : [main, ...openPeriods(periods).filter(({ name }) => name !== main.name)];
}

/** The same report of the year before: the only period whose figures compare with this one's. */
export function likePeriodBefore(period: Period, periods: readonly Period[]): Period | null {
  return periods.find((other) => other.year === period.year - 1 && isLike(other, period)) ?? null;
}

/** The same report of its year: of one type and place; one on a subject by its name. */
export function isLike(one: PeriodPlace & { readonly name: string }, other: PeriodPlace & { readonly name: string }): boolean {
  if (one.type !== other.type || one.turn !== other.turn) return false;
  return one.type !== 'special' || nameWithoutYear(one.name) === nameWithoutYear(other.name);
}

/** The period that ended last before this one does. */
export function periodBefore(period: Period, periods: readonly Period[]): Period | null {
  const earlier = inOrder(periods).filter(({ end }) => end < period.end);
  return earlier[earlier.length - 1] ?? null;
}

/** Earliest end first. */
export function byEnd(periods: readonly Period[]): Period[] {
  return [...inOrder(periods)];
}

const ordered = new WeakMap<readonly Period[], readonly Period[]>();

/** The same, put in order once: periods once read never change, and every row asks what came before. */
function inOrder(periods: readonly Period[]): readonly Period[] {
  const known =
    ordered.get(periods) ?? [...periods].sort((left, right) => (left.end < right.end ? -1 : Number(left.end > right.end)));
  ordered.set(periods, known);
  return known;
}

/** The unopened period to propose: the first that has not ended yet, else the last; never one that ends before a closed period. */
export function periodToOpen(periods: readonly Period[], today: Day): Period | null {
  const closed = periods.filter(isClosed);
  const open = periods
    .filter((period) => period.state === 'unopened' && closed.every((other) => other.end < period.end))
    .sort((one, other) => (one.end < other.end ? -1 : 1));
  return open.find((period) => period.end >= today) ?? open[open.length - 1] ?? null;
}

/**
 * The day that the rows of a period are judged on, in the sheet, the pages and the mails alike: the one being entered as of today; another that has
 * ended, though it is open still or again, as of its last day, because what fell due since then belongs to the next.
 */
export function judgedAsOf(period: Period, periods: readonly Period[], today: Day): Day {
  return period.end < today && period.name !== periodBeingEntered(periods, today)?.name ? period.end : today;
}

/** The cut-off; made before it, the report speaks as of its own day, because nothing of the days to come is overdue yet. */
export function reportedAsOf({ end }: Period, madeOn: Day): Day {
  return madeOn < end ? madeOn : end;
}
