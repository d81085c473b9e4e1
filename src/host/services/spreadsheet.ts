import type { Google } from '../../google/surface/google.ts';
import type { Sheet, Spreadsheet } from '../../google/surface/spreadsheet.ts';
import { newSheet } from '../../xlsx/areas.ts';
import type { SheetModel } from '../../xlsx/model.ts';
import { type Environment, tellPending } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { demandScope } from './permission.ts';
import { demandSheetRight } from './protection.ts';
import { conditionalRuleBuilder, dataValidationBuilder } from './rules.ts';
import { sheetService } from './sheet.ts';
import { uiService } from './ui.ts';

/** `SpreadsheetApp`, bound to the one workbook that is open. */
export function spreadsheetApp(environment: Environment): Google['SpreadsheetApp'] {
  const handles = new Map<SheetModel, Sheet>();
  const handle = (sheet: SheetModel): Sheet => {
    const known = handles.get(sheet) ?? sheetService(environment, sheet);
    handles.set(sheet, known);
    return known;
  };
  const spreadsheet = spreadsheetService(environment, handle);
  return service({
    ProtectionType: service({ SHEET: service({ toString: () => 'SHEET' }), RANGE: service({ toString: () => 'RANGE' }) }),
    getActiveSpreadsheet: () => {
      demandScope(environment, {
        call: 'SpreadsheetApp.getActiveSpreadsheet',
        scopes: ['spreadsheets.currentonly', 'spreadsheets'],
      });
      return environment.bound ? spreadsheet : outsideADocument();
    },
    getUi: () => uiService(environment),
    flush: () => {
      environment.calls.count('flush');
      tellPending(environment);
      environment.save();
    },
    newDataValidation: dataValidationBuilder,
    newConditionalFormatRule: conditionalRuleBuilder,
  });
}

/** Google's own types deny it too, but outside of a document there is none (docs/platform.md#dialogs-and-pages). */
const outsideADocument = (): Spreadsheet => null as unknown as Spreadsheet;

/** The sheet handle of a model, for the events the host makes. */
export function sheetHandle(app: Google['SpreadsheetApp'], id: number): Sheet {
  const found = app
    .getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === id);
  if (found === undefined) throw new Error(`Bug: no sheet ${id}`);
  return found;
}

function spreadsheetService(environment: Environment, handle: (sheet: SheetModel) => Sheet): Spreadsheet {
  const { book, sidecar } = environment;
  const about = <T>(value: T): T => {
    environment.calls.count('about');
    return value;
  };
  const modelOf = (sheet: Sheet): SheetModel => {
    const found = book.sheets.find(({ id }) => id === sheet.getSheetId());
    if (found === undefined) throw new GoogleError('The sheet is not part of this spreadsheet.');
    return found;
  };
  const self: Spreadsheet = service({
    getId: () => environment.workbook.id,
    getName: () => about(environment.workbook.name),
    getUrl: () => about(environment.workbook.url),
    getSheets: () => book.sheets.map(handle),
    insertSheet: (name, index) => handle(insertSheet(environment, name, index)),
    deleteSheet: (sheet) => deleteSheet(environment, modelOf(sheet)),
    setActiveSheet: (sheet) => {
      environment.calls.count('screen');
      environment.script.active = { sheetId: modelOf(sheet).id, row: 1, column: 1 };
      return sheet;
    },
    getSpreadsheetLocale: () => about(sidecar.locale),
    setSpreadsheetLocale: (locale) => {
      environment.calls.count('tabs');
      sidecar.locale = locale;
    },
    getSpreadsheetTimeZone: () => about(sidecar.timeZone),
    setSpreadsheetTimeZone: (zone) => {
      environment.calls.count('tabs');
      sidecar.timeZone = zone;
    },
    toast: (message, title) => {
      environment.calls.count('screen');
      environment.screen?.shown.push({ kind: 'toast', title, message });
    },
  });
  return self;
}

function insertSheet({ book, calls }: Environment, name: string, index: number): SheetModel {
  calls.count('tabs');
  if (book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new GoogleError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
  const made = newSheet(Math.max(0, ...book.sheets.map(({ id }) => id)) + 1, name);
  book.sheets.splice(index, 0, made);
  return made;
}

function deleteSheet(environment: Environment, sheet: SheetModel): void {
  const { book, calls, sidecar } = environment;
  calls.count('tabs');
  demandSheetRight(environment, sheet);
  if (book.sheets.length === 1) throw new GoogleError("You can't remove all the sheets in a document.");
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  sidecar.protections = sidecar.protections.filter((kept) => kept.sheetId !== sheet.id);
}
