import { TABS } from '../../workbook/tabs/all.ts';
import type { Google } from '../surface/google.ts';
import type { Sheet } from '../surface/spreadsheet.ts';
import { tabFinder } from './tab-ids.ts';

/** Shows all hidden tabs when one of them is hidden, else hides them all; answers whether they are shown now. */
export function toggleSettingsTabs(google: Pick<Google, 'SpreadsheetApp' | 'PropertiesService'>): boolean {
  const find = tabFinder(google, google.SpreadsheetApp.getActiveSpreadsheet().getSheets());
  const sheets = TABS.filter((tab) => tab.group === 'hidden').flatMap((tab) => find(tab.name) ?? []);
  const show = sheets.some((sheet) => sheet.isSheetHidden());
  for (const sheet of sheets) showOrHide(sheet, show);
  return show;
}

function showOrHide(sheet: Sheet, show: boolean): void {
  if (show) sheet.showSheet();
  else sheet.hideSheet();
}
