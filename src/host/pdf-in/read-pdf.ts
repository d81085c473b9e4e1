import type { Block, Cell, SourceDocument } from '../../domain/import/document.ts';
import { joinLines, type PrintedTextLine } from '../../domain/import/join-lines.ts';
import { markOf } from '../../domain/import/marks.ts';
import type { ReadFault } from '../../domain/import/read-fault.ts';
import { plainCell } from '../../domain/import/table/plain-cell.ts';
import { linesOf, type PageLine, type TextPiece } from './page-lines.ts';
import { type RuledTable, ruledTables, rulesIn } from './page-rules.ts';
import { type TaggedTable, taggedTables } from './page-tags.ts';

export type PdfResult =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly fault: ReadFault };

/** A page as blocks in its own order: lines outside tables, and tables. */
type Page = { readonly number: number; readonly parts: readonly (PageLine | PageTable)[]; readonly left: number };
type PageTable = { readonly table: RuledTable; readonly texts: readonly string[] };

const MOST_PAGES = 400;
/** Fewer letters a page than this, and the page is a picture. */
const LEAST_LETTERS = 20;

/** Reads a PDF that holds text, tagged or not: tables by the lines that draw them or by their tags, paragraphs by lines. `told` hears of each page. */
export async function readPdf(bytes: Uint8Array, told: (page: number, pages: number) => void): Promise<PdfResult> {
  const pages: Page[] = [];
  try {
    const pdf = await library();
    const task = pdf.getDocument({
      data: bytes.slice(),
      verbosity: 0,
      disableFontFace: true,
      isEvalSupported: false,
      useSystemFonts: false,
    });
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return { ok: false, fault: 'too-large' };
    for (let number = 1; number <= document.numPages; number += 1) {
      told(number, document.numPages);
      pages.push(await pageOf(pdf, await document.getPage(number), number));
    }
    await task.destroy();
  } catch (failure) {
    return { ok: false, fault: faultOf(failure) };
  }
  return documentOf(pages);
}

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Library['getDocument']>['promise']>['getPage']>>;

