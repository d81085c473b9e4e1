import { widthOf } from '../extent.ts';
import type { Sheet } from '../sheet.ts';

/** The column of line numbers. */
export const NUMBERS_WIDTH = 48;
/** More than this share of the screen never stands still, or nothing would be left to scroll; a wide one leaves enough beside the name of a row. */
const MOST_FROZEN = { wide: 0.72, narrow: 0.6 } as const;
const WIDE = 800;

/** Where the columns stand: `lefts[n]` is the left edge of column n, counted from 1; the last one the whole width. */
export type Columns = { readonly count: number; readonly lefts: readonly number[]; readonly frozen: number };

/** The columns of a sheet on a screen of this width; on a narrow one fewer of them stand still. */
export function columnsOf(sheet: Sheet, screen: number): Columns {
  const lefts = [0, NUMBERS_WIDTH];
  for (let column = 1; column <= sheet.columns; column += 1) lefts.push((lefts[column] ?? 0) + widthOf(sheet, column));
  let frozen = sheet.frozenColumns;
  while (frozen > 0 && (lefts[frozen + 1] ?? 0) > screen * (screen >= WIDE ? MOST_FROZEN.wide : MOST_FROZEN.narrow)) frozen -= 1;
  return { count: sheet.columns, lefts, frozen };
}

export function leftOf({ lefts }: Columns, column: number): number {
  return lefts[column] ?? 0;
}

export function widthIn(columns: Columns, column: number): number {
  return leftOf(columns, column + 1) - leftOf(columns, column);
}
