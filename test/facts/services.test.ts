/** Locks, properties, cache, triggers and mail. */
import { beforeAll, describe, expect } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { ensureBuilt } from '../helpers/built.ts';
import type { HostAtWork } from '../helpers/host.ts';
import { host, OTHER, OWNER, proves, someone, TAB, value } from './proves.ts';

beforeAll(ensureBuilt);

describe('locks', () => {
  const LOCK = `const lock = () => LockService.getScriptLock();
    function take(ms) { const before = Date.now(); return [lock().tryLock(ms), Date.now() - before]; }
    function fail() { lock().tryLock(1); throw new Error('x'); }
    function asking() {
      lock().tryLock(1);
      SpreadsheetApp.getUi().alert('a', 'b', SpreadsheetApp.getUi().ButtonSet.OK);
      lock().releaseLock();
      return true;
    }`;
  /** What another execution gets while the first one's dialog stands open. */
  const meanwhile = (code: string): unknown => {
    const seen: unknown[] = [];
    const screen = someone({ button: 'OK', meanwhile: () => seen.push(book.run('take', 100)) });
    const book = host(`${LOCK}\n${code}`, { screen });
    book.run('go');
    return seen[0];
  };
  proves('lock-exclusive', () => {
    const book = host(LOCK);
    book.holdLock(true);
    expect(book.run('take', 0)).toEqual([false, 10]);
    book.holdLock(false);
    expect(book.run('take', 0)).toEqual([true, 10]);
  });
  proves('lock-timeout', () => {
    const book = host(LOCK);
    book.holdLock(true);
    expect(book.run('take', 5000)).toEqual([false, 5010]);
  });
  proves('lock-ends', () => {
    const book = host(LOCK);
    expect(() => book.run('fail')).toThrow('Error: x');
    expect(book.run('take', 0)).toEqual([true, 10]);
  });
  proves('lock-alert', () => expect(meanwhile('function go() { return asking(); }')).toEqual([true, 10]));
  proves('lock-no-document', () => expect(value('LockService.getScriptLock().tryLock(0)', { bound: false })).toBe(true));
  proves('lock-negative', () =>
    expect(value('said(() => LockService.getScriptLock().tryLock(-1))')).toContain('Invalid argument'),
  );
  proves('lock-no-wall', () => {
    const screen = someone({ button: 'OK' });
    const book = host(`${LOCK} function onEdit() { console.log(lock().tryLock(0)); } function read() { return get(); }`, {
      screen,
    });
    book.holdLock(true);
    book.type({ tab: TAB, row: 1, column: 1, rows: [['typed']] });
    expect([book.run('read'), ...book.logged()]).toEqual(['typed', 'false']);
  });
});

describe('properties and cache', () => {
  const PROPERTIES = 'PropertiesService.getDocumentProperties()';
  const CACHE = 'CacheService.getScriptCache()';
  proves('property-missing', () => expect(value(`${PROPERTIES}.getProperty('constructor')`)).toBeNull());
  proves('property-text', () => expect(value(`${PROPERTIES}.setProperty('a', 1).getProperty('a')`)).toBe('1'));
  proves('property-value-limit', () => {
    expect(value(`said(() => ${PROPERTIES}.setProperty('a', 'x'.repeat(9216)))`)).toBe('nothing');
    expect(value(`said(() => ${PROPERTIES}.setProperty('a', 'x'.repeat(9217)))`)).toContain('property storage quota');
  });
  proves('property-store-limit', () => {
    const fill = `said(() => { for (let n = 0; n < 60; n += 1) ${PROPERTIES}.setProperty('p' + n, 'x'.repeat(9000)); })`;
    expect(value(fill)).toContain('property storage quota');
  });
  proves('property-shared', () => {
    const book = host(
      `function go() { ${PROPERTIES}.setProperty('a', 'b'); } function read() { return ${PROPERTIES}.getProperty('a'); }`,
    );
    book.run('go');
    book.setUser(OTHER);
    expect(book.run('read')).toBe('b');
  });
  proves('cache-key-limit', () => {
    const put = (length: number): unknown => value(`said(() => ${CACHE}.putAll({ ['k'.repeat(${length})]: 'v' }, 60))`);
    expect([put(250), put(251), put(0)]).toEqual([
      'nothing',
      'Exception: Invalid argument: key',
      'Exception: Invalid argument: key',
    ]);
  });
  proves('cache-value-limit', () => {
    const put = (length: number): unknown => value(`said(() => ${CACHE}.putAll({ a: 'v'.repeat(${length}) }, 60))`);
    expect([put(102_400), put(102_401)]).toEqual(['nothing', 'Exception: Argument too large: value']);
  });
  proves('cache-six-hours', () => {
    const book = host(
      `function go() { ${CACHE}.putAll({ a: '1' }, 99999); } function read() { return ${CACHE}.getAll(['a']).a; }`,
    );
    const at = (minutes: number): unknown => {
      book.setNow({ day: day('2024-06-20'), minutes });
      return book.run('read');
    };
    book.run('go');
    expect([at(8 * 60 + 359), at(8 * 60 + 361)]).toEqual(['1', undefined]);
  });
  proves('cache-text', () =>
    expect(value(`(${CACHE}.putAll({ a: { b: 1 } }, 60), ${CACHE}.getAll(['a']).a)`)).toBe('[object Object]'),
  );
  proves('cache-eviction', () => {
    const keys = "Object.fromEntries(Array.from({ length: 1001 }, (_, n) => ['k' + n, 'v']))";
    expect(value(`(${CACHE}.putAll(${keys}, 60), Object.keys(${CACHE}.getAll(['k0', 'k99', 'k100', 'k1000'])))`)).toEqual([
      'k100',
      'k1000',
    ]);
  });
  proves('cache-no-document', () =>
    expect(value(`(${CACHE}.putAll({ a: 'b' }, 60), ${CACHE}.getAll(['a']).a)`, { bound: false })).toBe('b'),
  );
});