/** pdf.js wants classes of a browser for drawing, which reading needs none of. */
async function library(): Promise<Library> {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function faultOf(failure: unknown): ReadFault {
  return failure instanceof Error && failure.name === 'PasswordException' ? 'protected' : 'broken';
}

async function pageOf(pdf: Library, page: PdfPage, number: number): Promise<Page> {
  const drawing = await page.getOperatorList();
  const content = await page.getTextContent({ includeMarkedContent: true });
  const turn = page.rotate === 90 || page.rotate === 270;
  const pieces = piecesOf(page, content.items, turn);
  const tables = turn ? [] : ruledTables(rulesIn(drawing, pdf.OPS));
  const tagged = turn ? [] : taggedTables(await page.getStructTree(), pieces);
  page.cleanup();
  return laidOut(pieces, { ruled: tables, tagged }, number);
}

type Items = Awaited<ReturnType<PdfPage['getTextContent']>>['items'];

function piecesOf(page: PdfPage, items: Items, turn: boolean): Piece[] {
  const bold = new Map<string, boolean>();
  const marks: (string | null)[] = [];
  return items.flatMap((item): Piece[] => {
    if (!('str' in item)) followMark(marks, item);
    return 'str' in item && item.str !== ''
      ? [pieceOf(page, item, { bold, turn, mark: marks.filter((each) => each !== null).pop() ?? null })]
      : [];
  });
}

type TextItem = Extract<Items[number], { str: string }>;
type Standing = { readonly bold: Map<string, boolean>; readonly turn: boolean; readonly mark: string | null };

function pieceOf(page: PdfPage, item: TextItem, { bold, turn, mark }: Standing): Piece {
  const [a, b, , , x, y] = item.transform.map(Number);
  const size = Math.hypot(a ?? 0, b ?? 0) || item.height || 10;
  const isBoldFont = bold.get(item.fontName) ?? isBold(page, item.fontName);
  bold.set(item.fontName, isBoldFont);
  const place = turn ? turned(page, x ?? 0, y ?? 0) : { x: x ?? 0, y: y ?? 0 };
  return { text: item.str, ...place, width: item.width, size, bold: isBoldFont, mark };
}

/** Which marked content the next text stands in. */
function followMark(marks: (string | null)[], { type, id }: { readonly type: string; readonly id?: unknown }): void {
  if (type === 'endMarkedContent') marks.pop();
  else marks.push(typeof id === 'string' ? id : null);
}

/** A page that is shown turned: its text runs along its height. */
function turned(page: PdfPage, x: number, y: number): { x: number; y: number } {
  const [, , width = 0, height = 0] = page.view;
  return page.rotate === 90 ? { x: y, y: width - x } : { x: height - y, y: x };
}

function isBold(page: PdfPage, name: string): boolean {
  try {
    const font: unknown = page.commonObjs.get(name);
    return typeof font === 'object' && font !== null && 'name' in font && /bold|black|heavy/iu.test(String(font.name));
  } catch {
    return false;
  }
}

/** A piece of text, and the tag it stands in. */
type Piece = TextPiece & { readonly mark: string | null };
type Tables = { readonly ruled: readonly RuledTable[]; readonly tagged: readonly TaggedTable<Piece>[] };

/** Lines that draw a table are believed before tags that name one. */
function laidOut(pieces: readonly Piece[], { ruled, tagged }: Tables, number: number): Page {
  const inside = new Map<Piece, readonly [RuledTable, number]>();
  const tables = [...ruled];
  for (const table of ruled) {
    for (const piece of pieces) {
      const at = table.cells.findIndex((cell) => holds(cell, piece));
      if (at >= 0) inside.set(piece, [table, at]);
    }
  }
  for (const { table, pieces: cells } of tagged) {
    if (cells.flat().some((piece) => inside.has(piece))) continue;
    tables.push(table);
    for (const [at, own] of cells.entries()) for (const piece of own) inside.set(piece, [table, at]);
  }
  const lines = linesOf(pieces.filter((piece) => !inside.has(piece))).filter((line) => !isPageNumber(line, number));
  const filled = tables.flatMap((table): PageTable[] => {
    const texts = table.cells.map((_, at) =>
      cellText(pieces.filter((piece) => inside.get(piece)?.[0] === table && inside.get(piece)?.[1] === at)),
    );
    return texts.some((text) => text !== '') ? [{ table, texts }] : [];
  });
  const top = (part: PageLine | PageTable): number => ('table' in part ? part.table.top : part.y + part.size);
  return { number, parts: [...lines, ...filled].sort((one, other) => top(other) - top(one)), left: leftOf(lines) };
}

function holds(cell: { left: number; right: number; top: number; bottom: number }, { x, y, width, size }: TextPiece): boolean {
  const [middle, foot] = [x + width / 2, y + size * 0.3];
  return middle >= cell.left && middle <= cell.right && foot >= cell.bottom && foot <= cell.top;
}

/** Where most lines begin. */
function leftOf(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (const { x } of lines) counts.set(Math.round(x / 4), (counts.get(Math.round(x / 4)) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count * 4 >= lines.length).map(([place]) => place);
  return (often.length > 0 ? Math.min(...often) : Math.min(...counts.keys(), Number.POSITIVE_INFINITY)) * 4;
}

function isPageNumber({ text }: PageLine, page: number): boolean {
  const bare = text.replace(/^[-–\s]+|[-–\s]+$/gu, '');
  return /^\d{1,3}$/u.test(bare) && Math.abs(Number(bare) - page) <= 20;
}

/** The lines of a cell as one text; a line that begins with a mark of a list stays a line. */
function cellText(pieces: readonly TextPiece[]): string {
  return linesOf(pieces).reduce((text, line) => {
    if (text === '') return line.text;
    // A narrow column breaks «15/11/2026» inside its year.
    if (/\/(?:2|20|20\d)$/u.test(text) && /^\d{1,3}(?!\d)/u.test(line.text)) return `${text}${line.text}`;
    const isItem = ['bullet', 'plus'].includes(markOf(line.text, '').kind) && !/[\p{L}\d,]$/u.test(text);
    return `${text}${isItem ? '\n' : ' '}${line.text}`;
  }, '');
}

/** The text of one document, collected page by page. */
class Collector {
  readonly blocks: Block[] = [];
  private readonly tables: Growing[] = [];
  private lines: PrintedTextLine[] = [];
  private paragraphs = 0;
  private readonly right: number;

  constructor(pages: readonly Page[]) {
    this.right = Math.max(...pages.flatMap(({ parts }) => parts.map((part) => ('table' in part ? 0 : part.right))), 1);
  }

  add(page: Page): void {
    const width = Math.max(...page.parts.map((part) => ('table' in part ? 0 : part.right)), 0);
    const right = width > this.right * 0.7 ? width : this.right;
    for (const [at, part] of page.parts.entries()) {
      if ('table' in part) this.addTable(part, page.number);
      else this.lines.push(printed(part, page, at, right));
    }
  }

  private addTable(part: PageTable, page: number): void {
    const last = this.tables[this.tables.length - 1];
    const goesOn = last !== undefined && last.page === page - 1 && this.lines.length === 0 && isAlike(last, part);
    this.flush();
    if (goesOn) grow(last, part, page);
    else {
      const number = this.tables.length + 1;
      this.tables.push({
        page,
        number,
        table: part.table,
        cells: cellsOf(part, 0, number),
        rows: part.table.rows,
        at: this.blocks.length,
      });
      this.blocks.push({ is: 'table', at: '', title: '', columns: 0, rows: 0, cells: [] });
    }
  }

  private flush(): void {
    for (const group of joinLines(this.lines)) {
      this.paragraphs += 1;
      const text = group.map((line) => line.text).join('\n');
      const bold = group.every((line) => line.bold === true);
      this.blocks.push({ is: 'paragraph', at: `p[${this.paragraphs}]`, text, number: '', level: 0, bold, heading: null });
    }
    this.lines = [];
  }

  end(): Block[] {
    this.flush();
    for (const { at, number, table, cells, rows } of this.tables) {
      this.blocks[at] = { is: 'table', at: `tbl[${number}]`, title: '', columns: table.columns, rows, cells };
    }
    return this.blocks;
  }
}

const VIETNAMESE = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/iu;

function documentOf(pages: readonly Page[]): PdfResult {
  const letters = pages.flatMap(({ parts }) => parts.map((part) => ('table' in part ? part.texts.join('') : part.text))).join('');
  if (letters.length < LEAST_LETTERS * pages.length) return { ok: false, fault: 'scan' };
  // Fonts of before Unicode, or none that says what its glyphs are.
  if (letters.length > 400 && !VIETNAMESE.test(letters.normalize('NFC'))) return { ok: false, fault: 'not-utf8' };
  const collector = new Collector(pages);
  for (const page of pages) collector.add(page);
  return { ok: true, document: { format: 'pdf', blocks: collector.end(), notes: [] } };
}

/** A line was full when the next word, or one of this many letters' heights, would not have fitted behind it. */
const NEAR_MARGIN = 5.5;
const LETTER_WIDTH = 0.5;

/** A paragraph begins where a line stands in from the margin, or after more space than between lines. */
function printed({ text, x, right: end, y, size, bold }: PageLine, page: Page, at: number, right: number): PrintedTextLine {
  const before = page.parts[at - 1];
  const previous = before !== undefined && !('table' in before) ? before : null;
  const isIn = x - page.left > 1.2 * size && (previous === null || previous.x - page.left <= 0.8 * size);
  const gap = previous === null ? false : previous.y - y > 2.1 * Math.max(size, previous.size);
  const after = page.parts[at + 1];
  const word = after !== undefined && 'text' in after ? (after.text.split(' ')[0] ?? '').length + 1 : 0;
  const full = right - end <= Math.max(NEAR_MARGIN, word * LETTER_WIDTH) * size;
  return { text, bold, gap, starts: isIn && previous !== null, full };
}

/** A table that may go on over pages. */
type Growing = {
  page: number;
  readonly number: number;
  readonly table: RuledTable;
  readonly cells: Cell[];
  rows: number;
  readonly at: number;
};

function isAlike({ table }: Growing, next: PageTable): boolean {
  return (
    table.columns === next.table.columns &&
    Math.abs(table.left - next.table.left) < 12 &&
    Math.abs(table.right - next.table.right) < 12
  );
}

function cellsOf({ table, texts }: PageTable, below: number, number: number): Cell[] {
  return table.cells.map((cell, at) => {
    const place = { row: cell.row + below, column: cell.column, rows: cell.rows, columns: cell.columns };
    return plainCell(`tbl[${number}].r[${place.row + 1}].c[${place.column + 1}]`, place, texts[at] ?? '');
  });
}

/** Puts the rows of the next page below; a row that the page break cut in two is made whole. */
function grow(last: Growing, part: PageTable, page: number): void {
  const cut = isCut(last, part);
  const more = cellsOf(part, last.rows - (cut ? 1 : 0), last.number);
  const from = cut ? last.rows : last.rows - 1;
  if (cut) {
    for (const cell of more.filter(({ row }) => row < from)) {
      const place = last.cells.findIndex((one) => one.column === cell.column && one.row + one.rows === from);
      const above = last.cells[place];
      if (above !== undefined && cell.text !== '')
        last.cells[place] = plainCell(above.at, above, `${above.text} ${cell.text}`.trim());
    }
  }
  last.cells.push(...more.filter(({ row }) => row >= (cut ? from : last.rows)));
  last.rows += part.table.rows - (cut ? 1 : 0);
  last.page = page;
}

/** The first row of a page without a number, whose cells are like those of the row above it. */
function isCut(last: Growing, { table, texts }: PageTable): boolean {
  const row = table.cells.flatMap((cell, at) => (cell.row === 0 ? [{ ...cell, text: texts[at] ?? '' }] : []));
  const filled = row.filter(({ text }) => text !== '');
  const above = last.cells.filter((cell) => cell.row + cell.rows === last.rows);
  const isLike = filled.every(({ column, columns }) =>
    above.some((one) => one.column === column && one.columns === columns && one.text !== ''),
  );
  return row.length > 1 && filled.length > 0 && row[0]?.text === '' && isLike && last.rows > 1;
}
