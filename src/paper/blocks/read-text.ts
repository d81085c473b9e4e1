import type { Block, SourceDocument, Table } from '../../domain/import/document.ts';
import { joinLines, type PrintedTextLine } from '../../domain/import/join-lines.ts';
import { NotReadable } from '../../domain/import/read-fault.ts';
import { plainCell } from '../../domain/import/table/plain-cell.ts';
import { textOfUtf8 } from '../zip/utf8.ts';

/** A plan is some 200 kB of text; twenty times that is no plan. */
const MOST_LETTERS = 4_000_000;
const MOST_LINES = 100_000;

/** The text of a file: UTF-8, or UTF-16 with its mark. Throws `NotReadable`. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > MOST_LETTERS) throw new NotReadable('too-large');
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, true);
  if (first === 0xfe && second === 0xff) return utf16(bytes, false);
  const text = textOfUtf8(bytes).replace(/^\ufeff/u, '');
  if (text.includes('\ufffd')) throw new NotReadable('not-utf8');
  if (/[^\P{Cc}\t\n\r\f\v\u0085]/u.test(text)) throw new NotReadable('no-text');
  return text;
}

function utf16(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) parts.push(String.fromCharCode(view.getUint16(at, little)));
  return parts.join('');
}

/** A pasted or typed text as paragraphs and tables; wrapped lines are joined. */
export function readText(text: string): SourceDocument {
  const lines = text.split(/\r\n|\n|\r|\u2028|\u2029|\f|\v/u);
  if (lines.length > MOST_LINES) throw new NotReadable('too-large');
  const blocks: Block[] = [];
  let [paragraphs, tables] = [0, 0];
  for (const part of partsOf(lines)) {
    if (part.is === 'table') {
      tables += 1;
      blocks.push(tableOf(part.rows, tables));
    } else {
      for (const joined of joinLines(part.lines)) {
        paragraphs += 1;
        const words = joined.map((line) => line.text).join('\n');
        blocks.push({
          is: 'paragraph',
          at: `p[${paragraphs}]`,
          text: words.trim(),
          number: '',
          level: 0,
          bold: false,
          heading: null,
        });
      }
    }
  }
  return { format: 'txt', blocks, notes: [] };
}

type Part =
  | { readonly is: 'lines'; readonly lines: PrintedTextLine[] }
  | { readonly is: 'table'; readonly rows: string[][]; readonly by: string };

/** Rows of a table come one a line, their cells between tabs or bars. */
function partsOf(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let gap = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() !== '') put(parts, { text: line, gap }, lines[at + 1] ?? '');
    gap = line.trim() === '';
  }
  return parts;
}

function put(parts: Part[], line: PrintedTextLine, next: string): void {
  const last = parts[parts.length - 1];
  const by = separatorOf(line.text);
  if (last?.is === 'table' && !line.gap && (by === last.by || (last.by === '\t' && goesOn(last.rows, line.text)))) {
    const cells = cellsIn(line.text, last.by);
    const row = last.rows[last.rows.length - 1] ?? [];
    if (isBroken(last.rows, cells)) last.rows[last.rows.length - 1] = mended(row, cells);
    else if (!isRule(cells)) last.rows.push(cells);
  } else if (by !== null && (separatorOf(next) === by || (by === '\t' && SECTION.test(next))))
    parts.push({ is: 'table', rows: [cellsIn(line.text, by)], by });
  else if (last?.is === 'lines') last.lines.push(line);
  else parts.push({ is: 'lines', lines: [line] });
}

/** «II<tab>Cải cách thể chế»: a merged row is pasted with fewer cells. */
const SECTION = /^\s*(?:[IVX]+|[A-HĐ]|\d{1,3})[.)]?\t/u;

/** Whether a line with no or one tab belongs to the rows above it. */
function goesOn(rows: readonly (readonly string[])[], line: string): boolean {
  return SECTION.test(line) || isBroken(rows, line.split('\t'));
}

/** A cell of several lines is pasted as several lines: then the row above still lacks cells, and this one begins no row. */
function isBroken([header = [], ...rows]: readonly (readonly string[])[], cells: readonly string[]): boolean {
  const last = rows[rows.length - 1];
  if (last === undefined || last.length >= header.length || last.length < 2) return false;
  const isSection = /^(?:[IVX]+|[A-HĐ])[.)]?$/u.test(last[0] ?? '');
  return !isSection && !SECTION.test(cells.join('\t')) && last.length + cells.length - 1 <= header.length;
}

function mended(row: readonly string[], [first = '', ...rest]: readonly string[]): string[] {
  return [...row.slice(0, -1), `${row[row.length - 1] ?? ''}\n${first}`.trim(), ...rest];
}

function separatorOf(line: string): string | null {
  if (line.split('\t').length > 2) return '\t';
  return line.split('|').length > 3 ? '|' : null;
}

function cellsIn(line: string, by: string): string[] {
  const bare = by === '|' ? line.trim().replace(/^\||\|$/gu, '') : line;
  return bare.split(by).map((cell) => cell.trim());
}

/** The line under the header of a table drawn with bars. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-+:?$/u.test(cell));
}

function tableOf(rows: readonly (readonly string[])[], number: number): Table {
  const cells = rows.flatMap((row, at) =>
    row.map((text, column) => plainCell(`tbl[${number}].r[${at + 1}].c[${column + 1}]`, { row: at, column }, text)),
  );
  return {
    is: 'table',
    at: `tbl[${number}]`,
    title: '',
    columns: Math.max(...rows.map((row) => row.length)),
    rows: rows.length,
    cells,
  };
}
