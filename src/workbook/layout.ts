import type { CellValue } from './cell.ts';

/** One column as set-up lays it out, from top to bottom of the tab. */
export type ColumnLayout = {
  readonly width: number;
  readonly numberFormat: string;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly wrap: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** A drop-down that warns and never rejects (design §4). */
  readonly choices: readonly string[] | null;
  readonly help: string | null;
};

/** A paint rule over data rows; the formula is separator-free (design §4) and relative to the range's first cell. */
export type PaintRule = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
};

/** A protection: `clerks` refuses all but clerks, `warning` asks before an edit. */
export type Guard = {
  readonly kind: 'clerks' | 'warning';
  readonly description: string;
  /** `null` = the whole tab. Columns count from 1. */
  readonly columns: { readonly from: number; readonly count: number } | null;
  readonly rows: { readonly from: number; readonly count: number } | null;
};

/** All that set-up needs to make one tab; derived from the tab's own description. */
export type TabLayout = {
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly headerRow: number;
  /** How far down the tab is laid out: drop-downs, colours and guards reach to this row. */
  readonly lastRow: number;
  readonly frozenColumns: number;
  readonly columns: readonly ColumnLayout[];
  /** Rows above and including the header, as text. */
  readonly top: readonly (readonly CellValue[])[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly paint: readonly PaintRule[];
  readonly guards: readonly Guard[];
};
