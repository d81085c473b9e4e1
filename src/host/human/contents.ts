import { type Area, claimRow, lineAt } from '../../xlsx/areas.ts';
import type { CellModel, SheetModel, WorkbookModel } from '../../xlsx/model.ts';
import type { Environment } from '../core/environment.ts';

export type Undo = () => void;

type Line = Map<number, CellModel>;

/** Remembers the cells of an area; calling it puts them back. */
export function contentsOf(sheet: SheetModel, area: Area): Undo {
  const held = eachCell(area).map((at) => ({ ...at, cell: copyOf(lineAt(sheet, at.row)?.get(at.column)) }));
  return () => {
    for (const { row, column, cell } of held) setCell(sheet, { row, column }, copyOf(cell));
  };
}

/** Remembers what a change of lines may take away or part for good: rules, protections, columns' looks and formulas. */
export function rulesOf({ book, sidecar }: Pick<Environment, 'book' | 'sidecar'>, sheet: SheetModel): Undo {
  const { validations, paints, charts, frozenRows, frozenColumns } = sheet;
  const styles = [...sheet.columnStyles];
  const widths = [...sheet.columnWidths];
  const formulas = formulasOf(book);
  const guarded = sidecar.protections.map((kept) => ({ kept, area: kept.area }));
  return () => {
    sidecar.protections = guarded.map(({ kept, area }) => Object.assign(kept, { area }));
    Object.assign(sheet, { validations, paints, charts, frozenRows, frozenColumns });
    refill(sheet.columnStyles, styles);
    refill(sheet.columnWidths, widths);
    for (const [cell, formula] of formulas) cell.formula = formula;
  };
}

function formulasOf({ sheets }: WorkbookModel): [CellModel, string][] {
  return sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap((line) =>
      [...line.values()].flatMap((cell): [CellModel, string][] => (cell.formula === null ? [] : [[cell, cell.formula]])),
    ),
  );
}

function refill<T>(map: Map<number, T>, held: readonly (readonly [number, T])[]): void {
  map.clear();
  for (const [key, value] of held) map.set(key, value);
}

/** Puts a cell in its place, or nothing. */
export function setCell(sheet: SheetModel, at: { row: number; column: number }, cell: CellModel | undefined): void {
  claimRow(sheet, at.row);
  const line: Line = sheet.cells.get(at.row) ?? new Map();
  if (cell === undefined) line.delete(at.column);
  else line.set(at.column, cell);
  if (line.size > 0) sheet.cells.set(at.row, line);
  else sheet.cells.delete(at.row);
}

/** Blanks an area; its styles stay. */
export function blank(sheet: SheetModel, area: Area): void {
  for (const { row, column } of eachCell(area)) {
    const cell = sheet.cells.get(row)?.get(column);
    if (cell !== undefined) Object.assign(cell, { value: '', formula: null });
  }
}

function eachCell(area: Area): { row: number; column: number }[] {
  return Array.from({ length: area.rows * area.columns }, (_, i) => ({
    row: area.row + Math.floor(i / area.columns),
    column: area.column + (i % area.columns),
  }));
}

const copyOf = (cell: CellModel | undefined): CellModel | undefined => (cell === undefined ? undefined : { ...cell });
