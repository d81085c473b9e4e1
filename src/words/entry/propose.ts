import type { FindingCode } from '../../domain/checks/finding.ts';
import type { SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import { type Day, dayFrom, yearOf } from '../../domain/core/day.ts';
import type { Progress } from '../../domain/plan/task.ts';
import { readShortDay, sayDay } from '../core/day.ts';
import { PROGRESS_LABELS } from '../core/labels.ts';
import { readNumber, sayNumber } from '../core/number.ts';

/** What is wrong with a typed text, and the period that it was typed for. */
export type Wrong = {
  readonly code: FindingCode | SheetProblemCode;
  readonly text: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly period: { readonly start: Day; readonly end: Day };
};

/** How officials say a progress that the list words otherwise; the first that fits counts. */
const SAID_OTHERWISE: readonly (readonly [RegExp, Progress])[] = [
  [/không phát sinh|ko phát sinh/u, 'nothing-arose'],
  [/không áp dụng/u, 'not-applicable'],
  [/tạm dừng|tạm hoãn/u, 'suspended'],
  [/chưa (?:xong|hoàn thành)|đang|dở/u, 'doing'],
  [/chưa/u, 'none'],
  [/xong|hoàn thành|hoàn tất|100%/u, 'done'],
];

const MOST_DATES = 31;

/** The one thing that was plainly meant, as it should be typed; `null` where a person must say. */
export function proposeMend({ code, text, facts, period }: Wrong): string | null {
  switch (code) {
    case 'text-in-number':
    case 'number-expected':
      return onlyNumberIn(text);
    case 'percent-looks-like-fraction':
      return typeof facts['percent'] === 'number' ? sayNumber(facts['percent']) : null;
    case 'day-without-year':
      return completed(text, period);
    case 'text-in-day':
      return lastOfMonth(text);
    case 'evidence-link-broken':
      return facts['why'] === 'no-scheme' ? withScheme(text, String(facts['value'])) : null;
    case 'not-in-list':
      return progressIn(text);
    default:
      return null;
  }
}

/** «khoảng 190 hồ sơ» holds one number; «190 – 200» holds two. */
function onlyNumberIn(text: string): string | null {
  const [only, more] = text.match(/\d[\d.,]*\d|\d/gu) ?? [];
  if (only === undefined || more !== undefined || /[-−–]\s*\d/u.test(text)) return null;
  return readNumber(only, 'vi').ok ? only : null;
}

/** «drive.google.com/…» was copied without its beginning. */
function withScheme(text: string, link: string): string | null {
  return text.includes(link) ? text.replace(link, `https://${link}`) : null;
}

/** «18/6» in the year in which it falls into the period, else the year that the period ends in. */
function completed(text: string, { start, end }: Wrong['period']): string | null {
  const short = readShortDay(text);
  if (short === null) return null;
  const inYear = (year: number): Day | null => dayFrom(year, short.month, short.date);
  const found = [yearOf(end), yearOf(start)].map(inYear).find((day) => day !== null && day >= start && day <= end);
  const day = found ?? inYear(yearOf(end));
  return day === null ? null : sayDay(day);
}

/** «31/6/2024»: the month has no such day, its last one was meant. */
function lastOfMonth(text: string): string | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/u.exec(text);
  if (parts === null || Number(parts[1]) > MOST_DATES) return null;
  for (let date = Number(parts[1]); date > 0; date -= 1) {
    const day = dayFrom(Number(parts[3]), Number(parts[2]), date);
    if (day !== null) return sayDay(day);
  }
  return null;
}

function progressIn(text: string): string | null {
  const said = text.normalize('NFC').toLowerCase();
  const found = SAID_OTHERWISE.find(([pattern]) => pattern.test(said));
  return found === undefined ? null : PROGRESS_LABELS[found[1]];
}
