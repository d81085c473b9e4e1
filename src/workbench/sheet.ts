import { MARKS } from '../words/entry/marks.ts';
import { isNoKey, type Moved, movedBy, sameKey } from './line-moves.ts';
import type { AreaView, CellView, LineKey, LineView, ListView, SeenLines, TabView } from './protocol.ts';

/** A tab as the page keeps it: its lines by number, each replaced as a whole when something in it changes. */
export type Sheet = Omit<TabView, 'cells' | 'moves'> & { readonly lines: ReadonlyMap<number, LineView> };

export type Spot = { readonly row: number; readonly column: number };

const NOTHING: CellView = { t: '' };

/** The tab that the server told. */
export function sheetOf({ cells, moves: _, ...tab }: TabView): Sheet {
  return { ...tab, lines: new Map(cells.map((line) => [line.row, line])) };
}

/** The sheet after lines were told anew, with the version that holds them. */
export function withLines(sheet: Sheet, told: readonly LineView[], version: number): Sheet {
  const lines = new Map(sheet.lines);
  for (const line of told) lines.set(line.row, line);
  return { ...sheet, version, lines, rows: Math.max(sheet.rows, ...told.map((line) => line.row)) };
}

export function cellAt(sheet: Sheet, { row, column }: Spot): CellView {
  return sheet.lines.get(row)?.cells[column] ?? NOTHING;
}

/** What one would type to get this cell. */
export function typedText(cell: CellView): string {
  return cell.e ?? cell.t;
}

function isIn(area: AreaView, { row, column }: Spot): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** Whether two areas share a cell. */
function meets(one: AreaView, other: AreaView): boolean {
  const rows = one.row < other.row + other.rows && other.row < one.row + one.rows;
  return rows && one.column < other.column + other.columns && other.column < one.column + one.columns;
}

/** The drop-down of a cell. */
export function listAt(sheet: Sheet, spot: Spot): ListView | null {
  return sheet.lists.find((list) => isIn(list, spot)) ?? null;
}

/** Whether typing into this cell is refused, or only warned of. */
export function guardAt(sheet: Sheet, spot: Spot): 'refused' | 'warned' | null {
  const guards = sheet.guards.filter((guard) => isIn(guard, spot));
  if (guards.length === 0) return null;
  return guards.some((guard) => guard.refused) ? 'refused' : 'warned';
}

/** Whether an area holds a cell that may not be typed into. */
export function refusesAny(sheet: Sheet, area: AreaView): boolean {
  return sheet.guards.some((guard) => guard.refused && meets(guard, area));
}

/** The header above a cell, or '' where the tab has no line of headers or the cell stands in or above it. */
export function headerOf(sheet: Sheet, { row, column }: Spot): string {
  const { headerRow } = sheet;
  return headerRow === null || row <= headerRow ? '' : cellAt(sheet, { row: headerRow, column }).t;
}

/** What names a line: the texts of its key columns; nothing but blanks where nothing does. */
function keyOf(sheet: Sheet, row: number): LineKey {
  if (row <= (sheet.headerRow ?? 0)) return [];
  return sheet.keyColumns.map((column) => cellAt(sheet, { row, column }).t);
}

/** Lines as they are seen now, so that the server finds them again whatever others do meanwhile. */
export function seenLines(sheet: Sheet, rows: readonly number[]): SeenLines {
  return { version: sheet.version, keys: rows.map((row) => keyOf(sheet, row)) };
}

/**
 * Where the lines of an older view of a tab stand in a newer one: by the moves between them, and where these are not known by
 * what names a line; null for one that is gone.
 */
