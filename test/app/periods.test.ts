import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/checks/check.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { owed } from '../../src/app/mail/reminders.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { setUp } from '../../src/app/set-up/set-up.ts';
import { todayView } from '../../src/app/today/today.ts';
import { day } from '../../src/domain/core/day.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { isWanted, TABS } from '../../src/workbook/tabs/all.ts';
import { type Memory, memory, memoryTab } from './memory-ports.ts';
import {
  actual,
  H1,
  indicator,
  JUSTICE,
  PERIOD_ROWS,
  Q1,
  SMALL_TEMPLATE,
  type SmallPlan,
  smallPlan,
  task,
} from './small-plan.ts';

const office = (rows: SmallPlan = {}): Memory => memory({ tabs: smallPlan(rows) });
const empty = (): Memory => memory({ templates: [SMALL_TEMPLATE], email: 'vanphong@example.vn' });
const bookOf = ({ ports }: Memory) => readBook(ports.workbook.read('all'));
const cellsOf = ({ tabs }: Memory) => structuredClone(tabs.map(({ name, values }) => ({ name, values })));
const writes = ({ calls }: Memory): number => calls.filter((call) => call === 'write' || call === 'lay-out').length;
const journal = (session: Memory): unknown[] =>
  session
    .tab('Nhật ký')
    .values.slice(1)
    .map((row) => row[2]);

/** What a set-up makes: a register that an office keeps only when it wants it is none of them. */
const WANTED = TABS.filter((tab) => isWanted(tab, []));

describe('setting up', () => {
  it('lays out every tab with the plan, in a Vietnamese workbook, and records it', () => {
    const session = empty();
    session.environment.locale = 'en_US';
    const reply = setUp(session.ports, { template: 'mau' });
    expect(session.tabs.map(({ name }) => name)).toEqual(WANTED.map(({ name }) => name));
    expect(reply).toMatchObject({ indicators: 2, tasks: 1, statistics: 0, kept: [] });
    expect([session.environment.locale, session.environment.timeZone]).toEqual(['vi_VN', 'Asia/Ho_Chi_Minh']);
    expect(journal(session)).toEqual(['Thiết lập sổ']);
  });

  it('a second time changes nothing', () => {
    const session = empty();
    setUp(session.ports, { template: 'mau' });
    const once = cellsOf(session);
    const reply = setUp(session.ports, { template: 'mau' });
    expect(reply.made).toEqual([]);
    expect(reply.kept).toHaveLength(WANTED.length);
    expect(cellsOf(session)).toEqual(once);
  });

  it('makes a missing tab again and leaves the others as the office has them', () => {
    const session = empty();
    setUp(session.ports, { template: 'mau' });
    session.tabs.splice(
      session.tabs.findIndex(({ name }) => name === 'Nhật ký'),
      1,
    );
    const others = cellsOf(session);
    expect(setUp(session.ports, { template: 'mau' }).made).toEqual(['Nhật ký']);
    expect(cellsOf(session).filter(({ name }) => name !== 'Nhật ký')).toEqual(others);
  });

  it('does not make a tab twice that the office renamed', () => {
    const session = empty();
    setUp(session.ports, { template: 'mau' });
    session.tab('Kế hoạch - Nhiệm vụ').name = 'Nhiệm vụ 2024';
    expect(setUp(session.ports, { template: 'mau' }).made).toEqual([]);
  });

  it('leaves locale and zone of a workbook in use', () => {
    const session = memory({ templates: [SMALL_TEMPLATE], tabs: smallPlan() });
    session.environment.locale = 'en_US';
    setUp(session.ports, { template: 'mau' });
    expect(session.environment.locale).toBe('en_US');
  });

  it('leaves them too in a workbook that the office uses for something else', () => {
    const session = memory({ templates: [SMALL_TEMPLATE], tabs: [memoryTab(1, 'Thu chi', [['Thu', 1200.5]])] });
    session.environment.locale = 'en_US';
    setUp(session.ports, { template: 'mau' });
    expect(session.environment.locale).toBe('en_US');
    expect(session.tab('Thu chi').values).toEqual([['Thu', 1200.5]]);
  });

  it('refuses a template that is not there, and names those that are', () => {
    expect(() => setUp(empty().ports, { template: 'khac' })).toThrow('Các mẫu hiện có: mau');
  });

  it('refuses a workbook that a newer build made, and writes nothing', () => {
    const session = office({ settings: [{ name: 'Phiên bản sổ', value: '99' }] });
    expect(() => refresh(session.ports)).toThrow('phiên bản sổ 99');
    expect(writes(session)).toBe(0);
  });
});

