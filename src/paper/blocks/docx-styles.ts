import { attribute, child, descendants, elements, readXml, type XmlNode } from '../xml/read-xml.ts';

/** Numbering that a style or a paragraph asks for; `null` where it does not say. */
export type NumberingWish = { readonly id: string | null; readonly level: number | null };

/** What matters of a style, with what it is based on already taken in. */
export type Style = {
  readonly bold: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
  readonly heading: number | null;
  readonly numbering: NumberingWish;
};

export type Styles = {
  readonly of: (id: string | null) => Style;
  /** The numbering that a style for lists names (`w:numStyleLink`). */
  readonly listNumbering: (id: string) => string | null;
};

const PLAIN: Style = { bold: false, capitals: false, hidden: false, heading: null, numbering: { id: null, level: null } };
const DEEPEST_CHAIN = 20;

/** Reads `word/styles.xml`; element names without their prefix. */
export function readStyles(xml: string): Styles {
  const root = stripped(xml);
  const nodes = new Map(descendants(root, 'style').map((node) => [attribute(node, 'styleId') ?? '', node]));
  const standard =
    [...nodes].find(([, node]) => attribute(node, 'default') === '1' && attribute(node, 'type') === 'paragraph')?.[0] ?? null;
  const made = new Map<string, Style>();
  const of = (id: string | null, depth = 0): Style => {
    const name = id ?? standard;
    const node = name === null ? undefined : nodes.get(name);
    if (name === null || node === undefined || depth > DEEPEST_CHAIN) return PLAIN;
    const known = made.get(name);
    if (known !== undefined) return known;
    const base = val(child(node, 'basedOn'));
    const style = styleOf(node, base === null ? PLAIN : of(base, depth + 1));
    made.set(name, style);
    return style;
  };
  return { of: (id) => of(id), listNumbering: (id) => val(child(child(child(nodes.get(id), 'pPr'), 'numPr'), 'numId')) };
}

function styleOf(node: XmlNode, base: Style): Style {
  const paragraph = child(node, 'pPr');
  const run = child(node, 'rPr');
  const outline = val(child(paragraph, 'outlineLvl'));
  const named = /^(?:heading|tiêu đề|đầu đề) ?([1-9])$/iu.exec(val(child(node, 'name')) ?? '')?.[1];
  const numbering = child(paragraph, 'numPr');
  return {
    bold: onOff(child(run, 'b')) ?? base.bold,
    capitals: onOff(child(run, 'caps')) ?? base.capitals,
    hidden: onOff(child(run, 'vanish')) ?? base.hidden,
    heading: outline !== null ? headingLevel(outline) : named !== undefined ? Number(named) - 1 : base.heading,
    numbering: {
      id: val(child(numbering, 'numId')) ?? base.numbering.id,
      level: numberOf(val(child(numbering, 'ilvl'))) ?? base.numbering.level,
    },
  };
}

/** 9 is body text. */
export function headingLevel(text: string): number | null {
  const level = numberOf(text);
  return level === null || level > 8 ? null : level;
}

/** The value of `w:val`, or `null`. */
export function val(node: XmlNode | undefined): string | null {
  return attribute(node, 'val') ?? null;
}

export function numberOf(text: string | null): number | null {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : null;
}

/** `<w:b/>` is on, `<w:b w:val="0"/>` off, none says nothing. */
export function onOff(node: XmlNode | undefined): boolean | null {
  return node === undefined ? null : isOn(attribute(node, 'val'));
}

export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

/** A part as a tree without the prefixes of its names, which differ between writers. */
export function stripped(xml: string): XmlNode {
  const bare = (node: XmlNode): XmlNode => ({
    name: localName(node.name),
    attributes: Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [localName(name), value])),
    children: elements(node).map(bare),
  });
  return bare(readXml(xml));
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
