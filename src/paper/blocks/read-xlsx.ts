import { addDays, day } from '../../domain/core/day.ts';
import type { Block, Cell, SourceDocument, Table } from '../../domain/import/document.ts';
import { NotReadable } from '../../domain/import/read-fault.ts';
import { plainCell } from '../../domain/import/table/plain-cell.ts';
import { attribute, child, descendants, elements, type XmlNode } from '../xml/read-xml.ts';
import { BadXml, readAttributes, scanXml } from '../xml/scan.ts';
import { BadZip, readZip } from '../zip/read-zip.ts';
import { textOfUtf8 } from '../zip/utf8.ts';
import { localName, stripped } from './docx-styles.ts';

/** A matrix of a province has some thousand rows; these are a hundred times as many. */
const LIMITS = { bytes: 60_000_000, parts: 5000 };
const MOST_CELLS = 400_000;
const WIDEST = 200;
const WANTED = /^(?:xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/u;

/** Reads the tables of a workbook: each run of filled rows of a visible sheet is one. Throws `NotReadable`. */
export function readXlsx(bytes: Uint8Array): SourceDocument {
  try {
    return documentOf(readZip(bytes, LIMITS, (name) => WANTED.test(name)));
  } catch (failure) {
    if (failure instanceof BadZip) throw new NotReadable(failure.fault);
    if (failure instanceof BadXml) throw new NotReadable('broken');
    throw failure;
  }
}

type Part = (name: string) => string;

function documentOf(parts: ReadonlyMap<string, Uint8Array>): SourceDocument {
  const part: Part = (name) => {
    const bytes = parts.get(name);
    return bytes === undefined ? '' : textOfUtf8(bytes).replace(/^\ufeff/u, '');
  };
  const workbook = part('xl/workbook.xml');
  if (workbook === '') throw new NotReadable('no-document');
  const book = stripped(workbook);
  const targets = targetsOf(part('xl/_rels/workbook.xml.rels'));
  const context: Context = {
    strings: stringsIn(part('xl/sharedStrings.xml')),
    shows: formatsIn(part('xl/styles.xml')),
    epoch: attribute(child(child(book, 'workbook'), 'workbookPr'), 'date1904') === '1' ? EPOCH_1904 : EPOCH_1900,
  };
  const sheets = descendants(book, 'sheet').filter((sheet) => (attribute(sheet, 'state') ?? 'visible') === 'visible');
  const blocks = sheets.flatMap((sheet) => {
    const xml = part(targets.get(attribute(sheet, 'id') ?? '') ?? '');
    return xml === '' ? [] : tablesIn(xml, attribute(sheet, 'name') ?? '', context);
  });
  if (blocks.length === 0) throw new NotReadable('no-text');
  return { format: 'xlsx', blocks, notes: [] };
}

function targetsOf(xml: string): ReadonlyMap<string, string> {
  if (xml === '') return new Map();
  return new Map(
    descendants(stripped(xml), 'Relationship').map((node) => {
      const target = (attribute(node, 'Target') ?? '').replace(/^\//u, '');
      return [attribute(node, 'Id') ?? '', target.startsWith('xl/') ? target : `xl/${target}`];
    }),
  );
}

function stringsIn(xml: string): string[] {
  if (xml === '') return [];
  return descendants(stripped(xml), 'si').map(richText);
}

/** The runs of a text joined; how it is read aloud (`rPh`) is no part of it. */
function richText(node: XmlNode): string {
  return elements(node)
    .map((part) => (part.name === 't' ? plain(part) : part.name === 'r' ? plain(child(part, 't')) : ''))
    .join('');
}

function plain(node: XmlNode | undefined): string {
  return (node?.children ?? []).filter((part): part is string => typeof part === 'string').join('');
}

/** A day and its serial number in the two calendars of workbooks; Excel's first has a 29 February 1900 that never was. */
type Epoch = { readonly from: string; readonly number: number };
const EPOCH_1900: Epoch = { from: '1900-03-01', number: 61 };
const EPOCH_1904: Epoch = { from: '1904-01-01', number: 0 };

type Shows = 'number' | 'day' | 'percent';
type Context = { readonly strings: readonly string[]; readonly shows: readonly Shows[]; readonly epoch: Epoch };

/** How each cell format shows a number (ECMA-376 §18.8.30: 14–22 and 45–47 are days and times, 9 and 10 percentages). */
function formatsIn(xml: string): Shows[] {
  if (xml === '') return [];
  const root = stripped(xml);
  const own = new Map(
    descendants(root, 'numFmt').map((node) => [attribute(node, 'numFmtId') ?? '', attribute(node, 'formatCode') ?? '']),
  );
  const formats = descendants(root, 'cellXfs').flatMap(elements);
  return formats.map((node) => {
    const id = attribute(node, 'numFmtId') ?? '0';
    const code = (own.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '');
    if (code.includes('%') || id === '9' || id === '10') return 'percent';
    const isDay = /[dy]/iu.test(code) || (Number(id) >= 14 && Number(id) <= 22);
    return isDay ? 'day' : 'number';
  });
}

type Spot = { readonly row: number; readonly column: number; readonly text: string; readonly bold: boolean };
type Merge = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

function tablesIn(xml: string, title: string, context: Context): Block[] {
  const { spots, merges } = scanSheet(xml, context);
  const rows = [
    ...new Set([
      ...spots.map(({ row }) => row),
      ...merges.flatMap(({ row, rows: tall }) => (tall > 1 && tall < 200 ? range(row, tall) : [])),
    ]),
  ].sort((one, other) => one - other);
  const starts = rows.filter((row, at) => at === 0 || row - (rows[at - 1] ?? 0) > 1);
  const byStart = new Map<number, Spot[]>(starts.map((row) => [row, []]));
  let at = -1;
  for (const spot of [...spots].sort((one, other) => one.row - other.row)) {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= spot.row) at += 1;
    byStart.get(starts[at] ?? -1)?.push(spot);
  }
  return [...byStart].filter(([, held]) => held.length > 0).map(([first, held]) => tableOf(held, merges, { title, first }));
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, step) => from + step);
}

