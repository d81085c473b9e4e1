import { attribute, child, descendants, type XmlNode } from '../xml/read-xml.ts';

/** Finds a property where it holds: in the element itself, its style, the styles that one builds on, the defaults. */
export type Styles = {
  run(styleId: string, own: XmlNode | undefined, property: string): XmlNode | undefined;
  paragraph(styleId: string, own: XmlNode | undefined, property: string): XmlNode | undefined;
};

export function readStyles(root: XmlNode): Styles {
  const byId = new Map(descendants(root, 'w:style').map((style) => [attribute(style, 'w:styleId') ?? '', style]));
  const defaults = descendants(root, 'w:docDefaults')[0];
  const ends = {
    'w:rPr': child(child(defaults, 'w:rPrDefault'), 'w:rPr'),
    'w:pPr': child(child(defaults, 'w:pPrDefault'), 'w:pPr'),
  };
  const chains = new Map<string, XmlNode[]>();
  const chain = (id: string): XmlNode[] => {
    const known = chains.get(id);
    if (known !== undefined) return known;
    const style = byId.get(id);
    const base = attribute(child(style, 'w:basedOn'), 'w:val');
    const found = style === undefined ? [] : [style, ...(base === undefined ? [] : chain(base))];
    chains.set(id, found);
    return found;
  };
  const find = (group: 'w:rPr' | 'w:pPr') => (id: string, own: XmlNode | undefined, property: string) => {
    const places = [own, ...chain(id || 'Normal').map((style) => child(style, group)), ends[group]];
    for (const place of places) {
      const found = child(place, property);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return { run: find('w:rPr'), paragraph: find('w:pPr') };
}

/** A switch such as bold: present and not turned off. */
export function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && !['0', 'false', 'off'].includes(attribute(node, 'w:val') ?? '1');
}
