import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { cellAt } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { sameCell } from '../../workbook/write/write.ts';
import type { Ports } from './ports.ts';

/**
 * Whether people moved rows or columns of a tab between our reading and our writing, so that what we wrote may stand in the
 * wrong place: asks once more, in one service call, for the headers and the keys of the rows written. Only after a flush.
 */
export function hasMoved({ workbook }: Ports, table: TabTable, written: readonly Block[]): boolean {
  if (written.length === 0 || table.headerRow === 0) return false;
  const area = areaOf(table, written);
  const now = workbook.readRange({ sheetId: table.raw.sheetId, row: 1, column: 1, ...area });
  const at = (row: number, column: number): CellValue => now[row - 1]?.[column - 1] ?? '';
  const stands = ({ row, column }: Cell): boolean => sameCell(at(row, column), expectedAt(table, written, { row, column }));
  return !cellsToAsk(table, written, area).every(stands);
}

type Cell = { readonly row: number; readonly column: number };
type Area = { readonly rows: number; readonly columns: number };

/** From the first cell to the last one that is asked for. */
function areaOf({ headerRow, columns, spec }: TabTable, written: readonly Block[]): Area {
  const keys = spec.rowKey.map((key) => columns.get(key) ?? 1);
  return {
    rows: written.reduce((last, { row, values }) => Math.max(last, row + values.length), headerRow),
    columns: written.reduce(
      (last, { column, values }) => Math.max(last, column + (values[0]?.length ?? 0) - 1),
      Math.max(1, ...keys),
    ),
  };
}

/**
 * The headers and the keys of the rows written. Of a tab without keys, and of rows under the last one, also the cells we left as
 * they were: there a person may have begun a row of his own; and the last row's key, which tells whether the end has moved.
 */
function cellsToAsk(table: TabTable, written: readonly Block[], { columns }: Area): Cell[] {
  const { headerRow, lastRow, spec } = table;
  const keys = spec.rowKey.flatMap((key) => table.columns.get(key) ?? []);
  const headers = [...table.columns.values()].filter((column) => column <= columns);
  const rows = [...new Set(written.flatMap(({ row, values }) => values.map((_, down) => row + down)))];
  const left = (row: number): number[] => {
    const ours = new Set(written.filter((block) => isIn(block, row)).flatMap(columnsOf));
    return Array.from({ length: columns }, (_, index) => index + 1).filter((column) => !ours.has(column));
  };
  const asked = (row: number): number[] => {
    if (row <= headerRow) return [];
    return row > lastRow || keys.length === 0 ? [...keys, ...left(row)] : keys;
  };
  const end = lastRow > headerRow && rows.some((row) => row > lastRow) ? [lastRow] : [];
  // Where the keys themselves were written, only the rows around tell whether they stand where they should.
  const around = written
    .filter((block) => keys.some((key) => columnsOf(block).includes(key)))
    .flatMap(({ row, values }) => [row - 1, row + values.length]);
  return [
    ...headers.map((column) => ({ row: headerRow, column })),
    ...around.filter((row) => row > headerRow).flatMap((row) => keys.map((column) => ({ row, column }))),
    ...[...end, ...rows].flatMap((row) => asked(row).map((column) => ({ row, column }))),
  ];
}

function isIn({ row: first, values }: Block, row: number): boolean {
  return row >= first && row < first + values.length;
}

function columnsOf({ column, values }: Block): number[] {
  return (values[0] ?? []).map((_, across) => column + across);
}

/** What stands in a cell if nothing moved: what we wrote, else what was read. */
function expectedAt({ raw }: TabTable, written: readonly Block[], { row, column }: Cell): CellValue {
  for (const block of written) {
    const value = block.values[row - block.row]?.[column - block.column];
    if (value !== undefined) return value;
  }
  return cellAt(raw, row, column);
}
