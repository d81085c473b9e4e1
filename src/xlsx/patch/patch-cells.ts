import { letters, type Rect, rects } from '../address.ts';
import { blankLookAt, lineAt } from '../areas.ts';
import { columnXf } from '../columns.ts';
import { type Edit, type Element, retagged, rewritten, tagNames } from '../elements.ts';
import type { CellModel, CellStyle, SheetModel } from '../model.ts';
import { NotAWorkbook } from '../not-a-workbook.ts';
import { CALENDAR_1904, type ReadSheet } from '../read.ts';
import { isDateFormat } from '../serial.ts';
import type { CellSpot, CutSpot, RowSpot, SheetScan } from '../sheet-scan.ts';
import { lookKey, PLAIN_LOOK, read, type StyleTable } from '../styles.ts';
import { encode, encodeCellText } from '../xml.ts';

/** What writing cells needs to know of the workbook. */
export type Writing = { readonly styles: StyleTable; readonly date1904: boolean };

/** The cells that must be written, by row and column. */
export type Changes = Map<number, Map<number, CellModel>>;

/** What differs between the file and the model. */
type ChangedCells = {
  readonly changes: Changes;
  /** The cells that leaned on a shared formula that is no more. */
  readonly freed: ReadonlySet<CellSpot>;
  /** Whether a formula of the file went. */
  readonly formulaGone: boolean;
};

const blankLike = (style: CellStyle): CellModel => ({ value: '', formula: null, style });

/** Compares every cell of the file with the model. Throws `NotAWorkbook` when only a part of an array formula would change. */
function changedCells(sheet: ReadSheet, wanted: SheetModel, writing: Writing): ChangedCells {
  const changes: Changes = new Map();
  const put = (row: number, column: number, cell: CellModel): void => {
    const line = changes.get(row) ?? new Map<number, CellModel>();
    changes.set(row, line.set(column, cell));
  };
  const fallback = (column: number): CellStyle => wanted.columnStyles.get(column) ?? PLAIN_LOOK;
  const wish = ({ row, column }: CellSpot): CellModel =>
    wanted.cells.get(row)?.get(column) ?? blankLike(blankLookAt(wanted.blankRuns, row)?.get(column) ?? fallback(column));
  const spots = sheet.scan.rows.flatMap(({ cells }) => cells);
  const differing = spots.filter((spot) => !isSame(spot, wish(spot), writing));
  const restated = differing.filter((spot) => !saysSame(spot, wish(spot), writing));
  const broken = new Set(restated.flatMap(({ master, shared }) => (master ? [shared] : [])));
  // The cells that leaned on an overwritten shared formula get their own text.
  const freed = new Set(broken.size === 0 ? [] : spots.filter(({ shared }) => shared !== null && broken.has(shared)));
  for (const spot of [...differing, ...freed]) put(spot.row, spot.column, wish(spot));
  const seen = new Map(sheet.scan.rows.map(({ row, cells }) => [row, new Set(cells.map(({ column }) => column))]));
  const fresh: { row: number; column: number }[] = [];
  addNew(
    { ...wanted, cells: withBlankRows(sheet, wanted, seen) },
    {
      seen,
      fallback,
      put: (row, column, cell) => {
        put(row, column, cell);
        if (cell.value !== '' || cell.formula !== null) fresh.push({ row, column });
      },
    },
  );
  demandWholeArrays(spots, [...restated, ...fresh]);
  return { changes, freed, formulaGone: differing.some((spot) => spot.formula !== null && spot.formula !== wish(spot).formula) };
}

/** The model's cells with the blank rows that the file has not, or not by themselves. */
function withBlankRows({ scan }: ReadSheet, wanted: SheetModel, seen: Adding['seen']): SheetModel['cells'] {
  if (wanted.blankRuns.length === 0) return wanted.cells;
  const cells = new Map(wanted.cells);
  const isCut = (row: number): boolean => scan.cuts.some(({ from, to }) => from <= row && row <= to);
  for (const { from, lookOf } of wanted.blankRuns) {
    for (let row = from; row < from + lookOf.length; row += 1) {
      const line = seen.has(row) || !isCut(row) ? lineAt(wanted, row) : undefined;
      if (line !== undefined) cells.set(row, new Map(line));
    }
  }
  return cells;
}

type Adding = {
  readonly seen: ReadonlyMap<number, ReadonlySet<number>>;
  readonly put: (row: number, column: number, cell: CellModel) => void;
  readonly fallback: (column: number) => CellStyle;
};

