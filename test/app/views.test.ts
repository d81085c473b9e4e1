import { describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import type { Answer, CallName, Calls } from '../../src/app/calls.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { type Memory, type MemoryOptions, memory } from './memory-ports.ts';
import {
  actual,
  CLERK,
  H1,
  indicator,
  on,
  PERIOD_ROWS,
  Q1,
  SMALL_TEMPLATE,
  type SmallPlan,
  smallPlan,
  task,
} from './small-plan.ts';

const Q3 = 'Quý III 2024';
const OFFICIAL = 'tuphap@example.vn';
const office = (rows: SmallPlan = {}, options: MemoryOptions = {}): Memory =>
  memory({ tabs: smallPlan(rows), templates: [SMALL_TEMPLATE], ...options });

function asked<Name extends CallName>({ ports }: Memory, call: Name, carried: Calls[Name]['request']): Answer<Name> {
  return JSON.parse(ask(ports, JSON.stringify({ call, with: carried })));
}

/** The reply of a call that must go well. */
function told<Name extends CallName>(session: Memory, call: Name, carried: Calls[Name]['request']): Calls[Name]['reply'] {
  const answer = asked(session, call, carried);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply;
}

const VIEWS = [
  ['indicators', {}],
  ['indicator', { id: 'T1' }],
  ['set-up-state', {}],
  ['open-choices', {}],
  ['close-choice', {}],
  ['report-preview', { period: '' }],
  ['check', {}],
] as const;

it.each(VIEWS)('what «%s» tells costs one reading of the tabs, and nothing is written', (call, carried) => {
  const session = office();
  session.forget();
  told(session, call, carried as never);
  expect(session.calls.filter((one) => one === 'values')).toHaveLength(session.tabs.length);
  expect(session.calls.filter((one) => ['write', 'lay-out', 'flush'].includes(one))).toEqual([]);
});

it.each(['open-choices', 'close-choice', 'report-preview'] as const)(
  'who does not keep the plan is told so by «%s» before anything is filled in',
  (call) => {
    const session = office({}, { email: OFFICIAL });
    expect(asked(session, call, (call === 'report-preview' ? { period: '' } : {}) as never)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('thường trực CCHC'),
    });
  },
);

describe('the indicators', () => {
  it('are told with verdict and why, without the rows of the statistical annex', () => {
    const session = office({ indicators: [indicator('T1'), indicator('T2'), indicator('TK1', { kind: 'Số liệu thống kê' })] });
    const { period, rows } = told(session, 'indicators', {});
    expect(period).toBe(H1);
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['T1', 'not-met'],
      ['T2', 'met'],
    ]);
    expect(rows[0]?.why).toBe('đạt 62% (310/500), thấp hơn 13 điểm phần trăm so với chỉ tiêu (từ 75% trở lên)');
  });

  it('are told of the period closed last when none is open, and without a verdict before the first', () => {
    const states = (...kept: string[]) => PERIOD_ROWS.map((row, at) => ({ ...row, state: kept[at] ?? 'Chưa mở' }));
    expect(told(office({ periods: states('Đã chốt', 'Đã chốt') }), 'indicators', {}).period).toBe(H1);
    const before = told(office({ periods: states() }), 'indicators', {});
    expect(before.period).toBeNull();
    expect(before.rows[0]).toMatchObject({ verdict: null, why: '' });
  });

  it('open with the levels, the place in the plan and the cells', () => {
    const { about, targets, period, places } = told(office(), 'indicator', { id: 'T1' });
    expect(about).toMatchObject({ id: 'T1', planPlace: 'II.1', data: 'cumulative' });
    expect(targets).toEqual([
      [2023, { kind: 'number', value: 70 }],
      [2024, { kind: 'number', value: 75 }],
    ]);
    expect(period).toEqual({ name: H1, year: 2024 });
    expect([places.plan?.tab, places.entry?.tab, places.entry?.a1]).toEqual([
      'Kế hoạch - Chỉ tiêu',
      'Nhập số liệu',
      'Nhập số liệu!J3',
    ]);
  });

  it('tell of a closed period what `Bản chốt` keeps, newest version first, and of an open one what stands in the cells', () => {
    const fact = (version: number, raw: string) => ({ period: Q1, version, id: 'T1', field: 'result', raw });
    const session = office({
      actuals: [actual('T1', { numerator: 310, denominator: 500 }), actual('T1', { period: Q1, numerator: 1, denominator: 2 })],
      frozen: [fact(2, '300/500'), fact(1, '200/500'), { ...fact(3, '5/6'), id: 'T2' }],
    });
    const history = told(session, 'indicator', { id: 'T1' }).history;
    expect(history.map(({ name, kept, measured }) => [name, kept, measured?.kind ?? null])).toEqual([
      [Q1, '300/500', 'ratio'],
      [H1, null, 'ratio'],
      [Q3, null, null],
      ['Năm 2024', null, null],
    ]);
  });

  it('refuse a row that is not there', () => {
    expect(asked(office(), 'indicator', { id: 'T99' })).toMatchObject({ ok: false, sentence: expect.stringContaining('«T99»') });
  });
});

