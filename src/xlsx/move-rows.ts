import { LAST_ROW, letters, rects } from './address.ts';
import { cutMark, uncut } from './blank-rows.ts';
import { childrenOf, type Element, rawOf, rewritten, spliced } from './elements.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { partText } from './package.ts';
import { movedCuts } from './patch/patch-blank-rows.ts';
import type { ReadBook, ReadSheet } from './read.ts';
import type { RowSpot, SheetScan } from './sheet-scan.ts';
import { read } from './styles.ts';
import { decode } from './xml.ts';
import { rezip } from './zip.ts';

/** Where each row of a sheet goes, `null` for one that goes away, and rows that come back as they once stood in the file. */
export type RowMove = { readonly to: (row: number) => number | null; readonly back?: ReadonlyMap<number, string> };

/** The sheet of that id. Throws `NotAWorkbook` when the file has none. */
export function sheetIn(book: ReadBook, sheetId: number): ReadSheet {
  const found = book.sheets.find(({ place }) => place.id === sheetId);
  if (found === undefined) throw new NotAWorkbook('damaged');
  return found;
}

/** Rows as they stand in the file, by number, so that they can come back after they were deleted. */
export function rowTexts({ scan }: ReadSheet, rows: { readonly from: number; readonly howMany: number }): Map<number, string> {
  const held = scan.rows.filter(({ row }) => row >= rows.from && row < rows.from + rows.howMany);
  return new Map(held.map((spot) => [spot.row, scan.xml.slice(spot.start, spot.end)]));
}

/**
 * The file with whole rows of a sheet in other places: heights, borders, rich texts and whatever else a row or cell of the file
 * says goes with it. What stands on rows outside of them (rules, merged cells) is not touched: see `src/host/line-act.ts`.
 */
export function withRowsMoved(book: ReadBook, sheet: ReadSheet, { to, back }: RowMove): Uint8Array {
  const { scan, place } = sheet;
  const moved = scan.rows.flatMap((spot): [number, string][] => {
    const row = to(spot.row);
    return row === null || row > LAST_ROW ? [] : [[row, renumbered(scan.xml, spot, row)]];
  });
  const runs = scan.cuts.flatMap((cut) => movedCuts(cut, to));
  const marks = runs.map(({ row }, at): [number, string] => [row, cutMark(at)]);
  const rows = [...moved, ...marks, ...(back ?? [])].sort(([a], [b]) => a - b);
  const span = rowsSpan(scan);
  if (span === null) return rezip(book.pkg.zip, new Map());
  const last = runs.reduce((low, { row, howMany }) => Math.max(low, row + howMany - 1), rows.at(-1)?.[0] ?? 0);
  const edits = [{ ...span, text: rows.map(([, text]) => text).join('') }, ...dimension(sheet, last)];
  const bytes = uncut(
    spliced(scan.xml, edits),
    runs.map((run) => run.bytes),
  );
  return rezip(book.pkg.zip, new Map([[place.part, bytes]]));
}

/** Where the rows of a part stand, from the first to the end of the last; null when there are none. */
function rowsSpan({ rows, cuts }: SheetScan): { from: number; to: number } | null {
  const ends = cuts.map(({ at }, n) => ({ start: at, end: at + cutMark(n).length }));
  const all = [rows[0], rows.at(-1), ...ends].filter((one) => one !== undefined);
  if (all.length === 0) return null;
  return { from: Math.min(...all.map(({ start }) => start)), to: Math.max(...all.map(({ end }) => end)) };
}

function renumbered(xml: string, spot: RowSpot, row: number): string {
  if (spot.row === row) return xml.slice(spot.start, spot.end);
  const pieces = [numbered(xml.slice(spot.start, spot.tagEnd), String(row))];
  let at = spot.tagEnd;
  for (const cell of spot.cells) {
    pieces.push(xml.slice(at, cell.start), numbered(xml.slice(cell.start, cell.tagEnd), `${letters(cell.column)}${row}`));
    at = cell.tagEnd;
  }
  pieces.push(xml.slice(at, spot.end));
  return pieces.join('');
}

/** A row's or cell's opening tag with its place; one that said none counted on its neighbours. */
function numbered(tag: string, place: string): string {
  const held = /(\sr\s*=\s*)("[^"]*"|'[^']*')/u;
  return held.test(tag) ? tag.replace(held, `$1"${place}"`) : tag.replace(/^<[^\s/>]+/u, (name) => `${name} r="${place}"`);
}

function dimension({ scan }: ReadSheet, last: number) {
  const element = scan.children.find(({ name }) => name === 'dimension');
  const [from = 'A1', to = from] = (element === undefined ? '' : (read(element, 'ref') ?? '')).split(':');
  if (element === undefined || last === 0) return [];
  const ref = `${from}:${to.replace(/\d+$/u, String(last))}`;
  return [{ from: element.start, to: element.end, text: rewritten(element, { ref }) }];
}

/** What stands on rows of a file and cannot be moved with them; `words/pages/workbench-server.ts` has a name for each. */
export type LineObstacle =
  | 'merged-cells'
  | 'hyperlinks'
  | 'comments'
  | 'drawings'
  | 'tables'
  | 'filter'
  | 'defined-names'
  | 'formulas'
  | 'other-rules'
  | 'hidden-rows'
  | 'page-breaks'
  | 'other-parts'
  | 'extensions';

/** What is about to move: the first row that does, and whether rows only change places. */
export type Moving = { readonly from: number; readonly isSort: boolean };

