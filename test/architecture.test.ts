import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house rules as a table: what a folder may import, by value or as types only, and which packages. */
type Rule = { readonly may: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly string[] };

const LAYERS: Readonly<Record<string, Rule>> = {
  domain: { may: [], packages: [] },
  words: { may: ['domain'], packages: [] },
  workbook: { may: ['domain', 'words'], packages: [] },
  paper: { may: ['domain', 'words'], packages: ['fflate'] },
  app: { may: ['domain', 'words', 'workbook', 'paper'], packages: ['zod/mini'] },
  google: { may: ['domain', 'words', 'workbook', 'paper', 'app', 'plan-templates'], packages: [] },
  sidebar: { may: ['domain', 'words'], types: ['app'], packages: ['preact', 'preact/hooks'] },
  workbench: { may: ['words'], types: ['app'], packages: ['preact', 'preact/hooks', 'docx-preview'] },
  xlsx: { may: [], packages: ['node:*'] },
  host: {
    may: ['domain', 'words', 'workbook', 'xlsx'],
    types: ['google', 'app'],
    packages: [
      'nodemailer',
      'nodemailer/lib/shared',
      'nodemailer/lib/smtp-connection',
      'pdfjs-dist/legacy/build/pdf.mjs',
      'synckit',
      '@duckdb/node-api',
      '@google-cloud/bigquery',
      'node:*',
    ],
  },
  'workbench/server': {
    // Of the pages it shares what both sides of the protocol must do alike.
    may: ['domain', 'words', 'workbook', 'xlsx', 'host', 'workbench'],
    types: ['google', 'app'],
    packages: ['mailparser', 'numfmt', 'node:*'],
  },
  cli: {
    may: ['domain', 'words', 'paper', 'workbook', 'xlsx', 'host', 'workbench/server'],
    // The words that the server and its page speak: what an office's network is told of a workbook.
    types: ['app', 'workbench'],
    packages: ['node:*'],
  },
};

/** One file per layer that alone may name a package. */
const ONLY_THERE: Readonly<Record<string, string>> = {
  synckit: 'host/core/wait.ts',
  '@duckdb/node-api': 'host/province/engine.ts',
  '@google-cloud/bigquery': 'host/province/bigquery.ts',
};

type Import = { readonly from: string; readonly typeOnly: boolean };

function importsOf(source: string): Import[] {
  const found: Import[] = [];
  for (const [, kind, from] of source.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]/gmu)) {
    found.push({ from: from ?? '', typeOnly: kind !== undefined });
  }
  for (const [, from] of source.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gmu)) found.push({ from: from ?? '', typeOnly: false });
  for (const [, from] of source.matchAll(/\b(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/gu)) {
    found.push({ from: from ?? '', typeOnly: new RegExp(`typeof import\\(['"]${from}`, 'u').test(source) });
  }
  return found;
}

function allows(rule: Rule, wanted: Import, target: string | null): boolean {
  if (target === null) {
    return rule.packages.some(
      (name) => name === wanted.from || (name.endsWith('*') && wanted.from.startsWith(name.slice(0, -1))),
    );
  }
  return rule.may.includes(target) || (wanted.typeOnly && (rule.types ?? []).includes(target));
}

/** The layer of a file or folder, relative to `src`: its first folder, but the local server of the workbench is a layer of its own. */
function layerOf(path: string): string {
  return /^workbench\/server(?:\/|$)/u.test(path) ? 'workbench/server' : (path.split('/')[0] ?? '');
}

/** The breaches in one file, each as a sentence; `file` is relative to `src`. */
function breachesIn(file: string, source: string): string[] {
  const layer = layerOf(file);
  const rule = LAYERS[layer];
  if (rule === undefined) return [`src/${file} lies in a folder that the table of layers does not know`];
  const breaches: string[] = [];
  for (const wanted of importsOf(source)) {
    const target = wanted.from.startsWith('.') ? layerOf(join(file, '..', wanted.from)) : null;
    if (target === layer) continue;
    if (!allows(rule, wanted, target)) breaches.push(`src/${file} imports ${wanted.from}: ${layer} may not`);
    const home = ONLY_THERE[wanted.from];
    if (home !== undefined && home !== file) breaches.push(`src/${file} names ${wanted.from}: only src/${home} may`);
  }
  return breaches;
}

