import { addDays, type Day, daysBetween, weekdayOf } from '../core/day.ts';
import type { Holiday } from './plan.ts';

/** Whether the office works that day: Monday to Friday, less the days off, plus the Saturdays worked instead. */
export function isWorkday(at: Day, holidays: readonly Holiday[]): boolean {
  const exception = holidays.find((holiday) => holiday.day === at);
  return exception === undefined ? isWeekday(at) : exception.kind === 'worked';
}

/** Moves by whole working days; negative goes back; 0 stays even on a day off. */
export function addWorkdays(from: Day, days: number, holidays: readonly Holiday[]): Day {
  const step = days < 0 ? -1 : 1;
  let at = from;
  for (let left = Math.abs(Math.trunc(days)); left > 0; ) {
    at = addDays(at, step);
    if (isWorkday(at, holidays)) left -= 1;
  }
  return at;
}

/** The day itself when the office works, else the last working day before it. */
export function workdayUpTo(at: Day, holidays: readonly Holiday[]): Day {
  return isWorkday(at, holidays) ? at : addWorkdays(at, -1, holidays);
}

/** Working days after `from` up to and including `to`; 0 on the same day, negative when `to` is earlier. */
export function workdaysBetween(from: Day, to: Day, holidays: readonly Holiday[]): number {
  const counts = counted.get(holidays) ?? new Map<string, number>();
  counted.set(holidays, counts);
  const key = from + to;
  const known = counts.get(key);
  if (known !== undefined) return known;
  const count = to < from ? 0 - workdaysAfter(to, from, holidays) : workdaysAfter(from, to, holidays);
  counts.set(key, count);
  return count;
}

/** A calendar once read never changes, and many rows have one deadline. */
const counted = new WeakMap<readonly Holiday[], Map<string, number>>();

/** Counts whole weeks by arithmetic and then corrects by the exceptions, so that a deadline years away costs nothing. */
function workdaysAfter(from: Day, to: Day, holidays: readonly Holiday[]): number {
  const days = daysBetween(from, to);
  const odd = days % 7;
  let count = (days - odd) * (5 / 7);
  for (let back = 0; back < odd; back += 1) if (isWeekday(addDays(to, -back))) count += 1;
  const exceptions = new Map(
    holidays.filter(({ day }) => from < day && day <= to).map(({ day }) => [day, isWorkday(day, holidays)]),
  );
  for (const [day, works] of exceptions) count += Number(works) - Number(isWeekday(day));
  return Math.round(count);
}

function isWeekday(at: Day): boolean {
  const weekday = weekdayOf(at);
  return weekday !== 0 && weekday !== 6;
}
