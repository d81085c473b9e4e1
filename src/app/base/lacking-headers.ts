import type { Book } from '../../workbook/core/book.ts';
import type { Block, RawTab } from '../../workbook/core/cell.ts';
import { plainText } from '../../workbook/core/key.ts';
import type { TabKey, TabTable } from '../../workbook/core/tab.ts';
import { headerOf } from '../../workbook/read/find-columns.ts';
import { tableOf } from './open-book.ts';

/** A header as `Nhật ký` names it: «Kế hoạch - Chỉ tiêu | Nguyên văn». */
export const headerPlace = ({ spec }: TabTable, header: string): string => `${spec.name} | ${header}`;

/** Headers to write, by key and text, from the first free column on. */
export type Headers = {
  readonly table: TabTable;
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly block: Block;
};

/** The headers that stand nowhere in the tab, to the right of everything in it, whoever wrote it. */
export function lackingHeaders(book: Book, key: TabKey, columns: readonly string[]): Headers[] {
  if (columns.length === 0) return [];
  const table = tableOf(book, key);
  const { spec, raw, headerRow } = table;
  const standing = new Set((raw.values[headerRow - 1] ?? []).map(plainText));
  const keys = columns.filter((column) => !table.columns.has(column) && !standing.has(headerOf(spec, column)));
  if (keys.length === 0) return [];
  const names = keys.map((column) => headerOf(spec, column));
  return [{ table, keys, names, block: { sheetId: raw.sheetId, row: headerRow, column: usedColumns(raw) + 1, values: [names] } }];
}

/** The tab as it is once these headers stand in it. */
export function withHeaders(table: TabTable, headers: readonly Headers[]): TabTable {
  const added = headers
    .filter((each) => each.table === table)
    .flatMap(({ keys, block }) => keys.map((key, at) => [key, block.column + at] as const));
  return { ...table, columns: new Map([...table.columns, ...added]) };
}

/** As wide as what the tab holds, values or not: a formula of the office that shows nothing now is overwritten by nobody. */
function usedColumns({ values }: RawTab): number {
  return values.reduce((most, row) => Math.max(most, row.length), 0);
}
