import type { Area, WorkbookPort } from '../../app/base/ports.ts';
import type { Block, CellValue, RawTab } from '../../workbook/core/cell.ts';
import { lazyBareTab, lazyCharts, lazyGuards, lazyLayout, lazyRenewal } from '../lazy.ts';
import type { Google } from '../surface/google.ts';
import type { Range, Sheet, SheetCell, Spreadsheet } from '../surface/spreadsheet.ts';
import { asText, type Cells, cellsIn } from './cells.ts';
import { rememberSheet, rememberTabs, tabFinder } from './tab-ids.ts';

type Services = Pick<Google, 'SpreadsheetApp' | 'Utilities' | 'PropertiesService' | 'Session'>;

/** The spreadsheet this script is bound to. */
export function googleWorkbook(google: Services): WorkbookPort {
  const { SpreadsheetApp } = google;
  const open = (): Spreadsheet => SpreadsheetApp.getActiveSpreadsheet();
  const cells = (): Cells => cellsIn(open().getSpreadsheetTimeZone(), google.Utilities);
  const known: Known = new Map();
  const remember = (tab: RawTab): RawTab => {
    known.set(tab.sheetId, { rows: tab.values.length, columns: tab.values[0]?.length ?? 0, formats: tab.formats });
    return tab;
  };
  return {
    read: (names) => {
      const book = open();
      const timeZone = book.getSpreadsheetTimeZone();
      const here = cellsIn(timeZone, google.Utilities);
      const tabs = wantedSheets(google, names).map((sheet) => remember(readTab(sheet, here)));
      return { tabs, locale: book.getSpreadsheetLocale(), timeZone };
    },
    readTab: (sheetId) => {
      const sheet = sheetById(open(), sheetId);
      return sheet === null ? null : remember(readTab(sheet, cells()));
    },
    readRange: (area) => {
      const sheet = sheetById(open(), area.sheetId);
      return sheet === null ? [] : readArea(sheet, area, cells());
    },
    write: (blocks) => {
      const how = { cells: cells(), known };
      // All that has to be asked comes before the first write, because each question makes Google finish the writes before it.
      const ready = blocks.map((block) => readyToWrite(sheetOf(open(), block), block, how));
      for (const { range, values } of ready) range?.setValues(values);
    },
    layOut: (tabs, clerks) => {
      const answer = lazyLayout().layOutTabs(google, tabs, { clerks, cells: cells() });
      const names = tabs.map(({ name }) => name);
      rememberTabs(google, names);
      return answer;
    },
    layOutOne: (tab, how) => {
      lazyLayout().layOutOne(google, tab, { ...how, cells: cells() });
      rememberTabs(google, [tab.name]);
    },
    dropEmptied: (name) => lazyLayout().dropEmptied(google, name),
    mayGuard: (tab) => lazyGuards().mayGuard(SpreadsheetApp, wantedSheets(google, [tab])[0]),
    remember: (tab, sheetId) => rememberSheet(google, tab, sheetId),
    ...looksCalls(SpreadsheetApp, (sheetId) => sheetById(open(), sheetId)),
    dropIfBare: (sheetId) => lazyBareTab().bareTabCalls(google).dropIfBare(sheetId),
    addTab: (name) => lazyBareTab().bareTabCalls(google).addTab(name),
    setLocaleAndZone: (locale, timeZone) => {
      open().setSpreadsheetLocale(locale);
      open().setSpreadsheetTimeZone(timeZone);
    },
    ...viewCalls(google),
    flush: () => SpreadsheetApp.flush(),
  };
}

/** Calls that only change what is shown. */
function viewCalls(google: Services): Pick<WorkbookPort, 'setHidden' | 'show' | 'place'> {
  return {
    setHidden: (names, hidden) => {
      for (const sheet of wantedSheets(google, names)) hidden ? sheet.hideSheet() : sheet.showSheet();
    },
    place: () => google.SpreadsheetApp.getActiveSpreadsheet().getUrl(),
    show: (tab, row, column) => {
      const [sheet] = wantedSheets(google, [tab]);
      if (sheet === undefined) return;
      if (sheet.isSheetHidden()) sheet.showSheet();
      google.SpreadsheetApp.getActiveSpreadsheet().setActiveSheet(sheet);
      sheet.getRange(row, column, 1, 1).activate();
    },
  };
}

function wantedSheets(google: Services, names: readonly string[] | 'all'): Sheet[] {
  const sheets = google.SpreadsheetApp.getActiveSpreadsheet().getSheets();
  if (names === 'all') return sheets;
  const find = tabFinder(google, sheets);
  return names.flatMap((name) => find(name) ?? []);
}