function addNew(wanted: SheetModel, { seen, put, fallback }: Adding): void {
  for (const [row, line] of wanted.cells) {
    for (const [column, cell] of line) {
      const blank = cell.value === '' && cell.formula === null && lookKey(cell.style) === lookKey(fallback(column));
      if (!blank && seen.get(row)?.has(column) !== true) put(row, column, cell);
    }
  }
}

/** An array formula or a data table fills its area as one: a part of it cannot be changed, here as in Excel. */
function demandWholeArrays(spots: readonly CellSpot[], changed: readonly { row: number; column: number }[]): void {
  if (changed.length === 0) return;
  const areas = spots
    .flatMap(({ fills }) => (fills === null ? [] : rects(fills)))
    .filter(({ rows, columns }) => rows * columns > 1);
  for (const area of areas) {
    const part = changed.find(({ row, column }) => isInside(area, row, column));
    if (part !== undefined) throw new NotAWorkbook('array-part', `${letters(part.column)}${part.row}`);
  }
}

function isInside(area: Rect, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function isSame(spot: CellSpot, cell: CellModel, writing: Writing): boolean {
  return lookKey(writing.styles.lookOf(spot.xf)) === lookKey(cell.style) && saysSame(spot, cell, writing);
}

/** Whether the file's cell holds what the model says, whatever it looks like. */
function saysSame(spot: CellSpot, cell: CellModel, { styles, date1904 }: Writing): boolean {
  if (spot.formula !== cell.formula) return false;
  const { value } = spot;
  const isDay = date1904 && typeof value === 'number' && isDateFormat(styles.lookOf(spot.xf).numberFormat);
  return (isDay ? value + CALENDAR_1904 : value) === cell.value;
}

/** The edits that bring a sheet's cells to the model, and whether a formula of the file went. */
export type CellEdits = {
  readonly edits: readonly Edit[];
  readonly formulaGone: boolean;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** Compares every cell of the file with the model and gives the edits for those that differ. */
export function cellEdits(sheet: ReadSheet, wanted: SheetModel, writing: Writing): CellEdits {
  const { changes, freed, formulaGone } = changedCells(sheet, wanted, writing);
  if (changes.size === 0) return { edits: [], formulaGone: false, lastRow: 0, lastColumn: 0 };
  const columns = [...changes.values()].flatMap((line) => [...line.keys()]);
  const edits = editsOf(sheet, changes, {
    write: (at, cell) => cellXml(at, cell, { sheet, freed, ...writing }),
    heights: (row) => ({ before: rowHeight(sheet.model, row), after: rowHeight(wanted, row) }),
  });
  return { edits, formulaGone, lastRow: Math.max(...changes.keys()), lastColumn: columns.reduce((a, b) => Math.max(a, b), 0) };
}

type Writer = {
  readonly write: (at: Place, cell: CellModel) => string;
  /** What the row's wrapped texts ask for, in the file and in the model. */
  readonly heights: (row: number) => { readonly before: number | null; readonly after: number | null };
};
type Place = { readonly row: number; readonly column: number; readonly spot: CellSpot | null };

function editsOf({ scan }: ReadSheet, changes: Changes, writer: Writer): Edit[] {
  const rows = [...changes.keys()].sort((a, b) => a - b);
  const data = scan.children.find(({ name }) => name === 'sheetData');
  if (data === undefined) throw new NotAWorkbook('damaged', 'sheetData');
  if (!isOrdered(scan)) throw new NotAWorkbook('unordered-rows');
  const tag = tagNames(scan.root);
  const line = (row: number): [number, CellModel][] => [...(changes.get(row) ?? [])].sort(([a], [b]) => a - b);
  const newRow = (row: number): string => {
    const cells = line(row).map(([column, cell]) => writer.write({ row, column, spot: null }, cell));
    const { after } = writer.heights(row);
    return `<${tag('row')} r="${row}"${after === null ? '' : ` ht="${after}"`}>${cells.join('')}</${tag('row')}>`;
  };
  if (data.tagEnd === data.end) {
    const text = `<${tag('sheetData')}>${rows.map(newRow).join('')}</${tag('sheetData')}>`;
    return [{ from: data.start, to: data.end, text }];
  }
  let next = 0;
  return rows.flatMap((row) => {
    while ((scan.rows[next]?.row ?? Number.POSITIVE_INFINITY) < row) next += 1;
    const spot = scan.rows[next];
    if (spot?.row === row) return rowEdits(scan.root, spot, { cells: line(row), ...writer });
    const cut = scan.cuts.find(({ from }) => from > row);
    const at = Math.min(spot?.start ?? data.insideEnd, cut?.at ?? data.insideEnd);
    return [{ from: at, to: at, text: newRow(row) }];
  });
}

/** Patching goes through the file and the model side by side, which needs both in their order. */
function isOrdered({ rows, cuts }: SheetScan): boolean {
  const areRows = rows.every(
    ({ row, cells }, i) =>
      row > (rows[i - 1]?.row ?? 0) && cells.every(({ column }, at) => column > (cells[at - 1]?.column ?? 0)),
  );
  return areRows && cuts.every((cut) => isBetween(rows, cut));
}

/** Whether a run stands between rows of lower and of higher numbers. */
function isBetween(rows: readonly RowSpot[], { at, from, to }: CutSpot): boolean {
  const next = rows.findIndex(({ start }) => start > at);
  const [before, after] = next < 0 ? [rows.at(-1), undefined] : [rows[next - 1], rows[next]];
  return (before?.row ?? 0) < from && to < (after?.row ?? Number.POSITIVE_INFINITY);
}

type RowWriting = Writer & { readonly cells: readonly [number, CellModel][] };

function rowEdits(root: Element, spot: RowSpot, { cells, write, heights }: RowWriting): Edit[] {
  const { row } = spot;
  const element = {
    name: 'row',
    xml: root.xml,
    start: spot.start,
    tagEnd: spot.tagEnd,
    insideEnd: spot.insideEnd,
    end: spot.end,
  };
  const opening = rowTag(element, cells, heights(row));
  if (spot.tagEnd === spot.end) {
    const inside = cells.map(([column, cell]) => write({ row, column, spot: null }, cell)).join('');
    const text = `${opening.replace(/\s*\/>$/u, '>')}${inside}</${tagNames(root)('row')}>`;
    return [{ from: spot.start, to: spot.end, text }];
  }
  let next = 0;
  const edits = cells.map(([column, cell]) => {
    while ((spot.cells[next]?.column ?? Number.POSITIVE_INFINITY) < column) next += 1;
    const held = spot.cells[next];
    if (held?.column === column) return { from: held.start, to: held.end, text: write({ row, column, spot: held }, cell) };
    const at = held?.start ?? spot.insideEnd;
    return { from: at, to: at, text: write({ row, column, spot: null }, cell) };
  });
  return [{ from: spot.start, to: spot.tagEnd, text: opening }, ...edits];
}

/** The row's tag: its `spans` hint goes when a cell now lies outside of it, its height follows wrapped texts unless fixed. */
function rowTag(row: Element, cells: RowWriting['cells'], heights: ReturnType<Writer['heights']>): string {
  const changes: Record<string, string | null> = {};
  const [from = 0, to = 0] = (read(row, 'spans') ?? '').split(':').map(Number);
  if (from > 0 && cells.some(([column]) => column < from || column > to)) changes['spans'] = null;
  const ht = read(row, 'ht');
  const held = ht === null ? null : Number(ht);
  const height = newHeight(held, heights);
  const fixed = /^(1|true)$/u.test(read(row, 'customHeight') ?? '');
  if (!fixed && height !== held) changes['ht'] = height === null ? null : String(height);
  return Object.keys(changes).length === 0 ? row.xml.slice(row.start, row.tagEnd) : retagged(row, changes);
}

function cellXml(
  { row, column, spot }: Place,
  cell: CellModel,
  { sheet, freed, styles, date1904 }: Writing & { readonly sheet: ReadSheet; readonly freed: ReadonlySet<CellSpot> },
): string {
  const base = spot === null ? columnXf(sheet.cols, column) : spot.xf;
  const xf = styles.xfFor(base, cell.style);
  // In a workbook of the other calendar a number means another day under another format.
  const isOnlyLook = spot !== null && !freed.has(spot) && !date1904 && saysSame(spot, cell, { styles, date1904 });
  if (isOnlyLook) return relooked(sheet, spot, xf);
  const tag = tagNames(sheet.scan.root);
  const days = date1904 && isDateFormat(cell.style.numberFormat) ? CALENDAR_1904 : 0;
  const head = `<${tag('c')} r="${letters(column)}${row}"${xf === 0 ? '' : ` s="${xf}"`}`;
  const value = typeof cell.value === 'number' ? cell.value - days : cell.value;
  const { type, inside } = content(value, cell.formula, tag);
  return inside === '' ? `${head}/>` : `${head}${type}>${inside}</${tag('c')}>`;
}

/** A cell that only looks different: rich text, array formulas and what else it says stay as the file has them. */
function relooked({ scan }: ReadSheet, spot: CellSpot, xf: number): string {
  const { start, tagEnd, end } = spot;
  return rewritten({ name: 'c', xml: scan.xml, start, tagEnd, insideEnd: end, end }, { s: xf === 0 ? null : String(xf) });
}

function content(
  value: CellModel['value'],
  formula: string | null,
  tag: (name: string) => string,
): { type: string; inside: string } {
  const f = formula === null ? '' : `<${tag('f')}>${encode(formula)}</${tag('f')}>`;
  const v = (text: string): string => `${f}<${tag('v')}>${text}</${tag('v')}>`;
  if (typeof value === 'boolean') return { type: ' t="b"', inside: v(value ? '1' : '0') };
  if (typeof value === 'number' && Number.isFinite(value)) return { type: '', inside: v(String(value)) };
  const text = encodeCellText(String(value));
  if (formula !== null) return text === '' ? { type: '', inside: f } : { type: ' t="str"', inside: v(text) };
  const space = /^\s|\s$|\n|\t| {2}/u.test(text) ? ' xml:space="preserve"' : '';
  return {
    type: ' t="inlineStr"',
    inside: text === '' ? '' : `<${tag('is')}><${tag('t')}${space}>${text}</${tag('t')}></${tag('is')}>`,
  };
}

/** A line of Arial 11, in points. */
const LINE = 14.25;
/** The highest a row may be. */
const LIMIT = 409;
/** Pixels of a digit, and of a new column. */
const DIGIT = 7;
const USUAL_WIDTH = 64;
/** What the frame of a cell takes of its width, in digits. */
const MARGIN = 1;

/**
 * How high a row must be for its wrapped texts, in points; null when a line is enough. Excel and LibreOffice fit rows while
 * someone types, but show a file that was written by a machine with the heights it names.
 */
function rowHeight({ cells, columnWidths }: SheetModel, row: number): number | null {
  let lines = 1;
  for (const [column, cell] of cells.get(row) ?? []) {
    if (cell.style.wrap) lines = Math.max(lines, linesOf(cell, (columnWidths.get(column) ?? USUAL_WIDTH) / DIGIT - MARGIN));
  }
  return lines === 1 ? null : Math.min(LIMIT, lines * LINE);
}

/** The height a row of the file gets; `held` is its own, `before` what we should have given it. */
function newHeight(held: number | null, { before, after }: { before: number | null; after: number | null }): number | null {
  // A height that we did not give is somebody's wish: it only grows.
  return held === null || held === before ? after : Math.max(held, after ?? 0);
}

function linesOf({ value, style }: CellModel, room: number): number {
  if (typeof value !== 'string') return 1;
  const wide = style.bold ? 1.1 : 1;
  return value.split('\n').reduce((sum, paragraph) => sum + wrapped(paragraph.split(' '), { room, wide }), 0);
}

/** Lines of one paragraph, broken between words, and inside one that is longer than a line. */
function wrapped(words: readonly string[], { room, wide }: { room: number; wide: number }): number {
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const width = widthOf(word) * wide;
    const space = used === 0 ? 0 : SPACE;
    if (used > 0 && used + space + width > room) {
      lines += 1;
      used = width;
    } else used += space + width;
    while (used > room) {
      lines += 1;
      used -= room;
    }
  }
  return lines;
}

const SPACE = 0.5;

/** The width of a word in digits of its font: narrow and wide letters are told apart, marks above and below take no room. */
function widthOf(word: string): number {
  const known = widths.get(word);
  if (known !== undefined) return known;
  let width = 0;
  for (const letter of word.normalize('NFD')) width += letterWidth(letter);
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(word, width);
  return width;
}

/** The words of a plan are few, and said again in each of its rows. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 10_000;

function letterWidth(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[ijlrtfI.,:;'()!|/-]/u.test(letter)) return 0.55;
  if (/[mwMW%]/u.test(letter)) return 1.55;
  return /\p{Lu}/u.test(letter) ? 1.25 : 0.98;
}
