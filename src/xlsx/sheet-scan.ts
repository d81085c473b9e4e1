import { LAST_COLUMN, LAST_ROW, letters, place, type Rect, rects } from './address.ts';
import { type CutRows, cutMark } from './blank-rows.ts';
import { type Element, elementAt, rootOf } from './elements.ts';
import { demandWithin, LIMITS, REACH, spend } from './limits.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { decodeCellText, Scanner, textOf } from './xml.ts';

/** A cell where it lies in the part: its format number, its value and formula as the file has them. */
export type CellSpot = {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  /** Its opening tag ends here. */
  readonly tagEnd: number;
  readonly end: number;
  readonly xf: number | null;
  readonly value: string | number | boolean;
  readonly formula: string | null;
  /** The group of a shared formula; the cell that holds its text is the master. */
  readonly shared: string | null;
  readonly master: boolean;
  /** The area that an array formula or a data table of this cell fills; null for every other cell. */
  readonly fills: string | null;
};

/** A row where it lies in the part. */
export type RowSpot = {
  readonly row: number;
  readonly start: number;
  readonly tagEnd: number;
  readonly insideEnd: number;
  readonly end: number;
  readonly cells: readonly CellSpot[];
};

/** A run of blank rows that was cut out of the text at a place. */
export type CutSpot = CutRows & { readonly at: number };

/** A worksheet part: its elements in order, and the rows of its `sheetData`. */
export type SheetScan = {
  readonly xml: string;
  readonly root: Element;
  readonly children: readonly Element[];
  /** Those that were to be kept. */
  readonly rows: readonly RowSpot[];
  readonly cuts: readonly CutSpot[];
};

/** What was counted of a workbook so far. */
export type Tally = { cells: number; rows: number; shared: number; areas: number };

/** Nothing counted yet. */
export const newTally = (): Tally => ({ cells: 0, rows: 0, shared: 0, areas: 0 });

/** The areas of an `sqref`, counted. Throws `NotAWorkbook` when the workbook has more than the limit. */
export function countedRects(sqref: string, tally: Tally): Rect[] {
  // So many characters are no areas of an honest rule, and are not split.
  demandWithin('areas', Math.ceil(sqref.length / LONGEST_AREA), '');
  const areas = rects(sqref);
  tally.areas += areas.length;
  demandWithin('areas', tally.areas, '');
  return areas;
}

/** Characters of an area as long as it can be, with the space behind it: `AAA1000000:AAA1000000 `. */
const LONGEST_AREA = 22;

/** A part to scan: its text, and the runs of blank rows cut out of it. */
export type SheetText = { readonly xml: string; readonly cuts: readonly CutRows[] };

/** How a part is scanned. */
export type Scanning = {
  /** The tab's name, for what is refused. */
  readonly tab: string;
  readonly strings: readonly string[];
  readonly tally: Tally;
  /** Takes each row as it is read, with the elements before the rows; says whether the scan is to keep it. */
  readonly take: (row: RowSpot, before: readonly Element[]) => boolean;
};

type Master = { readonly text: string; readonly row: number; readonly column: number };
type Reading = Omit<Scanning, 'take'> & {
  readonly scanner: Scanner;
  readonly shared: Map<string, Master>;
  /** Those of them that are taken apart. */
  readonly apart: Map<Master, SharedFormula>;
  readonly reach: { rows: number; columns: number };
};

/** Reads a worksheet part in one pass. Throws `NotAWorkbook` as soon as it holds more than the limits. */
export function scanSheet({ xml, cuts }: SheetText, { take, ...scanning }: Scanning): SheetScan {
  const root = rootOf(xml);
  const scanner = new Scanner(xml, root.tagEnd);
  const reading = { ...scanning, scanner, shared: new Map(), apart: new Map(), reach: { rows: 0, columns: 0 } };
  const children: Element[] = [];
  const rows: RowSpot[] = [];
  while (scanner.next() && scanner.start < root.insideEnd) {
    demandWithin('elements', children.length, scanning.tab);
    if (scanner.name !== 'sheetData') {
      children.push(elementAt(scanner));
      continue;
    }
    const { start, end: tagEnd, name, kind } = scanner;
    if (kind !== 'single') readRows(reading, (row) => void (take(row, children) && rows.push(row)));
    children.push({ name, xml, start, tagEnd, insideEnd: kind === 'single' ? tagEnd : scanner.start, end: scanner.end });
  }
  return { xml, root, children, rows, cuts: cutSpots(xml, cuts) };
}

function cutSpots(xml: string, cuts: readonly CutRows[]): CutSpot[] {
  let from = 0;
  return cuts.map((cut, n) => {
    from = xml.indexOf(cutMark(n), from);
    return { ...cut, at: from };
  });
}