describe('opening a period', () => {
  it('prepares its rows, states it and judges it', () => {
    const session = empty();
    setUp(session.ports, { template: 'mau' });
    const reply = openPeriod(session.ports, { period: H1 });
    expect(reply).toMatchObject({ period: H1, kept: 0 });
    const book = bookOf(session);
    expect(book.actuals.map(({ indicator }) => indicator)).toEqual(['T1', 'T2']);
    expect(book.entries.map(({ task }) => task)).toEqual(['N1']);
    expect(book.plan.periods.find(({ name }) => name === H1)?.state).toBe('entering');
    expect(session.tab('Nhập số liệu').values.flat()).toContain('Chưa có số liệu');
    expect(journal(session)).toEqual(['Thiết lập sổ', 'Mở kỳ báo cáo']);
  });

  it('a second time adds nothing and writes nothing', () => {
    const session = empty();
    setUp(session.ports, { template: 'mau' });
    const { added } = openPeriod(session.ports, { period: H1 });
    const once = cellsOf(session);
    session.forget();
    expect(openPeriod(session.ports, { period: ` ${H1.toUpperCase().normalize('NFD')} ` })).toMatchObject({
      added: 0,
      kept: added,
    });
    expect(writes(session)).toBe(0);
    expect(cellsOf(session)).toEqual(once);
  });

  it('again adds the row of an indicator that joined the plan meanwhile', () => {
    const session = office({ indicators: [indicator('T1'), indicator('T2'), indicator('T3')] });
    openPeriod(session.ports, { period: H1 });
    expect(bookOf(session).actuals.map(({ indicator }) => indicator)).toEqual(['T1', 'T2', 'T3']);
  });

  it('refuses an unknown or a closed period with the names there are', () => {
    expect(() => openPeriod(office().ports, { period: 'Quý II 2024' })).toThrow(
      'Các kỳ hiện có: Quý I 2024; 6 tháng đầu năm 2024',
    );
    expect(() => openPeriod(office().ports, { period: Q1 })).toThrow('đã chốt');
  });
});

describe('closing a period', () => {
  it('waits for the last day of its figures', () => {
    const session = memory({ tabs: smallPlan(), today: '2024-06-13' });
    expect(() => closePeriod(session.ports, { period: H1 })).toThrow('đến hết ngày 14/6/2024');
    expect(writes(session)).toBe(0);
  });

  it('freezes its facts, states it and records it', () => {
    const session = office();
    const reply = closePeriod(session.ports, { period: H1 });
    expect(reply).toMatchObject({ period: H1, version: 1 });
    const book = bookOf(session);
    expect(book.frozen).toHaveLength(reply.facts);
    expect(new Set(book.frozen.map(({ id }) => id))).toEqual(new Set(['T1', 'T2', 'N1']));
    expect(book.plan.periods.find(({ name }) => name === H1)?.state).toBe('closed');
    expect(journal(session)).toEqual(['Chốt kỳ báo cáo']);
  });

  it('leaves its rows judged as of its last day, whatever was typed since the last refresh', () => {
    const session = office();
    closePeriod(session.ports, { period: H1 });
    const { values } = session.tab('Nhập số liệu');
    const at = Math.max(...values.map((row) => row.indexOf('Đánh giá')));
    expect(values.find((row) => row[0] === 'T1' && row[1] === H1)?.[at]).toBe('Chưa đạt');
  });

  it('of a reopened period adds the next version beside the first', () => {
    const session = office();
    closePeriod(session.ports, { period: H1 });
    const periods = session.tab('Kỳ báo cáo');
    const row = periods.values.find(([name]) => name === H1);
    if (row !== undefined) row[13] = 'Đã mở lại';
    expect(closePeriod(session.ports, { period: H1 }).version).toBe(2);
    expect(new Set(bookOf(session).frozen.map(({ version }) => version))).toEqual(new Set([1, 2]));
  });

  it('refuses what is not open, and a later one before an earlier one', () => {
    expect(() => closePeriod(office().ports, { period: 'Năm 2024' })).toThrow(`Các kỳ đang nhập: ${H1}`);
    const session = office();
    openPeriod(session.ports, { period: 'Năm 2024' });
    expect(() => closePeriod(session.ports, { period: 'Năm 2024' })).toThrow(`Đề nghị chốt kỳ «${H1}» trước`);
  });

  it('writes nothing when the tab of frozen facts is broken', () => {
    const session = office();
    session.tabs.splice(
      session.tabs.findIndex(({ name }) => name === 'Bản chốt'),
      1,
    );
    expect(() => closePeriod(session.ports, { period: H1 })).toThrow('Bản chốt');
    expect(writes(session)).toBe(0);
  });
});

