/** A civil date as `YYYY-MM-DD`: no clock, no time zone, and `<` already sorts it. */
export type Day = string & { readonly __day: unique symbol };

/** What a date object of any realm can tell about its own calendar day; Google and Node both hand these out. */
export type LocalDate = { getFullYear(): number; getMonth(): number; getDate(): number };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Years that a plan can mean; the last leaves a margin for days counted from a deadline. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];

/** The day with these parts, or `null` when the calendar has no such day (31/2). Month is 1–12. */
export function dayFrom(year: number, month: number, date: number): Day | null {
  if (![year, month, date].every(Number.isInteger) || year < FIRST_YEAR || year > LAST_YEAR) return null;
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return at.toISOString().slice(0, 10) as Day;
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
  return new Date(Date.parse(from) + days * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

/** Calendar days from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(at: Day): number {
  return new Date(Date.parse(at)).getUTCDay();
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