function readRows(reading: Reading, give: (row: RowSpot) => void): void {
  const { scanner, tally, tab } = reading;
  let last = 0;
  while (scanner.next() && scanner.name !== 'sheetData') {
    const { start, end: tagEnd } = scanner;
    const row = Number(scanner.attribute('r') ?? last + 1);
    const single = scanner.kind === 'single';
    if (row > LAST_ROW) throw new NotAWorkbook('too-far', `${tab}!A${row}`);
    tally.rows += 1;
    demandWithin('rows', tally.rows, tab);
    const cells = single ? [] : readCells(reading, row);
    give({ row, start, tagEnd, insideEnd: single ? tagEnd : scanner.start, end: scanner.end, cells });
    last = row;
  }
  if (scanner.name !== 'sheetData') throw new NotAWorkbook('damaged', 'sheetData');
}

function readCells(reading: Reading, row: number): CellSpot[] {
  const { scanner, tally, tab } = reading;
  const cells: CellSpot[] = [];
  let last = 0;
  while (scanner.next() && scanner.kind !== 'close') {
    const named = scanner.attribute('r');
    last = named === null ? last + 1 : place(named).column;
    if (last > LAST_COLUMN) throw new NotAWorkbook('too-far', `${tab}!${letters(last)}${row}`);
    tally.cells += 1;
    if (tally.cells > LIMITS.cells) demandWithin('cells', tally.cells, tab);
    const cell = readCell(reading, row, last);
    if (cell.value !== '' || cell.formula !== null) demandReach(reading, cell);
    cells.push(cell);
  }
  return cells;
}

/** Throws `NotAWorkbook` for a cell so far away that no script can read the tab; Google takes no such file either. */
function demandReach({ reach, tab }: Reading, { row, column, value }: CellSpot): void {
  if (typeof value === 'string' && value.length > LIMITS.cellText)
    demandWithin('cellText', value.length, `${tab}!${letters(column)}${row}`);
  if (row <= reach.rows && column <= reach.columns) return;
  reach.rows = Math.max(reach.rows, row);
  reach.columns = Math.max(reach.columns, column);
  if (reach.rows * (reach.columns + REACH.rowCost) > REACH.cells)
    throw new NotAWorkbook('too-far', `${tab}!${letters(reach.columns)}${reach.rows}`);
}

type Raw = {
  text: string;
  inline: string | null;
  formula: string | null;
  shared: string | null;
  master: boolean;
  fills: string | null;
};

function readCell(reading: Reading, row: number, column: number): CellSpot {
  const { scanner } = reading;
  const { start, end: tagEnd } = scanner;
  const xf = scanner.attribute('s');
  const type = scanner.attribute('t') ?? 'n';
  const raw: Raw = { text: '', inline: null, formula: null, shared: null, master: false, fills: null };
  if (scanner.kind === 'open') {
    while (scanner.next() && scanner.name !== 'c') readInside(reading, raw, { row, column });
  }
  return {
    row,
    column,
    start,
    tagEnd,
    end: scanner.end,
    xf: xf === null ? null : Number(xf),
    value: typedValue(type, raw, reading.strings),
    formula: raw.formula,
    shared: raw.shared,
    master: raw.master,
    fills: raw.fills,
  };
}

function readInside(reading: Reading, raw: Raw, at: { row: number; column: number }): void {
  const { scanner } = reading;
  if (scanner.name === 'f') readFormula(reading, raw, at);
  else if (scanner.name === 'is') raw.inline = richText(scanner, 'is');
  else {
    const from = scanner.end;
    const to = scanner.close();
    if (scanner.name === 'v') raw.text = textOf(scanner.xml, from, to);
  }
}

function readFormula(reading: Reading, raw: Raw, at: { row: number; column: number }): void {
  const { scanner, shared, tally, tab } = reading;
  const kind = scanner.attribute('t');
  raw.shared = kind === 'shared' ? scanner.attribute('si') : null;
  raw.fills = kind === 'array' || kind === 'dataTable' ? scanner.attribute('ref') : null;
  const from = scanner.end;
  const text = textOf(scanner.xml, from, Math.max(from, scanner.close()));
  if (text.length > LIMITS.formula) demandWithin('formula', text.length, `${tab}!${letters(at.column)}${at.row}`);
  const master = raw.shared === null ? undefined : shared.get(raw.shared);
  raw.master = raw.shared !== null && text !== '';
  raw.formula = text;
  if (raw.shared !== null && raw.master) shared.set(raw.shared, { text, ...at });
  if (text !== '' || master === undefined) return;
  tally.shared += master.text.length;
  demandWithin('sharedFormulas', tally.shared, tab);
  raw.formula = shiftedFormula(takenApart(reading, master), { rows: at.row - master.row, columns: at.column - master.column });
}

/** So many are kept taken apart, which takes more memory than the text; a tab has a few columns of shared formulas. */
const MOST_APART = 64;

function takenApart({ apart }: Reading, master: Master): SharedFormula {
  const formula = apart.get(master) ?? sharedFormula(master.text);
  if (apart.size >= MOST_APART) apart.clear();
  apart.set(master, formula);
  return formula;
}

