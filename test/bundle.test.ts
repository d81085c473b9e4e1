import { readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { MENU_FUNCTIONS } from '../src/google/menu.ts';

const code = readFileSync('dist/Code.js', 'utf8');
const facts: { globals: string[]; bytes: number; eagerBytes: number } = JSON.parse(readFileSync('build/bundle.json', 'utf8'));
const NO_PAGE_ASKED: readonly string[] = ['onOpen', 'onEdit', 'runDaily', 'ask'];

/** Runs the bundle in a realm that has nothing but ECMAScript, whose every other name is watched. */
function loadInEmptyRealm(): { readonly names: readonly string[]; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const realm = vm.createContext(
    new Proxy(Object.create(null), {
      get: (target, name) => {
        if (typeof name === 'string' && !(name in target)) asked.push(name);
        return target[name];
      },
    }),
  );
  vm.runInContext(code, realm, { filename: 'Code.js' });
  const names: string[] = vm.runInContext(
    'Object.getOwnPropertyNames(globalThis).filter((n) => typeof globalThis[n] === "function")',
    realm,
  );
  const own = new Set<string>(vm.runInContext('Object.getOwnPropertyNames(globalThis)', vm.createContext({})));
  return { names: [...names].filter((name) => !own.has(name)), asked: asked.filter((name) => !own.has(name)) };
}

describe('the bundle', () => {
  it('loads in an empty realm and asks for no service', () => {
    const { asked } = loadInEmptyRealm();
    expect(
      asked.filter((name) =>
        /^(SpreadsheetApp|HtmlService|MailApp|Utilities|Drive|CacheService|PropertiesService|LockService|Session|ScriptApp)$/u.test(
          name,
        ),
      ),
    ).toEqual([]);
  });

  it('has as globals the menu items, the triggers and the one door, and no more', () => {
    const wanted = [...Object.values(MENU_FUNCTIONS), ...NO_PAGE_ASKED].sort();
    expect([...facts.globals].sort()).toEqual(wanted);
    expect([...loadInEmptyRealm().names].sort()).toEqual(wanted);
  });

  it('declares each global as a function statement, which is what menus and pages look for', () => {
    for (const name of facts.globals) expect(code).toMatch(new RegExp(`^function ${name}\\(\\)`, 'mu'));
  });

  it('is at most 450 kB, of which an edit evaluates at most 120 kB', () => {
    expect(facts.bytes).toBeLessThanOrEqual(450_000);
    expect(facts.eagerBytes).toBeLessThanOrEqual(120_000);
  });

  it('holds no syntax that Apps Script refuses and no name it lacks', () => {
    expect(code).not.toMatch(/^\s*(import|export)\s/mu);
    expect(code).not.toMatch(/#[a-z]\w*\s*[=;(]/iu);
    expect(code).not.toMatch(/\b(TextEncoder|TextDecoder|structuredClone|queueMicrotask|setTimeout|atob|btoa)\s*\(/u);
  });

  it('stands in dist beside the page and the manifest, and nothing else is pushed', () => {
    expect(readdirSync('dist').sort()).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
    expect(readFileSync('dist/appsscript.json', 'utf8')).toBe(readFileSync('appsscript.json', 'utf8'));
  });

  it('keeps the sidebar under 80 kB, whole, and free of scriptlets and of anything remote', () => {
    const page = readFileSync('dist/sidebar.html', 'utf8');
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(80_000);
    expect(page).not.toContain('<?');
    expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//u);
  });
});
