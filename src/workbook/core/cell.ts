import type { Day } from '../../domain/core/day.ts';

/** A date cell: the day in the workbook's own zone, and minutes after midnight when it carries a time. */
export type DayCell = { readonly day: Day; readonly minutes: number };

/** What a cell holds, without Google's or Node's types. Blank is `''`, as Sheets gives it. */
export type CellValue = string | number | boolean | DayCell;

/** Characters that a cell of Sheets may hold (docs/platform.md#quotas-and-limits). */
export const LONGEST_TEXT = 50_000;

/** A tab as read in one go: values and number formats of its data range, first row is row 1. */
export type RawTab = {
  readonly sheetId: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly values: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly string[])[];
};

/** The tabs that were asked for, and how the workbook reads numbers and days. */
export type RawBook = {
  readonly tabs: readonly RawTab[];
  readonly locale: string;
  readonly timeZone: string;
};

/** A rectangle to write in one call; `row` and `column` count from 1. */
export type Block = {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
};

/** A place a person can go to: `Nhập số liệu!J12`. */
export type CellAddress = { readonly sheetId: number; readonly tab: string; readonly row: number; readonly column: number };
