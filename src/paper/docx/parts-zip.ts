import { strFromU8 } from 'fflate';
import type { ZipParts } from '../zip/write-zip.ts';

type Part = string | Uint8Array;
type Entry = { readonly name: string; readonly part: Part; asText(): string };

/**
 * All that docxtemplater asks of a zip: parts by name, read as text, written as text or UTF-8 bytes. The real zip is made
 * once, at the end (`src/paper/zip/write-zip.ts`), so that pizzip, 40 kB of the bundle, is not needed.
 */
export type PartsZip = {
  readonly files: Record<string, Entry>;
  file(wanted: RegExp): Entry[];
  file(name: string): Entry | null;
  file(name: string, part: Part): PartsZip;
  remove(name: string): PartsZip;
};

export function partsZip(parts: ZipParts): PartsZip {
  const files: Record<string, Entry> = Object.create(null);
  const put = (name: string, part: Part): void => {
    files[name] = { name, part, asText: () => (typeof part === 'string' ? part : strFromU8(part)) };
  };
  for (const [name, part] of parts) put(name, part);
  function file(wanted: string | RegExp, part?: Part): Entry[] | Entry | PartsZip | null {
    if (typeof wanted !== 'string') return Object.values(files).filter(({ name }) => wanted.test(name));
    if (part === undefined) return files[wanted] ?? null;
    put(wanted, part);
    return zip;
  }
  const zip: PartsZip = {
    files,
    file: file as PartsZip['file'],
    remove: (name) => {
      delete files[name];
      return zip;
    },
  };
  return zip;
}

/** The parts as they stand now, in their order. */
export function partsIn({ files }: PartsZip): ZipParts {
  return new Map(Object.values(files).map(({ name, part }) => [name, part]));
}
