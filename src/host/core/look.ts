import { fold } from '../../domain/core/word.ts';
import type { SheetModel, WorkbookModel } from '../../xlsx/model.ts';

/** A cell as a person names it: the tab, the row's `Mã` (and `Kỳ`), the column's header. */
export type Sought = { readonly tab: string; readonly id: string; readonly period?: string; readonly header: string };
export type CellPosition = { readonly tab: string; readonly row: number; readonly column: number };

const HEADER_SEARCH_ROWS = 10;

/** The tab of that name, or `null`. */
export function tabNamed(book: WorkbookModel, name: string): SheetModel | null {
  return book.sheets.find((sheet) => fold(sheet.name) === fold(name)) ?? null;
}

/** Finds a cell by reading the headers and the key columns, as a person would; `null` when it is not there. */
export function findCell(book: WorkbookModel, { tab, id, period, header }: Sought): CellPosition | null {
  return findByKeys(book, { tab, header, keys: { Mã: id, ...(period === undefined ? {} : { Kỳ: period }) } });
}

/** The same for a tab whose rows have other keys: a text for each key's header. */
export function findByKeys(
  book: WorkbookModel,
  { tab, header, keys }: { tab: string; header: string; keys: Readonly<Record<string, string>> },
): CellPosition | null {
  const sheet = tabNamed(book, tab);
  const headers = sheet === null ? null : headersOf(sheet, [header, ...Object.keys(keys)]);
  if (sheet === null || headers === null) return null;
  const shows = (row: number, name: string): string => fold(textAt(sheet, row, headers.columns.get(fold(name)) ?? 0));
  const matches = (row: number): boolean => Object.entries(keys).every(([name, wanted]) => shows(row, name) === fold(wanted));
  const row = [...sheet.cells.keys()].sort((a, b) => a - b).find((at) => at > headers.row && matches(at));
  const column = headers.columns.get(fold(header));
  return row === undefined || column === undefined ? null : { tab: sheet.name, row, column };
}

/** Every row of a tab under its headers, as texts by header; for summaries that read rather than ask. */
export function rowsOf(book: WorkbookModel, tab: string, wanted: readonly string[]): ReadonlyMap<string, string>[] {
  const sheet = tabNamed(book, tab);
  const headers = sheet === null ? null : headersOf(sheet, wanted);
  if (sheet === null || headers === null) return [];
  const rows = [...sheet.cells.keys()].filter((row) => row > headers.row).sort((a, b) => a - b);
  return rows.map((row) => new Map(wanted.map((name) => [name, textAt(sheet, row, headers.columns.get(fold(name)) ?? 0)])));
}

type Headers = { readonly row: number; readonly columns: ReadonlyMap<string, number> };

function headersOf(sheet: SheetModel, wanted: readonly string[]): Headers | null {
  for (let row = 1; row <= HEADER_SEARCH_ROWS; row += 1) {
    const columns = new Map(
      [...(sheet.cells.get(row) ?? [])].map(([column, cell]) => [fold(String(cell.value)), column] as const),
    );
    if (wanted.every((name) => columns.has(fold(name)))) return { row, columns };
  }
  return null;
}

const textAt = (sheet: SheetModel, row: number, column: number): string => String(sheet.cells.get(row)?.get(column)?.value ?? '');