/** The way from a file of a layer to `src`. */
function upFrom(layer: string): string {
  return '../'.repeat(layer.split('/').length);
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

describe('the house', () => {
  it('has no import that its table forbids', () => {
    const breaches = sourcesUnder('src').flatMap((path) => breachesIn(relative('src', path), readFileSync(path, 'utf8')));
    expect(breaches).toEqual([]);
  });

  const folders = [...Object.keys(LAYERS), 'plan-templates'];
  const forbidden = Object.entries(LAYERS).flatMap(([layer, rule]) =>
    folders.filter((other) => other !== layer && !rule.may.includes(other)).map((other) => [layer, other] as const),
  );
  it.each(forbidden)('catches %s importing %s by value', (layer, other) => {
    expect(breachesIn(`${layer}/planted.ts`, `import { x } from '${upFrom(layer)}${other}/x.ts';`)).toHaveLength(1);
  });

  const typeless = forbidden.filter(([layer, other]) => !(LAYERS[layer]?.types ?? []).includes(other));
  it.each(typeless)('catches %s importing even a type of %s', (layer, other) => {
    expect(breachesIn(`${layer}/planted.ts`, `import type { X } from '${upFrom(layer)}${other}/x.ts';`)).toHaveLength(1);
  });

  const PACKAGES = ['zod', 'zod/mini', 'docxtemplater', 'fflate', 'preact', 'docx-preview', 'nodemailer', 'synckit', 'node:fs'];
  const strangers = Object.entries(LAYERS).flatMap(([layer, rule]) =>
    PACKAGES.filter(
      (name) => !rule.packages.includes(name) && !(name.startsWith('node:') && rule.packages.includes('node:*')),
    ).map((name) => [layer, name] as const),
  );
  it.each(strangers)('catches %s naming the package %s', (layer, name) => {
    expect(breachesIn(`${layer}/planted.ts`, `import { x } from '${name}';`).length).toBeGreaterThan(0);
  });

  it('catches a dynamic import, a require and a side-effect import too', () => {
    expect(breachesIn('domain/planted.ts', "const x = require('../app/x.ts');")).toHaveLength(1);
    expect(breachesIn('domain/planted.ts', "const x = await import('../app/x.ts');")).toHaveLength(1);
    expect(breachesIn('domain/planted.ts', "import '../app/x.ts';")).toHaveLength(1);
  });

  it('lets only google/lazy.ts call require', () => {
    const callers = sourcesUnder('src').filter((path) => /(?<!\.)\brequire\(/u.test(readFileSync(path, 'utf8')));
    expect(callers.map((path) => relative('src', path))).toEqual(['google/lazy.ts']);
  });

  const GOOGLE = /\b(SpreadsheetApp|MailApp|HtmlService|DriveApp|CacheService|PropertiesService|LockService|ScriptApp)\b/u;
  it('names a Google service only in google/ and in the host that stands in for it', () => {
    const named = sourcesUnder('src')
      .map((path) => relative('src', path))
      .filter((file) => !/^(google|host)\//u.test(file) && GOOGLE.test(readFileSync(join('src', file), 'utf8')));
    expect(named).toEqual([]);
  });
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const named = [...readme.matchAll(/`((?:src|test|scripts|docs|\.ci)\/[^`\s*…]*)`/gu)].map(([, path]) => path ?? '');

  it('names enough of the tree to be a map', () => {
    expect(named.length).toBeGreaterThan(20);
  });

  it.each([...new Set(named)])('names %s, which is there', (path) => {
    const folder = join(path, '..');
    expect(readdirSync(folder)).toContain(path.replace(/\/$/u, '').split('/').pop());
  });

  it('maps every folder of src', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) expect(readme).toContain(`src/${name}`);
  });
});
