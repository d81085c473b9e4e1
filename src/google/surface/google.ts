import type * as services from './services.ts';
import type { SpreadsheetApp } from './spreadsheet.ts';
import type { HtmlService } from './ui.ts';

/** Every Google service the bundle names. The local host implements this and nothing else. */
export type Google = {
  readonly SpreadsheetApp: SpreadsheetApp & {
    readonly ProtectionType: { readonly SHEET: { toString(): string }; readonly RANGE: { toString(): string } };
  };
  readonly HtmlService: HtmlService;
  readonly MailApp: services.MailApp;
  readonly Utilities: services.Utilities;
  readonly Drive: services.Drive;
  readonly CacheService: services.CacheService;
  readonly PropertiesService: services.PropertiesService;
  readonly LockService: services.LockService;
  readonly Session: services.Session;
  readonly ScriptApp: services.ScriptApp;
};
