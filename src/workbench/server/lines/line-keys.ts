import { keyColumnsOf } from '../../../host/key-place.ts';
import type { SheetModel } from '../../../xlsx/model.ts';
import { isNoKey, sameKey } from '../../line-moves.ts';
import type { LineKey } from '../../protocol.ts';
import { type Reading, shownText } from './cell-text.ts';
import type { CellsOf } from './changed-lines.ts';

/** What names the lines of a tab now, as a page shows it. */
export type LineKeys = {
  readonly headerRow: number;
  readonly columns: readonly number[];
  /** The key of a line; nothing but blanks where nothing names it. `cells`: of the line as it once was. */
  of(row: number, cells?: CellsOf): LineKey;
  /** The lines that bear this key, from top to bottom. */
  find(key: LineKey): number[];
};

/** Reads the keys of a tab as it stands. */
export function lineKeysOf(sheet: SheetModel, reading: Reading): LineKeys {
  const { headerRow, columns } = keyColumnsOf(sheet);
  const of: LineKeys['of'] = (row, cells = (column) => sheet.cells.get(row)?.get(column)) => {
    if (row <= headerRow) return [];
    return columns.map((column) => {
      const cell = cells(column);
      return cell === undefined ? '' : shownText(cell, reading);
    });
  };
  return {
    headerRow,
    columns,
    of,
    find: (key) => (isNoKey(key) ? [] : [...sheet.cells.keys()].filter((row) => sameKey(of(row), key)).sort((a, b) => a - b)),
  };
}
