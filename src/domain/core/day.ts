/** A civil date as `YYYY-MM-DD`: no clock, no time zone, and `<` already sorts it. */
export type Day = string & { readonly __day: unique symbol };

/** What a date object of any realm can tell about its own calendar day; Google and Node both hand these out. */
export type LocalDate = { getFullYear(): number; getMonth(): number; getDate(): number };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** The weekday of 1970-01-01. */
const THURSDAY = 4;

/** Years that a plan can mean; the last leaves a margin for days counted from a deadline. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];

/** The day with these parts, or `null` when the calendar has no such day (31/2). Month is 1–12. */
export function dayFrom(year: number, month: number, date: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(date)) return null;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  return written(year, month, date);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function written(year: number, month: number, date: number): Day {
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}` as Day;
}

/** The day written as `YYYY-MM-DD`, or `null` when the text is no such day. */
export function parseDay(text: string): Day | null {
  const parts = SHAPE.exec(text);
  return parts === null ? null : dayFrom(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The day written as `YYYY-MM-DD`; throws on anything else, for constants and tests. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`Bug: “${text}” is not a day`);
  return parsed;
}

/** Moves by whole days; negative goes back. */
export function addDays(from: Day, days: number): Day {
  const at = new Date((countOf(from) + days) * MS_PER_DAY);
  return written(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

/** Calendar days from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return countOf(to) - countOf(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(at: Day): number {
  return (((countOf(at) + THURSDAY) % 7) + 7) % 7;
}

/** Days since 1970-01-01, a Thursday. Without reading the text as a date, which a whole check would do a hundred thousand times. */
function countOf(at: Day): number {
  return Date.UTC(yearOf(at), monthOf(at) - 1, dateOf(at)) / MS_PER_DAY;
}

export function yearOf(at: Day): number {
  return Number(at.slice(0, 4));
}

/** Whether a plan can mean this year, with a year of margin on both sides for windows and deadlines that begin before or end after it. */
export function isPlanYear(year: number): boolean {
  return Number.isInteger(year) && year > FIRST_YEAR && year < LAST_YEAR;
}

/** 1–12. */
export function monthOf(at: Day): number {
  return Number(at.slice(5, 7));
}

/** 1–31. */
export function dateOf(at: Day): number {
  return Number(at.slice(8, 10));
}

/** The calendar day that a date object shows in its own zone; never derived from UTC (docs/platform.md#days-and-zones). */
export function dayOfLocalDate(date: LocalDate): Day | null {
  return dayFrom(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** Midnight of the day in the running realm's zone: what Sheets wants when a day is written. */
export function localDateOf(at: Day): Date {
  return new Date(yearOf(at), monthOf(at) - 1, dateOf(at));
}