/** Parts of a sheet that say nothing of single rows, or that are looked at below. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...[
    'sheetPr',
    'dimension',
    'sheetData',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetProtection',
    'phoneticPr',
    'printOptions',
  ],
  ...['pageMargins', 'pageSetup', 'headerFooter', 'colBreaks', 'ignoredErrors', 'conditionalFormatting', 'dataValidations'],
]);

const BY_PART: Readonly<Record<string, LineObstacle>> = {
  legacyDrawing: 'comments',
  drawing: 'drawings',
  legacyDrawingHF: 'drawings',
  picture: 'drawings',
  oleObjects: 'drawings',
  controls: 'drawings',
  tableParts: 'tables',
  autoFilter: 'filter',
  sortState: 'filter',
  rowBreaks: 'page-breaks',
};

/** Parts whose areas say which rows they stand on. */
const BY_AREA: Readonly<Record<string, LineObstacle>> = { mergeCells: 'merged-cells', hyperlinks: 'hyperlinks' };

/** Everything of the file that stands on the rows that are to move, or reads them, and cannot go with them here. */
export function lineObstacles(book: ReadBook, sheet: ReadSheet, moving: Moving): LineObstacle[] {
  const found = [
    ...sheet.scan.children.flatMap((child) => ofPart(child, moving)),
    ...ofRules(sheet),
    ...ofRows(sheet, moving),
    ...ofNames(book, sheet),
    ...ofOthers(book, sheet),
  ];
  return [...new Set(found)];
}

function ofPart(child: Element, { from }: Moving): LineObstacle[] {
  if (HARMLESS.has(child.name)) return [];
  const byArea = BY_AREA[child.name];
  if (byArea === undefined) return [BY_PART[child.name] ?? 'extensions'];
  const areas = childrenOf(child).flatMap((one) => rects(read(one, 'ref') ?? ''));
  return areas.some(({ row, rows }) => row + rows > from) ? [byArea] : [];
}

/** Lists and colours of the kinds we make follow in the model; those of other kinds would stay behind. */
function ofRules({ validations, paints }: ReadSheet): LineObstacle[] {
  const isKnown =
    validations.every(({ rules }) => rules.length > 0) &&
    paints.every(({ rules }) => rules.length > 0 && rules.every(({ ours }) => ours));
  return isKnown ? [] : ['other-rules'];
}

function ofRows({ scan }: ReadSheet, { from, isSort }: Moving): LineObstacle[] {
  const hasFormula = scan.rows.some(({ cells }) => cells.some(({ formula, fills }) => formula !== null || fills !== null));
  const isHidden = (tag: string): boolean =>
    /\s(?:hidden|collapsed)\s*=\s*["'](?:1|true)|\soutlineLevel\s*=\s*["'][1-9]/u.test(tag);
  const hidden =
    isSort &&
    (scan.rows.some(({ row, start, tagEnd }) => row >= from && isHidden(scan.xml.slice(start, tagEnd))) ||
      scan.cuts.some(({ bytes }) => HIDING.some((attribute) => Buffer.from(bytes).includes(attribute))));
  return [...(hasFormula ? (['formulas'] as const) : []), ...(hidden ? (['hidden-rows'] as const) : [])];
}

/** Attributes of a row that may hide it; in a run of blank rows it is not asked which. */
const HIDING = ['hidden=', 'collapsed=', 'outlineLevel='];

/** The rows printed on every page are the headers, above everything that moves here. */
const PRINT_TITLES = '_xlnm.Print_Titles';
const FILTER_NAME = '_xlnm._FilterDatabase';

function ofNames({ pkg }: ReadBook, { place }: ReadSheet): LineObstacle[] {
  const names = [...pkg.workbook.matchAll(/<(?:\w+:)?definedName\s([^>]*)>([^<]*)</gu)];
  return names.flatMap(([, attributes = '', text = '']): LineObstacle[] => {
    const name = /\bname\s*=\s*["']([^"']*)/u.exec(attributes)?.[1] ?? '';
    if (name === PRINT_TITLES || !mentions(text, place.name)) return [];
    return [name === FILTER_NAME ? 'filter' : 'defined-names'];
  });
}

/** Parts that hold no references to cells, or only the tab's own. */
const SILENT =
  /^(?:docProps\/|_rels\/|customXml\/|\[Content_Types\]|xl\/(?:theme\/|media\/|printerSettings\/|_rels\/|styles\.xml|sharedStrings\.xml|workbook\.xml|calcChain\.xml|worksheets\/_rels\/))/u;

function ofOthers(book: ReadBook, { place }: ReadSheet): LineObstacle[] {
  const { zip } = book.pkg;
  const worksheets = new Set([...book.sheets, ...(book.lists === null ? [] : [book.lists])].map((one) => one.place.part));
  const parts = [...zip.entries.keys()].filter((part) => /\.xml$/u.test(part) && !SILENT.test(part) && !worksheets.has(part));
  const others = book.sheets.filter((one) => one.place.id !== place.id);
  const isRead = others.some(({ scan }) =>
    scan.rows.some(({ cells }) => cells.some((cell) => mentions(cell.formula ?? '', place.name))),
  );
  const isUsed =
    parts.some((part) => mentions(partText(zip, part), place.name)) ||
    others.some(({ scan }) => scan.children.some((child) => child.name !== 'sheetData' && mentions(rawOf(child), place.name)));
  return [...(isRead ? (['formulas'] as const) : []), ...(isUsed ? (['other-parts'] as const) : [])];
}

/** Whether a text reads cells of that tab; pivot tables name it without a cell. */
function mentions(text: string, tab: string): boolean {
  if (text === '') return false;
  const plain = decode(text).toLowerCase();
  const name = tab.toLowerCase();
  return plain.includes(`${name}!`) || plain.includes(`${name.replaceAll("'", "''")}'!`) || plain.includes(`sheet="${name}"`);
}
