import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeSampleWorkbook } from '../../src/cli/sample/sample-workbook.ts';
import { ensureBuilt } from './built.ts';

const CACHE = 'node_modules/.cache/so-cchc/sample';
const NAME = 'so-cchc.xlsx';
const ENDINGS = ['', '.cchc.json'];
/** What the workbook depends on: the script, the host that runs it, the sample's results. */
const MADE_OF = ['dist/Code.js', 'build/start.mjs', 'src/cli/sample/gia-luong.json'];

/**
 * A sample workbook of the demonstration as `makeSampleWorkbook` makes it, made once for every build: it takes seconds, and
 * many tests begin with it.
 */
export function sampleWorkbook(folder: string, name: string): void {
  ensureBuilt();
  const made = join(CACHE, fingerprint());
  if (!existsSync(made)) make(made);
  for (const ending of ENDINGS) copyFileSync(join(made, `${NAME}${ending}`), join(folder, `${name}${ending}`));
}

/** Two files that make it at once make the same; the later one is dropped. */
function make(made: string): void {
  mkdirSync(CACHE, { recursive: true });
  const aside = mkdtempSync(join(CACHE, 'making-'));
  makeSampleWorkbook(aside, NAME);
  try {
    renameSync(aside, made);
  } catch (thrown) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(made)) throw thrown;
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of MADE_OF) hash.update(readFileSync(file));
  return hash.digest('hex');
}
