import type { Google } from '../surface/google.ts';
import type { Sheet } from '../surface/spreadsheet.ts';

/** Where set-up writes which sheet is which tab, so that a renamed tab is still found; rebuilt by running set-up again. */
const PROPERTY = 'tabs';

type Services = Pick<Google, 'SpreadsheetApp' | 'PropertiesService'>;

/**
 * Finds a tab by its name, and by the sheet id stored at set-up when no sheet has that name any more. The name comes first
 * because the properties cost a call on every edit while renaming is rare.
 */
export function tabFinder({ PropertiesService }: Services, sheets: readonly Sheet[]): (name: string) => Sheet | undefined {
  const byName = new Map(sheets.map((sheet) => [plain(sheet.getName()), sheet]));
  let ids: Readonly<Record<string, unknown>> | null = null;
  return (name) => {
    const named = byName.get(plain(name));
    if (named !== undefined) return named;
    ids ??= storedIds(PropertiesService.getDocumentProperties()?.getProperty(PROPERTY) ?? null);
    const id = ids[name];
    return sheets.find((sheet) => sheet.getSheetId() === id);
  };
}

/** Stores the ids of these tabs as they stand now, and keeps those of tabs that were renamed since they were stored. */
export function rememberTabs({ SpreadsheetApp, PropertiesService }: Services, names: readonly string[]): void {
  const properties = PropertiesService.getDocumentProperties();
  if (properties === null) return;
  const wanted = new Set(names);
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const named = sheets.map((sheet) => [sheet.getName(), sheet.getSheetId()] as const).filter(([name]) => wanted.has(name));
  const ids = { ...storedIds(properties.getProperty(PROPERTY)), ...Object.fromEntries(named) };
  properties.setProperty(PROPERTY, JSON.stringify(ids));
}

/** Stores that this sheet is the tab, whatever its name. */
export function rememberSheet({ PropertiesService }: Services, tab: string, sheetId: number): void {
  const properties = PropertiesService.getDocumentProperties();
  if (properties === null) return;
  properties.setProperty(PROPERTY, JSON.stringify({ ...storedIds(properties.getProperty(PROPERTY)), [tab]: sheetId }));
}

function storedIds(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

function plain(name: string): string {
  return name.normalize('NFC').trim();
}
