import { readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'acorn';
import { beforeAll, describe, expect, it } from 'vitest';
import { googleScript } from '../scripts/google-script.mjs';
import { sidebarScript } from '../scripts/sidebar-page.mjs';
import type { Google } from '../src/google/surface/google.ts';
import { ensureBuilt } from './helpers/built.ts';

const BUNDLED = ['fflate', 'zod'];

/**
 * Which permission each service needs (docs/platform.md#scopes; each a fact of test/facts/authorisation.test.ts). A new service
 * must be given its own.
 */
const SCOPES = {
  SpreadsheetApp: ['spreadsheets.currentonly', 'script.container.ui'],
  HtmlService: ['script.container.ui'],
  MailApp: ['script.send_mail'],
  ScriptApp: ['script.scriptapp'],
  Session: ['userinfo.email'],
  Drive: ['drive.file'],
  Utilities: [],
  CacheService: [],
  PropertiesService: [],
  LockService: [],
} as const satisfies Readonly<Record<keyof Google, readonly string[]>>;
/** Services of Apps Script that would reach further. */
const FURTHER =
  'UrlFetchApp DriveApp DocumentApp SlidesApp FormApp GmailApp CalendarApp ContactsApp GroupsApp Jdbc LanguageApp Maps CardService ContentService Sheets Docs Gmail AdminDirectory People BigQuery XmlService'.split(
    ' ',
  );

/** Every text that the script holds, packed ones included. */
function textsIn(code: string): string {
  const packed = [...code.matchAll(/["'`]([A-Za-z0-9+/]{400,}={0,2})["'`]/gu)].map(([, text = '']) =>
    Buffer.from(text, 'base64'),
  );
  return [code, ...packed.map((bytes) => inflateRawSync(bytes).toString('utf8'))].join('\n');
}

/** The names that the script reads freely, and what it calls or makes by a name. */
function namesIn(code: string): { readonly named: ReadonlySet<string>; readonly called: ReadonlySet<string> } {
  const named = new Set<string>();
  const called = new Set<string>();
  const calls = ['CallExpression', 'NewExpression'];
  for (const { type, name, callee, object, property } of nodesOf(parse(code, { ecmaVersion: 2022, sourceType: 'script' }))) {
    if (type === 'Identifier') named.add(String(name));
    if (calls.includes(String(type))) called.add(String(partsOf(callee)['name']));
    if (type === 'ImportExpression') called.add('import');
    // `Function.prototype` is how libraries borrow a method; any other use of the name makes code.
    if (partsOf(object)['name'] === 'Function') called.add(partsOf(property)['name'] === 'prototype' ? '' : 'Function');
  }
  return { named, called };
}

type Parts = Readonly<Record<string, unknown>>;
const partsOf = (value: unknown): Parts =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** Every node of a tree, without the names of properties that no dot computes. */
function nodesOf(tree: unknown): Parts[] {
  const found: Parts[] = [];
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const value = waiting.pop();
    const parts = partsOf(value);
    if (typeof parts['type'] === 'string') found.push(parts);
    const isPlain = parts['computed'] === false;
    waiting.push(...Object.keys(parts).flatMap((key) => (isPlain && (key === 'property' || key === 'key') ? [] : [parts[key]])));
  }
  return found;
}

/** What turns text into code, or reaches out of the script. */
const MAKERS = [
  'eval',
  'Function',
  'import',
  'setTimeout',
  'setInterval',
  'importScripts',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
];
const madeIn = (code: string): string[] => MAKERS.filter((maker) => namesIn(code).called.has(maker));

describe('what is pushed', () => {
  let code = '';
  let made: Awaited<ReturnType<typeof googleScript>>;
  beforeAll(async () => {
    ensureBuilt();
    code = readFileSync('dist/Code.js', 'utf8');
    made = await googleScript();
  }, 900_000);

  it('is made again byte for byte from the same sources', () => expect(made.code === code).toBe(true));

  it('holds packages that are named here and no others', () => {
    const packages = made.inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []);
    expect([...new Set(packages)].sort()).toEqual(BUNDLED);
  });

  it('makes no code out of text, and calls nobody', async () => {
    expect(madeIn(code)).toEqual([]);
    const [, loader = ''] = /<script>([\s\S]*)<\/script>/u.exec(readFileSync('dist/sidebar.html', 'utf8')) ?? [];
    expect(madeIn(loader)).toEqual([]);
    // What the loader unpacks; Preact puts off its drawing.
    expect(madeIn(await sidebarScript())).toEqual(['setTimeout']);
    const files = readdirSync('src/sidebar', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name));
    const pages = files.map((name) => readFileSync(`src/sidebar/${name}`, 'utf8'));
    expect(pages.join()).not.toMatch(/dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write/u);
  });

  it.each(["eval('1')", "new Function('1')", "Function('1')", "f.call(Function.call('1'))", "import('x')"])(
    'would see %s',
    (text) => {
      expect(madeIn(`var a = () => ${text};`)).not.toEqual([]);
    },
  );

  it('points to no address but Google’s own for the files it made, and names of formats', async () => {
    const page = readFileSync('dist/sidebar.html', 'utf8') + (await sidebarScript());
    const hosts = [...`${textsIn(code)}\n${page}`.matchAll(/https?:\/\/([\w.-]+)/gu)].map(([, host]) => host ?? '');
    expect([...new Set(hosts)].sort()).toEqual([
      // Where the made files lie.
      'docs.google.com',
      'drive.google.com',
      // Names of XML formats, which nobody opens.
      'purl.org',
      'schemas.microsoft.com',
      'schemas.openxmlformats.org',
      'www.w3.org',
    ]);
  });

  it('asks for just the permissions that its calls need', () => {
    const { named } = namesIn(code);
    const used = Object.entries(SCOPES).filter(([service]) => named.has(service));
    const needed = new Set(used.flatMap(([, scopes]) => scopes));
    const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8'));
    const base = 'https://www.googleapis.com/auth/';
    // The wider one for the spreadsheet is a change of one line, should the narrow one fail in triggers (docs/cai-dat.md).
    const narrowed = oauthScopes.map((scope: string) => scope.replace(/\/spreadsheets$/u, '/spreadsheets.currentonly'));
    expect(narrowed.sort()).toEqual([...needed].map((scope) => `${base}${scope}`).sort());
    expect(FURTHER.filter((service) => named.has(service))).toEqual([]);
    process.stdout.write(`scopes: ${oauthScopes.length}, all of them needed: ${[...needed].sort().join(', ')}\n`);
  });

  it('reaches Drive by making, asking after and removing its own files alone', () => {
    expect([...new Set([...code.matchAll(/\.Files\.(\w+)/gu)].map(([, call]) => call))].sort()).toEqual([
      'create',
      'get',
      'remove',
    ]);
    expect(code).not.toMatch(/Permissions|anyoneWithLink|setSharing|addEditor\(|addViewer/u);
  });
});
