import { fold } from '../../domain/core/word.ts';
import type { ColumnLayout, TabLayout } from '../../workbook/layout/layout.ts';
import type { Google } from '../surface/google.ts';
import type { Range, Sheet, Spreadsheet } from '../surface/spreadsheet.ts';
import type { Cells } from './cells.ts';
import { guardTab, letClerksIn } from './guards.ts';
import { paintSheet } from './paint.ts';
import { begin, finish, unfinished } from './unfinished.ts';

type App = Google['SpreadsheetApp'];
type How = { readonly clerks: readonly string[]; readonly cells: Cells };

const HEADER_BACKGROUND = '#d9e2ec';

type Services = Pick<Google, 'SpreadsheetApp' | 'Session' | 'PropertiesService'>;

/**
 * Makes the missing tabs in their order and leaves those that are there, but lets today’s keepers into their guards; both kinds are named in
 * the answer, and the addresses that Google refused. Guards come after all tabs, because a clerk who does not own the file may be refused one;
 * what a cut run had begun is gone on with: a tab without a word in it is laid out again, and all get their guards.
 */
export function layOutTabs(google: Services, tabs: readonly TabLayout[], how: How) {
  const { SpreadsheetApp: app } = google;
  const book = app.getActiveSpreadsheet();
  const standing = new Map(book.getSheets().map((sheet) => [fold(sheet.getName()), sheet]));
  const wasBegun = unfinished(google);
  const begun = tabs.filter((tab) => wasBegun(tab.name) && standing.has(fold(tab.name)));
  const blank = begun.filter((tab) => [standing.get(fold(tab.name))].some((sheet) => sheet !== undefined && isBlank(sheet)));
  const missing = tabs.filter((tab) => !standing.has(fold(tab.name)) || blank.includes(tab));
  const toGuard = tabs.filter((tab) => missing.includes(tab) || begun.includes(tab));
  const kept = tabs.filter((tab) => !missing.includes(tab));
  if (toGuard.length > 0)
    begin(
      google,
      toGuard.map(({ name }) => name),
    );
  const sheetFor = (tab: TabLayout): Sheet => standing.get(fold(tab.name)) ?? book.insertSheet(tab.name, tabs.indexOf(tab));
  const made = missing.map((tab) => ({ tab, sheet: sheetFor(tab) }));
  for (const { tab, sheet } of made) {
    dressTab(app, sheet, tab);
    // The headers last: a tab that has them is whole.
    writeRows(sheet, tab, how.cells);
  }
  // The tabs are whole before the first guard is asked for.
  if (toGuard.length > 0) app.flush();
  const { clerks } = how;
  const sheetOf = (tab: TabLayout) => made.find((each) => each.tab === tab)?.sheet ?? standing.get(fold(tab.name));
  const refused = tabs.flatMap((tab) => {
    const sheet = sheetOf(tab);
    const guarded = { guards: tab.guards, clerks };
    return toGuard.includes(tab) && sheet !== undefined ? guardTab(google, sheet, guarded) : letClerksIn(app, sheet, guarded);
  });
  if (toGuard.length > 0) finish(google);
  return { made: missing.map(({ name }) => name), kept: kept.map(({ name }) => name), refused: [...new Set(refused)] };
}

/** Makes one tab behind others, its headers last; a blank one of that name is made anew, any other stays. */
export function layOutOne(
  google: Services,
  tab: TabLayout,
  { behind, ...how }: How & { readonly behind: readonly string[] },
): void {
  const { SpreadsheetApp: app } = google;
  const book = app.getActiveSpreadsheet();
  const standing = sheetNamed(book, tab.name);
  if (standing !== undefined && !isBlank(standing)) return;
  if (standing !== undefined) book.deleteSheet(standing);
  const names = book.getSheets().map((sheet) => fold(sheet.getName()));
  const last = Math.max(-1, ...behind.map((name) => names.indexOf(fold(name))));
  const sheet = book.insertSheet(tab.name, last + 1);
  dressTab(app, sheet, tab);
  guardTab(google, sheet, { guards: tab.guards, clerks: how.clerks });
  writeRows(sheet, tab, how.cells);
}

/** Takes away a tab in which nothing stands. */
export function dropEmptied({ SpreadsheetApp: app }: Pick<Google, 'SpreadsheetApp'>, name: string): void {
  const book = app.getActiveSpreadsheet();
  const sheet = sheetNamed(book, name);
  if (sheet !== undefined && isBlank(sheet)) book.deleteSheet(sheet);
}

function sheetNamed(book: Spreadsheet, name: string): Sheet | undefined {
  return book.getSheets().find((sheet) => fold(sheet.getName()) === fold(name));
}

/** The empty sheet that every new workbook is born with, or one that was emptied. */
function isBlank(sheet: Sheet): boolean {
  return sheet
    .getDataRange()
    .getValues()
    .every((row) => row.every((value) => value === ''));
}

function dressTab(app: App, sheet: Sheet, tab: TabLayout): void {
  makeRoom(sheet, tab);
  styleColumns(app, sheet, tab);
  if (tab.headerRow > 0) styleHead(sheet, tab);
  paintSheet(app, sheet, { paint: tab.paint, formerPaint: [] });
  if (tab.tabColor !== null) sheet.setTabColor(tab.tabColor);
  if (tab.hidden) sheet.hideSheet();
}

