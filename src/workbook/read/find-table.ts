import { SHEET_PROBLEM_SEVERITY } from '../../domain/checks/sheet-problem.ts';
import { fold } from '../../domain/core/word.ts';
import type { CellValue, RawBook, RawTab } from '../core/cell.ts';
import { cellAt, isBlankCell, keyColumns, keyPart } from '../core/key.ts';
import { problemIn, type SheetProblem } from '../core/problem.ts';
import type { TabKey, TabSpec, TabTable } from '../core/tab.ts';
import { TABS } from '../tabs/all.ts';
import { findColumns, hasKey, looksLike } from './find-columns.ts';
import { type OwnLayout, ownLayoutIn } from './own-layout.ts';

/** The tabs that could be used, and what is wrong with tabs, headers and keys. */
export type FoundTables = { readonly tables: ReadonlyMap<TabKey, TabTable>; readonly problems: readonly SheetProblem[] };

/**
 * Finds each of our tabs by its name, a renamed one by its headers, and in it the header row, the columns and the rows by
 * key. Extra tabs, columns and blank rows are passed over. What is missing or doubled is a problem; the rest still works.
 */
export function findTables({ tabs }: RawBook): FoundTables {
  const tables = new Map<TabKey, TabTable>();
  const problems: SheetProblem[] = [];
  const own = ownLayoutIn(tabs);
  for (const spec of TABS) {
    const [first, second] = candidatesFor(spec, tabs, own);
    if (first === undefined) problems.push(...(spec.optional === true ? [] : [missingTab(spec)]));
    else if (second !== undefined) problems.push(doubledTab(spec, second));
    else {
      const found = findTable(spec, first, own);
      for (const problem of found.problems) problems.push(problem);
      if (found.table !== null) tables.set(spec.key, found.table);
    }
  }
  return { tables, problems };
}

/** The tabs of that name, or of the office's own for it; without one, the tabs of no name of ours that have its headers. */
function candidatesFor(spec: TabSpec, tabs: readonly RawTab[], own: OwnLayout): RawTab[] {
  const adopted = own.tabName(spec);
  const called = tabs.filter(({ name }) => fold(name) === fold(spec.name) || fold(name) === adopted);
  // An office may well have a tab of its own by the name of one that need not be there.
  const named = spec.optional === true ? called.filter((raw) => hasKey(spec, raw, own)) : called;
  return named.length > 0 ? named : tabs.filter((raw) => !hasOurName(raw) && looksLike(spec, raw, own));
}

/** Whether a tab is called as one of ours that every workbook has. */
export function hasOurName({ name }: RawTab): boolean {
  return TABS.some((spec) => spec.optional !== true && fold(spec.name) === fold(name));
}

function missingTab({ name }: TabSpec): SheetProblem {
  return { code: 'missing-tab', severity: SHEET_PROBLEM_SEVERITY['missing-tab'], tab: name, at: null, facts: { tab: name } };
}

function doubledTab({ name }: TabSpec, second: RawTab): SheetProblem {
  return problemIn(second, { row: 1, column: 1 }, { code: 'doubled-tab', facts: { tab: name } });
}

type FoundTable = { readonly table: TabTable | null; readonly problems: readonly SheetProblem[] };

function findTable(spec: TabSpec, raw: RawTab, own: OwnLayout): FoundTable {
  const headers = Object.values(spec.columns).map(({ header }) => header);
  // The overview has no columns: it is all ours.
  if (headers.length === 0)
    return { table: { spec, raw, headerRow: 0, columns: new Map(), rows: new Map(), lastRow: 0 }, problems: [] };
  const found = findColumns(spec, raw, own);
  if (found === null) {
    const facts = { header: headers.join('; ') };
    return { table: null, problems: [problemIn(raw, { row: 1, column: 1 }, { code: 'missing-header', facts })] };
  }
  const place = { spec, raw, headerRow: found.headerRow, columns: found.columns };
  const { rows, lastRow, problems } = findRows(place);
  return { table: { ...place, rows, lastRow }, problems: [...found.problems, ...problems] };
}

type TablePlace = Pick<TabTable, 'spec' | 'raw' | 'headerRow' | 'columns'>;
type FoundRows = Pick<TabTable, 'rows' | 'lastRow'> & { readonly problems: readonly SheetProblem[] };

function findRows(place: TablePlace): FoundRows {
  const numbers = filledRows(place);
  const { rowsOf, problems } = keyedRows(place, numbers);
  const rows = new Map<string, number>();
  for (const [key, [first = 0, ...again]] of rowsOf) {
    if (again.length === 0) {
      rows.set(key, first);
      continue;
    }
    const facts = { key: key.replace(/\|/gu, ' – '), first };
    for (const row of again) problems.push(keyProblem(place, { row, part: 0 }, { code: 'doubled-key', facts }));
  }
  return { rows, lastRow: numbers[numbers.length - 1] ?? place.headerRow, problems };
}

/** The rows by their key; one that lacks a part of it is told instead. */
function keyedRows(place: TablePlace, numbers: readonly number[]) {
  const rowsOf = new Map<string, number[]>();
  const problems: SheetProblem[] = [];
  const { rowKey, blankKeys } = place.spec;
  const columns = keyColumns(place);
  if (columns === null) return { rowsOf, problems };
  // Of many rows one part is that of the row above: a period, a version.
  const above: CellValue[] = columns.map(() => '');
  const parts = columns.map(() => '');
  for (const row of numbers) {
    columns.forEach((column, at) => {
      const value = cellAt(place.raw, row, column);
      if (value !== above[at]) parts[at] = keyPart(value);
      above[at] = value;
    });
    const gap = parts.findIndex((part, at) => part === '' && blankKeys?.includes(rowKey[at] ?? '') !== true);
    if (gap >= 0) problems.push(keyProblem(place, { row, part: gap }, { code: 'missing-key', facts: {} }));
    else addTo(rowsOf, parts.join('|'), row);
  }
  return { rowsOf, problems };
}

function addTo(rowsOf: Map<string, number[]>, key: string, row: number): void {
  const rows = rowsOf.get(key);
  if (rows === undefined) rowsOf.set(key, [row]);
  else rows.push(row);
}

/** Rows under the headers that hold anything in a column of ours. */
export function filledRows({ raw, headerRow, columns }: Pick<TabTable, 'raw' | 'headerRow' | 'columns'>): number[] {
  const ours = [...columns.values()];
  const rows: number[] = [];
  for (let row = headerRow + 1; row <= raw.values.length; row += 1) {
    const line = raw.values[row - 1] ?? [];
    for (const column of ours) {
      const value = line[column - 1] ?? '';
      if (value === '' || isBlankCell(value)) continue;
      rows.push(row);
      break;
    }
  }
  return rows;
}

/** A problem in the cell of one part of a row's key. */
function keyProblem(
  { spec, raw, columns }: TablePlace,
  { row, part }: { readonly row: number; readonly part: number },
  { code, facts }: Pick<SheetProblem, 'code' | 'facts'>,
): SheetProblem {
  const key = spec.rowKey[part] ?? '';
  const header = spec.columns[key]?.header ?? '';
  return problemIn(raw, { row, column: columns.get(key) ?? 1 }, { code, facts: { header, ...facts } });
}
