import { LAST_COLUMN } from './address.ts';
import { holdsMore } from './bare-sheet.ts';
import { blankRunOf, type CutRows, cutBlankRows, cutMark } from './blank-rows.ts';
import { type ReadDrawing, readDrawing } from './charts.ts';
import { type Col, columnFacts, lastNamedColumn, readCols } from './columns.ts';
import { childrenOf, type Element } from './elements.ts';
import type { CellModel, CellStyle, SheetModel, WorkbookModel } from './model.ts';
import { openPackage, type Package, partBytes, partText, type SheetPlace, textOfPart } from './package.ts';
import {
  LIST_SHEET,
  type ListLookup,
  listLookup,
  type ReadPaint,
  type ReadValidation,
  readPaints,
  readValidations,
} from './rules.ts';
import { isDateFormat } from './serial.ts';
import {
  type CellSpot,
  countedRects,
  detached,
  newTally,
  type RowSpot,
  readStrings,
  type SheetScan,
  type SheetText,
  scanSheet,
  type Tally,
} from './sheet-scan.ts';
import { colorOf, lookKey, PLAIN_LOOK, read, readStyles, type Styles, themeColors } from './styles.ts';

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

/** A sheet that is read when it is asked for, once. */
type HeldSheet = { readonly place: SheetPlace; read(): ReadSheet };

/** A workbook of which only the sheets that are asked for are read. */
export type HeldBook = Omit<ReadBook, 'sheets'> & { readonly sheets: readonly HeldSheet[] };

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
  return { sheets: held(bytes, { keepsPlaces: false, keep: () => false }).sheets.map((sheet) => sheet.read().model) };
}

/** Whether a row of a tab is to be there by itself and not in a run of blank ones. */
export type KeepRow = (sheetId: number, row: number) => boolean;

/** Reads a workbook with the places of everything; of the blank rows with those of the rows to keep. */
export function readBook(bytes: Uint8Array, keep: KeepRow = () => false): ReadBook {
  const book = holdBook(bytes, keep);
  return { ...book, sheets: book.sheets.map((sheet) => sheet.read()) };
}

/** The same, each sheet only when it is asked for. */
export function holdBook(bytes: Uint8Array, keep: KeepRow): HeldBook {
  return held(bytes, { keepsPlaces: true, keep });
}

type How = { readonly keepsPlaces: boolean; readonly keep: KeepRow };

function held(bytes: Uint8Array, how: How): HeldBook {
  const pkg = openPackage(bytes);
  const theme = themeColors(pkg.theme === null ? null : partText(pkg.zip, pkg.theme));
  const styles = readStyles(pkg.styles === null ? '<styleSheet></styleSheet>' : partText(pkg.zip, pkg.styles), theme);
  const strings = once(() => (pkg.strings === null ? [] : readStrings(partText(pkg.zip, pkg.strings))));
  const context = { pkg, styles, strings, tally: newTally(), how };
  // Google knows only one way of hiding a tab, so that the file comes back with this one.
  const listPlace = pkg.sheets.find((place) => place.hidden && place.name === LIST_SHEET);
  const lists = listPlace === undefined ? null : readSheet(context, listPlace, () => null);
  const lookup = listLookup(lists?.model ?? null);
  const sheets = pkg.sheets
    .filter((place) => place !== listPlace)
    .map((place) => ({ place, read: once(() => readSheet(context, place, lookup)) }));
  return { pkg, styles, sheets, lists };
}

function once<T>(make: () => T): () => T {
  let made: { readonly is: T } | null = null;
  return () => {
    made ??= { is: make() };
    return made.is;
  };
}

type Context = {
  readonly pkg: Package;
  readonly styles: Styles;
  readonly strings: () => readonly string[];
  readonly tally: Tally;
  readonly how: How;
};

