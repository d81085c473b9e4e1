import { type Day, dateOf, dayFrom, monthOf, yearOf } from '../../domain/core/day.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `20/6/2024` in running text: no padding (docs/rules.md#numbers-and-days-in-text). */
export function sayDay(day: Day): string {
  return `${dateOf(day)}/${monthOf(day)}/${yearOf(day)}`;
}

/** `20/06/2024` in tables and cells. */
export function sayDayPadded(day: Day): string {
  return `${two(dateOf(day))}/${two(monthOf(day))}/${yearOf(day)}`;
}

/** «ngày 05 tháng 6 năm 2024»: pads days below 10 and months 1 and 2 only (Nghị định 30/2020, Phụ lục I). */
export function sayDayFormally(day: Day): string {
  const month = monthOf(day);
  return `ngày ${two(dateOf(day))} tháng ${month <= 2 ? two(month) : month} năm ${yearOf(day)}`;
}

const CITED = /(?<=ngày\s)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/giu;

/** A cited document as Nghị định 30/2020 wants it: «12/KH-UBND ngày 15/1/2024» → «12/KH-UBND ngày 15 tháng 01 năm 2024». */
export function withDaysWrittenOut(text: string): string {
  return text.replace(CITED, (as: string) => {
    const found = readDay(as);
    return found === null ? as : sayDayFormally(found).replace(/^ngày /u, '');
  });
}

/** `HH:mm` from minutes after midnight. */
export function sayTime(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A day typed as d/M/yyyy with /, - or . between; `null` when it is no such day. */
export function readDay(text: string): Day | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/u.exec(text);
  return parts === null ? null : dayFrom(Number(parts[3]), Number(parts[2]), Number(parts[1]));
}

const LEAP_YEAR = 2024;

/** «18/6»: a day and a month of a year that is not said; `null` when it is no such day of any year. */
export function readShortDay(text: string): { readonly month: number; readonly date: number } | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})\s*$/u.exec(text);
  const [date, month] = [Number(parts?.[1]), Number(parts?.[2])];
  return parts === null || dayFrom(LEAP_YEAR, month, date) === null ? null : { month, date };
}
