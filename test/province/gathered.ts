import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Consolidated, consolidate } from '../../src/domain/province/consolidate.ts';
import { registerOf, type UnitLine } from '../../src/domain/province/units.ts';
import { gather } from '../../src/host/province/gather.ts';
import { FORMS } from '../../src/words/report/form-rows.ts';

export type Work = Parameters<typeof gather>[1];

/** A folder of its own, taken away with everything in it. */
export function aFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'so-cchc-province-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export type Wanted = { readonly register?: readonly UnitLine[]; readonly period?: string; readonly work?: Work };

/** What a folder consolidates to, without the files that are made of it. */
export async function gathered(folder: string, { register = [], period, work }: Wanted = {}): Promise<Consolidated> {
  const known = registerOf(register);
  const wish = { folder, out: join(folder, 'tong-hop'), register: known, due: null, period: period ?? null };
  const all = await gather(wish, work ?? (async () => {}));
  return consolidate(all.answers, {
    unit: 'UBND tỉnh Mẫu',
    period: all.period,
    refused: all.refused.map(({ file, fault, sentence }) => ({ file, sentence: fault ?? sentence })),
    choice: all.choice,
    register: known,
    forms: FORMS,
  });
}

/** Every file under a folder by its path. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The same packages under other names in other folders, each as often as asked. */
export function scattered(
  from: string,
  to: string,
  { times, name }: { times: (at: number) => number; name: (at: number) => string },
): void {
  for (const [at, file] of filesIn(from)
    .filter((path) => path.endsWith('.zip'))
    .entries()) {
    for (let copy = 0; copy < times(at); copy += 1) {
      const under = join(to, name(at + copy * 7));
      mkdirSync(under, { recursive: true });
      copyFileSync(file, join(under, `${name(at * 31 + copy)}-${at}-${copy}.zip`));
    }
  }
}

/** A folder's files with their bytes, in hex. */
export function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(filesIn(folder).map((path) => [path.slice(folder.length), readFileSync(path).toString('hex')]));
}
