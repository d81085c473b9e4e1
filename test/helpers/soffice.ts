import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';

type Files = ReadonlyMap<string, Uint8Array>;

/** Converts many files in one start of LibreOffice, which costs seconds; names keep their stem. */
export function converted(soffice: string, files: Files, to: string): Files {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-lo-'));
  try {
    const [given, made] = [join(folder, 'in'), join(folder, 'out')];
    mkdirSync(given);
    const paths = [...files].map(([name, bytes]) => {
      writeFileSync(join(given, name), bytes);
      return join(given, name);
    });
    convertInto(made, { soffice, to, paths });
    return new Map(readdirSync(made).map((name) => [name, new Uint8Array(readFileSync(join(made, name)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PROFILE = join(tmpdir(), `so-cchc-lo-${process.pid}-${threadId}`);
process.once('exit', () => rmSync(PROFILE, { recursive: true, force: true }));

/**
 * Converts files into a folder, in one start with a profile of this test file's own. LibreOffice at times ends at its start, above all on a
 * busy machine, without a file and without a word: it is asked up to three times, and what it writes is judged by whoever asked.
 */
export function convertInto(
  folder: string,
  { soffice, to, paths }: { readonly soffice: string; readonly to: string; readonly paths: readonly string[] },
): void {
  const ending = `.${to.split(':', 1)[0] ?? ''}`;
  const isWritten = (path: string): boolean =>
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(parse(path).name) && name.endsWith(ending));
  const args = [`-env:UserInstallation=${pathToFileURL(PROFILE).href}`, '--headless', '--convert-to', to, '--outdir', folder];
  for (let turn = 1; ; turn += 1) {
    try {
      execFileSync(soffice, [...args, ...paths], { stdio: 'pipe', timeout: 300_000 });
      if (turn === 3 || paths.every(isWritten)) return;
    } catch (thrown) {
      if (turn === 3) throw thrown;
    }
    rmSync(PROFILE, { recursive: true, force: true });
  }
}
