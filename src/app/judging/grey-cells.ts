import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { cellAt } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/table.ts';
import { fitted, sameCell } from '../../workbook/write/write.ts';

/** Values for cells of one tab: row → column → value, both counted from 1. */
export type GreyCells = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;

/** A choice of rows and columns of one tab. */
export type Choice = { readonly sheetId: number; readonly rows: readonly number[]; readonly columns: readonly number[] };

/** The part of the blocks that lies in the chosen rows and columns. */
export function chosenCells(blocks: readonly Block[], { sheetId, rows, columns }: Choice): GreyCells {
  const cells = new Map(rows.map((row) => [row, new Map<number, CellValue>()]));
  for (const block of blocks.filter((candidate) => candidate.sheetId === sheetId)) {
    for (const row of rows) {
      for (const column of columns) {
        const value = block.values[row - block.row]?.[column - block.column];
        if (value !== undefined) cells.get(row)?.set(column, value);
      }
    }
  }
  return cells;
}

/**
 * One block per run of neighbouring rows and columns in which anything differs, so that a paste costs as few writes as one
 * row; cells in between that stay as they are, are written as they were read.
 */
export function greyBlocks(table: TabTable, cells: GreyCells, columns: readonly number[]): Block[] {
  const rowRuns = runsOf([...cells.keys()]);
  return runsOf(columns).flatMap((across) =>
    rowRuns.flatMap((down) => {
      const values = down.map((row) =>
        across.map((column) => cells.get(row)?.get(column) ?? fitted(cellAt(table.raw, row, column))),
      );
      const differs = down.some((row, y) =>
        across.some((column, x) => !sameCell(values[y]?.[x] ?? '', cellAt(table.raw, row, column))),
      );
      return differs ? [{ sheetId: table.raw.sheetId, row: down[0] ?? 1, column: across[0] ?? 1, values }] : [];
    }),
  );
}

/** Numbers in order, cut where one is missing. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of [...new Set(numbers)].sort((left, right) => left - right)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[last.length - 1] === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs;
}
