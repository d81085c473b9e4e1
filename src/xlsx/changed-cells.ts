import { letters, type Rect, rects } from './address.ts';
import { blankLookAt, lineAt } from './blank-runs.ts';
import type { CellModel, CellStyle, SheetModel } from './model.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { CALENDAR_1904, type ReadSheet } from './read.ts';
import { isDateFormat } from './serial.ts';
import type { CellSpot } from './sheet-scan.ts';
import type { StyleTable } from './style-table.ts';
import { lookKey, PLAIN_LOOK } from './styles.ts';

/** What writing cells needs to know of the workbook. */
export type Writing = { readonly styles: StyleTable; readonly date1904: boolean };

/** The cells that must be written, by row and column. */
export type Changes = Map<number, Map<number, CellModel>>;

/** What differs between the file and the model. */
export type ChangedCells = {
  readonly changes: Changes;
  /** The cells that leaned on a shared formula that is no more. */
  readonly freed: ReadonlySet<CellSpot>;
  /** Whether a formula of the file went. */
  readonly formulaGone: boolean;
};

const blankLike = (style: CellStyle): CellModel => ({ value: '', formula: null, style });

/** Compares every cell of the file with the model. Throws `NotAWorkbook` when only a part of an array formula would change. */
export function changedCells(sheet: ReadSheet, wanted: SheetModel, writing: Writing): ChangedCells {
  const changes: Changes = new Map();
  const put = (row: number, column: number, cell: CellModel): void => {
    const line = changes.get(row) ?? new Map<number, CellModel>();
    changes.set(row, line.set(column, cell));
  };
  const fallback = (column: number): CellStyle => wanted.columnStyles.get(column) ?? PLAIN_LOOK;
  const wish = ({ row, column }: CellSpot): CellModel =>
    wanted.cells.get(row)?.get(column) ?? blankLike(blankLookAt(wanted.blankRuns, row)?.get(column) ?? fallback(column));
  const spots = sheet.scan.rows.flatMap(({ cells }) => cells);
  const differing = spots.filter((spot) => !isSame(spot, wish(spot), writing));
  const restated = differing.filter((spot) => !saysSame(spot, wish(spot), writing));
  const broken = new Set(restated.flatMap(({ master, shared }) => (master ? [shared] : [])));
  // The cells that leaned on an overwritten shared formula get their own text.
  const freed = new Set(broken.size === 0 ? [] : spots.filter(({ shared }) => shared !== null && broken.has(shared)));
  for (const spot of [...differing, ...freed]) put(spot.row, spot.column, wish(spot));
  const seen = new Map(sheet.scan.rows.map(({ row, cells }) => [row, new Set(cells.map(({ column }) => column))]));
  const fresh: { row: number; column: number }[] = [];
  addNew(
    { ...wanted, cells: withBlankRows(sheet, wanted, seen) },
    {
      seen,
      fallback,
      put: (row, column, cell) => {
        put(row, column, cell);
        if (cell.value !== '' || cell.formula !== null) fresh.push({ row, column });
      },
    },
  );
  demandWholeArrays(spots, [...restated, ...fresh]);
  return { changes, freed, formulaGone: differing.some((spot) => spot.formula !== null && spot.formula !== wish(spot).formula) };
}

/** The model's cells with the blank rows that the file has not, or not by themselves. */
function withBlankRows({ scan }: ReadSheet, wanted: SheetModel, seen: Adding['seen']): SheetModel['cells'] {
  if (wanted.blankRuns.length === 0) return wanted.cells;
  const cells = new Map(wanted.cells);
  const isCut = (row: number): boolean => scan.cuts.some(({ from, to }) => from <= row && row <= to);
  for (const { from, lookOf } of wanted.blankRuns) {
    for (let row = from; row < from + lookOf.length; row += 1) {
      const line = seen.has(row) || !isCut(row) ? lineAt(wanted, row) : undefined;
      if (line !== undefined) cells.set(row, new Map(line));
    }
  }
  return cells;
}

type Adding = {
  readonly seen: ReadonlyMap<number, ReadonlySet<number>>;
  readonly put: (row: number, column: number, cell: CellModel) => void;
  readonly fallback: (column: number) => CellStyle;
};

function addNew(wanted: SheetModel, { seen, put, fallback }: Adding): void {
  for (const [row, line] of wanted.cells) {
    for (const [column, cell] of line) {
      const blank = cell.value === '' && cell.formula === null && lookKey(cell.style) === lookKey(fallback(column));
      if (!blank && seen.get(row)?.has(column) !== true) put(row, column, cell);
    }
  }
}

/** An array formula or a data table fills its area as one: a part of it cannot be changed, here as in Excel. */
function demandWholeArrays(spots: readonly CellSpot[], changed: readonly { row: number; column: number }[]): void {
  if (changed.length === 0) return;
  const areas = spots
    .flatMap(({ fills }) => (fills === null ? [] : rects(fills)))
    .filter(({ rows, columns }) => rows * columns > 1);
  for (const area of areas) {
    const part = changed.find(({ row, column }) => isInside(area, row, column));
    if (part !== undefined) throw new NotAWorkbook('array-part', `${letters(part.column)}${part.row}`);
  }
}

function isInside(area: Rect, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function isSame(spot: CellSpot, cell: CellModel, writing: Writing): boolean {
  return lookKey(writing.styles.lookOf(spot.xf)) === lookKey(cell.style) && saysSame(spot, cell, writing);
}

/** Whether the file's cell holds what the model says, whatever it looks like. */
export function saysSame(spot: CellSpot, cell: CellModel, { styles, date1904 }: Writing): boolean {
  if (spot.formula !== cell.formula) return false;
  const { value } = spot;
  const isDay = date1904 && typeof value === 'number' && isDateFormat(styles.lookOf(spot.xf).numberFormat);
  return (isDay ? value + CALENDAR_1904 : value) === cell.value;
}