/** One reading of the values and one of the formats. */
function readTab(sheet: Sheet, cells: Cells): RawTab {
  const range = sheet.getDataRange();
  return {
    sheetId: sheet.getSheetId(),
    name: sheet.getName(),
    hidden: sheet.isSheetHidden(),
    values: range.getValues().map((row) => row.map(cells.read)),
    formats: range.getNumberFormats(),
  };
}

/** One reading of the values of what lies inside the tab. */
function readArea(sheet: Sheet, area: Area, cells: Cells): readonly (readonly CellValue[])[] {
  const rows = Math.min(area.rows, sheet.getMaxRows() - area.row + 1);
  const columns = Math.min(area.columns, sheet.getMaxColumns() - area.column + 1);
  if (rows < 1 || columns < 1) return [];
  const values = sheet.getRange(area.row, area.column, rows, columns).getValues();
  return values.map((row) => row.map(cells.read));
}

function sheetById(book: Spreadsheet, sheetId: number): Sheet | null {
  return book.getSheets().find((sheet) => sheet.getSheetId() === sheetId) ?? null;
}

function sheetOf(book: Spreadsheet, block: Block): Sheet {
  const sheet = sheetById(book, block.sheetId);
  if (sheet === null) throw new Error(`Bug: no sheet has the id ${block.sheetId}`);
  return sheet;
}

type Size = { readonly rows: number; readonly columns: number };
/** How large a tab is at least, and the formats of its cells as they were read. */
type Known = Map<number, Size & { readonly formats: RawTab['formats'] }>;

type ReadyBlock = { readonly range: Range | null; readonly values: SheetCell[][] };

/** The range of a block, with room made for it, and what to write there. */
function readyToWrite(sheet: Sheet, block: Block, { cells, known }: { cells: Cells; known: Known }): ReadyBlock {
  const columns = block.values[0]?.length ?? 0;
  if (columns === 0) return { range: null, values: [] };
  grow(sheet, { rows: block.row + block.values.length - 1, columns: block.column + columns - 1 }, known);
  const range = sheet.getRange(block.row, block.column, block.values.length, columns);
  const formats = formatsUnder(range, block, known);
  const values = block.values.map((row, down) => row.map((value, across) => cells.write(value, formats[down]?.[across] ?? '')));
  return { range, values };
}

/** The formats of the cells of a block: those that were read with the tab; under its last row they have to be asked for. */
function formatsUnder(range: Range, { sheetId, row, column, values }: Block, known: Known): RawTab['formats'] {
  if (values.every((line) => line.every((value) => typeof value !== 'string' || asText(value, '') === value))) return [];
  const formats = known.get(sheetId)?.formats ?? [];
  const wasRead = row + values.length - 1 <= formats.length && column - 1 + (values[0]?.length ?? 0) <= (formats[0]?.length ?? 0);
  return wasRead ? values.map((_, down) => formats[row - 1 + down]?.slice(column - 1) ?? []) : range.getNumberFormats();
}

/** Makes room; what was read is known to fit, so that an edit asks for no size. */
function grow(sheet: Sheet, needed: Size, known: Known): void {
  const size = known.get(sheet.getSheetId());
  if (size !== undefined && needed.rows <= size.rows && needed.columns <= size.columns) return;
  const rows = sheet.getMaxRows();
  const columns = sheet.getMaxColumns();
  if (needed.rows > rows) sheet.insertRowsAfter(rows, needed.rows - rows);
  if (needed.columns > columns) sheet.insertColumnsAfter(columns, needed.columns - columns);
  const grown = { rows: Math.max(rows, needed.rows), columns: Math.max(columns, needed.columns) };
  known.set(sheet.getSheetId(), { ...grown, formats: size?.formats ?? [] });
}

/** Calls that change how tabs look, which no edit needs; a tab that is gone has none. */
function looksCalls(
  app: Services['SpreadsheetApp'],
  sheetOf: (sheetId: number) => Sheet | null,
): Pick<WorkbookPort, 'renew' | 'putChart' | 'fitChart'> {
  return {
    renew: (tabs) => {
      for (const tab of tabs) {
        const sheet = sheetOf(tab.sheetId);
        if (sheet !== null) lazyRenewal().renewTab(app, sheet, tab);
      }
    },
    putChart: (...chart) =>
      lazyCharts()
        .chartCalls(sheetOf)
        .putChart(...chart),
    fitChart: (...chart) =>
      lazyCharts()
        .chartCalls(sheetOf)
        .fitChart(...chart),
  };
}
