import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { COPY_WORDS, type CopyReason } from '../../words/host/copies.ts';
import { NotWritable } from '../core/unusable.ts';
import { keepFile, removeIfPossible } from './files.ts';

/** So many copies of a workbook lie beside it; an older one goes. */
const MOST_COPIES = 20;

/**
 * Keeps a copy of a workbook, as it lies on disk, before something great is done to it; gives where, or `null` where there is no workbook
 * yet. One that was not changed since its last copy is not copied again. Throws `Unusable`: then nothing may be done.
 */
export function keepCopy(workbook: string, before: CopyReason): string | null {
  if (!existsSync(workbook)) return null;
  const folder = join(dirname(workbook), COPY_WORDS.folder);
  const ending = extname(workbook);
  const stem = basename(workbook, ending);
  const bytes = readFileSync(workbook);
  const copies = copiesOf(folder, stem, ending);
  const same = copies.find((path) => readFileSync(path).equals(bytes));
  if (same !== undefined) return same;
  try {
    const kept = keepFile(folder, `${COPY_WORDS.name(stem, before)}${ending}`, bytes, workbook);
    for (const old of copies.slice(MOST_COPIES - 1)) removeIfPossible(old);
    return join(folder, kept);
  } catch (thrown) {
    throw new NotWritable(folder, thrown);
  }
}

/** The copies made here of one workbook, the newest first; what a person put there is none. */
function copiesOf(folder: string, stem: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  const age = (path: string): number => statSync(path).mtimeMs;
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && COPY_WORDS.isName(name, stem))
    .map((name) => join(folder, name))
    .sort((one, other) => age(other) - age(one) || other.localeCompare(one));
}
