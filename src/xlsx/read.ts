import { letters } from './address.ts';
import { extent } from './areas.ts';
import { type ReadDrawing, readDrawing } from './charts.ts';
import { colorOf, themeColors } from './colors.ts';
import { type Col, columnFacts, lastNamedColumn, readCols } from './columns.ts';
import { childrenOf, type Element } from './elements.ts';
import { LIST_SHEET, listLookup } from './list-sheet.ts';
import type { CellModel, CellStyle, SheetModel, WorkbookModel } from './model.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { openPackage, type Package, partText, type SheetPlace } from './package.ts';
import { type ReadPaint, readPaints } from './paints.ts';
import { isDateFormat } from './serial.ts';
import { type CellSpot, readStrings, type SheetScan, scanSheet } from './sheet-scan.ts';
import { lookKey, PLAIN_LOOK, read, readStyles, type Styles } from './styles.ts';
import { type ListLookup, type ReadValidation, readValidations } from './validations.ts';

/** A sheet as read: the model, and the places in its part that patching needs. */
export type ReadSheet = {
  readonly place: SheetPlace;
  readonly model: SheetModel;
  readonly scan: SheetScan;
  readonly cols: readonly Col[];
  readonly validations: readonly ReadValidation[];
  readonly paints: readonly ReadPaint[];
  readonly drawing: ReadDrawing | null;
};

/** A workbook as read. `lists` is the sheet that keeps our long lists; it is no part of the model. */
export type ReadBook = {
  readonly pkg: Package;
  readonly styles: Styles;
  readonly sheets: readonly ReadSheet[];
  readonly lists: ReadSheet | null;
};

/** A fresh grid is as large as Google's. */
const GRID = { rows: 1000, columns: 26 };
/** A rule over a whole column does not make the grid a million rows long. */
const WHOLE = 50_000;
/** Days between the two calendars a workbook may count in. */
export const CALENDAR_1904 = 1462;

/**
 * Reads a workbook (.xlsx, .xlsm) into the model; throws `NotAWorkbook`.
 *
 * Own scanner and not a library: saving patches the part, so it needs the places of rows and cells and the numbers of
 * their formats, which libraries throw away; the host must answer synchronously, and they load with promises; and what is
 * read must be exactly what saving compares with.
 */
export function readXlsx(bytes: Uint8Array): WorkbookModel {
  return { sheets: readBook(bytes).sheets.map(({ model }) => model) };
}

/** Reads a workbook with the places of everything. */
export function readBook(bytes: Uint8Array): ReadBook {
  const pkg = openPackage(bytes);
  const theme = themeColors(pkg.theme === null ? null : partText(pkg.zip, pkg.theme));
  const styles = readStyles(pkg.styles === null ? '<styleSheet></styleSheet>' : partText(pkg.zip, pkg.styles), theme);
  const strings = pkg.strings === null ? [] : readStrings(partText(pkg.zip, pkg.strings));
  const context = { pkg, styles, strings };
  // Google knows only one way of hiding a tab, so that the file comes back with this one.
  const listPlace = pkg.sheets.find((place) => place.hidden && place.name === LIST_SHEET);
  const lists = listPlace === undefined ? null : readSheet(context, listPlace, () => null);
  const lookup = listLookup(lists?.model ?? null);
  const sheets = pkg.sheets.filter((place) => place !== listPlace).map((place) => readSheet(context, place, lookup));
  return { pkg, styles, sheets, lists };
}

/** A script that asks for a whole tab gets every cell up to its last one, blank or not. A province's plan of 35,280 rows is half of this. */
const MOST_CELLS = 3_000_000;
/** What a row costs beside its cells, in cells. */
const ROW_COST = 20;

/** Throws `NotAWorkbook` for a tab with a cell so far away that no script can read the tab; Google takes no such file either. */
export function demandReach({ sheets }: WorkbookModel): void {
  for (const sheet of sheets) {
    const { rows, columns } = extent(sheet);
    if (rows * (columns + ROW_COST) > MOST_CELLS) throw new NotAWorkbook('too-far', `${sheet.name}!${letters(columns)}${rows}`);
  }
}

type Context = { readonly pkg: Package; readonly styles: Styles; readonly strings: readonly string[] };

