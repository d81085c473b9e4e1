import { readAttributes, scanXml } from './scan.ts';

/** One element with its content; enough of XML to read back a .docx that Word or we wrote. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
};

type Open = { readonly name: string; readonly attributes: Record<string, string>; readonly children: (XmlNode | string)[] };

/** Reads a whole part in one pass; the answer's children are its root element. Throws `BadXml`. */
export function readXml(text: string): XmlNode {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const top = (): Open => open[open.length - 1] ?? root;
  scanXml(text, {
    open: (name, attributes) => {
      const node: Open = { name, attributes: readAttributes(attributes), children: [] };
      top().children.push(node);
      open.push(node);
    },
    close: () => open.pop(),
    text: (content) => top().children.push(content),
  });
  return root;
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
