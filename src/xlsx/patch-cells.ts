import { letters } from './address.ts';
import { type Changes, changedCells, saysSame, type Writing } from './changed-cells.ts';
import { columnXf } from './columns.ts';
import { type Element, retagged, rewritten } from './elements.ts';
import type { CellModel, SheetModel } from './model.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { type Edit, tagNames } from './place-child.ts';
import { CALENDAR_1904, type ReadSheet } from './read.ts';
import { newHeight, rowHeight } from './row-heights.ts';
import { isDateFormat } from './serial.ts';
import type { CellSpot, CutSpot, RowSpot, SheetScan } from './sheet-scan.ts';
import { read } from './styles.ts';
import { encode, encodeCellText } from './xml.ts';

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
