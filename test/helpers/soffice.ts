import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

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
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(soffice, ['--headless', profile, '--convert-to', to, '--outdir', made, ...paths], {
      stdio: 'pipe',
      timeout: 300_000,
    });
    return new Map(readdirSync(made).map((name) => [name, new Uint8Array(readFileSync(join(made, name)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
