import type { CellModel, CellStyle, SheetModel, WorkbookModel } from './model.ts';

/** Whether nothing was done to a sheet since it was remembered; `false` where that is not known. */
export type IsUntouched = (sheet: SheetModel) => boolean;

/** Cells of a workbook that are remembered; the sheets beyond are read again at each save, which costs time and no memory. */
const MOST_CELLS = 1_000_000;

function cellsIn({ cells }: SheetModel): number {
  let count = 0;
  for (const line of cells.values()) count += line.size;
  return count;
}

/**
 * Remembers what the sheets hold, so that a save need not read those again to which nothing was done. It compares the very values, no sum
 * of them: whoever changed a cell in whatever way, it is seen. Of a cell only references are kept, and none of its text is copied.
 * `before`: what was remembered last; sheets that are still so are not gone through for keeping again.
 */
export function remember({ sheets }: WorkbookModel, before: Remembered | null = null): Remembered {
  const kept = new Map<number, Kept>();
  let room = MOST_CELLS;
  for (const sheet of sheets) {
    room -= cellsIn(sheet);
    if (room < 0) break;
    const known = before?.kept.get(sheet.id);
    kept.set(sheet.id, known !== undefined && isAs(known, sheet) ? known : keep(sheet));
  }
  return {
    kept,
    isUntouched: (sheet) => {
      const known = kept.get(sheet.id);
      return known !== undefined && isAs(known, sheet);
    },
  };
}

/** What was remembered of each sheet, by its number. */
export type Remembered = { readonly kept: ReadonlyMap<number, Kept>; readonly isUntouched: IsUntouched };

type Kept = {
  /** All of the sheet but its cells: what is replaced as a whole, by itself; what is changed in place, as a copy. */
  readonly facts: readonly unknown[];
  /** Row, and how many cells it has, by turns. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly values: readonly CellModel['value'][];
  readonly styles: readonly CellStyle[];
  /** By the place of the cell; most sheets have none. */
  readonly formulas: ReadonlyMap<number, string>;
};

function factsOf(sheet: SheetModel): unknown[] {
  const { name, hidden, tabColor, frozenRows, frozenColumns, maxRows, maxColumns, blankRuns, validations, paints, charts } =
    sheet;
  const plain = [name, hidden, tabColor, frozenRows, frozenColumns, maxRows, maxColumns, sheet.holdsMore, blankRuns];
  const lists = [validations, paints, charts].flatMap((list) => [list.length, ...list]);
  const maps = [sheet.columnStyles, sheet.columnWidths].flatMap((map) => [map.size, ...[...map].flat()]);
  return [...plain, ...lists, ...maps];
}

function keep(sheet: SheetModel): Kept {
  const [rows, columns]: [number[], number[]] = [[], []];
  const values: CellModel['value'][] = [];
  const styles: CellStyle[] = [];
  const formulas = new Map<number, string>();
  for (const [row, line] of sheet.cells) {
    rows.push(row, line.size);
    for (const [column, { value, formula, style }] of line) {
      if (formula !== null) formulas.set(values.length, formula);
      columns.push(column);
      values.push(value);
      styles.push(style);
    }
  }
  return { facts: factsOf(sheet), rows, columns, values, styles, formulas };
}

function isAs(kept: Kept, sheet: SheetModel): boolean {
  const facts = factsOf(sheet);
  if (facts.length !== kept.facts.length || facts.some((fact, at) => fact !== kept.facts[at])) return false;
  if (sheet.cells.size * 2 !== kept.rows.length) return false;
  let [place, at] = [0, 0];
  for (const [row, line] of sheet.cells) {
    if (kept.rows[place] !== row || kept.rows[place + 1] !== line.size) return false;
    place += 2;
    for (const [column, cell] of line) {
      if (!isCellAs(kept, at, column, cell)) return false;
      at += 1;
    }
  }
  return true;
}

function isCellAs({ columns, values, styles, formulas }: Kept, at: number, column: number, cell: CellModel): boolean {
  const isSame = columns[at] === column && values[at] === cell.value && styles[at] === cell.style;
  return isSame && (cell.formula === null ? !formulas.has(at) : formulas.get(at) === cell.formula);
}
