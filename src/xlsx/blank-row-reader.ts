import { LAST_COLUMN, LAST_ROW } from './address.ts';

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
export function pastBlanks(data: Uint8Array, from: number): number {
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
export class RowPattern {
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
