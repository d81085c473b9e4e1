import type { CellValue, RawTab } from './cell.ts';
import type { TabSpec } from './tab.ts';

/** A tab found in a workbook: where each of its columns and rows stands. */
export type TabTable = {
  readonly spec: TabSpec;
  readonly raw: RawTab;
  /** 1-based row of the headers. */
  readonly headerRow: number;
  /** Column key → 1-based column; a missing or doubled header is absent (and is a problem). */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows with a whole, unique key, by that key (NFC, trimmed, joined by `|`); 1-based row numbers. */
  readonly rows: ReadonlyMap<string, number>;
  /** 1-based number of the last row that holds anything in one of our columns; the next row is free. */
  readonly lastRow: number;
};

/** One cell to set in a row of a table, by column key. */
export type RowEdit = { readonly row: number; readonly values: Readonly<Record<string, CellValue>> };
