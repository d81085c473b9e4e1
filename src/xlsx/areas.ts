import { LAST_ROW } from './address.ts';
import type { BlankRun, CellModel, CellStyle, SheetModel } from './model.ts';

/** A rectangle of cells; counts from 1. */
export type Area = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

export const PLAIN: CellStyle = {
  numberFormat: 'General',
  background: null,
  fontColor: null,
  bold: false,
  wrap: false,
  horizontal: null,
  vertical: null,
};

export const MAX_CELL_LENGTH = 50_000;

/** An area that starts this high and reaches the bottom is a column's style with a head above it. */
const HEADER_ROWS = 20;

/** A new tab as Google makes it. */
export function newSheet(id: number, name: string): SheetModel {
  return {
    id,
    name,
    hidden: false,
    tabColor: null,
    frozenRows: 0,
    frozenColumns: 0,
    maxRows: 1000,
    maxColumns: 26,
    cells: new Map(),
    blankRuns: [],
    columnStyles: new Map(),
    columnWidths: new Map(),
    validations: [],
    paints: [],
    charts: [],
  };
}

/** The style a cell shows: its own, or its column's. */
export function styleAt(sheet: SheetModel, row: number, column: number): CellStyle {
  const line = sheet.cells.get(row);
  const own = line === undefined ? blankLookAt(sheet.blankRuns, row)?.get(column) : line.get(column)?.style;
  return own ?? sheet.columnStyles.get(column) ?? PLAIN;
}

/** The cell to write into, made with its column's style when absent. */
export function cellToWrite(sheet: SheetModel, row: number, column: number): CellModel {
  claimRow(sheet, row);
  const line = sheet.cells.get(row) ?? new Map<number, CellModel>();
  sheet.cells.set(row, line);
  const cell = line.get(column) ?? { value: '', formula: null, style: sheet.columnStyles.get(column) ?? PLAIN };
  line.set(column, cell);
  return cell;
}

/** The last row and column that hold anything; 0 when the tab is blank. */
export function extent(sheet: SheetModel): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      if (cell.value === '' && cell.formula === null) continue;
      rows = Math.max(rows, row);
      columns = Math.max(columns, column);
    }
  }
  return { rows, columns };
}

/** Changes the style of an area. One that reaches the tab's last row becomes the columns' own style, so that new rows have it too. */
export function restyle(sheet: SheetModel, area: Area, change: Partial<CellStyle>): void {
  const fullHeight = area.row <= HEADER_ROWS && area.row + area.rows - 1 === sheet.maxRows;
  for (let column = area.column; column < area.column + area.columns; column += 1) {
    if (fullHeight) restyleColumn(sheet, { column, from: area.row }, change);
    else restyleRows(sheet, { ...area, column }, change);
  }
}

/** A cell that is not there looks as its column does: made only where it is to look otherwise, or thousands would stand in the file. */
function restyleRows(sheet: SheetModel, { row: from, rows, column }: Area, change: Partial<CellStyle>): void {
  const isColumnsOwn = looksSo(sheet.columnStyles.get(column) ?? PLAIN, change);
  for (let row = from; row < from + rows; row += 1)
    if (!isColumnsOwn || hasOwnStyle(sheet, row, column)) restyleCell(sheet, { row, column }, change);
}

const hasOwnStyle = ({ cells, blankRuns }: SheetModel, row: number, column: number): boolean =>
  (cells.get(row) ?? blankLookAt(blankRuns, row))?.has(column) === true;

/** Colours are written in either case. */
function looksSo(style: CellStyle, change: Partial<CellStyle>): boolean {
  const known = new Map<string, unknown>(Object.entries(style));
  const plain = (value: unknown): unknown => (typeof value === 'string' && value.startsWith('#') ? value.toLowerCase() : value);
  return Object.entries(change).every(([key, value]) => plain(known.get(key)) === plain(value));
}

function restyleCell(sheet: SheetModel, at: { row: number; column: number }, change: Partial<CellStyle>): void {
  const cell = cellToWrite(sheet, at.row, at.column);
  sheet.cells.get(at.row)?.set(at.column, { ...cell, style: { ...cell.style, ...change } });
}

function restyleColumn(sheet: SheetModel, at: { column: number; from: number }, change: Partial<CellStyle>): void {
  const before = sheet.columnStyles.get(at.column);
  // Rows above the area keep the look they have.
  for (let row = 1; row < at.from; row += 1) cellToWrite(sheet, row, at.column);
  sheet.columnStyles.set(at.column, { ...(before ?? PLAIN), ...change });
  for (const [row, line] of sheet.cells) {
    if (row >= at.from && line.has(at.column)) restyleCell(sheet, { row, column: at.column }, change);
  }
  sheet.blankRuns = relookedRuns(sheet.blankRuns, (look) => {
    const held = look.get(at.column);
    return held === undefined ? look : new Map([...look, [at.column, { ...held, ...change }]]);
  });
}

