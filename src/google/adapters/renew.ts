import type { TabRenewal } from '../../workbook/layout/layout.ts';
import type { Google } from '../surface/google.ts';
import type { Sheet } from '../surface/spreadsheet.ts';
import { styleChoices, styleHeader, styleRows, styleWidths } from './layout.ts';
import { isFormer, paintSheet } from './paint.ts';

type App = Google['SpreadsheetApp'];

/** The new columns, and, where our colours stand, our colours, rows and formats too. */
export function renewTab(app: App, sheet: Sheet, tab: TabRenewal): void {
  const { headerRow, columns, formats } = tab;
  const fresh = columns.filter(({ isNew }) => isNew);
  const rows = sheet.getMaxRows();
  for (const { column } of fresh) styleHeader(sheet.getRange(headerRow, column, 1, 1));
  styleWidths(sheet, fresh);
  styleRows(app, sheet, { columns: fresh, row: headerRow + 1, rows: rows - headerRow });
  if (!sheet.getConditionalFormatRules().some((rule) => isFormer(rule, tab))) return;
  styleChoices(app, sheet, {
    columns: columns.filter(({ hasNewWords }) => hasNewWords),
    row: headerRow + 1,
    rows: sheet.getMaxRows() - headerRow,
  });
  lengthen(app, sheet, tab);
  formats.forEach((format, at) => {
    sheet.getRange(1, at + 1, sheet.getMaxRows(), 1).setNumberFormat(format);
  });
  paintSheet(app, sheet, tab);
}

/**
 * Appends the rows that are lacking, and one more: so a run that was cut before their looks were whole sees by their number that they
 * are not as many as set-up makes, and gives them again.
 */
function lengthen(app: App, sheet: Sheet, { columns, lastRow, formerRows }: TabRenewal): void {
  const rows = sheet.getMaxRows();
  if (rows < lastRow) sheet.insertRowsAfter(rows, lastRow + 1 - rows);
  if (rows === lastRow || formerRows === null) return;
  const row = Math.min(rows, formerRows) + 1;
  styleRows(app, sheet, { columns, row, rows: lastRow + 1 - row });
}
