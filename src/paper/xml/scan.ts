/** What a scan meets, in document order. Attributes come as they are written, to be read only where they matter. */
export type XmlEvents = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(content: string): void;
};

/** Thrown at XML that is malformed, has a DTD (a package part never has one), or is nested beyond any document. */
export class BadXml extends Error {}

/** Word nests tables in tables in text boxes; nobody nests this deep by hand. */
const DEEPEST = 500;
const TAG = /<(\/?)([^\s<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const ATTRIBUTE = /([^\s<>/="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Reads XML in one pass without building anything; entities other than XML's own five and numbers stay as they are written. */
export function scanXml(text: string, events: XmlEvents): void {
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) events.text(unescaped(text.slice(at, end)));
    if (next < 0) break;
    const mark = text.charAt(next + 1);
    at = mark === '!' || mark === '?' ? pass(text, next, events) : element(text, next, { open, events });
  }
  if (open.length > 0) throw new BadXml();
}

/** Comments, declarations and processing instructions; the text of a CDATA section is text. */
function pass(text: string, at: number, events: XmlEvents): number {
  const [start, stop] = text.startsWith('<!--', at)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  const end = text.startsWith(start, at) ? text.indexOf(stop, at + start.length) : -1;
  if (end < 0) throw new BadXml();
  if (start === '<![CDATA[') events.text(text.slice(at + start.length, end));
  return end + stop.length;
}

type Scan = { readonly open: string[]; readonly events: XmlEvents };

function element(text: string, at: number, { open, events }: Scan): number {
  TAG.lastIndex = at;
  const [whole, closing, name = '', attributes = '', selfClosed] = TAG.exec(text) ?? [];
  if (whole === undefined) throw new BadXml();
  if (closing === '/') {
    if (open.pop() !== name) throw new BadXml();
    events.close(name);
    return at + whole.length;
  }
  if (open.length >= DEEPEST) throw new BadXml();
  events.open(name, attributes);
  if (selfClosed === '/') events.close(name);
  else open.push(name);
  return at + whole.length;
}

/** The attributes of an element by name. */
export function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name ?? '', unescaped(double ?? single ?? '')]);
  return Object.fromEntries(pairs);
}

const ENTITIES = new Map(Object.entries({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }));

function unescaped(text: string): string {
  return text.includes('&') ? text.replace(/&#?\w+;/gu, character) : text;
}

function character(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? entity;
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
