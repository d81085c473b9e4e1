import { rects } from './address.ts';
import { childrenOf, type Element, rawOf } from './elements.ts';
import { partText } from './package.ts';
import type { ReadBook, ReadSheet } from './read.ts';
import { read } from './styles.ts';
import { decode } from './xml.ts';

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