describe('refreshing', () => {
  it('writes verdicts, statuses and the overview; an unchanged workbook is not written to again', () => {
    const session = office();
    const reply = refresh(session.ports);
    expect(reply.counts.verdicts).toMatchObject({ met: 1, 'not-met': 1 });
    expect(reply.counts.statuses).toMatchObject({ overdue: 1 });
    const once = cellsOf(session);
    session.forget();
    session.environment.minutes += 5;
    expect(refresh(session.ports).written).toBe(0);
    expect(writes(session)).toBe(0);
    expect(cellsOf(session)).toEqual(once);
  });

  it('says how many cells hold something else, not how many blocks were written', () => {
    const desk = office();
    const before = desk.tabs.map(({ values }) => values.map((row) => [...row]));
    const { written } = refresh(desk.ports);
    const differs = desk.tabs.flatMap(({ values }, tab) =>
      values.flatMap((row, y) => row.filter((cell, x) => JSON.stringify(cell) !== JSON.stringify(before[tab]?.[y]?.[x] ?? ''))),
    );
    expect(written).toBe(differs.length);
    expect(written).toBeGreaterThan(6);
  });

  it('stamps the entry tabs once a day even when nothing else changed', () => {
    const session = office();
    refresh(session.ports);
    const stamps = () => ['Nhập số liệu', 'Nhập tiến độ'].map((name) => JSON.stringify(session.tab(name).values[0]));
    const [first] = stamps();
    session.environment.today = day('2024-06-21');
    refresh(session.ports);
    expect(stamps()[0]).not.toBe(first);
  });

  /** Everything an office may do to a tab, after which the same key still has the same verdict. */
  const MOVES: readonly (readonly [string, (session: Memory) => void])[] = [
    [
      'rows reversed',
      ({ tab }) => void tab('Nhập số liệu').values.splice(2, 2, ...tab('Nhập số liệu').values.slice(2, 4).reverse()),
    ],
    [
      'a column of the office in front',
      ({ tab }) => {
        for (const [at, row] of tab('Nhập số liệu').values.entries()) row.unshift(at === 1 ? 'Cột riêng' : '');
        for (const row of tab('Nhập số liệu').formats) row.unshift('');
      },
    ],
    ['a blank row between', ({ tab }) => insertRow(tab('Nhập số liệu'), 3)],
    ['a title row above', ({ tab }) => insertRow(tab('Nhập số liệu'), 0)],
    ['tabs reversed', ({ tabs }) => void tabs.reverse()],
    [
      'a tab renamed',
      ({ tab }) => {
        tab('Nhập số liệu').name = 'Số liệu 6 tháng';
      },
    ],
  ];
  it.each(MOVES)('gives the same verdicts after %s', (_, move) => {
    const session = office();
    move(session);
    expect(refresh(session.ports).counts).toEqual(refresh(office().ports).counts);
    const rows = session.tabs.find(({ sheetId }) => sheetId === 101)?.values ?? [];
    expect(rows.find((row) => row.includes('T1'))).toContain('Chưa đạt');
    expect(rows.find((row) => row.includes('T2'))).toContain('Đạt');
  });

  function insertRow(tab: { values: unknown[][]; formats: string[][] }, at: number): void {
    const width = tab.values[0]?.length ?? 0;
    tab.values.splice(
      at,
      0,
      Array.from({ length: width }, () => ''),
    );
    tab.formats.splice(
      at,
      0,
      Array.from({ length: width }, () => ''),
    );
  }

  const office210 = (count: number): Memory =>
    office({
      indicators: Array.from({ length: count }, (_, at) => indicator(`T${at}`)),
      actuals: Array.from({ length: count }, (_, at) => actual(`T${at}`, { numerator: at % 500, denominator: 500 })),
    });
  it('costs the same number of calls at 210 and at 2,100 rows', () => {
    const counts = [210, 2_100].map((rows) => {
      const session = office210(rows);
      refresh(session.ports);
      return session.calls.length;
    });
    expect(counts[0]).toBe(counts[1]);
  });
});

