import { zipSync } from 'fflate';
import { day, localDateOf } from '../../domain/core/day.ts';
import { utf8Of } from './utf8.ts';

/** The parts of a package by name, in the order they are zipped; texts go in as UTF-8. */
export type ZipParts = ReadonlyMap<string, string | Uint8Array>;

/** Any fixed day will do: with it the same parts always give the same bytes. */
const ZIP_DAY = day('2000-01-01');

/** The parts as one .zip (deflated), the same bytes for the same parts. */
export function writeZip(parts: ZipParts): Uint8Array {
  const bytes = [...parts].map(([name, part]) => [name, typeof part === 'string' ? utf8Of(part) : part] as const);
  return zipSync(Object.fromEntries(bytes), { level: 6, mtime: localDateOf(ZIP_DAY) });
}