function readSheet({ pkg, styles, strings, tally, how }: Context, place: SheetPlace, lookup: ListLookup): ReadSheet {
  const text = sheetText(pkg, place, how.keep);
  const lines = new LineReader(styles.looks, pkg.date1904 ? CALENDAR_1904 : 0, how.keepsPlaces);
  const take = (row: RowSpot, before: readonly Element[]): boolean => {
    lines.take(row, before);
    return how.keepsPlaces;
  };
  const scan = scanSheet(text, { tab: place.name, strings: strings(), tally, take });
  const child = (name: string): Element | undefined => scan.children.find((found) => found.name === name);
  const cols = readCols(child('cols'));
  const validations = readValidations(child('dataValidations'), { lookup, tally });
  const paints = readPaints(scan.children, { styles, tally });
  const drawing = readDrawing(pkg.zip, place, child('drawing'));
  const rules = [...validations.flatMap((one) => one.rules), ...paints.flatMap((one) => one.rules)];
  const size = gridSize(lines.extent, { cuts: scan.cuts, cols, rules });
  const { widths, styles: columnStyles } = columnFacts(cols, { last: size.columns, looks: styles.looks });
  const model: SheetModel = {
    id: place.id,
    name: place.name,
    hidden: place.hidden,
    tabColor: tabColor(child('sheetPr'), styles.theme),
    ...frozen(child('sheetViews')),
    maxRows: size.rows,
    maxColumns: size.columns,
    cells: lines.cells,
    blankRuns: scan.cuts.map((cut) => blankRunOf(cut, styles.looks)),
    columnStyles,
    columnWidths: widths,
    validations: validations.flatMap((one) => one.rules),
    paints: paints.flatMap((one) => one.rules),
    ...mergesIn(child('mergeCells'), tally),
    holdsMore: holdsMore(pkg.zip, place.part, scan),
    charts: (drawing?.charts ?? []).map((chart) => chart.model),
  };
  return { place, model, scan, cols, validations, paints, drawing };
}

/** More merged areas than a head of a table has are a drawing made of cells: it is not shown as one. */
const MOST_MERGES = 500;

/** Named only where there are any, as a tab of ours has none. */
function mergesIn(element: Element | undefined, tally: Tally): Pick<SheetModel, 'merges'> {
  const areas = element === undefined ? [] : childrenOf(element).flatMap((one) => countedRects(read(one, 'ref') ?? '', tally));
  return areas.length === 0 || areas.length > MOST_MERGES ? {} : { merges: areas };
}

/** A tab's part as text, its long runs of blank rows cut out. */
function sheetText({ zip }: Package, { id, part }: SheetPlace, keep: KeepRow): SheetText {
  const { pieces, cuts } = cutBlankRows(partBytes(zip, part), (row) => keep(id, row));
  const texts = pieces.map((piece, at) => `${at === 0 ? '' : cutMark(at - 1)}${textOfPart(zip, part, piece)}`);
  return { xml: texts.join(''), cuts };
}

type Areas = readonly { row: number; column: number; rows: number; columns: number }[];
type Extent = { readonly rows: number; readonly columns: number };

function gridSize(
  held: Extent,
  from: { cuts: readonly CutRows[]; cols: readonly Col[]; rules: Areas },
): { rows: number; columns: number } {
  let rows = Math.max(GRID.rows, held.rows);
  let columns = Math.max(GRID.columns, held.columns, lastNamedColumn(from.cols));
  for (const { to, looks } of from.cuts) {
    rows = Math.max(rows, to);
    for (const look of looks) for (const column of look.keys()) columns = Math.max(columns, column);
  }
  for (const area of from.rules) {
    const [low, right] = [area.row + area.rows - 1, area.column + area.columns - 1];
    if (low <= WHOLE) rows = Math.max(rows, low);
    if (right <= 1000) columns = Math.max(columns, right);
  }
  return { rows, columns };
}

/** Makes the model's cells of the rows as they are scanned, so that what a row says of its places can go at once. */
class LineReader {
  readonly cells = new Map<number, Map<number, CellModel>>();
  /** The last row and column with a cell of the file. */
  readonly extent = { rows: 0, columns: 0 };
  readonly #looks: readonly CellStyle[];
  readonly #days: number;
  readonly #keepsPlaces: boolean;
  #columnStyles: ReadonlyMap<number, CellStyle> | null = null;

  constructor(looks: readonly CellStyle[], days: number, keepsPlaces: boolean) {
    this.#looks = looks;
    this.#days = days;
    this.#keepsPlaces = keepsPlaces;
  }

  take({ row, cells }: RowSpot, before: readonly Element[]): void {
    this.#columnStyles ??= columnFacts(readCols(before.find(({ name }) => name === 'cols')), {
      last: LAST_COLUMN,
      looks: this.#looks,
    }).styles;
    if (cells.length > 0) this.extent.rows = Math.max(this.extent.rows, row);
    const line = new Map<number, CellModel>();
    for (const spot of cells) {
      this.extent.columns = Math.max(this.extent.columns, spot.column);
      const style = this.#looks[spot.xf ?? 0] ?? PLAIN_LOOK;
      if (isBlank(spot, style, this.#columnStyles)) continue;
      line.set(spot.column, { value: this.#value(spot, style), formula: spot.formula, style });
    }
    if (line.size > 0) this.cells.set(row, line);
  }

  #value(spot: CellSpot, style: CellStyle): CellModel['value'] {
    const value = onCalendar(spot, style, this.#days);
    return typeof value === 'string' && !this.#keepsPlaces ? detached(value) : value;
  }
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
