/** What passes between a page and the script, and the clock that ends executions. */
import { describe, expect, vi } from 'vitest';
import { costOf, START_COST } from '../../src/host/core/calls.ts';
import { withScriptRun } from '../../src/workbench/server/script-run.ts';
import { host, inEdit, proves, TAB } from './proves.ts';

describe('page calls', () => {
  const answer = (expression: string): unknown => host(`function go() { return ${expression}; }`).page('go');
  const sent = (...args: unknown[]): unknown => host('function go(...args) { return JSON.stringify(args); }').page('go', ...args);
  proves('page-date', () => {
    expect(answer('new Date()')).toBeNull();
    expect(answer('({ a: [{ b: new Date() }] })')).toBeNull();
  });
  proves('page-object', () => expect(answer('sheet()')).toBeNull());
  proves('page-map', () => expect(answer('[new Map([[1, 2]]), new Set([1]), /a/, undefined]')).toEqual([{}, {}, {}, null]));
  proves('page-private', () =>
    expect(() => host('function go_() {}').page('go_')).toThrow('google.script.run.go_ is not a function'),
  );
  proves('page-undeclared', () => {
    expect(() => host('globalThis.go = function () {};').page('go')).toThrow('google.script.run.go is not a function');
    expect(host('globalThis.go = function () { return 1; };').run('go')).toBe(1);
  });
  proves('page-illegal', () => {
    const illegal = [new Date(), () => 1, new Map(), new Set(), /a/u, new Number(1), Promise.resolve(), new Uint8Array(1)];
    for (const one of illegal) expect(() => sent('a', one)).toThrow('Failed due to illegal value in property: 1');
    expect(() => sent({ at: { when: new Date() } })).toThrow('Failed due to illegal value in property: when');
  });
  proves('page-content', () =>
    expect(
      JSON.parse(String(answer("HtmlService.createHtmlOutputFromFile('plan-gia-luong-2021-2025').getContent()"))),
    ).toHaveProperty('key', 'gia-luong-2021-2025'),
  );
  proves('page-undefined', () => expect(sent(undefined, [undefined], 'a')).toBe('[null,[null],"a"]'));
  proves('page-copy', () => {
    const mine = { list: [1] };
    const back = host('function go(given) { given.list.push(2); return given; }').page('go', mine);
    expect([mine, back]).toEqual([{ list: [1] }, { list: [1, 2] }]);
  });
  proves('page-ten', async () => {
    const waiting: (() => void)[] = [];
    const fetch = vi.fn(
      () => new Promise((done) => waiting.push(() => done({ ok: true, json: () => ({ ok: true, value: 'x' }) }))),
    );
    const script = /<script nonce="n">(.*?)<\/script>/su.exec(
      withScriptRun({ html: '<script></script>', token: 't', nonce: 'n', number: 1, window: '0123456789abcdef' }),
    )?.[1];
    const page: { google?: { script: { run: { ask(request: string): void } } } } = {};
    new Function('window', 'fetch', script ?? '')(page, fetch);
    for (let call = 0; call < 12; call += 1) page.google?.script.run.ask('{}');
    expect(fetch).toHaveBeenCalledTimes(10);
    waiting[3]?.();
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(11), { timeout: 60_000 });
  });
});

describe('the clock', () => {
  const SPEND = 'function spend(flushes) { for (let n = 0; n < flushes; n += 1) SpreadsheetApp.flush(); }';
  const ENDED = 'Exceeded maximum execution time';
  const flushesFor = (seconds: number): number => Math.ceil((seconds * 1000) / costOf('flush', 0));

  proves('kill-simple', () => {
    const slow = host(`${SPEND} function onEdit(e) { spend(Number(e.value)); }`);
    const edit = (flushes: number): void => slow.type({ tab: TAB, row: 1, column: 1, rows: [[String(flushes)]] });
    expect(() => edit(flushesFor(28))).not.toThrow();
    expect(() => edit(flushesFor(30))).toThrow(ENDED);
  });
  proves('kill-full', () => {
    expect(() => host(SPEND).run('spend', flushesFor(355))).not.toThrow();
    expect(() => host(SPEND).run('spend', flushesFor(361))).toThrow(ENDED);
  });
  proves('kill-no-catch', () => {
    const stubborn = host(`${SPEND}
      function go() { try { spend(9999); } catch (error) { } finally { try { put('late'); } catch (error) { } } return 'survived'; }
      function read() { return get(); }`);
    expect(() => stubborn.run('go')).toThrow(ENDED);
    expect(stubborn.run('read')).toBe('');
  });
  const KILLED = `${SPEND} function spendElse() { for (;;) CacheService.getScriptCache().getAll(['a']); }
    function go() { put('sent'); SpreadsheetApp.flush(); at(2, 1).setValues([['waiting']]); spendElse(); }
    function goReading() { put('sent'); get(); at(2, 1).setValues([['waiting']]); spendElse(); }
    function read() { return at(1, 1, 2).getValues().flat(); }`;
  const leftBy = (name: string, unflushed: 'kept' | 'lost'): unknown => {
    const killed = host(KILLED, { unflushed });
    expect(() => killed.run(name)).toThrow(ENDED);
    return killed.run('read');
  };
  proves('kill-flushed', () => expect(leftBy('go', 'lost')).toEqual(['sent', '']));
  proves('kill-unflushed', () => {
    expect(leftBy('go', 'kept')).toEqual(['sent', 'waiting']);
    expect(leftBy('go', 'lost')).toEqual(['sent', '']);
  });
  proves('read-sends', () => expect(leftBy('goReading', 'lost')).toEqual(['sent', '']));
  proves('call-cost', () => {
    const watch = host('function go() { const before = Date.now(); put(1); get(); return [before, Date.now()]; }');
    const [before = 0, later = 0] = watch.run('go') as number[];
    expect(later - before).toBeCloseTo(costOf('values-written', 1) + costOf('values-read', 1), 0);
    expect(before % 60_000).toBe(START_COST);
    expect(inEdit('Date.now() % 60000')).toBe(String(START_COST));
  });
});
