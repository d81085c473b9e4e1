/** A workbook in memory: what the spreadsheet service works on, and what `read.ts` and `save.ts` turn a file into and from. */

export type CellStyle = {
  readonly numberFormat: string;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  readonly wrap: boolean;
  readonly horizontal: 'left' | 'center' | 'right' | null;
  readonly vertical: 'top' | 'middle' | 'bottom' | null;
};

/**
 * Rows one after another without a single value, from row `from` on: what their cells look like, by the place of each row's look in
 * `looks` (column → style). A tab formatted down to its last line is not held as a million rows of cells.
 */
export type BlankRun = {
  readonly from: number;
  readonly looks: readonly ReadonlyMap<number, CellStyle>[];
  readonly lookOf: Uint16Array;
};

/** `value` is the typed value or, for a formula, its cached result. A date is a serial number under a date format. */
export type CellModel = { value: string | number | boolean; formula: string | null; style: CellStyle };

export type ListValidation = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly choices: readonly string[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
};

export type FormulaPaint = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  /** False for a rule we only carry along because the file had it. */
  readonly ours: boolean;
};

/** How a chart made here looks: bars that lie down and are stacked. */
export type ChartLook = {
  readonly row: number;
  readonly column: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly colors: readonly string[];
  /** Whether the bars of a series show their numbers. */
  readonly labels: readonly boolean[];
};

/** A chart that floats over a sheet. */
export type ChartModel = {
  /** Of its drawing: with the sheet's own it finds the chart again in the file. */
  readonly id: number;
  readonly title: string;
  /** What it draws of its own sheet; one rectangle where its first row names the series and its first column the bars. */
  readonly ranges: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[];
  /** Null for one of the file, which keeps its own. */
  readonly look: ChartLook | null;
};

export type SheetModel = {
  /** The file's own `sheetId`: survives a rename, as Google's does. */
  readonly id: number;
  name: string;
  hidden: boolean;
  tabColor: string | null;
  frozenRows: number;
  frozenColumns: number;
  maxRows: number;
  maxColumns: number;
  /** Row (1…) → column (1…) → cell; blank unstyled cells are absent. */
  readonly cells: Map<number, Map<number, CellModel>>;
  /** Long runs of rows that are not in `cells`, in their order. */
  blankRuns: readonly BlankRun[];
  /** Style of every cell of a column that has none of its own (formats are laid out full height). */
  readonly columnStyles: Map<number, CellStyle>;
  readonly columnWidths: Map<number, number>;
  validations: ListValidation[];
  paints: FormulaPaint[];
  charts: ChartModel[];
  /** Cells of the file that stand merged: shown, and left as they are. */
  readonly merges?: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[];
  /** The file's tab holds something that has no place here (see `bare-sheet.ts`); absent: no. */
  readonly holdsMore?: boolean;
};

export type WorkbookModel = { readonly sheets: SheetModel[] };
