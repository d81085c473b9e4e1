import { LAST_COLUMN, LAST_ROW } from './address.ts';
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

const TAG = 60;
const TAG_END = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const DIGITS_END = 57;
const REFERENCE = 'r'.charCodeAt(0);
const FORMAT = 's'.charCodeAt(0);

type Kind = 'open' | 'single' | 'strange';

/** The first byte from there on that is no space or line break. */
function pastBlanks(data: Uint8Array, from: number): number {
  let at = from;
  while ((data[at] ?? TAG) <= 32) at += 1;
  return at;
}

/**
 * Reads rows without a value from the bytes of a tab's part, one after another, without making anything: a part may hold six
 * million such cells. Everything that is not written in the usual way (a number for each row, ascending columns, tags without
 * inside) is left to the reader of text.
 */
export class BlankRowReader {
  /** The number of the row read last; 0 when it says none. */
  row = 0;
  /** Its columns and their format numbers in turn, `length` numbers in all. */
  look: Int32Array = new Int32Array(64);
  length = 0;
  /** Where the row's number stands in the row and in its cells; `numbers` of them. */
  places: Int32Array = new Int32Array(64);
  numbers = 0;
  /** Whether every cell names the row it stands in. */
  isPlain = false;
  readonly #data: Uint8Array;
  #at = 0;
  #number = 0;
  #column = 0;
  #format = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  /** Where the blank row at `from` ends; `from` when there is none. */
  read(from: number): number {
    this.length = 0;
    this.numbers = 0;
    this.row = 0;
    this.#at = pastBlanks(this.#data, from);
    if (!this.#passes('<row')) return from;
    const kind = this.#tag();
    const row = this.#column === 0 && this.#number <= LAST_ROW ? this.#number : 0;
    this.isPlain = true;
    if (kind === 'strange' || (kind === 'open' && !this.#cells(row))) return from;
    this.row = row;
    return this.#at;
  }

  /** Goes over the cells of a row and its end; false when one of them is not blank. */
  #cells(row: number): boolean {
    let last = 0;
    for (;;) {
      this.#at = pastBlanks(this.#data, this.#at);
      if (this.#passes('</row>')) return true;
      if (!this.#passes('<c')) return false;
      const kind = this.#tag();
      if (kind === 'strange' || (kind === 'open' && !this.#passes('</c>'))) return false;
      if (this.#column <= last || this.#column > LAST_COLUMN) return false;
      last = this.#column;
      this.isPlain &&= this.#number === row;
      this.look = withRoom(this.look, this.length + 2);
      this.look[this.length] = this.#column;
      this.look[this.length + 1] = this.#format;
      this.length += 2;
    }
  }

  /** Whether the data goes on with that text; if so, goes over it. */
  #passes(text: string): boolean {
    for (let i = 0; i < text.length; i += 1) if (this.#data[this.#at + i] !== text.charCodeAt(i)) return false;
    this.#at += text.length;
    return true;
  }

  /** Goes over the rest of an opening tag, keeping its reference and format number. */
  #tag(): Kind {
    const data = this.#data;
    this.#number = 0;
    this.#column = 0;
    this.#format = 0;
    for (let isFirst = true; ; isFirst = false) {
      const space = this.#at;
      this.#at = pastBlanks(data, space);
      const next = data[this.#at];
      if (next === TAG_END) {
        this.#at += 1;
        return 'open';
      }
      if (next === SLASH) {
        this.#at += 2;
        return data[this.#at - 1] === TAG_END ? 'single' : 'strange';
      }
      // What follows the name at once is another name: `<rowBreaks`, `<col`.
      if ((isFirst && this.#at === space) || !this.#attribute()) return 'strange';
    }
  }

  #attribute(): boolean {
    const data = this.#data;
    const name = this.#at;
    let at = name;
    while ((data[at] ?? 0) > 32 && data[at] !== EQUALS && data[at] !== TAG_END) at += 1;
    const letter = at - name === 1 ? data[name] : 0;
    at = pastBlanks(data, at);
    if (data[at] !== EQUALS) return false;
    at = pastBlanks(data, at + 1);
    const quote = data[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) return false;
    const value = at + 1;
    let end = value;
    // Values are short: asking the engine to look costs more.
    while (end < data.length && data[end] !== quote) end += 1;
    this.#at = end + 1;
    if (letter === REFERENCE) this.#reference(value, end);
    else if (letter === FORMAT) this.#format = digits(data, value, end);
    return true;
  }

  #reference(from: number, to: number): void {
    let at = from;
    let column = 0;
    while (at < to && (this.#data[at] ?? 0) > DIGITS_END) {
      column = column * 26 + ((this.#data[at] ?? 0) & 31);
      at += 1;
    }
    this.#column = column;
    this.#number = digits(this.#data, at, to);
    this.places = withRoom(this.places, this.numbers + 1);
    this.places[this.numbers] = at;
    this.numbers += 1;
  }
}

function withRoom(list: Int32Array, needed: number): Int32Array {
  if (needed <= list.length) return list;
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/**
 * A blank row as a pattern for the next ones: they are written alike but for their number. Comparing bytes takes a tenth of the
 * time of reading them.
 */
class RowPattern {
  readonly place: number;
  readonly #data: Uint8Array;
  readonly #start: number;
  readonly #length: number;
  readonly #digits: number;
  /** For each byte which digit of the row's number it is, from 1; 0: none. */
  readonly #mask: Uint8Array;

  /** The row that `reader` read last, from `start` to `end`; `place` is what its look is called. */
  constructor(reader: BlankRowReader, data: Uint8Array, { start, end, place }: { start: number; end: number; place: number }) {
    this.place = place;
    this.#data = data;
    this.#start = start;
    this.#length = end - start;
    this.#digits = String(reader.row).length;
    this.#mask = new Uint8Array(this.#length);
    for (let i = 0; i < reader.numbers; i += 1) {
      for (let digit = 0; digit < this.#digits; digit += 1) this.#mask[(reader.places[i] ?? 0) - start + digit] = digit + 1;
    }
  }

  /** Where a row of that number that is written alike ends; `at` when what stands there is another. */
  endOf(at: number, row: number): number {
    const text = String(row);
    if (text.length !== this.#digits) return at;
    const data = this.#data;
    const mask = this.#mask;
    const start = this.#start;
    for (let i = 0; i < this.#length; i += 1) {
      const digit = mask[i] ?? 0;
      const wanted = digit === 0 ? data[start + i] : text.charCodeAt(digit - 1);
      if (data[at + i] !== wanted) return at;
    }
    return at + this.#length;
  }
}

function digits(data: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + (data[at] ?? 0) - 48;
  return number;
}
