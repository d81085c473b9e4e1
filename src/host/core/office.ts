import { parseDay } from '../../domain/core/day.ts';
import { fold } from '../../domain/core/word.ts';
import type { Plan, Setting } from '../../domain/plan/plan.ts';
import { isSample } from '../../domain/plan/settings.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue, RawTab } from '../../workbook/core/cell.ts';
import type { TabSpec } from '../../workbook/core/tab.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { ROLES, SETTINGS } from '../../workbook/tabs/settings.ts';
import { extent, styleAt } from '../../xlsx/areas.ts';
import type { CellModel, SheetModel, WorkbookModel } from '../../xlsx/model.ts';
import { civilOfSerial, isDateFormat } from '../../xlsx/serial.ts';

/**
 * What the office says of itself, read as the rules read it: tabs that were renamed, columns that it calls otherwise. Empty
 * where the tabs are not there. The large tabs are not looked at, because this is asked at every change.
 */
export function officeIn(book: WorkbookModel): Pick<Plan, 'settings' | 'roles'> {
  return bookOf(book, [SETTINGS, ROLES]).plan;
}

/** These tabs as the rules read them, with what the office calls otherwise; all else of the workbook is empty. */
export function bookOf({ sheets }: WorkbookModel, wanted: readonly TabSpec[]): Book {
  const tabs = tabsFor(sheets, [SETTINGS, ...wanted]).map(rawTabOf);
  return readBook({ tabs, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
}

/**
 * Whether the workbook's figures are illustrative: the answer that every report and mail prints. A tab that lost a header is
 * no settings to the rules, but its word still keeps real mail back: that is the safer mistake.
 */
export function isSampleWorkbook(book: WorkbookModel): boolean {
  return isSample({ settings: [...officeIn(book).settings, ...plainSettings(book)] });
}

/** What stands right of the name of the setting, whatever stands above. */
function plainSettings({ sheets }: WorkbookModel): Setting[] {
  const name = fold(SETTING_LABELS['sample-data']);
  const text = (cell: CellModel | undefined): string => String(cell?.value ?? '');
  return tabsFor(sheets, [SETTINGS]).flatMap(({ cells }) =>
    [...cells.values()].flatMap((line) =>
      [...line]
        .filter(([, cell]) => fold(text(cell)) === name)
        .map(([column]): Setting => ({ key: 'sample-data', value: text(line.get(column + 1)), from: null })),
    ),
  );
}

const isNamed = (sheet: SheetModel, { name }: { readonly name: string }): boolean => fold(sheet.name) === fold(name);

/** The tabs by their names; where one is called otherwise, also all that are called as none of ours, to be told by their headers. */
function tabsFor(sheets: readonly SheetModel[], wanted: readonly TabSpec[]): readonly SheetModel[] {
  const named = sheets.filter((sheet) => wanted.some((spec) => isNamed(sheet, spec)));
  const isWhole = wanted.every((spec) => named.some((sheet) => isNamed(sheet, spec)));
  return isWhole ? named : sheets.filter((sheet) => named.includes(sheet) || !TABS.some((spec) => isNamed(sheet, spec)));
}

/** A tab of the model as the readers of the workbook take it. */
function rawTabOf(sheet: SheetModel): RawTab {
  const { rows, columns } = extent(sheet);
  const grid = <Value>(of: (row: number, column: number) => Value): Value[][] =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => of(row + 1, column + 1)));
  return {
    sheetId: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    values: grid((row, column) => cellValueOf(sheet.cells.get(row)?.get(column))),
    formats: grid((row, column) => styleAt(sheet, row, column).numberFormat),
  };
}

/** A number under a date format is a day; one so far off that no day is it stays a number. */
function cellValueOf(cell: CellModel | undefined): CellValue {
  if (cell === undefined) return '';
  const { value, style } = cell;
  if (typeof value !== 'number' || !isDateFormat(style.numberFormat)) return value;
  const { year, month, date, hours, minutes } = civilOfSerial(value);
  const two = (n: number): string => String(n).padStart(2, '0');
  const found = parseDay(`${year}-${two(month)}-${two(date)}`);
  return found === null ? value : { day: found, minutes: hours * 60 + minutes };
}
