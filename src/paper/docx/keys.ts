import type { Source } from '../../domain/core/source.ts';
import { escaped } from './xml.ts';

/** Short keys of the sources printed in one document (`s1`, `s2` …): the same source always has the same key. */
export type SourceKeys = {
  keyOf(source: Source): string;
  /** A new number for each content control. */
  nextId(): number;
  list(): readonly { readonly key: string; readonly source: Source }[];
};

export function sourceKeys(): SourceKeys {
  const known = new Map<string, { readonly key: string; readonly source: Source }>();
  let id = 0;
  return {
    keyOf(source) {
      const name = [source.of, source.id, source.period, source.field].join('\n');
      const found = known.get(name) ?? { key: `s${known.size + 1}`, source };
      known.set(name, found);
      return found.key;
    },
    nextId() {
      id += 1;
      return id;
    },
    list: () => [...known.values()],
  };
}

/** The custom part that maps each key to its source. */
export function sourcesPart(keys: SourceKeys): string {
  const rows = keys.list().map(({ key, source: { of, id, period, field } }) => {
    const attributes = Object.entries({ key, of, id, period, field }).map(([name, value]) => `${name}="${attribute(value)}"`);
    return `  <source ${attributes.join(' ')}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<sources xmlns="urn:so-cchc:sources">',
    ...rows,
    '</sources>',
  ].join('\n');
}

/** In an attribute a reader turns line ends and tabs into spaces, unless they are written as numbers. */
const attribute = (text: string): string => escaped(text).replace(/\n/gu, '&#10;').replace(/\t/gu, '&#9;');