export function followed(before: Sheet, now: Sheet, moves: TabView['moves']): Moved {
  if (moves !== null) return movedBy(moves);
  return (row) => {
    const key = keyOf(before, row);
    if (isNoKey(key) || sameKey(keyOf(now, row), key)) return row;
    const found = [...now.lines.keys()].filter((one) => sameKey(keyOf(now, one), key));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** Which lines are wanted: those that one of these roles leads, those of this period; `null`: all. */
export type Wanted = { readonly roles: readonly string[] | null; readonly period: string | null };

/** The numbers of the lines to show below the frozen ones. What a tab has no column for is not asked of it. */
export function shownRows(sheet: Sheet, { roles, period }: Wanted): number[] {
  const from = sheet.frozenRows + 1;
  const all = Array.from({ length: Math.max(0, sheet.rows - sheet.frozenRows) }, (_, at) => from + at);
  const [lead, periods] = [roles === null ? null : leadColumn(sheet), period === null ? null : periodColumn(sheet)];
  if (lead === null && periods === null) return all;
  const leads = new Set((roles ?? []).map(plain));
  const isWanted = (row: number): boolean =>
    (lead === null || isLed(cellAt(sheet, { row, column: lead }).t, leads)) &&
    (periods === null || plain(cellAt(sheet, { row, column: periods }).t) === plain(period ?? ''));
  return all.filter((row) => row <= (sheet.headerRow ?? 0) || isWanted(row));
}

const isLed = (lead: string, wanted: ReadonlySet<string>): boolean =>
  lead.split(/[\n;]/u).some((role) => wanted.has(plain(role)));

/** The column that says who leads a line. */
export function leadColumn(sheet: Sheet): number | null {
  return columnCalled(sheet, 'chủ trì');
}

/** The column of a tab whose lines belong to periods; a calendar, whose lines are the periods, has none. */
export function periodColumn(sheet: Sheet): number | null {
  const column = columnCalled(sheet, 'kỳ');
  return sheet.keyColumns.length > 1 && column !== null && sheet.keyColumns.includes(column) ? column : null;
}

function columnCalled(sheet: Sheet, name: string): number | null {
  const headers = sheet.headerRow === null ? undefined : sheet.lines.get(sheet.headerRow)?.cells;
  const found = Object.entries(headers ?? {}).find(([, cell]) => plain(cell.t) === name);
  return found === undefined ? null : Number(found[0]);
}

/** Why a yellow cell is not for typing: its period is closed, or its figure is made as the line's `Cách tính` says; `null`: it is. */
export function lockedBy(
  sheet: Sheet,
  { row, column }: Spot,
): { readonly is: 'closed' } | { readonly is: 'fed'; readonly how: string } | null {
  const textIn = (header: string): string => {
    const found = columnCalled(sheet, plain(header));
    return found === null || row <= (sheet.headerRow ?? 0) ? '' : cellAt(sheet, { row, column: found }).t;
  };
  const said = textIn('Không nhập');
  if (said === MARKS.closedRow) return { is: 'closed' };
  const isNamed = said.split(';').some((header) => plain(header) === plain(headerOf(sheet, { row, column })));
  return said !== '' && isNamed ? { is: 'fed', how: textIn('Cách tính') } : null;
}

/** The periods that a tab has lines of, in their order. */
export function periodsIn(sheet: Sheet): string[] {
  const column = periodColumn(sheet);
  if (column === null) return [];
  const below = [...sheet.lines.keys()].filter((row) => row > (sheet.headerRow ?? 0)).sort((a, b) => a - b);
  return [...new Set(below.map((row) => cellAt(sheet, { row, column }).t))].filter((name) => name.trim() !== '');
}

/** The first line of the period that is being entered; `null` where there is none of it. */
export function firstOpenRow(sheet: Sheet, openPeriods: readonly string[]): number | null {
  const column = periodColumn(sheet);
  const [wanted] = openPeriods.map(plain);
  if (column === null || wanted === undefined) return null;
  const rows = [...sheet.lines.keys()].filter((row) => row > (sheet.headerRow ?? 0));
  const mine = rows.filter((row) => plain(cellAt(sheet, { row, column }).t) === wanted);
  return mine.length === 0 ? null : Math.min(...mine);
}

/** The cells that hold a text, from top to bottom, in the lines given. */
export function findIn(sheet: Sheet, text: string, rows: readonly number[]): Spot[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const found: Spot[] = [];
  for (const row of rows) {
    for (const [column, cell] of Object.entries(sheet.lines.get(row)?.cells ?? {})) {
      if (plain(cell.t).includes(wanted)) found.push({ row, column: Number(column) });
    }
  }
  return found;
}

/** The area from one corner to the other, whichever stands first. */
export function areaOf(one: Spot, other: Spot): AreaView {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return { row, column, rows: Math.abs(one.row - other.row) + 1, columns: Math.abs(one.column - other.column) + 1 };
}
