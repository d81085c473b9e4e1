import type { Source } from '../../domain/core/source.ts';
import { readAttributes, scanXml } from '../xml/scan.ts';

const NAMESPACE = 'urn:so-cchc:sources';

/** Whether a custom part of a document is ours, whatever name a word processor gave it. */
export function holdsSources(part: string): boolean {
  return part.includes(NAMESPACE) && part.includes('<source ');
}

/** The sources of a document by the keys of its content controls; throws `BadXml`. */
export function readSources(part: string): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  scanXml(part, {
    open: (name, attributes) => {
      if (name !== 'source') return;
      const { key = '', of = '', id = '', period = '', field = '' } = readAttributes(attributes);
      sources.set(key, { of: of as Source['of'], id, period, field });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return sources;
}
