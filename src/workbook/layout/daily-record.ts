import { daysBetween } from '../../domain/core/day.ts';
import { DAILY_LABEL, NEVER_RAN, sayDailyLine } from '../../words/mail/daily.ts';
import type { Book } from '../core/book.ts';
import type { Block, CellValue, DayCell, RawTab } from '../core/cell.ts';
import { cellAt, plainText } from '../core/key.ts';
import { sameCell } from '../write/write.ts';
import { HOURS_UNTIL_STALE } from './paint.ts';

/** What `Tổng quan` says of the daily run: when one last went well, in whose name, and what went wrong since. */
export type DailyRecord = { readonly goodAt: DayCell | null; readonly who: string; readonly trouble: string };

/** Reads it back. Of the sentence only its place is known again; nothing depends on who stands in it. */
export function readDaily({ tables }: Pick<Book, 'tables'>): DailyRecord {
  const raw = tables.get('overview')?.raw;
  const [, moment] = raw === undefined ? [] : dailyLines(raw);
  const cell = moment?.[0];
  return { goodAt: typeof cell === 'object' ? cell : null, who: '', trouble: '' };
}

const MINUTES_A_DAY = 1440;

/** Whether the last good run is so long ago that one must have been missed; the overview's colour says the same. */
export function isDailyStale(goodAt: DayCell, at: DayCell): boolean {
  const minutes = daysBetween(goodAt.day, at.day) * MINUTES_A_DAY + at.minutes - goodAt.minutes;
  return minutes > HOURS_UNTIL_STALE * 60;
}

/**
 * The two lines of the daily run, for code that rewrites the tab: as they stand on it; none before the first run, unless
 * that run asks to `reserve` them.
 */
export function dailyLines({ values }: RawTab, reserve = false): readonly (readonly CellValue[])[] {
  const row = lineOf(values);
  if (row < 0) return reserve ? [[DAILY_LABEL], ['']] : [];
  return [0, 1].map((next) => [values[row + next]?.[0] ?? '']);
}

/** Writes the two cells, where they stand or from the row just reserved for them; nothing when they say so already. */
export function dailyBlocks({ tables }: Pick<Book, 'tables'>, record: DailyRecord, reservedRow: number | null): Block[] {
  const raw = tables.get('overview')?.raw;
  const found = raw === undefined ? -1 : lineOf(raw.values);
  const row = found < 0 ? reservedRow : found + 1;
  if (raw === undefined || row === null) return [];
  const values = [[sayDailyLine(record)], [record.goodAt ?? NEVER_RAN]];
  const isSame = found >= 0 && values.every(([cell = ''], next) => sameCell(cell, cellAt(raw, row + next, 1)));
  return isSame ? [] : [{ sheetId: raw.sheetId, row, column: 1, values }];
}

function lineOf(values: RawTab['values']): number {
  return values.findIndex(([first = '']) => plainText(first).startsWith(DAILY_LABEL));
}
