import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import { type Memory, memory } from './memory-ports.ts';
import { CLERK, H1, SMALL_TEMPLATE, type SmallPlan, smallPlan } from './small-plan.ts';

const office = (email = '', rows: SmallPlan = {}): Memory =>
  memory({ tabs: smallPlan(rows), email, templates: [SMALL_TEMPLATE] });
const asked = ({ ports }: Memory, request: unknown) =>
  JSON.parse(ask(ports, typeof request === 'string' ? request : JSON.stringify(request)));
const REFUSED = { ok: false, sentence: expect.stringContaining('Yêu cầu không hợp lệ') };

const entering = (values: string): string =>
  `{"call":"enter","with":{"tab":"Nhập số liệu","id":"T1","period":"Năm 2024","values":${values}}}`;

describe('the door', () => {
  const MALFORMED: readonly (readonly [string, string])[] = [
    ['no JSON', 'xin chào'],
    ['nothing', ''],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no call', '{}'],
    ['an unknown call', '{"call":"drop","with":{}}'],
    ['a call named like a method', '{"call":"constructor","with":{}}'],
    ['a call named __proto__', '{"call":"__proto__","with":{}}'],
    ['no contents', '{"call":"today"}'],
    ['contents of the wrong kind', '{"call":"report","with":"Năm 2024"}'],
    ['a missing key', '{"call":"report","with":{}}'],
    ['an extra key inside', '{"call":"today","with":{"x":1}}'],
    ['an extra key outside', '{"call":"today","with":{},"as":"chairman"}'],
    ['__proto__ inside', '{"call":"report","with":{"period":"Năm 2024","__proto__":{"admin":true}}}'],
    ['__proto__ outside', '{"call":"today","with":{},"__proto__":{"ok":true}}'],
    ['an empty name', '{"call":"open-period","with":{"period":""}}'],
    ['a long name', JSON.stringify({ call: 'open-period', with: { period: 'x'.repeat(201) } })],
    ['a huge string', JSON.stringify({ call: 'open-period', with: { period: 'x'.repeat(10_000_000) } })],
    ['deep nesting', `${'['.repeat(1_900)}${']'.repeat(1_900)}`],
    ['a number for a name', '{"call":"open-period","with":{"period":2024}}'],
    ['a text for a yes or no', '{"call":"mail","with":{"preview":"no"}}'],
    ['row 0', '{"call":"go-to","with":{"tab":"Tổng quan","row":0,"column":1}}'],
    ['half a row', '{"call":"go-to","with":{"tab":"Tổng quan","row":1.5,"column":1}}'],
    ['a row without its texts', '{"call":"enter","with":{"tab":"Nhập số liệu","id":"T1","period":"Năm 2024"}}'],
    ['a row with a key too many', entering('{}').replace('"id"', '"as":"x","id"')],
    ['a row with a key of every object', entering('{}').replace('"id"', '"toString":"x","id"')],
    ['a row without a name', entering('{}').replace('"T1"', '""')],
    ['a row with a number for a name', entering('{}').replace('"T1"', '1')],
    ['a row whose earlier texts are none', entering('{}').replace('"id"', '"before":null,"id"')],
    ['texts that are a list', entering('["a"]')],
    ['texts that are none', entering('null')],
    ['a number among texts', entering('{"Tử số":5}')],
    ['a text without a name', entering('{"":"5"}')],
    ['a text of a long name', entering(JSON.stringify({ ['x'.repeat(201)]: '5' }))],
    ['a text of the name __proto__', entering('{"__proto__":"5"}')],
    ['too long a text', entering(JSON.stringify({ 'Tử số': 'x'.repeat(20_001) }))],
    ['too many texts', entering(JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`C${at}`, '5']))))],
    ['an endless row', '{"call":"go-to","with":{"tab":"Tổng quan","row":1e309,"column":1}}'],
  ];
  it.each(MALFORMED)('refuses %s politely and touches nothing', (_, request) => {
    const session = office();
    expect(asked(session, request)).toEqual(REFUSED);
    expect(session.calls).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  it.each([[undefined], [null], [7], [{ call: 'today', with: {} }], [[]]])('refuses %j in place of a text', (request) => {
    const session = office();
    expect(JSON.parse(Reflect.apply(ask, undefined, [session.ports, request]))).toEqual(REFUSED);
  });

  it('refuses whatever else arrives, and never throws', () => {
    const session = office();
    fc.assert(
      fc.property(fc.json(), (request) => {
        expect(asked(session, request)).toEqual(REFUSED);
      }),
    );
  });

  it('answers a good request', () => {
    const reply = asked(office(), { call: 'today', with: {} });
    expect(reply).toMatchObject({ ok: true, reply: { today: '2024-06-20', period: { name: H1 } } });
  });

  it('answers a refusal with its sentence, and names the periods there are', () => {
    const reply = asked(office(), { call: 'open-period', with: { period: 'Quý II 2024' } });
    expect(reply.ok).toBe(false);
    expect(reply.sentence).toContain('Không có kỳ «Quý II 2024»');
    expect(reply.sentence).toContain('Quý I 2024; 6 tháng đầu năm 2024; Quý III 2024; Năm 2024');
  });

  it('lets a failure of the environment through to the entry point', () => {
    const session = office();
    session.environment.onCall = () => {
      throw new Error('Service Spreadsheets timed out');
    };
    expect(() => ask(session.ports, '{"call":"check","with":{}}')).toThrow('timed out');
  });

  const CHANGING = [
    { call: 'set-up', with: { template: 'mau' } },
    { call: 'open-period', with: { period: H1 } },
    { call: 'close-period', with: { period: H1 } },
    { call: 'confirm-proposals', with: { ids: [] } },
    { call: 'report', with: { period: H1 } },
    { call: 'mail', with: { preview: false } },
  ];
  it.each(CHANGING)('lets neither a listed official nor an unlisted person do $call', (request) => {
    for (const email of ['tuphap@example.vn', 'la@example.vn']) {
      const session = office(email);
      expect(asked(session, request)).toMatchObject({ ok: false, sentence: expect.stringContaining('thường trực CCHC') });
      expect(session.calls.filter((call) => call === 'write' || call === 'send')).toEqual([]);
    }
  });
  it.each(CHANGING)('lets the clerk, who signs, the local host and the first user do $call', (request) => {
    for (const email of ['vanphong@example.vn', 'VanPhong@Example.vn', 'chutich@example.vn', ''])
      expect(asked(office(email), request)).toMatchObject({ ok: true });
    const firstUse = office('moi@example.vn', { roles: [{ role: CLERK }] });
    expect(asked(firstUse, request)).toMatchObject({ ok: true });
  });

  it.each(CHANGING.slice(0, 5))('does not $call while another run does', (request) => {
    const session = office();
    session.environment.locked = true;
    expect(asked(session, request)).toMatchObject({ ok: false, sentence: expect.stringContaining('chưa làm gì') });
    expect(session.calls.filter((call) => call === 'write')).toEqual([]);
    session.environment.locked = false;
    expect(asked(session, request)).toMatchObject({ ok: true });
  });

  it.each([
    { call: 'reopen-period', with: { period: H1, reason: 'sửa' } },
    { call: 'mark-sent', with: { period: H1 } },
    { call: 'explain-change', with: { change: 'ô', reason: 'sửa' } },
    { call: 'restore-change', with: { change: 'ô' } },
  ])('keeps $call for who keeps the plan; the clerk is told what is wrong with it', (request) => {
    for (const email of ['tuphap@example.vn', 'la@example.vn'])
      expect(asked(office(email), request).sentence).toContain('thường trực CCHC');
    const session = office('vanphong@example.vn');
    expect(asked(session, request)).toMatchObject({ ok: false });
    expect(asked(session, request).sentence).not.toContain('thường trực CCHC');
    expect(session.calls.filter((call) => call === 'write')).toEqual([]);
  });

  it.each([
    ['ids that are none', { call: 'confirm-proposals', with: { ids: [7] } }],
    ['ids without a list', { call: 'confirm-proposals', with: { ids: 'N1' } }],
    ['values that are a list', { call: 'enter', with: { tab: 'Nhập số liệu', id: 'T1', period: H1, values: ['1'] } }],
    ['values that are numbers', { call: 'enter', with: { tab: 'Nhập số liệu', id: 'T1', period: H1, values: { 'Tử số': 1 } } }],
    ['a reason as long as a book', { call: 'explain-change', with: { change: 'ô', reason: 'x'.repeat(1_001) } }],
  ])('refuses %s', (_, request) => {
    const session = office();
    expect(asked(session, request)).toEqual(REFUSED);
    expect(session.calls).toEqual([]);
  });

  it('locks nobody out when those who kept the plan have gone', () => {
    const gone = { role: CLERK, email: 'cu@example.vn', until: '31/01/2024' };
    const session = office('moi@example.vn', { roles: [gone, { role: 'Tư pháp – Hộ tịch', email: 'tuphap@example.vn' }] });
    expect(asked(session, { call: 'close-period', with: { period: H1 } })).toMatchObject({ ok: true });
  });

  it('lets everyone look, check, preview and go to a cell', () => {
    const session = office('tuphap@example.vn');
    for (const request of [
      { call: 'today', with: {} },
      { call: 'check', with: {} },
      { call: 'refresh', with: {} },
      { call: 'mail', with: { preview: true } },
      { call: 'go-to', with: { tab: 'Nhập số liệu', row: 3, column: 10 } },
    ])
      expect(asked(session, request)).toMatchObject({ ok: true });
    expect(session.shown).toEqual(['Nhập số liệu!3,10']);
  });

  it('says so when a tab to go to is gone', () => {
    expect(asked(office(), { call: 'go-to', with: { tab: 'Trang cũ', row: 1, column: 1 } })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('Trang cũ'),
    });
  });
});
