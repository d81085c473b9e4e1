import { place } from './address.ts';
import { type Element, elementAt, rootOf } from './elements.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { shiftFormula } from './shift-formula.ts';
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

/** A worksheet part: its elements in order, and the rows of its `sheetData`. */
export type SheetScan = {
  readonly xml: string;
  readonly root: Element;
  readonly children: readonly Element[];
  readonly rows: readonly RowSpot[];
};

type SharedFormula = { readonly text: string; readonly row: number; readonly column: number };
type Reading = { readonly scanner: Scanner; readonly strings: readonly string[]; readonly shared: Map<string, SharedFormula> };

/** Reads a worksheet part in one pass. */
export function scanSheet(xml: string, strings: readonly string[]): SheetScan {
  const root = rootOf(xml);
  const scanner = new Scanner(xml, root.tagEnd);
  const children: Element[] = [];
  let rows: RowSpot[] = [];
  while (scanner.next() && scanner.start < root.insideEnd) {
    if (scanner.name !== 'sheetData') {
      children.push(elementAt(scanner));
      continue;
    }
    const { start, end: tagEnd, name } = scanner;
    rows = scanner.kind === 'single' ? [] : readRows({ scanner, strings, shared: new Map() });
    children.push({
      name,
      xml,
      start,
      tagEnd,
      insideEnd: rows.length === 0 && scanner.kind === 'single' ? tagEnd : scanner.start,
      end: scanner.end,
    });
  }
  return { xml, root, children, rows };
}

function readRows(reading: Reading): RowSpot[] {
  const { scanner } = reading;
  const rows: RowSpot[] = [];
  while (scanner.next() && scanner.name !== 'sheetData') {
    const { start, end: tagEnd } = scanner;
    const row = Number(scanner.attribute('r') ?? (rows.at(-1)?.row ?? 0) + 1);
    const single = scanner.kind === 'single';
    const cells = single ? [] : readCells(reading, row);
    rows.push({ row, start, tagEnd, insideEnd: single ? tagEnd : scanner.start, end: scanner.end, cells });
  }
  if (scanner.name !== 'sheetData') throw new NotAWorkbook('damaged', 'sheetData');
  return rows;
}

function readCells(reading: Reading, row: number): CellSpot[] {
  const { scanner } = reading;
  const cells: CellSpot[] = [];
  while (scanner.next() && scanner.kind !== 'close') {
    const named = scanner.attribute('r');
    const column = named === null ? (cells.at(-1)?.column ?? 0) + 1 : place(named).column;
    cells.push(readCell(reading, row, column));
  }
  return cells;
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

function readFormula({ scanner, shared }: Reading, raw: Raw, at: { row: number; column: number }): void {
  const kind = scanner.attribute('t');
  raw.shared = kind === 'shared' ? scanner.attribute('si') : null;
  raw.fills = kind === 'array' || kind === 'dataTable' ? scanner.attribute('ref') : null;
  const from = scanner.end;
  const text = textOf(scanner.xml, from, Math.max(from, scanner.close()));
  const master = raw.shared === null ? undefined : shared.get(raw.shared);
  raw.master = raw.shared !== null && text !== '';
  if (raw.shared !== null && raw.master) shared.set(raw.shared, { text, ...at });
  raw.formula =
    text === '' && master !== undefined
      ? shiftFormula(master.text, { rows: at.row - master.row, columns: at.column - master.column })
      : text;
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
  while (scanner.next()) if (scanner.name === 'si' && scanner.kind !== 'close') strings.push(richText(scanner, 'si'));
  return strings;
}
