import { HEAD_WORDS } from '../../src/words/set-up/layout.ts';
import type { CellValue, DayCell } from '../../src/workbook/core/cell.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { newSheet, PLAIN } from '../../src/xlsx/areas.ts';
import type { CellModel, CellStyle, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { serialOfCivil } from '../../src/xlsx/serial.ts';
import type { MemoryTab } from '../app/memory-ports.ts';

export const APP_TAB = ACTUALS.name;

/** The same workbook as the host holds it: days as serial numbers under a date format, texts in text cells. */
export function bookOf(tabs: readonly MemoryTab[]): WorkbookModel {
  return { sheets: tabs.map(sheetOf) };
}

function sheetOf({ sheetId, name, hidden, values }: MemoryTab): SheetModel {
  const blank = newSheet(sheetId, name);
  const maxColumns = Math.max(blank.maxColumns, ...values.map(({ length }) => length));
  const sheet = { ...blank, hidden, maxColumns };
  for (const [down, row] of values.entries()) {
    const line = row.flatMap((value, across) => (value === '' ? [] : [[across + 1, cellOf(value)] as const]));
    if (line.length > 0) sheet.cells.set(down + 1, new Map(line));
  }
  return sheet;
}

const STYLES: Readonly<Record<string, CellStyle>> = {
  object: { ...PLAIN, numberFormat: 'dd/MM/yyyy HH:mm' },
  string: { ...PLAIN, numberFormat: '@' },
};

function cellOf(value: CellValue): CellModel {
  const style = STYLES[typeof value] ?? PLAIN;
  const plain = typeof value === 'object' ? serialOf(value) : value;
  return { value: plain, formula: null, style };
}

function serialOf({ day, minutes }: DayCell): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return serialOfCivil({ year, month, date, hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: 0 });
}

/** What stands in each tab, without what a person could not see: trailing blanks. */
export function shownIn({ sheets }: WorkbookModel): Readonly<Record<string, readonly (readonly CellModel['value'][])[]>> {
  return Object.fromEntries(
    sheets.map(({ id, cells }) => {
      const last = Math.max(
        0,
        ...[...cells].flatMap(([row, line]) => ([...line.values()].some(({ value }) => value !== '') ? [row] : [])),
      );
      return [id, Array.from({ length: last }, (_, at) => rowOf(cells.get(at + 1)))];
    }),
  );
}

function rowOf(line: Map<number, CellModel> | undefined): CellModel['value'][] {
  const last = Math.max(0, ...[...(line ?? [])].flatMap(([column, { value }]) => (value === '' ? [] : [column])));
  const shown = Array.from({ length: last }, (_, at) => line?.get(at + 1)?.value ?? '');
  // The moment something was last made is no part of its content.
  return shown.includes(HEAD_WORDS.updated) ? shown.filter((value) => typeof value !== 'number') : shown;
}
