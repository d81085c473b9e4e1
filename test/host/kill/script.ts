import { day } from '../../../src/domain/core/day.ts';
import type { HostOptions } from '../../../src/host/session.ts';

/** Judges by writing beside what was typed, as the grey cells are; `stamp` is an action of the menu. */
const CODE = `
function onEdit(event) {
  var range = event.range, sheet = range.getSheet();
  sheet.getRange(range.getRow(), 4, 1, 1).setValues([['đã đánh giá']]);
  SpreadsheetApp.flush();
}
function stamp() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 5, 1, 1).setValues([['đóng dấu']]); }
`;

/** A host over the workbook with a script small enough to be opened a hundred times. */
export function onWorkbook(workbook: string): HostOptions {
  return {
    workbook,
    outDir: '/nonexistent',
    mailDir: '/nonexistent',
    user: '',
    now: { day: day('2024-06-20'), minutes: 480 },
    code: CODE,
    manifest: '{"oauthScopes":["https://www.googleapis.com/auth/spreadsheets.currentonly"]}',
  };
}