function makeRoom(sheet: Sheet, { top, rows, columns, lastRow }: TabLayout): void {
  const lackingRows = Math.max(lastRow, top.length + rows.length) - sheet.getMaxRows();
  if (lackingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lackingRows);
  const lackingColumns = columns.length - sheet.getMaxColumns();
  if (lackingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lackingColumns);
}

/**
 * Formats before values: they decide how Google reads what is written. The head has none of its own. All in one write, so that a run that is cut
 * leaves a tab without a word, or whole.
 */
function writeRows(sheet: Sheet, { top, rows, columns }: TabLayout, cells: Cells): void {
  const all = [...top, ...rows];
  const width = Math.max(0, ...all.map((values) => values.length));
  if (width === 0) return;
  const formatOf = (row: number, column: number): string => (row < top.length ? '' : (columns[column]?.numberFormat ?? ''));
  const written = all.map((values, row) =>
    Array.from({ length: width }, (_, column) => cells.write(values[column] ?? '', formatOf(row, column))),
  );
  sheet.getRange(1, 1, all.length, width).setValues(written);
}

function styleColumns(app: App, sheet: Sheet, { columns, headerRow }: TabLayout): void {
  const placed = columns.map((look, index) => ({ column: index + 1, look }));
  styleWidths(sheet, placed);
  styleRows(app, sheet, { columns: placed, row: headerRow + 1, rows: sheet.getMaxRows() - headerRow });
}

/** A column where it stands; columns count from 1. */
type Placed = { readonly column: number; readonly look: ColumnLayout };
type Part = { readonly columns: readonly Placed[]; readonly row: number; readonly rows: number };

/** As wide as they should be. */
export function styleWidths(sheet: Sheet, columns: readonly Placed[]): void {
  for (const run of runsOf(columns, ({ width }) => width)) sheet.setColumnWidths(run.from, run.count, run.first.width);
}

/** The look of some rows. What a new tab has anyway is not said again: set-up is some hundred calls, and Google ends it after six minutes. */
export function styleRows(app: App, sheet: Sheet, { columns, row, rows }: Part): void {
  const over = ({ from, count }: ColumnRun): Range => sheet.getRange(row, from, rows, count);
  const each = <Look>(
    look: (column: ColumnLayout) => Look,
    usual: Look | null,
    give: (range: Range, look: Look) => Range,
  ): void => {
    for (const run of runsOf(columns, look)) if (look(run.first) !== usual) give(over(run), look(run.first));
  };
  each(
    ({ numberFormat }) => numberFormat,
    'General',
    (range, format) => range.setNumberFormat(format),
  );
  each(
    ({ background }) => background,
    null,
    (range, color) => range.setBackground(color),
  );
  each(
    ({ fontColor }) => fontColor,
    null,
    (range, color) => range.setFontColor(color),
  );
  each(
    ({ wrap }) => wrap,
    false,
    (range, wrap) => range.setWrap(wrap),
  );
  each(
    ({ align }) => align,
    null,
    (range, align) => range.setHorizontalAlignment(align),
  );
  each(
    () => 'top' as const,
    null,
    (range, top) => range.setVerticalAlignment(top),
  );
  styleChoices(app, sheet, { columns, row, rows });
}

/** The drop-downs of some rows. */
export function styleChoices(app: App, sheet: Sheet, { columns, row, rows }: Part): void {
  for (const { from, count, first } of runsOf(columns, (column) => JSON.stringify([column.choices, column.help])))
    offerChoices(app, sheet.getRange(row, from, rows, count), first);
}

type ColumnRun = { readonly from: number; readonly count: number; readonly first: ColumnLayout };

/** Neighbouring columns that look alike, so that each look costs one call. */
function runsOf(columns: readonly Placed[], look: (column: ColumnLayout) => unknown): ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (const { column, look: first } of columns) {
    const last = runs[runs.length - 1];
    const isNext = last !== undefined && last.from + last.count === column && look(last.first) === look(first);
    if (isNext) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ from: column, count: 1, first });
  }
  return runs;
}

/** A drop-down that warns and never rejects: a rejecting one also stops scripts (docs/platform.md#validation). */
function offerChoices(app: App, range: Range, { choices, help }: ColumnLayout): void {
  if (choices === null || choices.length === 0) return;
  const rule = app
    .newDataValidation()
    .requireValueInList([...choices], true)
    .setAllowInvalid(true);
  range.setDataValidation((help === null ? rule : rule.setHelpText(help)).build());
}

/** The look of cells with headers. */
export function styleHeader(range: Range): void {
  range
    .setFontWeight('bold')
    .setWrap(true)
    .setVerticalAlignment('middle')
    .setHorizontalAlignment('center')
    .setBackground(HEADER_BACKGROUND);
}

function styleHead(sheet: Sheet, { headerRow, columns, frozenColumns }: TabLayout): void {
  styleHeader(sheet.getRange(headerRow, 1, 1, Math.max(1, columns.length)));
  if (headerRow > 1)
    sheet
      .getRange(1, 1, headerRow - 1, 1)
      .setFontWeight('bold')
      .setWrap(false);
  sheet.setFrozenRows(headerRow);
  if (frozenColumns > 0) sheet.setFrozenColumns(frozenColumns);
}