describe('triggers', () => {
  const CODE = `function on(hour = 7) { ScriptApp.newTrigger('daily').timeBased().atHour(hour).everyDays(1).create(); }
    function off() { for (const one of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(one); }
    function count() { return ScriptApp.getProjectTriggers().length; }
    function broken() { ScriptApp.newTrigger('fails').timeBased().atHour(5).everyDays(1).create(); }
    function fails() { throw new Error('hỏng'); }
    function daily() { console.log(Utilities.formatDate(new Date(), 'Asia/Ho_Chi_Minh', 'HH:mm')); }`;
  const office = (...runs: string[]): HostAtWork => {
    const book = host(CODE);
    for (const name of runs) book.run(name);
    return book;
  };
  proves('triggers-own', () => {
    const book = office('on');
    const mine = book.run('count');
    book.setUser(OTHER);
    expect([mine, book.run('count')]).toEqual([1, 0]);
    book.run('off');
    expect(book.sidecar.triggers).toHaveLength(1);
  });
  proves('triggers-limit', () => {
    const book = office(...Array<string>(20).fill('on'));
    expect(() => book.run('on')).toThrow('This script has too many triggers.');
    book.setUser(OTHER);
    book.run('on');
    expect(book.run('count')).toBe(1);
  });
  proves('triggers-all-scopes', () =>
    expect(value('said(() => ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL))')).toBe('nothing'),
  );
  proves('triggers-double', () => expect(office('on', 'on').passDay(day('2024-06-21'))).toHaveLength(2));
  proves('triggers-hour', () => {
    const book = office('on');
    const [fired] = book.passDay(day('2024-06-21'));
    expect(Math.floor((fired?.minutes ?? 0) / 60)).toBe(7);
    expect(book.logged()[0]).toMatch(/^07:/u);
  });
  proves('triggers-same-minute', () => {
    const book = office('on');
    const minutes = ['2024-06-21', '2024-06-22', '2024-06-23'].map((date) => book.passDay(day(date))[0]?.minutes);
    expect(new Set(minutes).size).toBe(1);
  });
  proves('triggers-gone', () => expect(office('on', 'off').passDay(day('2024-06-21'))).toEqual([]));
  proves('triggers-failure', () => {
    const fired = office('on', 'broken').passDay(day('2024-06-21'));
    expect(fired).toMatchObject([
      { handler: 'fails', user: OWNER, failure: 'Error: hỏng' },
      { handler: 'daily', failure: null },
    ]);
  });
});

describe('mail', () => {
  const CODE = `function send(to, more) { return said(() => mailTo(to, more)); } function left() { return MailApp.getRemainingDailyQuota(); }`;
  const office = (recipients = 0): HostAtWork => {
    const book = host(CODE);
    book.sidecar.mailed = { day: book.now().day, recipients };
    return book;
  };
  const many = (count: number): string => Array.from({ length: count }, (_, n) => `p${n}@example.vn`).join(',');
  proves('mail-by-recipient', () => {
    const book = office();
    book.run('send', many(3));
    expect(book.run('left')).toBe(97);
  });
  proves('mail-exhausted', () => {
    const book = office(99);
    expect(book.run('send', many(2))).toContain('Service invoked too many times for one day: email.');
    expect([book.run('send', many(1)), book.run('left')]).toEqual(['nothing', 0]);
  });
  proves('mail-new-day', () => {
    const book = office(100);
    book.setNow({ day: day('2024-06-21'), minutes: 480 });
    expect(book.run('left')).toBe(100);
  });
  proves('mail-fifty', () => {
    const book = office();
    expect([book.run('send', many(51)), book.run('send', many(50))]).toEqual([
      'Exception: Limit exceeded: Email Recipients Per Message.',
      'nothing',
    ]);
  });
  proves('mail-body', () => {
    const send = (bytes: number): unknown => office().run('send', many(1), { htmlBody: 'x'.repeat(bytes) });
    expect([send(200 * 1024), send(200 * 1024 + 1)]).toEqual(['nothing', 'Exception: Limit exceeded: Email Body Size.']);
  });
  proves('mail-address', () =>
    expect(office().run('send', 'x@y.vn\r\nBcc: z@evil.example')).toContain('Exception: Invalid email'),
  );
});
