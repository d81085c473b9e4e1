import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bill, licences, lockedPackages } from '../scripts/sbom.mjs';

const own = JSON.parse(readFileSync('package.json', 'utf8'));
const locked = lockedPackages();
const wanted: Record<string, string> = { ...own.dependencies, ...own.devDependencies };

describe('what is installed', () => {
  it('is pinned exactly, in the manifest and in the lockfile alike', () => {
    for (const [name, version] of Object.entries(wanted)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/u);
      expect(locked.find(({ path }) => path === `node_modules/${name}`)?.version).toBe(version);
    }
  });

  it('is proved by its fingerprint, but for other systems’ binaries that some registries do not serve', () => {
    const bare = locked.filter(({ integrity = '' }) => !integrity.startsWith('sha512-'));
    const others = /^@(?:biomejs\/cli|oxc-parser\/binding)-(?:android|darwin|freebsd|linux|openharmony|win32)-/u;
    expect(bare.filter(({ name, optional, os }) => !(others.test(name) && optional === true && os !== undefined))).toEqual([]);
    expect(bare.filter(({ path }) => existsSync(path))).toEqual([]);
  });

  it('comes from the registry that the machine is set to, by name and version alone', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "(?:git|file|https?:)/u);
    expect(Object.values(wanted).filter((version) => /[:/]/u.test(version))).toEqual([]);
  });

  it('runs no script of its own: CI installs without, and ours has none either', () => {
    // esbuild's only looks whether its binary, a package of its own, is the right one.
    expect(locked.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name)).toEqual(['esbuild']);
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm ci --ignore-scripts$/mu);
    expect(Object.keys(own.scripts).filter((name) => /^(?:pre|post)|^(?:install|prepare|prepublish)/u.test(name))).toEqual([]);
  });

  it('is installed by «npm ci» wherever a person is told how', () => {
    const told = ['README.md', '.ci/run', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => `docs/${name}`)];
    const texts = told.filter((path) => /\.md$|run$/u.test(path)).map((path) => readFileSync(path, 'utf8'));
    expect(texts.join('\n')).not.toMatch(/\bnpm (?:install|i|add|update)\b/u);
  });

  const NEVER: Readonly<Record<string, string>> = {
    '@google/clasp': '283 MB for a command used once a release; it comes by npm exec',
    googleapis: 'nothing of ours speaks to Google but through Apps Script',
    '@sentry/node': 'nothing of an office leaves it',
    exceljs: 'unmaintained, and loses parts of an office’s workbook',
    xlsx: 'its fixed versions are not on the registry',
    'xlsx-populate': 'unmaintained, drops cached results',
    xmldom: 'its maintained name is @xmldom/xmldom',
    request: 'deprecated',
    moment: 'days are our own (`src/domain/core/day.ts`)',
    lodash: 'nothing that the language lacks',
    jsdom: 'pages are tested in a real browser',
    husky: 'installs itself by a script',
  };
  it.each(Object.entries(NEVER))('is never %s: %s', (name) => expect(locked.map((held) => held.name)).not.toContain(name));
});

/** Free to use, change and pass on; the copyleft ones are tools and libraries used as they are, never bundled. */
const ALLOWED = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];
const CHOICES = ['MIT OR Apache-2.0', '(MIT OR EUPL-1.1+)', '(MIT OR GPL-3.0)', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)'];
/** `test/pushed.test.ts` holds the script to them, `test/architecture.test.ts` the page. */
const BUNDLED = ['docxtemplater', 'fflate', 'zod', 'preact'];

describe('licences', () => {
  it('are all on the list of allowed ones', () => {
    expect(locked.filter(({ license }) => ![...ALLOWED, ...CHOICES].includes(license))).toEqual([]);
    process.stdout.write(
      `licences: ${new Set(locked.map(({ license }) => license)).size} kinds over ${locked.length} packages, 0 not allowed\n`,
    );
  });

  it('stand in docs/licences.md as they are now; else: npm run sbom', () => {
    expect(readFileSync('docs/licences.md', 'utf8')).toBe(licences());
  });

  it('are MIT for all that an office gets', () => {
    for (const name of BUNDLED) expect(locked.find((held) => held.name === name)?.license).toBe('MIT');
  });
});

it('the bill of materials of npm holds every locked package, with its licence and fingerprint', () => {
  const { bomFormat, components, metadata } = bill();
  const nameOf = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`;
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'so-cchc']);
  expect(components.map(nameOf).sort()).toEqual(locked.map(nameOf).sort());
  const bare = locked.filter(({ integrity }) => integrity === undefined).map(nameOf);
  expect(
    components
      .filter((one) => one.hashes === undefined)
      .map(nameOf)
      .sort(),
  ).toEqual(bare.sort());
  expect(components.filter((one) => one.licenses === undefined || !one.purl.startsWith('pkg:npm/'))).toEqual([]);
  process.stdout.write(`SBOM: ${components.length} components, CycloneDX\n`);
}, 60_000);
