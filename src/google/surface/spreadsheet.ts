/** The Spreadsheet service calls this add-on makes, and no others. Google's own types must fit (checked in `fits.ts`), and so must the local host. */

export type SheetCell = string | number | boolean | Date;

export type SpreadsheetApp = {
  getActiveSpreadsheet(): Spreadsheet;
  getUi(): import('./ui.ts').Ui;
  flush(): void;
  newDataValidation(): DataValidationBuilder;
  newConditionalFormatRule(): ConditionalFormatRuleBuilder;
};

export type Spreadsheet = {
  getId(): string;
  getName(): string;
  getUrl(): string;
  getSheets(): Sheet[];
  insertSheet(name: string, index: number): Sheet;
  deleteSheet(sheet: Sheet): void;
  setActiveSheet(sheet: Sheet): Sheet;
  getSpreadsheetLocale(): string;
  setSpreadsheetLocale(locale: string): void;
  getSpreadsheetTimeZone(): string;
  setSpreadsheetTimeZone(zone: string): void;
  toast(message: string, title: string, seconds: number): void;
};

export type Sheet = {
  getSheetId(): number;
  getName(): string;
  getDataRange(): Range;
  getRange(row: number, column: number, rows: number, columns: number): Range;
  getMaxRows(): number;
  getMaxColumns(): number;
  insertRowsAfter(after: number, howMany: number): Sheet;
  insertColumnsAfter(after: number, howMany: number): Sheet;
  isSheetHidden(): boolean;
  hideSheet(): Sheet;
  showSheet(): Sheet;
  setFrozenRows(rows: number): void;
  setFrozenColumns(columns: number): void;
  setColumnWidths(first: number, howMany: number, pixels: number): Sheet;
  setTabColor(color: string | null): Sheet;
  getConditionalFormatRules(): ConditionalFormatRule[];
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void;
  getProtections(type: ProtectionType): Protection[];
  protect(): Protection;
  getCharts(): EmbeddedChart[];
  /** What was drawn over the cells, and pictures over them; only their number is asked. */
  getDrawings(): object[];
  getImages(): object[];
  newChart(): EmbeddedChartBuilder;
  insertChart(chart: EmbeddedChart): void;
  updateChart(chart: EmbeddedChart): void;
};

export type Range = {
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
  getSheet(): Sheet;
  getValues(): SheetCell[][];
  getNumberFormats(): string[][];
  getBackgrounds(): string[][];
  /** `''` where a cell has none. */
  getNotes(): string[][];
  getDataValidations(): (DataValidation | null)[][];
  getMergedRanges(): Range[];
  /** `''` where a cell holds none. */
  getFormulas(): string[][];
  setValues(values: SheetCell[][]): Range;
  setNumberFormat(format: string): Range;
  setBackground(color: string | null): Range;
  setFontColor(color: string | null): Range;
  setFontWeight(weight: 'bold' | 'normal' | null): Range;
  setHorizontalAlignment(alignment: 'left' | 'center' | 'right' | null): Range;
  setVerticalAlignment(alignment: 'top' | 'middle' | 'bottom' | null): Range;
  setWrap(wrap: boolean): Range;
  setDataValidation(rule: DataValidation | null): Range;
  protect(): Protection;
  activate(): Range;
};

export type DataValidation = { getHelpText(): string | null; getAllowInvalid(): boolean };
export type DataValidationBuilder = {
  requireValueInList(values: string[], showDropdown: boolean): DataValidationBuilder;
  setAllowInvalid(allow: boolean): DataValidationBuilder;
  setHelpText(text: string): DataValidationBuilder;
  build(): DataValidation;
};

export type ConditionalFormatRule = { getRanges(): Range[]; getBooleanCondition(): BooleanCondition | null };
/** `getCriteriaValues()[0]` is the formula of a rule made by formula. */
type BooleanCondition = { getCriteriaValues(): unknown[] };
export type ConditionalFormatRuleBuilder = {
  whenFormulaSatisfied(formula: string): ConditionalFormatRuleBuilder;
  setRanges(ranges: Range[]): ConditionalFormatRuleBuilder;
  setBackground(color: string | null): ConditionalFormatRuleBuilder;
  setFontColor(color: string | null): ConditionalFormatRuleBuilder;
  setBold(bold: boolean): ConditionalFormatRuleBuilder;
  build(): ConditionalFormatRule;
};

/** A chart that floats over a sheet; what `modify` changes shows after `updateChart`. */
export type EmbeddedChart = { getRanges(): Range[]; getOptions(): ChartOptions; modify(): EmbeddedChartBuilder };
/** `null` where an option was not set. */
export type ChartOptions = { get(option: string): unknown };
export type EmbeddedChartBuilder = {
  asBarChart(): EmbeddedBarChartBuilder;
  addRange(range: Range): EmbeddedChartBuilder;
  clearRanges(): EmbeddedChartBuilder;
  setNumHeaders(headers: number): EmbeddedChartBuilder;
  setOption(option: string, value: string | number): EmbeddedChartBuilder;
  /** The cell of the upper left corner, and pixels from there. */
  setPosition(row: number, column: number, offsetX: number, offsetY: number): EmbeddedChartBuilder;
  build(): EmbeddedChart;
};
/** Bars that lie down. */
export type EmbeddedBarChartBuilder = {
  setStacked(): EmbeddedBarChartBuilder;
  setColors(colors: string[]): EmbeddedBarChartBuilder;
  setTitle(title: string): EmbeddedBarChartBuilder;
  addRange(range: Range): EmbeddedChartBuilder;
};

/** `SpreadsheetApp.ProtectionType`: an opaque Google enum. */
type ProtectionType = { toString(): string };
export type Protection = {
  getDescription(): string;
  setDescription(text: string): Protection;
  setWarningOnly(warningOnly: boolean): Protection;
  isWarningOnly(): boolean;
  /** Whether who runs this may edit the guarded part, and with it the guard. */
  canEdit(): boolean;
  addEditors(emails: string[]): Protection;
  getEditors(): { getEmail(): string }[];
  removeEditors(emails: string[]): Protection;
  /** Whether the file is open to a whole Workspace domain, which then edits the protected part too. */
  canDomainEdit(): boolean;
  setDomainEdit(editable: boolean): Protection;
  remove(): void;
};

/** The event of a human edit; `value` only when one cell was edited (docs/platform.md#event-objects). */
export type EditEvent = { readonly range: Range; readonly value?: string };
