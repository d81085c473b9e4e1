import { type Day, daysBetween, monthOf } from '../core/day.ts';
import { fold } from '../core/word.ts';
import type { PeriodPlace, PeriodType } from './period.ts';

/** The row of a period as far as it tells what it is. */
export type PeriodRow = { readonly name: string; readonly start: Day; readonly end: Day };

const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv'];

/**
 * What a period is by its row, for workbooks that have no column `Loại kỳ` and for rows that leave it blank; `null`: nobody can tell, and it is asked for.
 * Its name decides («Tháng 05», «Quý II», «6 tháng», «9 tháng», «Năm 2026»), else the length of its window: one month, three, six, nine, twelve.
 */
export function typeByRow(row: PeriodRow): PeriodType | null {
  return typeInName(fold(row.name)) ?? typeByLength(daysBetween(row.start, row.end) + 1);
}

/** The longer phrases first: «6 tháng đầu năm 2024» names a year too. */
const NAMES: readonly (readonly [PeriodType, RegExp])[] = [
  ['half', /\b(?:6|06|sáu) tháng/u],
  ['nine-months', /\b(?:9|09|chín) tháng/u],
  ['month', /(?:^|\s)tháng \d{1,2}(?!\d)/u],
  ['quarter', /(?:^|\s)quý (?:i{1,3}|iv|[1-4])(?=$|[\s/,.(-])/u],
  ['year', /^(?:báo cáo |kỳ |cả |tổng kết )*năm \d{4}$/u],
];

function typeInName(name: string): PeriodType | null {
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

const LENGTHS: readonly (readonly [PeriodType, number, number])[] = [
  ['month', 28, 31],
  ['quarter', 89, 93],
  ['half', 180, 185],
  ['nine-months', 272, 277],
  ['year', 364, 367],
];

function typeByLength(days: number): PeriodType | null {
  return LENGTHS.find(([, least, most]) => days >= least && days <= most)?.[0] ?? null;
}

const MONTHS_IN: Readonly<Partial<Record<PeriodType, number>>> = { month: 1, quarter: 3, half: 6 };

/** Which of its type in the year: as the name says («Quý II», «6 tháng cuối năm»), else by the month in which the window ends. */
export function placeOf(type: PeriodType, row: PeriodRow): PeriodPlace {
  const months = MONTHS_IN[type];
  if (months === undefined) return { type, turn: type === 'special' ? null : 1 };
  return { type, turn: turnInName(type, fold(row.name)) ?? Math.ceil(monthOf(row.end) / months) };
}

function turnInName(type: PeriodType, name: string): number | null {
  if (type === 'half') return name.includes('cuối năm') ? 2 : name.includes('đầu năm') ? 1 : null;
  const said = (type === 'month' ? /(?:^|\s)tháng (\d{1,2})(?!\d)/u : /(?:^|\s)quý (i{1,3}|iv|[1-4])(?=$|[\s/,.(-])/u).exec(
    name,
  )?.[1];
  if (said === undefined) return null;
  const turn = ROMAN.includes(said) ? ROMAN.indexOf(said) + 1 : Number(said);
  return turn >= 1 && turn <= (type === 'month' ? 12 : 4) ? turn : null;
}

/** Whether such a report counts from the beginning of its year where `Lũy kế từ đầu năm` is blank: quý I does by its place, quý III does not. */
export function countsFromNewYear({ type, turn }: PeriodPlace): boolean {
  if (type === 'month' || type === 'quarter' || type === 'half') return turn === 1;
  return type !== 'special';
}

/** «tháng 13 năm 2026» → «tháng 13 năm»: what two reports of one subject in two years have in common. */
export function nameWithoutYear(name: string): string {
  return fold(name).replace(/\d{4}/gu, '').trim();
}

/** A kind of report by the words of a name without a year: «Quý III», «6 tháng đầu năm», «9 tháng»; `null` = none. */
export function kindByName(name: string): PeriodPlace | null {
  const said = fold(name);
  const type = typeInName(said);
  if (type === null) return null;
  return { type, turn: type === 'nine-months' ? 1 : turnInName(type, said) };
}
