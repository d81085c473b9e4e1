import { spend } from './limits.ts';
import { NotAWorkbook } from './not-a-workbook.ts';

const EQUALS = 61;
const GT = 62;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;

/**
 * Walks the tags of an XML text one by one and gives their places, which is what patching needs.
 * Namespaces are read by local name: `x:row` is `row`. A document type is refused: nothing in a workbook needs entities.
 */
export class Scanner {
  readonly xml: string;
  /** Local name of the present tag. */
  name = '';
  /** Where the present tag starts, and one past its `>`. */
  start = 0;
  end = 0;
  kind: 'open' | 'close' | 'single' = 'open';

  constructor(xml: string, from = 0) {
    this.xml = xml;
    this.end = from;
  }

  /** Goes to the next tag, over text, comments and instructions; false at the end. */
  next(): boolean {
    const { xml } = this;
    for (;;) {
      const at = xml.indexOf('<', this.end);
      if (at < 0) return false;
      const second = xml.charCodeAt(at + 1);
      if (second !== 33 && second !== 63) {
        this.read(at, second);
        return true;
      }
      this.skip(at);
    }
  }

  private skip(at: number): void {
    const { xml } = this;
    if (xml.startsWith('<!--', at)) this.end = past(xml, '-->', at);
    else if (xml.startsWith('<![CDATA[', at)) this.end = past(xml, ']]>', at);
    else if (xml.startsWith('<?', at)) this.end = past(xml, '?>', at);
    else throw new NotAWorkbook('doctype');
    spend(this.end - at);
  }

  private read(at: number, second: number): void {
    const before = this.end;
    this.start = at;
    this.end = tagEnd(this.xml, at);
    spend(this.end - before);
    const nameAt = second === SLASH ? at + 2 : at + 1;
    const { from, to } = localName(this.xml, nameAt, this.end);
    this.name = this.xml.slice(from, to);
    if (second === SLASH) this.kind = 'close';
    else this.kind = this.xml.charCodeAt(this.end - 2) === SLASH ? 'single' : 'open';
  }

  /** The value of an attribute of the present tag, by local name; null when it has none. */
  attribute(name: string): string | null {
    return attributeOf(this.xml, this, name);
  }

  /** From an open tag, goes to the tag that closes it; a single tag is its own close. Returns where its inside ends. */
  close(): number {
    if (this.kind !== 'open') return this.end;
    for (let depth = 1; this.next(); ) {
      if (this.kind === 'open') depth += 1;
      else if (this.kind === 'close') depth -= 1;
      if (depth === 0) return this.start;
    }
    throw new NotAWorkbook('damaged');
  }
}

function past(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new NotAWorkbook('damaged');
  return at + mark.length;
}

function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let i = from + 1; i < xml.length; i += 1) {
    const code = xml.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GT) return i + 1;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  throw new NotAWorkbook('damaged');
}

function localName(xml: string, at: number, end: number): { from: number; to: number } {
  let from = at;
  let to = at;
  for (; to < end; to += 1) {
    const code = xml.charCodeAt(to);
    if (code === 58) from = to + 1;
    else if (code <= 32 || code === SLASH || code === GT) break;
  }
  return { from, to };
}

/** The value of an attribute of the tag at a place, by local name. */
export function attributeOf(xml: string, tag: { start: number; end: number }, name: string): string | null {
  const found = attributePlace(xml, tag, name);
  return found === null ? null : decode(xml.slice(found.from, found.to));
}

/** Where an attribute's value lies, and where the attribute itself starts; never looks beyond the tag. */
function attributePlace(
  xml: string,
  tag: { start: number; end: number },
  name: string,
): { start: number; from: number; to: number } | null {
  let at = tag.start;
  for (let value = nextValue(xml, at, tag.end); value !== null; value = nextValue(xml, at, tag.end)) {
    let stop = value.equals;
    while (xml.charCodeAt(stop - 1) <= 32) stop -= 1;
    if (xml.startsWith(name, stop - name.length) && endsName(xml.charCodeAt(stop - name.length - 1))) {
      return { start: stop - name.length, from: value.from, to: value.to };
    }
    at = value.to + 1;
  }
  return null;
}

/** The next `="…"` of a tag. */
function nextValue(xml: string, from: number, end: number): { equals: number; from: number; to: number } | null {
  let equals = from;
  while (equals < end && xml.charCodeAt(equals) !== EQUALS) equals += 1;
  let open = equals + 1;
  while (open < end && xml.charCodeAt(open) <= 32) open += 1;
  const quote = xml.charCodeAt(open);
  spend(open - from);
  if (open >= end || (quote !== QUOTE && quote !== APOSTROPHE)) return null;
  // The tag's end was found with its quotes in pairs, so this one is closed within it.
  const to = xml.indexOf(xml.charAt(open), open + 1);
  return to < 0 || to >= end ? null : { equals, from: open + 1, to };
}

const endsName = (code: number): boolean => code <= 32 || code === 58;

const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/** Text of XML with its entities read. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/giu, (whole, code: string) => {
    if (!code.startsWith('#')) return NAMED.get(code) ?? whole;
    const point = /^#x/iu.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/** Text as it may stand in an element or, quotes and line breaks included, in an attribute; what XML cannot hold is «�» there. */
export function encode(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\n\r\t]/gu, (c) => CODES[c] ?? c);
}

const CODES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text between two places, with its tags dropped, entities and CDATA read. */
export function textOf(xml: string, from: number, to: number): string {
  const text = xml.slice(from, to);
  if (!text.includes('<![CDATA[')) return decode(text);
  return text
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/u)
    .map((piece, i) => (i % 2 === 0 ? decode(piece) : piece))
    .join('');
}

/** A cell's text with what XML cannot hold (control characters, halves of a pair) in the `_x000D_` form of the format. */
export function encodeCellText(text: string): string {
  const safe = text.replace(
    UNSAFE,
    (c) => `_x${(c === '_' ? 0x5f : c.charCodeAt(0)).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
  return safe.replace(/[&<>]/gu, (c) => CODES[c] ?? c);
}

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const UNSAFE = new RegExp(`${FORBIDDEN.source}|\\r|_(?=x[0-9A-Fa-f]{4}_)`, 'g');

/** The text behind the `_x000D_` form. */
export function decodeCellText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
