import type { CellModel, SheetModel } from './model.ts';

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
export function rowHeight({ cells, columnWidths }: SheetModel, row: number): number | null {
  let lines = 1;
  for (const [column, cell] of cells.get(row) ?? []) {
    if (cell.style.wrap) lines = Math.max(lines, linesOf(cell, (columnWidths.get(column) ?? USUAL_WIDTH) / DIGIT - MARGIN));
  }
  return lines === 1 ? null : Math.min(LIMIT, lines * LINE);
}

/** The height a row of the file gets; `held` is its own, `before` what we should have given it. */
export function newHeight(
  held: number | null,
  { before, after }: { before: number | null; after: number | null },
): number | null {
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
  let width = 0;
  for (const letter of word.normalize('NFD')) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[ijlrtfI.,:;'()!|/-]/u.test(letter)) return 0.55;
  if (/[mwMW%]/u.test(letter)) return 1.55;
  return /\p{Lu}/u.test(letter) ? 1.25 : 0.98;
}