describe('broken tabs', () => {
  it('with a doubled header: the rest is judged, the column is named and not written', () => {
    const session = office();
    const headers = session.tab('Nhập số liệu').values[1];
    const verdict = headers?.indexOf('Đánh giá') ?? -1;
    if (headers !== undefined) headers[headers.indexOf('Ghi chú')] = 'Đánh giá';
    const reply = refresh(session.ports);
    expect(reply.problems.some(({ code }) => code === 'doubled-header')).toBe(true);
    expect(
      session
        .tab('Nhập số liệu')
        .values.slice(2)
        .map((row) => row[verdict]),
    ).toEqual(['', '']);
    expect(session.tab('Nhập tiến độ').values.flat()).toContain('Quá hạn chưa hoàn thành');
  });

  it('with a doubled key: the other rows are judged, the doubled ones are not written', () => {
    const session = office({
      actuals: [actual('T1', { numerator: 1, denominator: 2 }), actual('T1'), actual('T2', { numerator: 4, denominator: 5 })],
    });
    const reply = refresh(session.ports);
    expect(reply.problems.some(({ code }) => code === 'doubled-key')).toBe(true);
    const rows = session.tab('Nhập số liệu').values.slice(2);
    expect(rows[2]).toContain('Đạt');
    expect(rows.slice(0, 2).every((row) => !row.includes('Đạt') && !row.includes('Chưa đạt'))).toBe(true);
  });

  it('without the tab of tasks: indicators are still judged', () => {
    const session = office();
    session.tabs.splice(
      session.tabs.findIndex(({ name }) => name === 'Nhập tiến độ'),
      1,
    );
    expect(refresh(session.ports).problems.some(({ code }) => code === 'missing-tab')).toBe(true);
    expect(session.tab('Nhập số liệu').values.flat()).toContain('Chưa đạt');
  });
});

describe('checking', () => {
  it('names every problem with its cell, the serious ones first, and writes nothing', () => {
    const session = office({
      actuals: [actual('T1', { numerator: 600, denominator: 500 }), actual('T2', { numerator: 'nhiều', denominator: 5 })],
    });
    const before = cellsOf(session);
    const { problems, counts } = check(session.ports);
    expect(problems[0]?.severity).toBe('must-fix');
    expect(problems.find(({ code }) => code === 'numerator-above-denominator')?.at).toMatchObject({
      tab: 'Nhập số liệu',
      row: 3,
    });
    expect(problems.find(({ code }) => code === 'text-in-number')?.at?.a1).toContain('J4');
    expect(counts.problems['must-fix'] + counts.problems.review + counts.problems.note).toBe(problems.length);
    expect(cellsOf(session)).toEqual(before);
  });
});

describe('checking before any period is open', () => {
  it('tells what is wrong with the plan and the workbook itself', () => {
    const session = office({
      tasks: [task('N1', { lead: '' })],
      actuals: [],
      entries: [],
      periods: PERIOD_ROWS.map((row) => ({ ...row, state: '' })),
    });
    session.environment.timeZone = 'America/New_York';
    const codes = check(session.ports).problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['zone-differs', 'no-lead']));
    expect(codes).not.toContain('no-data-in-period');
  });
});

describe('the view of today', () => {
  it('says the period, what asks for attention with its cell, and who owes what', () => {
    const session = office({ actuals: [actual('T1', { numerator: 310, denominator: 500 }), actual('T2')] });
    const view = todayView(session.ports);
    expect(view.period?.line).toContain('15/12/2023 – 14/6/2024');
    expect(view.attention[0]?.text).toContain('Chưa đạt: Tỷ lệ hồ sơ của T1 (T1)');
    expect(view.attention[0]?.at).toMatchObject({ tab: 'Nhập số liệu', row: 3 });
    expect(view.owed).toEqual({ all: 1, mine: null });
    const rows = [{ id: 'T2', at: { tab: 'Nhập số liệu', row: 4 } }];
    expect(owed(session.ports).roles).toMatchObject([{ role: JUSTICE, count: 1, rows }]);
    expect(view.sample).toBe(false);
  });

  it('says that no period is open when none is', () => {
    const view = todayView(empty().ports);
    expect(view).toMatchObject({ period: null, attention: [], owed: { all: 0, mine: null } });
  });
});
