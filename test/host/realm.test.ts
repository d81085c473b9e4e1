import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openRealm } from '../../src/host/realm/realm.ts';
import { googleFor } from '../../src/host/services/google.ts';
import { PLAIN } from '../../src/xlsx/areas.ts';
import { anEnvironment } from '../helpers/environment.ts';

const NOON = new Date(2024, 5, 20, 12, 0).getTime();

function realm(code: string, environment = anEnvironment()) {
  return openRealm({ script: new Script(code, { filename: 'Code.js' }), services: googleFor(environment), now: () => NOON });
}

const valueIn = (expression: string): unknown => realm(`function get() { return ${expression}; }`).call('get', []);

describe('the realm', () => {
  const ABSENT = [
    'process',
    'require',
    'module',
    'global',
    'Buffer',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'structuredClone',
    'URL',
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
    'fetch',
    'crypto',
    'performance',
    'AbortController',
    'Event',
    'window',
  ];
  it.each(ABSENT)('has no %s', (name) => {
    expect(valueIn(`typeof ${name}`)).toBe('undefined');
    expect(() => realm(`function get() { return ${name}; }`).call('get', [])).toThrow('ReferenceError');
  });

  it('holds the services of the surface and no other global of ours', () => {
    const ours = realm('')
      .globals()
      .filter((name) => !Object.getOwnPropertyNames(globalThis).includes(name));
    expect(ours.sort()).toEqual(
      [
        'CacheService',
        'Drive',
        'HtmlService',
        'LockService',
        'MailApp',
        'PropertiesService',
        'ScriptApp',
        'Session',
        'SpreadsheetApp',
        'Utilities',
      ].sort(),
    );
  });

  it('does not let a service lead back into Node', () => {
    expect(valueIn("Utilities.formatDate.constructor('return typeof process')()")).toBe('undefined');
    expect(valueIn("SpreadsheetApp.constructor.constructor('return typeof process')()")).toBe('undefined');
  });

  it('fails on an unknown method as Google does', () => {
    const unknown = realm('function go() { SpreadsheetApp.getActiveSpreadsheet().getSheetByName("x"); }');
    expect(() => unknown.call('go', [])).toThrow(
      'TypeError: SpreadsheetApp.getActiveSpreadsheet(...).getSheetByName is not a function',
    );
  });

  it('names a function that is not there', () => {
    expect(() => realm('').call('absent', [])).toThrow('Script function not found: absent');
  });

  it('throws a service’s refusal as an Exception of its own realm', () => {
    const code = `function go() {
      try { SpreadsheetApp.getUi(); } catch (e) { return [e instanceof Error, e.name, e.message]; }
    }`;
    expect(realm(code).call('go', [])).toEqual([true, 'Exception', 'Cannot call SpreadsheetApp.getUi() from this context.']);
  });

  it('shows the modelled clock to every way of asking for now', () => {
    expect(valueIn('Date.now()')).toBe(NOON);
    expect(valueIn('new Date().getTime()')).toBe(NOON);
    expect(valueIn('+new (new Date(0)).constructor()')).toBe(NOON);
    expect(valueIn('typeof Date()')).toBe('string');
    expect(valueIn('Date.UTC(2024, 0, 1)')).toBe(Date.UTC(2024, 0, 1));
    expect(valueIn('new Date(2024, 0, 31).getMonth()')).toBe(0);
  });

  it('lives in Vietnam', () => {
    expect(valueIn('new Date(2024, 0, 1).getTimezoneOffset()')).toBe(-420);
  });

  it('gives lists, records and dates born in the realm', () => {
    const environment = anEnvironment();
    environment.book.sheets[0]?.cells.set(
      1,
      new Map([[1, { value: 45463, formula: null, style: { ...PLAIN, numberFormat: 'dd/MM/yyyy' } }]]),
    );
    const code = `function go() {
      const values = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getDataRange().getValues();
      const [[at]] = values;
      return [values instanceof Array, at instanceof Date, at.getFullYear(), at.getMonth() + 1, at.getDate()];
    }`;
    expect(realm(code, environment).call('go', [])).toEqual([true, true, 2024, 6, 20]);
  });

  it('starts afresh with every execution', () => {
    const code = 'var count = 0; function next() { count += 1; return count; }';
    expect([realm(code).call('next', []), realm(code).call('next', [])]).toEqual([1, 1]);
  });

  it('keeps one service object one object', () => {
    expect(valueIn('SpreadsheetApp.getActiveSpreadsheet() === SpreadsheetApp.getActiveSpreadsheet()')).toBe(true);
  });
});