function readSheet({ pkg, styles, strings }: Context, place: SheetPlace, lookup: ListLookup): ReadSheet {
  const scan = scanSheet(partText(pkg.zip, place.part), strings);
  const child = (name: string): Element | undefined => scan.children.find((found) => found.name === name);
  const cols = readCols(child('cols'));
  const validations = readValidations(child('dataValidations'), lookup);
  const paints = readPaints(scan.children, styles);
  const drawing = readDrawing(pkg.zip, place, child('drawing'));
  const rules = [...validations.flatMap((one) => one.rules), ...paints.flatMap((one) => one.rules)];
  const size = gridSize(scan, { cols, rules });
  const { widths, styles: columnStyles } = columnFacts(cols, { last: size.columns, looks: styles.looks });
  const model: SheetModel = {
    id: place.id,
    name: place.name,
    hidden: place.hidden,
    tabColor: tabColor(child('sheetPr'), styles.theme),
    ...frozen(child('sheetViews')),
    maxRows: size.rows,
    maxColumns: size.columns,
    cells: cellsOf(scan, { looks: styles.looks, columnStyles, days: pkg.date1904 ? CALENDAR_1904 : 0 }),
    columnStyles,
    columnWidths: widths,
    validations: validations.flatMap((one) => one.rules),
    paints: paints.flatMap((one) => one.rules),
    charts: (drawing?.charts ?? []).map((chart) => chart.model),
  };
  return { place, model, scan, cols, validations, paints, drawing };
}

type Areas = readonly { row: number; column: number; rows: number; columns: number }[];

function gridSize(scan: SheetScan, from: { cols: readonly Col[]; rules: Areas }): { rows: number; columns: number } {
  let { rows, columns } = GRID;
  columns = Math.max(columns, lastNamedColumn(from.cols));
  for (const { row, cells } of scan.rows) {
    if (cells.length > 0) rows = Math.max(rows, row);
    for (const { column } of cells) columns = Math.max(columns, column);
  }
  for (const area of from.rules) {
    const [low, right] = [area.row + area.rows - 1, area.column + area.columns - 1];
    if (low <= WHOLE) rows = Math.max(rows, low);
    if (right <= 1000) columns = Math.max(columns, right);
  }
  return { rows, columns };
}

type Looks = {
  readonly looks: readonly CellStyle[];
  readonly columnStyles: ReadonlyMap<number, CellStyle>;
  readonly days: number;
};

function cellsOf(scan: SheetScan, look: Looks): Map<number, Map<number, CellModel>> {
  const cells = new Map<number, Map<number, CellModel>>();
  for (const row of scan.rows) {
    const line = new Map<number, CellModel>();
    for (const spot of row.cells) {
      const style = look.looks[spot.xf ?? 0] ?? PLAIN_LOOK;
      if (isBlank(spot, style, look.columnStyles)) continue;
      line.set(spot.column, { value: onCalendar(spot, style, look.days), formula: spot.formula, style });
    }
    if (line.size > 0) cells.set(row.row, line);
  }
  return cells;
}

function isBlank(spot: CellSpot, style: CellStyle, columnStyles: ReadonlyMap<number, CellStyle>): boolean {
  return spot.value === '' && spot.formula === null && lookKey(style) === lookKey(columnStyles.get(spot.column) ?? PLAIN_LOOK);
}

function onCalendar({ value }: CellSpot, style: CellStyle, days: number): CellModel['value'] {
  return days !== 0 && typeof value === 'number' && isDateFormat(style.numberFormat) ? value + days : value;
}

function tabColor(properties: Element | undefined, theme: readonly string[]): string | null {
  const color = properties === undefined ? undefined : childrenOf(properties).find(({ name }) => name === 'tabColor');
  return colorOf(color ?? null, theme);
}

function frozen(views: Element | undefined): { frozenRows: number; frozenColumns: number } {
  const view = views === undefined ? undefined : childrenOf(views)[0];
  const pane = view === undefined ? undefined : childrenOf(view).find(({ name }) => name === 'pane');
  if (pane === undefined || !/^frozen/u.test(read(pane, 'state') ?? '')) return { frozenRows: 0, frozenColumns: 0 };
  return { frozenRows: Number(read(pane, 'ySplit') ?? 0), frozenColumns: Number(read(pane, 'xSplit') ?? 0) };
}
