import { readdirSync, readFileSync, statSync } from 'node:fs';
import vm from 'node:vm';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MENU_FUNCTIONS } from '../src/google/menu.ts';
import type { Google } from '../src/google/surface/google.ts';

const code = readFileSync('dist/Code.js', 'utf8');
const facts: { globals: string[]; bytes: number; eagerBytes: number } = JSON.parse(readFileSync('build/bundle.json', 'utf8'));
const NO_PAGE_ASKED: readonly string[] = ['onOpen', 'onEdit', 'runDaily', 'runSelfTestTrigger', 'ask', 'showPlainPage'];

const SERVICES = Object.keys({
  SpreadsheetApp: 0,
  HtmlService: 0,
  MailApp: 0,
  Utilities: 0,
  Drive: 0,
  CacheService: 0,
  PropertiesService: 0,
  LockService: 0,
  Session: 0,
  ScriptApp: 0,
} satisfies Record<keyof Google, 0>);

/** Runs the bundle in a realm that has nothing but ECMAScript, with a tripwire for every service. */
function loadInEmptyRealm(): { readonly names: readonly string[]; readonly touched: readonly string[] } {
  const touched: string[] = [];
  const wires = SERVICES.map((name) => [name, { get: () => touched.push(name), configurable: true }] as const);
  const realm = vm.createContext(Object.defineProperties({}, Object.fromEntries(wires)));
  const before = new Set<string>(vm.runInContext('Object.getOwnPropertyNames(globalThis)', realm));
  vm.runInContext(code, realm, { filename: 'Code.js' });
  // `SoCchc` is the closure's handle and zod keeps an object of its own there; what can be called is functions.
  const callable: string[] = vm.runInContext(
    'Object.getOwnPropertyNames(globalThis).filter((name) => typeof Object.getOwnPropertyDescriptor(globalThis, name).value === "function")',
    realm,
  );
  return { names: callable.filter((name) => !before.has(name)), touched };
}

/** The script that the page unpacks. */
function unpackedScript(page: string): string {
  const packed = page.match(/[A-Za-z0-9+/=]{1000,}/u)?.[0] ?? '';
  return inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');
}

describe('the bundle', () => {
  it('loads in an empty realm and touches no service', () => {
    expect(loadInEmptyRealm().touched).toEqual([]);
  });

  it('has as globals the menu items, the triggers and the one door, and no more', () => {
    const wanted = [...Object.values(MENU_FUNCTIONS), ...NO_PAGE_ASKED].sort();
    expect([...facts.globals].sort()).toEqual(wanted);
    expect([...loadInEmptyRealm().names].sort()).toEqual(wanted);
  });

  it('declares each global as a function statement, which is what menus and pages look for', () => {
    for (const name of facts.globals) expect(code).toMatch(new RegExp(`^function ${name}\\(\\)`, 'mu'));
  });

  it('evaluates at most 130 kB before it knows what is asked; its whole size the build prints', () => {
    expect(facts.eagerBytes).toBeGreaterThan(50_000);
    expect(facts.eagerBytes).toBeLessThanOrEqual(130_000);
    expect(facts.bytes).toBe(statSync('dist/Code.js').size);
  });

  it('says the version of package.json, which heads the changelog, and a stamp of its own bytes', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    const said = code.match(/"(\d+\.\d+\.\d+\+[0-9a-f]{8})"/gu) ?? [];
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`"${version}+`);
    const [first = ''] = readFileSync('CHANGELOG.md', 'utf8').match(/^## .*$/mu) ?? [];
    expect(first).toMatch(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - (?:unreleased|\\d{4}-\\d{2}-\\d{2})$`, 'u'));
  });

  it('holds no syntax that Apps Script refuses', () => {
    expect(code).not.toMatch(/^\s*(import|export)\s/mu);
    expect(code).not.toMatch(/\bthis\.#\w|\bstatic\s+[#\w]+\s*=/u);
  });

  it('stands in dist beside the page and the manifest, and nothing else is pushed', () => {
    expect(readdirSync('dist').sort()).toEqual([
      'Code.js',
      'appsscript.json',
      'bang.html',
      'huong-dan.html',
      ...['blank', 'gia-luong-2021-2025', 'phuong-2026-2030'].map((key) => `plan-${key}.html`),
      'sidebar-plain.html',
      'sidebar.html',
    ]);
    expect(readFileSync('dist/appsscript.json', 'utf8')).toBe(readFileSync('appsscript.json', 'utf8'));
  });

  it('keeps the sidebar under 98 kB, whole, and free of scriptlets and of anything remote', () => {
    const page = readFileSync('dist/sidebar.html', 'utf8');
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(98_000);
    const script = unpackedScript(page);
    expect(script).toContain('Nhập kết quả của tôi');
    for (const text of [page, script]) {
      expect(text).not.toContain('<?');
      expect(text.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\/[^'"`]/u);
    }
  });

  it('holds the same script plain for browsers that cannot unpack it, and no template literal, whose `//` HtmlService would strip', () => {
    const [page, plain] = ['sidebar', 'sidebar-plain'].map((name) => readFileSync(`dist/${name}.html`, 'utf8'));
    expect(plain).toContain(unpackedScript(page ?? ''));
    expect(`${page}${plain}`).not.toContain('`');
  });
});
