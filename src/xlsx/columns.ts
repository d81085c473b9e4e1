import { LAST_COLUMN } from './address.ts';
import { childrenOf, type Element } from './elements.ts';
import { spend } from './limits.ts';
import type { CellStyle } from './model.ts';
import { lookKey, PLAIN_LOOK, read } from './styles.ts';

/** A `<col>`: the columns it speaks of and its attributes as they stand. */
export type Col = { readonly min: number; readonly max: number; readonly attributes: Readonly<Record<string, string>> };

/** A width of one digit in pixels, in the font nearly every file uses. */
const DIGIT_PIXELS = 7;
const USUAL_WIDTH = '9.140625';
/** A `<col>` that runs this far says something about the rest of the sheet, not about a column in use. */
const REST_OF_SHEET = 1000;

/** The `<col>`s of a sheet. */
export function readCols(cols: Element | undefined): Col[] {
  return (cols === undefined ? [] : childrenOf(cols, 'columns')).map((col) => {
    const tag = col.xml.slice(col.start, col.tagEnd);
    const attributes = Object.fromEntries(
      [...tag.matchAll(/\s([\w:]+)\s*=\s*["']([^"']*)["']/gu)].map(([, name = '', value = '']) => [name, value]),
    );
    return { min: Number(read(col, 'min')), max: Math.min(LAST_COLUMN, Number(read(col, 'max'))), attributes };
  });
}

/** The last column the `<col>`s name one by one. */
export function lastNamedColumn(cols: readonly Col[]): number {
  return cols.reduce((last, { max }) => (max < REST_OF_SHEET && max > last ? max : last), 0);
}

/** Widths in pixels and column styles, for the columns of the grid. Of `<col>`s that speak of one column the last is heard. */
export function columnFacts(
  cols: readonly Col[],
  sizes: { readonly last: number; readonly looks: readonly CellStyle[] },
): { widths: Map<number, number>; styles: Map<number, CellStyle> } {
  const widths = new Map<number, number>();
  const styles = new Map<number, CellStyle>();
  for (const { from, to, col } of spans(cols)) {
    const { width, style, customWidth } = col.attributes;
    const pixels = width !== undefined && /^(1|true)$/u.test(customWidth ?? '') ? Math.round(Number(width) * DIGIT_PIXELS) : null;
    const look = sizes.looks[Number(style ?? 0)] ?? PLAIN_LOOK;
    const isPlain = lookKey(look) === lookKey(PLAIN_LOOK);
    for (let column = from; column <= Math.min(to, sizes.last); column += 1) {
      if (pixels !== null) widths.set(column, pixels);
      if (!isPlain) styles.set(column, look);
    }
  }
  return { widths, styles };
}

type Spans = readonly { readonly from: number; readonly to: number; readonly col: Col }[];

/** Which `<col>` speaks of which columns: each of one of its own in a file as Excel writes it, the last of several in any other. */
function spans(cols: readonly Col[]): Spans {
  const sound = cols.filter(({ min, max }) => Number.isInteger(min) && Number.isInteger(max) && min >= 1);
  const isOrdered = sound.every(({ min }, at) => min > (sound[at - 1]?.max ?? 0));
  return isOrdered ? sound.map((col) => ({ from: col.min, to: col.max, col })) : lastSpeakers(sound);
}

/** Column by column. What has been spoken of is jumped over, so that no column is looked at once for every `<col>`. */
function lastSpeakers(cols: readonly Col[]): Spans {
  const found: { from: number; to: number; col: Col }[] = [];
  const next = Uint16Array.from({ length: LAST_COLUMN + 2 }, (_, column) => column);
  const free = (column: number): number => {
    let at = column;
    for (; next[at] !== at; spend(1)) {
      next[at] = next[next[at] ?? 0] ?? 0;
      at = next[at] ?? 0;
    }
    return at;
  };
  for (const col of [...cols].reverse()) {
    for (let column = free(col.min); column <= col.max; column = free(column)) {
      next[column] = column + 1;
      found.push({ from: column, to: column, col });
    }
  }
  return found;
}

/** The format number of a column; null when it has none. */
export function columnXf(cols: readonly Col[], column: number): number | null {
  const style = [...cols].reverse().find(({ min, max }) => min <= column && column <= max)?.attributes['style'];
  return style === undefined ? null : Number(style);
}

/** What changes about one column. */
export type ColChange = { readonly width?: number; readonly xf?: number };

/** The `<col>`s with some columns changed: a `<col>` that spoke of several is cut, its other attributes kept. */
export function changedCols(cols: readonly Col[], changes: ReadonlyMap<number, ColChange>): Col[] {
  let list = [...cols];
  for (const [column, change] of changes) {
    list = list.flatMap((col) => cut(col, column));
    const held = list.find(({ min, max }) => min === column && max === column);
    const next = { min: column, max: column, attributes: { ...held?.attributes, ...attributesOf(change, held?.attributes) } };
    list = [...list.filter((col) => col !== held), next];
  }
  return list.sort((a, b) => a.min - b.min);
}

function cut(col: Col, column: number): Col[] {
  if (column < col.min || column > col.max) return [col];
  const pieces = [
    { ...col, max: column - 1 },
    { ...col, min: column, max: column },
    { ...col, min: column + 1 },
  ];
  return pieces.filter(({ min, max }) => min <= max);
}

function attributesOf({ width, xf }: ColChange, held: Col['attributes'] | undefined): Record<string, string> {
  return {
    // A column without a width of its own gets the usual one: some readers take a missing width for none at all.
    ...(held?.['width'] === undefined ? { width: USUAL_WIDTH } : {}),
    ...(width === undefined ? {} : { width: String(Math.round((width / DIGIT_PIXELS) * 10_000) / 10_000), customWidth: '1' }),
    ...(xf === undefined ? {} : { style: String(xf) }),
  };
}

/** The `<cols>` element; nothing when there is none to say. */
export function writeCols(cols: readonly Col[], prefix: string): string {
  if (cols.length === 0) return '';
  const lines = cols.map(({ min, max, attributes }) => {
    const all = { ...attributes, min: String(min), max: String(max) };
    return `<${prefix}col ${Object.entries(all)
      .map(([name, value]) => `${name}="${value}"`)
      .join(' ')}/>`;
  });
  return `<${prefix}cols>${lines.join('')}</${prefix}cols>`;
}
