import type { Source } from '../../domain/core/source.ts';
import type { PrintedLine, PrintedRun } from '../../domain/report/printed.ts';
import { readAttributes, scanXml } from '../xml/scan.ts';

/** What is not part of the text: deleted or moved away while changes were tracked, older copies of a drawing, text boxes. */
const UNREAD = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:txbxContent', 'w:instrText']);
const MARKS: Readonly<Record<string, string>> = { 'w:tab': ' ', 'w:br': ' ', 'w:cr': ' ', 'w:noBreakHyphen': '-' };

/** Where the reader stands; a table in a cell is read as text of that cell. */
type ReaderPlace = {
  unread: number;
  tables: number;
  inText: boolean;
  run: string;
  cell: PrintedRun[];
  row: PrintedRun[][];
  /** The keys of the content controls around, innermost last. */
  readonly keys: (Source | null)[];
  readonly lines: PrintedLine[];
};

/**
 * The text of a finished document, paragraph by paragraph and row by row, whoever wrote it: insertions that are still tracked
 * are text, deletions are not. Runs in a content control of ours have the source of its key. Throws `BadXml`.
 */
export function readLines(document: string, sources: ReadonlyMap<string, Source>): PrintedLine[] {
  const place: ReaderPlace = { unread: 0, tables: 0, inText: false, run: '', cell: [], row: [], keys: [], lines: [] };
  scanXml(document, {
    open: (name, attributes) => opened(place, name, { attributes, sources }),
    close: (name) => closed(place, name),
    text: (content) => {
      if (place.inText && place.unread === 0) place.run += content;
    },
  });
  return place.lines;
}

type Opened = { readonly attributes: string; readonly sources: ReadonlyMap<string, Source> };

function opened(place: ReaderPlace, name: string, { attributes, sources }: Opened): void {
  if (UNREAD.has(name)) place.unread += 1;
  if (place.unread > 0) return;
  if (name === 'w:t') place.inText = true;
  else if (name === 'w:tbl') place.tables += 1;
  else if (name === 'w:sdt') place.keys.push(null);
  else if (name === 'w:tag' && place.keys.length > 0) {
    endRun(place);
    place.keys[place.keys.length - 1] = sources.get(readAttributes(attributes)['w:val'] ?? '') ?? null;
  } else place.run += MARKS[name] ?? '';
}

function closed(place: ReaderPlace, name: string): void {
  if (UNREAD.has(name)) place.unread -= 1;
  if (place.unread > 0) return;
  if (name === 'w:t') place.inText = false;
  else if (name === 'w:sdt') {
    endRun(place);
    place.keys.pop();
  } else if (name === 'w:p') endParagraph(place);
  else if (name === 'w:tc' && place.tables === 1) {
    place.row.push(place.cell);
    place.cell = [];
    place.run = '';
  } else if (name === 'w:tr' && place.tables === 1) {
    if (!place.row.every(isBlank)) place.lines.push({ is: 'row', part: 'text', at: '', cells: place.row });
    place.row = [];
  } else if (name === 'w:tbl') place.tables -= 1;
}

function endRun(place: ReaderPlace): void {
  if (place.run === '') return;
  place.cell.push({ text: place.run, source: place.keys.reduce((around, key) => key ?? around, null) });
  place.run = '';
}

/** Paragraphs of one cell are one text. */
function endParagraph(place: ReaderPlace): void {
  endRun(place);
  if (place.tables > 0) {
    if (place.cell.length > 0) place.run = ' ';
    return;
  }
  if (!isBlank(place.cell)) place.lines.push({ is: 'paragraph', part: 'text', at: '', cells: [place.cell] });
  place.cell = [];
}

function isBlank(cell: readonly PrintedRun[]): boolean {
  return cell.every(({ text }) => text.trim() === '');
}
