/** The script's own environment: what is there, what is not, and how errors look. */
import { beforeAll, describe, expect } from 'vitest';
import { sayFailure } from '../../src/google/adapters/say-failure.ts';
import type { HostOptions } from '../../src/host/session.ts';
import { SERVICE_FAILURE_SENTENCES, sayLacking } from '../../src/words/host/failures.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { host, OTHER, proves, value } from './proves.ts';

const BARE = JSON.stringify({ oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] });

beforeAll(ensureBuilt);

describe('the realm', () => {
  proves('fresh-realm', () => {
    const counting = host('var count = 0; function next() { count += 1; return count; }');
    expect([counting.run('next'), counting.run('next')]).toEqual([1, 1]);
  });
  proves('top-level-runs', () => {
    const loud = host("console.log('loaded'); function go() {}");
    loud.run('go');
    loud.run('go');
    expect(loud.logged()).toEqual(['loaded', 'loaded']);
  });
  proves('bare-realm', () => {
    const absent =
      `setTimeout setInterval queueMicrotask structuredClone fetch URL URLSearchParams TextEncoder TextDecoder atob btoa
      crypto performance process window navigator AbortController Event Headers FormData File Blob ReadableStream`.split(/\s+/u);
    for (const name of absent) expect(() => value(name)).toThrow(`ReferenceError: ${name} is not defined`);
  });
  proves('no-web-assembly', () => expect(value('typeof WebAssembly')).toBe('undefined'));
  proves('top-level-mode', () => {
    const greedy = 'const left = MailApp.getRemainingDailyQuota(); function onOpen() {} function go() { return left; }';
    expect(() => host(greedy).run('onOpen')).toThrow('You do not have permission to call MailApp.getRemainingDailyQuota');
    expect(host(greedy).run('go')).toBe(100);
  });
  proves('advanced-service', () => {
    expect(value('typeof Drive')).toBe('object');
    const manifest = JSON.stringify({ oauthScopes: ['https://www.googleapis.com/auth/drive.file'] });
    expect(value('typeof Drive', { manifest })).toBe('undefined');
  });
  proves('own-built-ins', () => {
    expect(value('(put(new Date()), [at(1, 1).getValues() instanceof Array, get() instanceof Date])')).toEqual([true, true]);
  });
});

describe('errors', () => {
  proves('error-name', () =>
    expect(value('(() => { try { at(0, 1); } catch (e) { return [e instanceof Error, e.name]; } })()')).toEqual([
      true,
      'Exception',
    ]),
  );
  proves('error-own', () => expect(value("said(() => { throw new RangeError('x'); })")).toBe('RangeError: x'));
  proves('error-unknown-method', () =>
    expect(() => value("book().getSheetByName('a')")).toThrow('TypeError: book(...).getSheetByName is not a function'),
  );
  proves('error-no-function', () => expect(() => host('').run('absent')).toThrow('Script function not found: absent'));
  proves('error-language', () => {
    expect(value('said(() => at(9999, 1))')).toContain('outside the dimensions of the sheet');
    expect(value('said(() => at(9999, 1))', { language: 'vi' })).toBe(
      'Exception: Tọa độ của dải ô nằm ngoài kích thước của trang tính.',
    );
  });
  proves('error-told', () => {
    const told = (expression: string, options: Partial<HostOptions>): string => {
      const run = host(`function go() { return said(() => ${expression}); }`, options);
      run.sidecar.protections.push({ sheetId: 1, area: null, description: '', warningOnly: false, editors: [] });
      run.setUser(OTHER);
      return sayFailure(new Error(String(run.run('go'))));
    };
    for (const language of ['en', 'vi'] as const) {
      expect(told("put('x')", { language })).toBe(SERVICE_FAILURE_SENTENCES.protected);
      expect(told("mailTo(Array(51).fill('a@b.vn').join())", { language })).toBe(SERVICE_FAILURE_SENTENCES['too-large']);
      const often = "(() => { for (let n = 0; n < 101; n += 1) mailTo('a@b.vn'); })()";
      expect(told(often, { language })).toBe(SERVICE_FAILURE_SENTENCES.quota);
      expect(told("mailTo('a@b.vn')", { language, manifest: BARE })).toBe(sayLacking('script.send_mail'));
    }
  });
});
