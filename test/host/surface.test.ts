import { describe, expect, it } from 'vitest';
import type { Lock } from '../../src/google/surface/services.ts';
import type { Screen } from '../../src/host/core/environment.ts';
import { service } from '../../src/host/core/membrane.ts';
import type { Fits } from '../../src/host/services/fits.ts';
import { googleFor } from '../../src/host/services/google.ts';
import { surfaceMembers } from '../../tools/surface/members.ts';
import { anEnvironment } from '../helpers/environment.ts';

function live(): Readonly<Record<string, object | null | undefined>> {
  const screen: Screen = { answers: [], shown: [] };
  const google = googleFor(anEnvironment({ screen }));
  const { SpreadsheetApp } = google;
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const [sheet] = spreadsheet.getSheets();
  const range = sheet?.getRange(1, 1, 1, 1);
  const ui = SpreadsheetApp.getUi();
  const trigger = google.ScriptApp.newTrigger('runDaily').timeBased();
  return {
    Spreadsheet: spreadsheet,
    Sheet: sheet,
    Range: range,
    Protection: range?.protect(),
    DataValidationBuilder: SpreadsheetApp.newDataValidation(),
    DataValidation: SpreadsheetApp.newDataValidation().build(),
    ConditionalFormatRuleBuilder: SpreadsheetApp.newConditionalFormatRule(),
    EmbeddedChart: sheet?.newChart().build(),
    ChartOptions: sheet?.newChart().build().getOptions(),
    EmbeddedChartBuilder: sheet?.newChart(),
    EmbeddedBarChartBuilder: sheet?.newChart().asBarChart(),
    Ui: ui,
    Menu: ui.createMenu('x'),
    PromptResponse: ui.prompt('', '', ui.ButtonSet.OK),
    HtmlService: google.HtmlService,
    HtmlOutput: google.HtmlService.createHtmlOutputFromFile('sidebar'),
    MailApp: google.MailApp,
    Utilities: google.Utilities,
    Drive: google.Drive,
    Blob: google.Utilities.newBlob([], 'text/plain', 'x'),
    Cache: google.CacheService.getScriptCache(),
    Properties: google.PropertiesService.getDocumentProperties(),
    Lock: google.LockService.getScriptLock(),
    Session: google.Session,
    User: google.Session.getActiveUser(),
    ScriptApp: google.ScriptApp,
    ClockTriggerBuilder: trigger,
    Trigger: trigger.create(),
  };
}

describe('the host offers the surface and nothing else', () => {
  const spelled = surfaceMembers();
  it.each(Object.entries(live()))('%s', (name, object) => {
    expect(Object.keys(object ?? {}).sort()).toEqual(spelled.get(name));
  });
});

describe('what does not compile', () => {
  const tryLock = () => true;
  const releaseLock = () => undefined;

  it('is a service with a method too many, or one too few', () => {
    // @ts-expect-error the surface has no such method
    const more: Lock = service({ tryLock, releaseLock, hasLock: tryLock });
    // @ts-expect-error the surface has one more
    const less: Lock = service({ tryLock });
    expect([more, less].map((lock) => Object.keys(lock).length)).toEqual([3, 1]);
  });

  it('is a type of the surface that names what Google has not, or gives what Google does not give', () => {
    type Real = { getRow(): number };
    const fits: Fits<Real, { getRow(): number }>[] = [];
    // @ts-expect-error Google has no such method
    const unknown: Fits<Real, { getRows(): number }>[] = [];
    // @ts-expect-error Google gives a number
    const wrong: Fits<Real, { getRow(): string }>[] = [];
    expect([...fits, ...unknown, ...wrong]).toEqual([]);
  });
});
