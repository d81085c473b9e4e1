import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bill, gaps, licences, lockedPackages } from '../scripts/sbom.mjs';

const own = JSON.parse(readFileSync('package.json', 'utf8'));
const locked = lockedPackages();
const wanted: Record<string, string> = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };

type Version = readonly [number, number, number];

/** The first version that a text names, as its three numbers. */
function numbersOf(text: string): Version {
  const [, major, minor, patch] = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(text) ?? [];
  return [Number(major ?? 0), Number(minor ?? 0), Number(patch ?? 0)];
}

/** How many of the three numbers must be the same, and how the version must stand to the range's. */
const MARKS: Readonly<Record<string, (order: number, given: number) => { readonly same: number; readonly holds: boolean }>> = {
  '>=': (order) => ({ same: 0, holds: order >= 0 }),
  '>': (order) => ({ same: 0, holds: order > 0 }),
  '<': (order) => ({ same: 0, holds: order < 0 }),
  '<=': (order) => ({ same: 0, holds: order <= 0 }),
  '^': (order) => ({ same: 1, holds: order >= 0 }),
  '~': (order, given) => ({ same: Math.min(given, 2), holds: order >= 0 }),
  '': (_, given) => ({ same: given, holds: true }),
};

/** Whether a range of `engines` takes a version: the marks of npm that the lockfile uses, without releases in the making. */
function accepts(range: string, version: Version): boolean {
  const takes = ([, mark = '', text = '']: RegExpMatchArray): boolean => {
    const wanted = numbersOf(text);
    const order = version[0] - wanted[0] || version[1] - wanted[1] || version[2] - wanted[2];
    const given = text.split('.').filter((part) => /^\d+$/u.test(part)).length;
    const { same, holds } = MARKS[mark]?.(order, given) ?? { same: 3, holds: false };
    return holds && wanted.slice(0, same).every((number, at) => number === version[at]);
  };
  return range.split('||').some((either) => [...either.matchAll(/(>=|<=|[<>^~]?)\s*v?([\d*x][\d.*x]*)/gu)].every(takes));
}

