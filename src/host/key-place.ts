import { fold } from '../domain/core/word.ts';
import type { SheetModel, WorkbookModel } from '../xlsx/model.ts';
import type { HumanEdit } from './core/human-edit.ts';
import { type CellPosition, findByKeys } from './core/look.ts';
import type { TypedPlace } from './file/edit-journal.ts';

/** What names a row, by the headers that are there: the first of these sets that a tab has whole. */
const KEY_SETS: readonly (readonly string[])[] = [
  ['Mã', 'Kỳ'],
  ['Mã'],
  ['Kỳ', 'Mục'],
  ['Kỳ'],
  ['Nội dung', 'Áp dụng từ ngày'],
  ['Mục'],
  ['Ngày'],
];
const HEADER_ROWS = 10;

/** The cells of an edit by their row's key and their column's header; asked before it is typed, because it also says what stood there. */
export function placesOf(sheet: SheetModel, edit: HumanEdit): TypedPlace[] {
  const headers = headersOf(sheet);
  return edit.rows.flatMap((line, down) =>
    line.map((text, across) => {
      const [row, column] = [edit.row + down, edit.column + across];
      const isUnder = headers !== null && row > headers.row;
      return {
        row,
        column,
        text,
        before: textAt(sheet, row, column),
        header: isUnder ? (headers.names.get(column) ?? '') : '',
        keys: isUnder ? keysAt(sheet, row, headers) : {},
      };
    }),
  );
}

/** Where that cell is now; `null` when its row or column is gone, or nothing names it. Never by its address. */
export function findPlace(book: WorkbookModel, tab: string, { header, keys }: TypedPlace): CellPosition | null {
  if (header === '' || Object.values(keys).every((key) => key === '')) return null;
  return findByKeys(book, { tab, header, keys });
}

/** A cell as text, to compare what stood there with what stands there. */
export function textAt(sheet: SheetModel, row: number, column: number): string {
  const cell = sheet.cells.get(row)?.get(column);
  return cell === undefined ? '' : cell.formula === null ? String(cell.value) : `=${cell.formula}`;
}

/** The line of a tab's headers, where it has key columns; `null` where it has none. */
export function headerRowOf(sheet: SheetModel): number | null {
  return headersOf(sheet)?.row ?? null;
}

/** The columns that name a tab's lines, and the line of the headers above them; none and 0 where nothing does. */
export function keyColumnsOf(sheet: SheetModel): { readonly headerRow: number; readonly columns: readonly number[] } {
  const headers = headersOf(sheet);
  return headers === null ? { headerRow: 0, columns: [] } : { headerRow: headers.row, columns: [...headers.keys.values()] };
}

type Headers = { readonly row: number; readonly names: ReadonlyMap<number, string>; readonly keys: ReadonlyMap<string, number> };

/** The first row that has a whole set of key headers. */
function headersOf(sheet: SheetModel): Headers | null {
  for (let row = 1; row <= HEADER_ROWS; row += 1) {
    const names = new Map([...(sheet.cells.get(row) ?? [])].map(([column, cell]) => [column, String(cell.value)]));
    const columns = new Map([...names].map(([column, name]) => [fold(name), column]));
    const set = KEY_SETS.find((keys) => keys.every((key) => columns.has(fold(key))));
    if (set !== undefined) return { row, names, keys: new Map(set.map((key) => [key, columns.get(fold(key)) ?? 0])) };
  }
  return null;
}

function keysAt(sheet: SheetModel, row: number, { keys }: Headers): Record<string, string> {
  return Object.fromEntries([...keys].map(([header, column]) => [header, textAt(sheet, row, column)]));
}