/** Makes room for rows or columns after one, moving what lies beyond it. */
export function insertAfter(sheet: SheetModel, axis: 'row' | 'column', at: { after: number; howMany: number }): void {
  const moved = (n: number): number => (n > at.after ? n + at.howMany : n);
  if (axis === 'row') {
    sheet.maxRows += at.howMany;
    replace(sheet.cells, moved);
    sheet.blankRuns = movedRuns(sheet.blankRuns, moved);
  } else {
    sheet.maxColumns += at.howMany;
    for (const line of sheet.cells.values()) replace(line, moved);
    sheet.blankRuns = relookedRuns(
      sheet.blankRuns,
      (look) => new Map([...look].map(([column, style]) => [moved(column), style] as const)),
    );
    replace(sheet.columnStyles, moved);
    replace(sheet.columnWidths, moved);
  }
  sheet.validations = sheet.validations.map((rule) => movedArea(rule, axis, at));
  sheet.paints = sheet.paints.map((rule) => movedArea(rule, axis, at));
  sheet.charts = sheet.charts.map((chart) => ({ ...chart, ranges: chart.ranges.map((range) => movedArea(range, axis, at)) }));
}

function replace<T>(map: Map<number, T>, key: (n: number) => number): void {
  const held = [...map];
  map.clear();
  for (const [n, value] of held) map.set(key(n), value);
}

/** An area after rows or columns came in: pushed when it lies beyond them, widened when they came inside it. */
export function movedArea<T extends Area>(area: T, axis: 'row' | 'column', at: { after: number; howMany: number }): T {
  const [start, length] = axis === 'row' ? (['row', 'rows'] as const) : (['column', 'columns'] as const);
  if (area[start] > at.after) return { ...area, [start]: area[start] + at.howMany };
  const inside = area[start] + area[length] - 1 > at.after;
  return inside ? { ...area, [length]: area[length] + at.howMany } : area;
}

/** True when the two areas share a cell. */
export function overlap(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** What is left of `area` once `hole` is cut out of it: up to four rectangles. */
export function without<T extends Area>(area: T, hole: Area): T[] {
  if (!overlap(area, hole)) return [area];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  const top = Math.max(area.row, hole.row);
  const low = Math.min(bottom, hole.row + hole.rows);
  const pieces = [
    { ...area, rows: top - area.row },
    { ...area, row: low, rows: bottom - low },
    { ...area, row: top, rows: low - top, columns: hole.column - area.column },
    { ...area, row: top, rows: low - top, column: hole.column + hole.columns, columns: right - hole.column - hole.columns },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}

/** `A1` of a cell. */
export function a1(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

type Look = ReadonlyMap<number, CellStyle>;

/** What the cells of a row in a run of blank rows look like; undefined when the row is in none. */
export function blankLookAt(runs: readonly BlankRun[], row: number): Look | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.from ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run === undefined ? undefined : run.looks[run.lookOf[row - run.from] ?? -1];
}

/** A row's cells, those of a blank row in a run among them. */
export function lineAt({ cells, blankRuns }: SheetModel, row: number): ReadonlyMap<number, CellModel> | undefined {
  const held = cells.get(row);
  const look = held === undefined ? blankLookAt(blankRuns, row) : undefined;
  return look === undefined ? held : cellsOf(look);
}

const cellsOf = (look: Look): Map<number, CellModel> =>
  new Map([...look].map(([column, style]) => [column, { value: '', formula: null, style }]));

/** Takes a row out of its run, so that its cells are there to be changed. */
export function claimRow(sheet: SheetModel, row: number): void {
  const look = blankLookAt(sheet.blankRuns, row);
  if (look === undefined) return;
  sheet.cells.set(row, cellsOf(look));
  sheet.blankRuns = sheet.blankRuns.flatMap((run) => piecesOf(run, (at) => (at === row ? null : at)));
}

/** The runs after their rows went elsewhere, or away (null); no row goes below the last of the format. */
export function movedRuns(runs: readonly BlankRun[], to: (row: number) => number | null): BlankRun[] {
  return runs.flatMap((run) => piecesOf(run, to)).sort((one, other) => one.from - other.from);
}

/** A run as pieces whose rows all move by as much. */
function piecesOf(run: BlankRun, to: (row: number) => number | null): BlankRun[] {
  return shiftsIn({ from: run.from, to: run.from + run.lookOf.length - 1 }, to).map(({ from, howMany, by }) => ({
    from: from + by,
    looks: run.looks,
    lookOf: run.lookOf.subarray(from - run.from, from - run.from + howMany),
  }));
}

/** Rows one after another that move by as much. */
type Shift = { readonly from: number; readonly howMany: number; readonly by: number };

/** The rows of a stretch that stay, in pieces that move by as much each. */
export function shiftsIn(rows: { readonly from: number; readonly to: number }, to: (row: number) => number | null): Shift[] {
  const shifts: { from: number; howMany: number; by: number }[] = [];
  for (let row = rows.from; row <= rows.to; row += 1) {
    const target = to(row);
    if (target === null || target > LAST_ROW) continue;
    const last = shifts.at(-1);
    if (last !== undefined && last.from + last.howMany === row && last.by === target - row) last.howMany += 1;
    else shifts.push({ from: row, howMany: 1, by: target - row });
  }
  return shifts;
}

/** The runs with each of their looks changed. */
export function relookedRuns(runs: readonly BlankRun[], change: (look: Look) => Look): BlankRun[] {
  const changed = new Map<Look, Look>();
  const once = (look: Look): Look => {
    const known = changed.get(look) ?? change(look);
    changed.set(look, known);
    return known;
  };
  return runs.map((run) => ({ ...run, looks: run.looks.map(once) }));
}