describe('what waits to be confirmed', () => {
  it('stands beside the problems with the deadline or the level it is about', () => {
    const proposed = { origin: 'Đề xuất, chờ xác nhận' };
    const session = office({
      indicators: [indicator('T1', proposed), indicator('T2'), indicator('TK1', { kind: 'Số liệu thống kê', ...proposed })],
      tasks: [task('N1', proposed), task('N2', { due: '', frequency: 'Thường xuyên', ...proposed })],
    });
    expect(told(session, 'check', {}).proposals.map(({ id, of, what }) => [id, of, what])).toEqual([
      ['T1', 'indicator', 'từ 75% trở lên'],
      ['TK1', 'statistic', 'từ 75% trở lên'],
      ['N1', 'task', '2024-05-31'],
    ]);
  });
});

describe('what may be opened', () => {
  it('is proposed with what would be prepared, and with what is open already', () => {
    const { proposed, choices } = told(office(), 'open-choices', {});
    expect(proposed).toBe(Q3);
    expect(choices.map(({ name, state, rows }) => [name, state, rows.indicators])).toEqual([
      [H1, 'entering', 0],
      [Q3, 'unopened', 2],
      ['Năm 2024', 'unopened', 2],
    ]);
  });

  it('prepares just what was told', () => {
    const session = office();
    const chosen = told(session, 'open-choices', {}).choices.find(({ name }) => name === Q3);
    const { added } = told(session, 'open-period', { period: Q3 });
    expect(added).toBe((chosen?.rows.indicators ?? 0) + (chosen?.rows.tasks ?? 0) + (chosen?.rows.sections ?? 0));
  });

  it('is no period that closing or opening would refuse', () => {
    const session = office();
    for (const { name } of told(session, 'open-choices', {}).choices)
      expect(asked(session, 'open-period', { period: name }).ok).toBe(true);
  });
});

describe('what is closed next', () => {
  it('is the earliest open period, with what still stands against it', () => {
    const session = office({ actuals: [actual('T1', { numerator: 600, denominator: 500 }), actual('T2')] });
    const choice = told(session, 'close-choice', {});
    if (choice.period === null) throw new Error('a period is open');
    expect(choice).toMatchObject({ period: { name: H1 }, hasEnded: true, report: null });
    // A share above its whole is no result: it is still to be entered.
    expect(choice.missing).toEqual([{ role: 'Tư pháp – Hộ tịch', count: 2 }]);
    expect(choice.problems.some(({ code }) => code === 'numerator-above-denominator')).toBe(true);
  });

  it('has not ended before its cut-off: then closing is refused, too', () => {
    const session = office({}, { today: '2024-06-13' });
    expect(told(session, 'close-choice', {})).toMatchObject({ hasEnded: false });
    expect(asked(session, 'close-period', { period: H1 })).toMatchObject({ ok: false });
  });

  it('is nothing where nothing is open', () => {
    const session = office({ periods: PERIOD_ROWS.map((row) => ({ ...row, state: 'Đã chốt' })) });
    expect(told(session, 'close-choice', {})).toEqual({ period: null });
  });
});

describe('the report to come', () => {
  it('is that of the period being entered, else of the one closed last', () => {
    expect(told(office(), 'report-preview', { period: '' }).period).toBe(H1);
    const closed = office({ periods: PERIOD_ROWS.map((row, at) => ({ ...row, state: at < 2 ? 'Đã chốt' : 'Chưa mở' })) });
    expect(told(closed, 'report-preview', { period: '' }).period).toBe(H1);
    const none = office({ periods: PERIOD_ROWS.map((row) => ({ ...row, state: '' })) });
    expect(asked(none, 'report-preview', { period: '' })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('Chưa mở kỳ'),
    });
  });

  it('names the versions made so far with their files, and the periods that have one', () => {
    const row = (version: number) => ({ period: H1, version, file: `b${version}.docx\nphieu.docx`, url: 'https://a\nhttps://b' });
    const { made, periods } = told(office({ reports: [row(1), row(2), { ...row(1), period: Q1 }] }), 'report-preview', {
      period: '',
    });
    expect(made.map(({ version }) => version)).toEqual([2, 1]);
    expect(made[0]?.files).toEqual([
      { name: 'b2.docx', url: 'https://a' },
      { name: 'phieu.docx', url: 'https://b' },
    ]);
    expect(periods).toEqual([Q1, H1]);
  });
});

