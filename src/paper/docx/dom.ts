import { invariant } from '../../domain/core/invariant.ts';
import { descendants, readXml, type XmlNode } from '../xml/read-xml.ts';

type Element = { getAttribute(name: string): string };

/**
 * All that docxtemplater asks of an XML parser: elements by their name, and attributes (content types and relationships).
 * The bundle takes it in place of `@xmldom/xmldom`, which weighs 87 kB minified (see `scripts/bundling.mjs`).
 */
export class DOMParser {
  parseFromString(text: string): { getElementsByTagName(name: string): Element[] } {
    const root = readXml(text);
    return { getElementsByTagName: (name) => descendants(root, name).map(elementOf) };
  }
}

/** Parts are merged as text; with `xmlFileNames: []` the engine writes no tree back. */
export class XMLSerializer {
  serializeToString(): string {
    invariant(false, 'the engine was asked to write an XML tree');
  }
}

function elementOf({ attributes }: XmlNode): Element {
  return { getAttribute: (name) => attributes[name] ?? '' };
}