function tableOf(spots: readonly Spot[], merges: readonly Merge[], { title, first }: { title: string; first: number }): Table {
  const name = /^[\p{L}\p{N}_]+$/u.test(title) ? title : `'${title.replace(/'/gu, "''")}'`;
  const merged = new Map(merges.map((merge) => [`${merge.row},${merge.column}`, merge]));
  const cells: Cell[] = spots.map(({ row, column, text, bold }) => {
    const span = merged.get(`${row},${column}`);
    const place = { row: row - first, column, rows: span?.rows ?? 1, columns: span?.columns ?? 1 };
    return plainCell(`${name}!${letters(column)}${row + 1}`, place, text, bold);
  });
  const columns = Math.min(WIDEST, Math.max(...cells.map((cell) => cell.column + cell.columns)));
  return {
    is: 'table',
    at: `${name}!${first + 1}`,
    title,
    columns,
    rows: Math.max(...cells.map((cell) => cell.row + cell.rows)),
    cells,
  };
}

function letters(column: number): string {
  const head = Math.floor(column / 26);
  return (head > 0 ? letters(head - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** One pass over a sheet: its filled cells and its merges, all counted from 0. */
function scanSheet(xml: string, context: Context): { readonly spots: Spot[]; readonly merges: Merge[] } {
  const spots: Spot[] = [];
  const merges: Merge[] = [];
  let cell: { readonly attributes: Record<string, string>; place: Place; parts: string[] } | null = null;
  let takes = false;
  let next: Place = { row: 0, column: 0 };
  scanXml(xml, {
    open: (full, text) => {
      const name = localName(full);
      if (name === 'row') next = { row: rowIn(readAttributes(text)['r'], next.row), column: 0 };
      else if (name === 'c') {
        const attributes = readAttributes(text);
        cell = { attributes, place: placeIn(attributes['r'] ?? '') ?? next, parts: [] };
      } else if (name === 'mergeCell') {
        const merge = mergeIn(readAttributes(text)['ref'] ?? '');
        if (merge !== null && merges.length < MOST_CELLS) merges.push(merge);
      }
      takes = name === 'v' || name === 't';
    },
    text: (content) => {
      if (takes) cell?.parts.push(content);
    },
    close: (full) => {
      takes = false;
      const name = localName(full);
      if (name === 'row') next = { row: next.row + 1, column: 0 };
      if (name !== 'c' || cell === null) return;
      const shown = shownIn(cell.parts.join(''), cell.attributes, context);
      if (shown.trim() !== '' && cell.place.column < WIDEST) spots.push({ ...cell.place, text: shown, bold: false });
      if (spots.length > MOST_CELLS) throw new NotReadable('too-large');
      next = { row: cell.place.row, column: cell.place.column + 1 };
      cell = null;
    },
  });
  return { spots, merges };
}

type Place = { readonly row: number; readonly column: number };

function rowIn(text: string | undefined, fallback: number): number {
  const row = Number(text);
  return Number.isInteger(row) && row >= 1 ? row - 1 : fallback;
}

function placeIn(ref: string): Place | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(ref);
  if (match === null) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

function mergeIn(ref: string): Merge | null {
  const [from, to] = ref.split(':').map(placeIn);
  if (from == null || to == null) return null;
  return {
    ...from,
    rows: Math.max(1, to.row - from.row + 1),
    columns: Math.max(1, Math.min(WIDEST, to.column - from.column + 1)),
  };
}

/** What a cell shows: days as dd/MM/yyyy, shares with their sign, decimals with a comma. */
function shownIn(value: string, attributes: Record<string, string>, { strings, shows, epoch }: Context): string {
  const type = attributes['t'] ?? 'n';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type !== 'n') return type === 'e' ? '' : value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const look = shows[Number(attributes['s'] ?? '0')] ?? 'number';
  if (look === 'percent') return `${decimal(number * 100)}%`;
  if (look === 'day' && number >= 1 && number < 200_000)
    return dayText(addDays(day(epoch.from), Math.floor(number) - epoch.number));
  return decimal(number);
}

function decimal(number: number): string {
  return String(Number(number.toPrecision(12))).replace('.', ',');
}

function dayText(text: string): string {
  const [year, month, date] = text.split('-');
  return `${date}/${month}/${year}`;
}