describe('the first set-up', () => {
  const empty = (): Memory => memory({ templates: [SMALL_TEMPLATE], email: 'vanphong@example.vn' });
  const settings = (session: Memory) => readBook(session.ports.workbook.read('all')).plan.settings;
  const periods = (session: Memory) => readBook(session.ports.workbook.read('all')).plan.periods.map(({ name }) => name);

  it('tells of an empty workbook what would be made, and of one in use what is there', () => {
    const fresh = told(empty(), 'set-up-state', {});
    expect(fresh).toMatchObject({ made: 0, lacking: 16, unit: '', years: [], near: [] });
    expect(fresh.templates[0]).toMatchObject({ key: 'mau', title: 'Kế hoạch mẫu' });
    expect(told(office(), 'set-up-state', {})).toMatchObject({ made: 16, lacking: 0, unit: 'UBND xã Mẫu', years: [2024] });
  });

  it('writes the name that was typed, and the place that it names, into a new workbook', () => {
    const session = empty();
    told(session, 'set-up', { template: 'mau', unit: 'UBND xã Bình Minh', years: [2024] });
    expect(settings(session).filter(({ key }) => key === 'unit-name')).toEqual([
      { key: 'unit-name', value: 'UBND xã Bình Minh', from: null },
    ]);
    expect(settings(session).find(({ key }) => key === 'place-name')?.value).toBe('Bình Minh');
  });

  it('keeps the rows of the template when the name is its own', () => {
    const session = empty();
    told(session, 'set-up', { template: 'mau', unit: ' ubnd xã Mẫu', years: [2024] });
    expect(settings(session).filter(({ key }) => key === 'unit-name')).toEqual([
      { key: 'unit-name', value: 'UBND xã Mẫu', from: null },
    ]);
  });

  it('lays out the periods of the years chosen, and adds those of another year later without touching a cell', () => {
    const other = { name: 'Quý I 2025', start: on('2024-12-15'), end: on('2025-03-14'), cumulative: 'có' };
    const rows = SMALL_TEMPLATE.tabs['Kỳ báo cáo'] ?? [];
    const row = Object.values({ ...other, start: '15/12/2024', end: '14/03/2025' });
    const template = { ...SMALL_TEMPLATE, tabs: { ...SMALL_TEMPLATE.tabs, 'Kỳ báo cáo': [...rows, [...row]] } };
    const session = memory({ templates: [template], email: '' });
    told(session, 'set-up', { template: 'mau', unit: '', years: [2025] });
    expect(periods(session)).toEqual(['Quý I 2025']);
    const before = structuredClone(session.tab('Kỳ báo cáo').values);
    const { added } = told(session, 'set-up', { template: 'mau', years: [2024, 2025] });
    expect(added).toEqual([Q1, H1, Q3, 'Năm 2024']);
    expect(session.tab('Kỳ báo cáo').values.slice(0, before.length)).toEqual(before);
    expect(periods(session)).toHaveLength(5);
    expect(told(session, 'set-up', { template: 'mau', years: [2024, 2025] }).added).toEqual([]);
  });

  it('never changes a name in force, and gives one to a workbook that has none', () => {
    const named = office();
    expect(told(named, 'set-up', { template: 'mau', unit: 'UBND xã Khác' }).added).toEqual([]);
    expect(settings(named).filter(({ key }) => key === 'unit-name')).toHaveLength(1);
    const nameless = office({ settings: [{ name: 'Chức danh thường trực CCHC', value: CLERK }] });
    expect(told(nameless, 'set-up', { template: 'mau', unit: 'UBND xã Khác' }).added).toEqual(['UBND xã Khác']);
    expect(settings(nameless).find(({ key }) => key === 'unit-name')).toMatchObject({ value: 'UBND xã Khác', from: null });
  });

  it('says in the log what it added', () => {
    const session = office({ settings: [{ name: 'Chức danh thường trực CCHC', value: CLERK }] });
    told(session, 'set-up', { template: 'mau', unit: 'UBND xã Khác' });
    expect(session.tab('Nhật ký').values.flat()).toContain('UBND xã Khác');
  });

  it.each([
    ['a year that is a text', { template: 'mau', years: ['2024'] }],
    ['years that are no list', { template: 'mau', years: 2024 }],
    ['a name that is no text', { template: 'mau', unit: 7 }],
    ['a name too long', { template: 'mau', unit: 'x'.repeat(201) }],
    ['something else', { template: 'mau', district: 'x' }],
  ])('refuses %s', (_, carried) => {
    expect(asked(empty(), 'set-up', carried as never)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('không hợp lệ'),
    });
  });
});

it('a change that waits for its reason is told in its parts, too', () => {
  const session = office();
  told(session, 'open-period', { period: Q3 });
  const plan = session.tab('Kế hoạch - Chỉ tiêu').values;
  const column = (plan[1] ?? []).indexOf('Năm 2024');
  (plan[2] ?? [])[column] = 95;
  expect(told(session, 'check', {}).problems.find(({ change }) => change !== undefined)?.told).toEqual({
    kind: 'changed',
    id: 'T1',
    period: '',
    header: 'Năm 2024',
    before: '75',
    after: '95',
    since: null,
    row: null,
  });
});
