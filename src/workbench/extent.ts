import type { LineView, Look } from './protocol.ts';
import type { Sheet } from './sheet.ts';

export const LEAST_HEIGHT = 28;
/** Longer texts are cut; the line above the grid shows them whole. */
const MOST_LINES = 8;
const LINE_HEIGHT = 20;
const PADDING = 8;
const LETTER_WIDTH = 7.4;

/** Where lines of different heights stand: `tops[n]` is the upper edge of the n-th shown line, the last one the whole height. */
export type Extent = { readonly rows: readonly number[]; readonly tops: Float64Array };

export function extentOf(rows: readonly number[], heightOf: (row: number) => number): Extent {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, at) => {
    tops[at + 1] = (tops[at] ?? 0) + heightOf(row);
  });
  return { rows, tops };
}

/** The place of the line that holds this height. */
export function placeAt({ tops }: Extent, height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of a line among the shown ones, or -1. The numbers rise. */
export function placeOf(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const guessed = new WeakMap<LineView, number>();
const measured = new WeakMap<LineView, number>();

/** How high a line is: as measured on the screen, or, until it was there, as its longest wrapped text lets guess. */
export function heightOf(sheet: Sheet, looks: readonly Look[], row: number): number {
  const line = sheet.lines.get(row);
  if (line === undefined) return LEAST_HEIGHT;
  const known = measured.get(line) ?? guessed.get(line);
  if (known !== undefined) return known;
  const lines = Object.entries(line.cells).map(([column, { t, s }]) =>
    looks[s ?? 0]?.wrap === true ? linesOf(t, widthOf(sheet, Number(column))) : 1,
  );
  const height = Math.max(LEAST_HEIGHT, Math.min(MOST_LINES, Math.max(1, ...lines)) * LINE_HEIGHT + PADDING);
  guessed.set(line, height);
  return height;
}

function linesOf(text: string, width: number): number {
  const letters = Math.max(1, Math.floor((width - PADDING) / LETTER_WIDTH));
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0);
}

/** Keeps what the screen showed; true where it differs from what was thought. */
export function keepHeight(line: LineView, height: number): boolean {
  const thought = measured.get(line) ?? guessed.get(line) ?? LEAST_HEIGHT;
  measured.set(line, height);
  return Math.abs(thought - height) > 0.5;
}

const COMMON_WIDTH = 100;

/** The width of a column in pixels. */
export function widthOf(sheet: Sheet, column: number): number {
  return Math.max(24, sheet.widths[column] ?? COMMON_WIDTH);
}
