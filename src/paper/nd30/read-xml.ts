/** One element with its content; enough of XML to read back a .docx that Word or this house wrote. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
};

type Open = { readonly name: string; readonly attributes: Record<string, string>; readonly children: (XmlNode | string)[] };

const TOKEN = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<[?!][^>]*>|([^<]+)/gu;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Reads a whole part in one pass; the answer's children are its root element. */
export function readXml(text: string): XmlNode {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [, closing, name, attributes, selfClosed, content] of text.matchAll(TOKEN)) {
    const top = open[open.length - 1] ?? root;
    if (content !== undefined) top.children.push(unescaped(content));
    else if (closing === '/') open.pop();
    else if (name !== undefined) {
      const node: Open = { name, attributes: readAttributes(attributes ?? ''), children: [] };
      top.children.push(node);
      if (selfClosed !== '/') open.push(node);
    }
  }
  return root;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name ?? '', unescaped(double ?? single ?? '')]);
  return Object.fromEntries(pairs);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.includes('&') ? text.replace(/&#?\w+;/gu, character) : text;
}

function character(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

export function elements({ children }: XmlNode): XmlNode[] {
  return children.filter((child): child is XmlNode => typeof child !== 'string');
}

/** The first child element of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node === undefined ? undefined : elements(node).find((element) => element.name === name);
}

/** All elements of that name below a node, in document order. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((element) => [...(element.name === name ? [element] : []), ...descendants(element, name)]);
}

export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  return node?.attributes[name];
}
