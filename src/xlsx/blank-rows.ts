import { BlankRowReader, pastBlanks, RowPattern } from './blank-row-reader.ts';
import { spend } from './limits.ts';
import type { BlankRun, CellStyle } from './model.ts';
import { PLAIN_LOOK } from './styles.ts';

/**
 * A run of rows one after another without a single value, cut out of a tab's text: an office may format a tab down to its last
 * line, and a million such rows are neither made text nor held as objects. They stay the bytes they are, and what they look like
 * is remembered once for all rows alike.
 */
export type CutRows = {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
  /** Column → format number, for each look that a row of the run has. */
  readonly looks: readonly ReadonlyMap<number, number>[];
  /** The look of each row of the run, by its place in `looks`. */
  readonly lookOf: Uint16Array;
};

/** A tab's part with its long runs of blank rows cut out: the pieces between them, one more than there are runs. */
export type CutPart = { readonly pieces: readonly Uint8Array[]; readonly cuts: readonly CutRows[] };

/** Where a run was cut out of the text, by its place in the list of runs. Instructions are passed over by whoever reads XML. */
export const cutMark = (at: number): string => `<?rows-cut ${at}?>`;
const MARKS = /<\?rows-cut (\d+)\?>/u;

/** A part below this many bytes is read row by row whatever it holds. */
const WORTH_CUTTING = 1_000_000;
/** Shorter runs are left as they are. */
const LEAST_ROWS = 200;
const MOST_LOOKS = 0xffff;
/** Cells of all looks of a part; beyond, rows are left as they are, and counted. */
const MOST_LOOK_CELLS = 1_000_000;

/** Cuts the long runs of blank rows out of a tab's part, but for the rows to `keep`. Only looks at bytes. */
export function cutBlankRows(bytes: Uint8Array, keep: (row: number) => boolean): CutPart {
  const whole = { pieces: [bytes], cuts: [] };
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < WORTH_CUTTING || NOT_PLAIN.some((mark) => data.includes(mark))) return whole;
  const start = data.indexOf('<sheetData>');
  return start < 0 ? whole : new Cutting(data, keep).from(start + '<sheetData>'.length);
}

/** Where tags may be no tags, and where our mark stands already, nothing is cut. */
const NOT_PLAIN = ['<!--', '<![CDATA[', '<?rows-cut'];

/** The text after patching with the runs back in their places. */
export function uncut(text: string, runs: readonly Uint8Array[]): Uint8Array {
  if (runs.length === 0) return Buffer.from(text, 'utf8');
  const parts = text.split(MARKS).map((part, at) => (at % 2 === 0 ? Buffer.from(part, 'utf8') : runs[Number(part)]));
  return Buffer.concat(parts.filter((part) => part !== undefined));
}

/** What a run looks like, by the styles behind its format numbers. */
export function blankRunOf({ from, looks, lookOf }: CutRows, styles: readonly CellStyle[]): BlankRun {
  const styled = looks.map((look) => new Map([...look].map(([column, xf]) => [column, styles[xf] ?? PLAIN_LOOK] as const)));
  return { from, looks: styled, lookOf };
}

/** One pass over the rows of a part. */
class Cutting {
  readonly #data: Buffer;
  readonly #keep: (row: number) => boolean;
  readonly #pieces: Uint8Array[] = [];
  readonly #cuts: CutRows[] = [];
  readonly #looks = new Looks();
  /** The run that is growing: where its first row starts, that row's number, and the look of each row. */
  #run = { start: 0, from: 0, lookOf: [] as number[] };
  #copied = 0;
  /** The last row of the last run: runs come in their order, or their rows are left as they are. */
  #last = 0;
  /** The two kinds of row met last: rows are like the one above, or striped. */
  #patterns: RowPattern[] = [];

  constructor(data: Buffer, keep: (row: number) => boolean) {
    this.#data = data;
    this.#keep = keep;
  }

  from(start: number): CutPart {
    const rows = new BlankRowReader(this.#data);
    let at = start;
    for (let next = this.#row(rows, at); next > at; next = this.#row(rows, at)) at = next;
    this.#cut(at);
    spend(at - start);
    return { pieces: [...this.#pieces, this.#data.subarray(this.#copied)], cuts: this.#cuts };
  }

  /** Goes over one row; where there is none, stays. */
  #row(rows: BlankRowReader, at: number): number {
    const next = this.#run.from + this.#run.lookOf.length;
    for (const pattern of this.#run.from > 0 ? this.#patterns : []) {
      const end = pattern.endOf(at, next);
      if (end > at && !this.#keep(next)) return this.#grow(pattern.place, end);
    }
    const end = rows.read(at);
    if (end === at || rows.row <= this.#last || !rows.isPlain || this.#keep(rows.row)) {
      const close = end > at ? end : this.#endOfRow(at);
      if (close > at) this.#restart(at, 0);
      return close;
    }
    if (rows.row !== next) this.#restart(at, rows.row);
    const place = this.#looks.placeOf(rows.look, rows.length);
    if (place === null) return at;
    const pattern = new RowPattern(rows, this.#data, { start: at, end, place });
    this.#patterns = [pattern, ...this.#patterns.slice(0, 1)];
    return this.#grow(place, end);
  }

  #grow(look: number, end: number): number {
    this.#run.lookOf.push(look);
    return end;
  }

  #restart(at: number, from: number): void {
    this.#cut(at);
    this.#run = { start: at, from, lookOf: [] };
  }

  #endOfRow(at: number): number {
    const row = pastBlanks(this.#data, at);
    const close = this.#data.toString('latin1', row, row + 4) === '<row' ? this.#data.indexOf('</row>', row) : -1;
    return close < 0 ? at : close + '</row>'.length;
  }

  #cut(end: number): void {
    const { start, from, lookOf } = this.#run;
    if (lookOf.length < LEAST_ROWS) return;
    this.#pieces.push(this.#data.subarray(this.#copied, start));
    const bytes = this.#data.subarray(start, end);
    this.#cuts.push({ from, to: from + lookOf.length - 1, bytes, looks: this.#looks.all, lookOf: Uint16Array.from(lookOf) });
    this.#copied = end;
    this.#last = from + lookOf.length - 1;
    this.#run = { start: end, from: 0, lookOf: [] };
  }
}

/** The looks of a part's blank rows, each once. */
class Looks {
  readonly all: ReadonlyMap<number, number>[] = [];
  readonly #places = new Map<string, number>();
  #cells = 0;

  /** The place of a look, given as columns and format numbers in turn; null when there are too many. */
  placeOf(look: Int32Array, length: number): number | null {
    const pairs = look.slice(0, length);
    const key = pairs.join();
    const place = this.#places.get(key) ?? this.#add(pairs);
    if (place === null) return null;
    this.#places.set(key, place);
    return place;
  }

  #add(pairs: Int32Array): number | null {
    this.#cells += pairs.length / 2;
    if (this.all.length >= MOST_LOOKS || this.#cells > MOST_LOOK_CELLS) return null;
    const look = new Map<number, number>();
    for (let at = 0; at < pairs.length; at += 2) look.set(pairs[at] ?? 0, pairs[at + 1] ?? 0);
    return this.all.push(look) - 1;
  }
}