describe('what is installed', () => {
  it('is pinned exactly, in the manifest and in the lockfile alike', () => {
    for (const [name, version] of Object.entries(wanted)) {
      // Duckdb numbers the releases of its bindings behind its own version.
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-r\.\d+)?$/u);
      expect(locked.find(({ path }) => path === `node_modules/${name}`)?.version).toBe(version);
    }
  });

  it('is proved by its fingerprint, but for other systems’ binaries that some registries do not serve', () => {
    const bare = locked.filter(({ integrity = '' }) => !integrity.startsWith('sha512-'));
    const others = /^@(?:biomejs\/cli|oxc-parser\/binding)-(?:android|darwin|freebsd|linux|openharmony|win32)-/u;
    expect(bare.filter(({ name, optional, os }) => !(others.test(name) && optional === true && os !== undefined))).toEqual([]);
    expect(bare.filter(({ path }) => existsSync(path))).toEqual([]);
  });

  it('is told by `npm run sbom` where the lockfile does not prove it, system by system', () => {
    const proved = { integrity: 'sha512-x', resolved: 'https://registry.example/x.tgz' };
    const told = gaps([
      { path: 'a', name: 'a', license: 'MIT', ...proved },
      { path: 'b-win', name: 'b-win', license: 'MIT', os: ['win32'], cpu: ['x64'] },
      { path: 'b-mac', name: 'b-mac', license: 'MIT', os: ['darwin'], ...proved },
    ]);
    expect(told.slice(0, 2)).toEqual([
      expect.stringContaining('1 of 3 packages without an address'),
      '2 packages for some systems only; 1 packages without a fingerprint (integrity)',
    ]);
    expect(told).toContain('- win32 x64 installs unproved: b-win');
    expect(told).toContain('- win32 arm64 installs none of these');
    const bare = locked.filter(({ integrity }) => integrity === undefined);
    expect(gaps()[1]).toContain(`; ${bare.length} packages without a fingerprint`);
  });

  it('comes from the registry that the machine is set to, by name and version alone', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "(?:git|file|https?:)/u);
    expect(Object.values(wanted).filter((version) => /[:/]/u.test(version))).toEqual([]);
  });

  it('runs no script of its own: whoever installs does without, and ours has none either', () => {
    // esbuild's only looks whether its binary, a package of its own, is the right one.
    expect(locked.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name)).toEqual(['esbuild']);
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/mu);
    expect(Object.keys(own.scripts).filter((name) => /^(?:pre|post)|^(?:install|prepare|prepublish)/u.test(name))).toEqual([]);
  });

  it('is content with the oldest Node that we name, so that npm warns of nothing', () => {
    const ours = numbersOf(own.engines.node);
    const discontent = locked.filter(({ engines }) => !accepts(engines?.node ?? '*', ours));
    expect(discontent.map(({ name, engines }) => `${name}: ${engines?.node}`)).toEqual([]);
    const refused = ['^22 || ^24 || >=26', '>=20.20', '<20', '~20.18', '^20.20.1 || 22 || >=24', '>=18 <20'];
    expect(refused.filter((range) => accepts(range, ours))).toEqual([]);
  });

  it('gives clasp to the commands that push, and googleapis to nothing of ours', () => {
    expect(own.devDependencies['@google/clasp']).toBeDefined();
    expect(locked.filter(({ name, dev }) => ['@google/clasp', 'googleapis'].includes(name) && dev !== true)).toEqual([]);
  });

  it('is installed by «npm ci» wherever a person is told how', () => {
    const told = ['README.md', '.ci/run', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => `docs/${name}`)];
    const texts = told.filter((path) => /\.md$|run$/u.test(path)).map((path) => readFileSync(path, 'utf8'));
    // What goes elsewhere is no part of it: CI brings a newer Node so.
    expect(texts.join('\n')).not.toMatch(/\bnpm (?:install|i|add|update)\b(?!.*--prefix)/u);
  });

  const NEVER: Readonly<Record<string, string>> = {
    pizzip: 'zips are made and read by `src/paper/zip`',
    terser: 'the bundler’s own minifier is enough',
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
const ALLOWED = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'BlueOak-1.0.0'];
/** Of lists and texts; what they name is not code. */
const OF_DATA = ['CC0-1.0', 'CC-BY-3.0'];
const CHOICES = [
  '(MIT OR CC0-1.0)',
  'MIT OR Apache-2.0',
  '(MIT OR EUPL-1.1+)',
  '(MIT OR GPL-3.0)',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
];
/** `test/pushed.test.ts` holds the script to them, `test/architecture.test.ts` the page. */
const BUNDLED = ['fflate', 'zod', 'preact'];

describe('licences', () => {
  it('are all on the list of allowed ones', () => {
    expect(locked.filter(({ license }) => ![...ALLOWED, ...OF_DATA, ...CHOICES].includes(license))).toEqual([]);
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
  /** Of a package that is installed under another name npm tells that one; its own stands in the address. */
  const addressed = ({ purl }: { purl: string }): string => decodeURIComponent(purl.replace('pkg:npm/', ''));
  const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'so-cchc']);
  expect(sorted(components.map(addressed))).toEqual(sorted(locked.map(nameOf)));
  const bare = locked.filter(({ integrity }) => integrity === undefined).map(nameOf);
  expect(sorted(components.filter((one) => one.hashes === undefined).map(addressed))).toEqual(sorted(bare));
  // Their manifests do not name it as npm wants it; `scripts/sbom.mjs` has it from their licence files.
  const nameless = components.filter((one) => one.licenses === undefined).map(({ name }) => name);
  expect(nameless).toEqual(['duck', 'fuzzy', 'url-template']);
  expect(components.filter((one) => !one.purl.startsWith('pkg:npm/'))).toEqual([]);
  process.stdout.write(`SBOM: ${components.length} components, CycloneDX\n`);
}, 600_000);
