import { dayOfLocalDate, localDateOf } from '../../domain/core/day.ts';
import { sayTime } from '../../words/core/day.ts';
import type { CellValue, DayCell } from '../../workbook/core/cell.ts';
import type { Utilities } from '../surface/services.ts';
import type { SheetCell } from '../surface/spreadsheet.ts';
import { SCRIPT_ZONE } from './clock.ts';

/** Between what a Google cell holds and what the workbook layer speaks of. */
export type Cells = {
  read(cell: SheetCell): CellValue;
  /** `format`: the number format that the cell has, because it decides how Google reads a text. */
  write(value: CellValue, format: string): SheetCell;
};

const SAME_ZONE: readonly string[] = [SCRIPT_ZONE, 'Asia/Saigon'];
const MS_PER_MINUTE = 60_000;

/**
 * Cells of a workbook in the given zone. Google builds a date from the workbook's zone while the script sees it in its own
 * (docs/platform.md#days-and-zones): where the two differ each moment is moved, so that the day read and the day written are the ones that
 * a person sees in the sheet. The difference itself is told by the check `zone-differs`.
 */
export function cellsIn(zone: string, utilities: Utilities): Cells {
  if (SAME_ZONE.includes(zone))
    return cellsThrough(
      (date) => date,
      (date) => date,
    );
  const shown = (date: Date): Date => wallClock(utilities.formatDate(date, zone, 'yyyy-MM-dd-HH-mm'));
  const moment = (wanted: Date): Date => {
    let guess = wanted;
    // Twice, because the first step may cross a change of the zone's summer time.
    for (let step = 0; step < 2; step += 1) guess = new Date(guess.getTime() + wanted.getTime() - shown(guess).getTime());
    return guess;
  };
  return cellsThrough(shown, moment);
}

function cellsThrough(shown: (date: Date) => Date, moment: (wanted: Date) => Date): Cells {
  return {
    read: (cell) => (isDate(cell) ? readDate(shown(cell)) : cell),
    write: (value, format) => {
      if (typeof value === 'string') return asText(value, format);
      return typeof value === 'object' ? moment(dateOf(value)) : value;
    },
  };
}

/** A date object of any realm: `instanceof` fails across them (docs/platform.md#the-runtime). */
function isDate(cell: SheetCell): cell is Date {
  return typeof cell === 'object';
}

function wallClock(text: string): Date {
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0] = text.split('-').map(Number);
  return new Date(year, month - 1, date, hour, minute);
}

/** A time of day alone comes as a date of 1899; it is no day, so it stays the text that the cell shows. */
function readDate(date: Date): CellValue {
  const minutes = date.getHours() * 60 + date.getMinutes();
  const day = dayOfLocalDate(date);
  return day === null ? sayTime(minutes) : { day, minutes };
}

function dateOf({ day, minutes }: DayCell): Date {
  return new Date(localDateOf(day).getTime() + minutes * MS_PER_MINUTE);
}

const TYPED_BOOLEAN = /^\s*(true|false|đúng|sai)\s*$/iu;
const LETTERS_ONLY = /^\p{L}[^\p{N}]*$/u;

/** The format of plain text. */
const TEXT_FORMAT = '@';

/**
 * Text that stays text. Google takes every string as if typed: `=` makes a formula, `1-2` a date, `TRUE` a boolean
 * (docs/platform.md#typed-entry). An apostrophe in front prevents it and is swallowed; text that starts with a letter and holds no digit
 * needs none. Read back, the apostrophe is gone: so every write must come through here.
 * A cell of plain text takes all of it as it is: there the apostrophe would stay and be seen.
 */
export function asText(text: string, format: string): string {
  if (text === '' || format === TEXT_FORMAT) return text;
  return LETTERS_ONLY.test(text) && !TYPED_BOOLEAN.test(text) ? text : `'${text}`;
}