function typedValue(type: string, raw: Raw, strings: readonly string[]): string | number | boolean {
  const { text } = raw;
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr':
      return raw.inline ?? '';
    case 'b':
      return text === '1' || text === 'true';
    case 'str':
      return decodeCellText(text);
    case 'e':
      return text;
    case 'd':
      return (Date.parse(`${text.slice(0, 19)}${text.includes('T') ? '' : 'T00:00:00'}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    default:
      return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
  }
}

/** The text of a string item, its runs put together and reading aids (`rPh`) left out; leaves the scanner on the item's close. */
function richText(scanner: Scanner, item: string): string {
  if (scanner.kind === 'single') return '';
  const pieces: string[] = [];
  while (scanner.next() && scanner.name !== item) {
    if (scanner.name === 'rPh') scanner.close();
    else if (scanner.name === 't' && scanner.kind === 'open') {
      const from = scanner.end;
      pieces.push(textOf(scanner.xml, from, scanner.close()));
    }
  }
  return decodeCellText(pieces.join(''));
}

/** The shared strings of a workbook, in their order. */
export function readStrings(xml: string): string[] {
  const scanner = new Scanner(xml);
  const strings: string[] = [];
  while (scanner.next()) {
    if (scanner.name !== 'si' || scanner.kind === 'close') continue;
    demandWithin('strings', strings.push(detached(richText(scanner, 'si'))), '');
  }
  return strings;
}

/** A copy of a text: a piece of a long text holds on to all of it. */
export function detached(text: string): string {
  return text.length < SHORT ? text : `${text} `.slice(0, -1);
}

/** Below this many letters a piece is a copy anyway. */
const SHORT = 13;

/**
 * Texts and sheet names are passed over; then whole columns, whole rows and cells. A bracket is looked at up to the next one only,
 * so that a formula of nothing but brackets costs no more than its length.
 */
const REFERENCE =
  /"[^"]*"|'[^']*'!|\[[^[\]]*\]|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w(.!:])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w(.!:])|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.!])/gu;

type By = { readonly rows: number; readonly columns: number };
/** One of the two halves of a reference: `$` holds it still. */
type Half = { readonly axis: keyof By; readonly at: number; readonly isHeld: boolean };
/** A reference, its halves written with `between` them; or a text that stays. */
type Piece = string | { readonly halves: readonly [Half, Half]; readonly between: ':' | '' };

/** A formula that many cells share, taken apart once. */
export type SharedFormula = { readonly length: number; readonly pieces: readonly Piece[] };

/** Takes a formula apart at its references. */
export function sharedFormula(text: string): SharedFormula {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(REFERENCE)) {
    const piece = pieceOf(found);
    // A name such as `QUY_A1` or `Sheet1` goes on to the left of what looks like a cell.
    if (piece === null || /[\w.]/u.test(text.charAt(found.index - 1))) continue;
    pieces.push(text.slice(done, found.index), piece);
    done = found.index + found[0].length;
  }
  return { length: text.length, pieces: [...pieces, text.slice(done)] };
}

function pieceOf(groups: RegExpMatchArray): Piece | null {
  const [, fromLock, from, toLock, to, topLock, top, lowLock, low, columnLock, column, rowLock, row] = groups;
  if (from !== undefined && to !== undefined)
    return { halves: [columnHalf(fromLock, from), columnHalf(toLock, to)], between: ':' };
  if (top !== undefined && low !== undefined) return { halves: [rowHalf(topLock, top), rowHalf(lowLock, low)], between: ':' };
  if (column === undefined || row === undefined) return null;
  return { halves: [columnHalf(columnLock, column), rowHalf(rowLock, row)], between: '' };
}

const columnHalf = (lock: string | undefined, column: string): Half => ({
  axis: 'columns',
  at: place(column).column,
  isHeld: lock === '$',
});

const rowHalf = (lock: string | undefined, row: string): Half => ({ axis: 'rows', at: Number(row), isHeld: lock === '$' });

/** The formula as it reads some rows and columns further, which is how a shared formula is meant. */
export function shiftedFormula({ pieces, length }: SharedFormula, by: By): string {
  spend(length);
  return pieces.map((piece) => (typeof piece === 'string' ? piece : shiftedReference(piece, by))).join('');
}

function shiftedReference({ halves: [first, second], between }: Exclude<Piece, string>, by: By): string {
  const [one, other] = [shiftedHalf(first, by), shiftedHalf(second, by)];
  // Beyond the first row or column there is nothing to point at.
  return one === null || other === null ? '#REF!' : one + between + other;
}

function shiftedHalf({ axis, at, isHeld }: Half, by: By): string | null {
  const to = isHeld ? at : at + by[axis];
  if (to < 1) return null;
  const text = axis === 'columns' ? letters(to) : String(to);
  return isHeld ? `$${text}` : text;
}
