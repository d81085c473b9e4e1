import type { WorkbookPort } from '../app/ports.ts';
import type { TabRenewal } from '../workbook/layout.ts';
import { styleColumn, styleHeader } from './layout.ts';
import { isFormer, paintSheet } from './paint.ts';
import type { Google } from './surface/google.ts';
import type { Sheet } from './surface/spreadsheet.ts';

type App = Google['SpreadsheetApp'];

/** The call of the workbook that gives older tabs the looks of today; a tab that is gone has none. */
export function renewCall(app: App, sheetOf: (sheetId: number) => Sheet | null): Pick<WorkbookPort, 'renew'> {
  return {
    renew: (tabs) => {
      for (const tab of tabs) {
        const sheet = sheetOf(tab.sheetId);
        if (sheet !== null) renewTab(app, sheet, tab);
      }
    },
  };
}

/** The new columns, and, where our colours stand, our colours, rows and formats too. */
function renewTab(app: App, sheet: Sheet, tab: TabRenewal): void {
  const { headerRow, columns, lastRow, isTaller, formats } = tab;
  const fresh = columns.filter(({ isNew }) => isNew);
  for (const { column, look } of fresh) {
    sheet.setColumnWidths(column, 1, look.width);
    styleHeader(sheet.getRange(headerRow, column, 1, 1));
  }
  styleRows(app, sheet, { columns: fresh, from: headerRow + 1 });
  if (!sheet.getConditionalFormatRules().some((rule) => isFormer(rule, tab))) return;
  const rows = sheet.getMaxRows();
  if (rows < lastRow) sheet.insertRowsAfter(rows, lastRow - rows);
  if (rows < lastRow && isTaller) styleRows(app, sheet, { columns, from: rows + 1 });
  formats.forEach((format, at) => {
    sheet.getRange(1, at + 1, sheet.getMaxRows(), 1).setNumberFormat(format);
  });
  paintSheet(app, sheet, tab);
}

/** From this row to the last. */
function styleRows(app: App, sheet: Sheet, { columns, from }: Pick<TabRenewal, 'columns'> & { from: number }): void {
  const count = sheet.getMaxRows() - from + 1;
  if (count < 1) return;
  for (const { column, look } of columns) styleColumn(app, sheet.getRange(from, column, count, 1), look);
}
