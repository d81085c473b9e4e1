/**
 * Google's real types must fit the narrow ones in `surface/`, or this file does not compile. Nothing here runs: the check
 * is a type. `Drive` is an advanced service, present because `appsscript.json` enables it.
 */
import type { Google } from '../surface/google.ts';
import type { EditEvent } from '../surface/spreadsheet.ts';

type Fits<Narrow, Real extends Narrow> = Real;

/** Google as `@types/google-apps-script` describes it. */
export type RealGoogle = Fits<
  Google,
  {
    SpreadsheetApp: typeof SpreadsheetApp;
    HtmlService: typeof HtmlService;
    MailApp: typeof MailApp;
    Utilities: typeof Utilities;
    Drive: NonNullable<typeof Drive>;
    CacheService: typeof CacheService;
    PropertiesService: typeof PropertiesService;
    LockService: typeof LockService;
    Session: typeof Session;
    ScriptApp: typeof ScriptApp;
  }
>;

/** The event of a human edit. */
export type RealEdit = Fits<EditEvent, GoogleAppsScript.Events.SheetsOnEdit>;
