/**
 * Typed twice: every service object of the host has exactly its type of the surface (see `service` in `membrane.ts`), and
 * each of those types must name only what Google's own has and give what Google gives, or this file does not compile.
 * Nothing here runs.
 */
import type { Google } from '../../google/surface/google.ts';
import type * as small from '../../google/surface/services.ts';
import type * as sheets from '../../google/surface/spreadsheet.ts';
import type * as screen from '../../google/surface/ui.ts';

/** Whether two types are one: any number fits an enum of Google, so assignability cannot tell. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What a call gives, as far as its kind goes: of an object only that it is one, because each has its own line below; an enum is opaque. */
type Kind<Value> = Value extends string | boolean | null | undefined | Date
  ? Value
  : Value extends number
    ? Same<Value, number> extends true
      ? number
      : object
    : Value extends readonly (infer Item)[]
      ? readonly Kind<Item>[]
      : object;

/** A method that gives nothing may be taken for one that gives anything; and Google's types deny that one can give `null`. */
type Given<Value> = undefined extends Value ? unknown : Kind<Value> | null;

/** The matching part of Google's type: the same names, each giving the same kind of thing. */
type Matching<Hosted, Real> = {
  readonly [Name in keyof Hosted]: Name extends keyof Real
    ? Real[Name] extends (...args: never) => infer Value
      ? (...args: never) => Given<Value>
      : object
    : never;
};

/** A type of the surface, refused by the compiler when Google's does not match it. */
export type Fits<Real, Hosted extends Matching<Hosted, Real>> = Hosted;

/** Every service object the host makes, against Google's type of it. */
export type HostFitsGoogle = [
  Fits<GoogleAppsScript.Spreadsheet.SpreadsheetApp, Google['SpreadsheetApp']>,
  Fits<GoogleAppsScript.Spreadsheet.Spreadsheet, sheets.Spreadsheet>,
  Fits<GoogleAppsScript.Spreadsheet.Sheet, sheets.Sheet>,
  Fits<GoogleAppsScript.Spreadsheet.Range, sheets.Range>,
  Fits<GoogleAppsScript.Spreadsheet.Protection, sheets.Protection>,
  Fits<GoogleAppsScript.Spreadsheet.DataValidation, sheets.DataValidation>,
  Fits<GoogleAppsScript.Spreadsheet.DataValidationBuilder, sheets.DataValidationBuilder>,
  Fits<GoogleAppsScript.Spreadsheet.ConditionalFormatRule, sheets.ConditionalFormatRule>,
  Fits<GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder, sheets.ConditionalFormatRuleBuilder>,
  Fits<
    GoogleAppsScript.Spreadsheet.BooleanCondition,
    NonNullable<ReturnType<sheets.ConditionalFormatRule['getBooleanCondition']>>
  >,
  Fits<GoogleAppsScript.Spreadsheet.EmbeddedChart, sheets.EmbeddedChart>,
  Fits<GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder, sheets.EmbeddedChartBuilder>,
  Fits<GoogleAppsScript.Spreadsheet.EmbeddedBarChartBuilder, sheets.EmbeddedBarChartBuilder>,
  Fits<GoogleAppsScript.Charts.ChartOptions, sheets.ChartOptions>,
  Fits<GoogleAppsScript.Base.Ui, screen.Ui>,
  Fits<GoogleAppsScript.Base.Menu, screen.Menu>,
  Fits<GoogleAppsScript.Base.PromptResponse, screen.PromptResponse>,
  Fits<GoogleAppsScript.HTML.HtmlService, screen.HtmlService>,
  Fits<GoogleAppsScript.HTML.HtmlOutput, screen.HtmlOutput>,
  Fits<GoogleAppsScript.Mail.MailApp, small.MailApp>,
  Fits<GoogleAppsScript.Utilities.Utilities, small.Utilities>,
  Fits<GoogleAppsScript.Base.Blob, ReturnType<small.Utilities['newBlob']>>,
  Fits<NonNullable<typeof Drive>, small.Drive>,
  Fits<NonNullable<NonNullable<typeof Drive>['Files']>, small.Drive['Files']>,
  Fits<GoogleAppsScript.Cache.CacheService, small.CacheService>,
  Fits<GoogleAppsScript.Cache.Cache, small.Cache>,
  Fits<GoogleAppsScript.Properties.PropertiesService, small.PropertiesService>,
  Fits<GoogleAppsScript.Properties.Properties, small.Properties>,
  Fits<GoogleAppsScript.Lock.LockService, small.LockService>,
  Fits<GoogleAppsScript.Lock.Lock, small.Lock>,
  Fits<GoogleAppsScript.Base.Session, small.Session>,
  Fits<GoogleAppsScript.Base.User, ReturnType<small.Session['getActiveUser']>>,
  Fits<GoogleAppsScript.Script.ScriptApp, small.ScriptApp>,
  Fits<GoogleAppsScript.Script.TriggerBuilder, ReturnType<small.ScriptApp['newTrigger']>>,
  Fits<GoogleAppsScript.Script.ClockTriggerBuilder, small.ClockTriggerBuilder>,
  Fits<GoogleAppsScript.Script.Trigger, small.Trigger>,
];
