import type { WorkbookPort } from '../../app/base/ports.ts';
import { fold } from '../../domain/core/word.ts';
import type { Google } from '../surface/google.ts';
import type { Sheet, Spreadsheet } from '../surface/spreadsheet.ts';

type Services = Pick<Google, 'SpreadsheetApp'>;

/** What is done to tabs that hold nothing. */
export function bareTabCalls({ SpreadsheetApp: app }: Services): Pick<WorkbookPort, 'dropIfBare' | 'addTab'> {
  return {
    dropIfBare: (sheetId) => {
      const book = app.getActiveSpreadsheet();
      const sheet = book.getSheets().find((each) => each.getSheetId() === sheetId);
      if (sheet === undefined || !isBare(app, sheet)) return false;
      book.deleteSheet(sheet);
      return true;
    },
    addTab: (name) => addTab(app.getActiveSpreadsheet(), name),
  };
}

function addTab(book: Spreadsheet, name: string): void {
  const sheets = book.getSheets();
  if (!sheets.some((sheet) => fold(sheet.getName()) === fold(name))) book.insertSheet(name, sheets.length);
}

/**
 * Whether a tab holds nothing at all. The cheap questions come first; the whole grid is asked and not the cells with values
 * alone, because a blank form is looks, notes and drop-downs without a value. Borders cannot be asked: a range has `setBorder`
 * and no way to read it (https://developers.google.com/apps-script/reference/spreadsheet/range).
 */
function isBare(app: Services['SpreadsheetApp'], sheet: Sheet): boolean {
  const floating = [sheet.getCharts(), sheet.getDrawings(), sheet.getImages(), sheet.getConditionalFormatRules()];
  const { SHEET, RANGE } = app.ProtectionType;
  const guards = [SHEET, RANGE].flatMap((type) => sheet.getProtections(type));
  return floating.every((things) => things.length === 0) && guards.length === 0 && !sheet.isSheetHidden() && isPlain(sheet);
}

/** As Google writes the background of a cell that has none. */
const NO_COLOR = ['#ffffff', ''];
const NO_FORMAT = ['General', '0.###############', ''];

/** Whether every cell is as a new sheet has it. */
function isPlain(sheet: Sheet): boolean {
  const grid = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
  const all = <Value>(lines: readonly (readonly Value[])[], isNothing: (value: Value) => boolean): boolean =>
    lines.every((line) => line.every(isNothing));
  return (
    all(grid.getValues(), (value) => value === '') &&
    all(grid.getFormulas(), (formula) => formula === '') &&
    all(grid.getNotes(), (note) => note === '') &&
    all(grid.getDataValidations(), (rule) => rule === null) &&
    grid.getMergedRanges().length === 0 &&
    all(grid.getBackgrounds(), (color) => NO_COLOR.includes(color)) &&
    all(grid.getNumberFormats(), (format) => NO_FORMAT.includes(format))
  );
}
