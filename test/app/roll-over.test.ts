import { beforeAll, describe, expect, it } from 'vitest';
import { undoPreview } from '../../src/app/history/undo.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { type RollOverAsked, rollOverPlan } from '../../src/app/plan/roll-over.ts';
import { rollOverState } from '../../src/app/plan/roll-over-state.ts';
import { composedReport } from '../../src/app/report/compose-report.ts';
import { indicator } from '../../src/app/today/indicators.ts';
import { day } from '../../src/domain/core/day.ts';
import type { RawTab } from '../../src/workbook/core/cell.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { officeOf, sampleTabs } from '../helpers/sample-office.ts';
import { cellsOf, Q3, ROLL, told, type, undoLast, withPlans } from './operations.ts';

/** The cells of every tab but the log, without the blank ones at the end of a line. */
const withoutLog = (tabs: readonly unknown[]) =>
  (tabs as readonly { name: string; values: unknown[][] }[])
    .filter(({ name }) => name !== 'Nhật ký')
    .map(({ name, values }) => ({
      name,
      values: values.map((line) =>
        line.slice(
          0,
          line.reduce<number>((last, cell, at) => (cell === '' ? last : at + 1), 0),
        ),
      ),
    }));

describe('rolling a plan over', () => {
  it('carries what goes on, under new codes that say which row they go on from, and leaves the last plan as it is', () => {
    const session = withPlans();
    const before = readBook(session.ports.workbook.read('all'));
    const reply = rollOverPlan(session.ports, ROLL);
    expect(reply).toMatchObject({ plan: 'KH2', indicators: 3, tasks: 1, renamed: 1, merged: 1, joined: 1 });
    const after = readBook(session.ports.workbook.read('all'));
    const next = [...after.plan.indicators, ...after.plan.tasks].filter(({ plan }) => plan === 'KH2');
    expect(next.map(({ id, title, follows }) => [id, title, follows])).toEqual([
      ['CT-01', 'Chỉ tiêu đã có', ['T5']],
      ['T1-25', 'Tỷ lệ hồ sơ của T1', ['T1', 'T3']],
      ['T2-25', 'Tên mới của T2', ['T2']],
      ['T6-25', 'Tỷ lệ hồ sơ của T6', ['T6']],
      ['N1-25', 'Việc N1', ['N1']],
    ]);
    const old = (book: typeof before) => [...book.plan.indicators, ...book.plan.tasks].filter(({ plan }) => plan !== 'KH2');
    expect(old(after)).toEqual(old(before));
    expect(after.plan.plans.map(({ id, years }) => [id, years?.first, years?.last])).toEqual([
      ['KH1', 2021, 2024],
      ['KH2', 2025, 2026],
    ]);
    expect(after.plan.periods.map(({ name }) => name)).toContain('6 tháng đầu năm 2025');
    // The row that named a plan before there was one is told no more.
    expect(after.problems).toEqual([]);
  });

  it('proposes the last level of each year, which binds nobody until it is confirmed', () => {
    const session = withPlans();
    rollOverPlan(session.ports, ROLL);
    const { plan } = readBook(session.ports.workbook.read('all'));
    const row = plan.indicators.find(({ id }) => id === 'T1-25');
    expect(row).toMatchObject({ origin: 'proposed' });
    expect([...(row?.targets ?? [])]).toEqual([
      [2025, { kind: 'number', value: 75 }],
      [2026, { kind: 'number', value: 75 }],
    ]);
  });

  it('is taken back as one operation, headers and periods too', () => {
    const session = withPlans();
    const before = cellsOf(session);
    rollOverPlan(session.ports, ROLL);
    expect(undoPreview(session.ports)?.text).toContain('Sang kế hoạch mới');
    undoLast(session.ports);
    expect(withoutLog(cellsOf(session))).toEqual(withoutLog(before));
    expect(undoPreview(session.ports)).toBeNull();
  });

  it('shows beside what is typed what the rows of the last plan reached, merged ones together', () => {
    const session = withPlans();
    type(session.tab('Kế hoạch'), ['KH1', 'Đến năm'], 2023);
    rollOverPlan(session.ports, { ...ROLL, plan: { ...ROLL.plan, first: 2024, last: 2024 }, periods: 'none' });
    openPeriod(session.ports, { period: Q3 });
    const cells = session.tab('Nhập số liệu').values;
    const at = (cells.find((line) => line.includes('Mã')) ?? []).indexOf('Kỳ trước');
    const previous = (id: string) => cells.find(([code, period]) => code === id && period === Q3)?.[at];
    // T1 is 301/500, T3 303/500.
    expect([previous('T1-24'), previous('T2-24'), previous('CT-01')]).toEqual([
      '60,40% (604/1.000)',
      '60,40% (302/500)',
      '61% (305/500)',
    ]);
    const entries = session.tab('Nhập tiến độ').values;
    const before = (entries.find((line) => line.includes('Mã')) ?? []).indexOf('Kết quả kỳ trước');
    expect(entries.find(([code, period]) => code === 'N1-24' && period === Q3)?.[before]).toBe('kết quả 1');
  });

  it('done again carries nothing twice', () => {
    const session = withPlans();
    rollOverPlan(session.ports, ROLL);
    const once = cellsOf(session);
    expect(rollOverPlan(session.ports, ROLL)).toMatchObject({ indicators: 0, tasks: 0, joined: 0, periods: [], columns: [] });
    expect(cellsOf(session)).toEqual(once);
  });

  it.each([
    ['a row that is not there', { id: 'T99', fate: 'drop', with: '' }, 'Không có dòng T99'],
    ['a name that is blank', { id: 'T2', fate: 'rename', with: ' ' }, 'chưa có tên mới'],
    ['a row that goes into one that ends', { id: 'T2', fate: 'merge', with: 'T4' }, 'không gộp được vào «T4»'],
    ['a target that goes into a task', { id: 'T2', fate: 'merge', with: 'N1' }, 'không nối với nhiệm vụ'],
    ['a row that the next plan does not have', { id: 'T2', fate: 'become', with: 'CT-99' }, 'không có dòng «CT-99»'],
  ] as const)('refuses %s before anything is written', (_, fate, sentence) => {
    const session = withPlans();
    const before = cellsOf(session);
    const rows = [...ROLL.rows.filter(({ id }) => id !== fate.id), fate];
    expect(told((ports) => rollOverPlan(ports, { ...ROLL, rows }), session.ports)).toContain(sentence);
    expect(cellsOf(session)).toEqual(before);
  });

  it('refuses the code of the plan that is left, and a workbook of an older layout', () => {
    const session = withPlans();
    const same: RollOverAsked = { ...ROLL, from: 'KH1', plan: { ...ROLL.plan, id: ' kh1' } };
    expect(told((ports) => rollOverPlan(ports, same), session.ports)).toContain('phải có ký hiệu khác');
  });
});

/** The demonstration's two and a half years of figures, into the plan of 2026-2030. */
describe('the sample with its history, in its next plan', () => {
  let tabs: readonly RawTab[];
  const NEXT: RollOverAsked = {
    from: 'KH1',
    plan: {
      id: 'KH2',
      title: 'Kế hoạch CCHC giai đoạn 2025 - 2030',
      kind: 'stage',
      first: 2025,
      last: 2030,
      number: '',
      issuedOn: '',
    },
    ...{ periods: 'none', levels: true, baselines: false },
    rows: [{ id: 'T3.8', fate: 'rename', with: 'Mức độ hài lòng của người dân, tổ chức' }],
  };
  beforeAll(() => {
    tabs = sampleTabs();
  }, 300_000);

  /** As if the plan had ended with 2024: so that its last year is the one before the next plan's first. */
  function rolledOffice() {
    const { environment, ports } = officeOf(tabs);
    const plans = environment.tab('Kế hoạch').values;
    const last = plans.find((row) => row.includes('Đến năm'))?.indexOf('Đến năm') ?? -1;
    const row = plans.find(([id]) => id === 'KH1');
    if (row === undefined || last < 0) throw new Error('no plan');
    row[last] = 2024;
    environment.environment.today = day('2025-06-10');
    rollOverPlan(ports, NEXT);
    openPeriod(ports, { period: '6 tháng đầu năm 2025' });
    const cells = environment.tab('Nhập số liệu').values;
    const headers = cells.find((line) => line.includes('Mã')) ?? [];
    const typed = cells.find(([id, period]) => id === 'T3.8-25' && period === '6 tháng đầu năm 2025');
    if (typed === undefined) throw new Error('no row of the new plan');
    typed[headers.indexOf('Tử số')] = 480;
    typed[headers.indexOf('Mẫu số')] = 500;
    refresh(ports);
    return { environment, ports };
  }

  it('opens a period of the next plan with its rows alone, and none of the last', () => {
    const { ports } = rolledOffice();
    const { actuals } = readBook(ports.workbook.read('all'));
    const ids = actuals.filter(({ period }) => period === '6 tháng đầu năm 2025').map((row) => row.indicator);
    expect(ids.length).toBeGreaterThan(90);
    expect(ids.filter((id) => !id.endsWith('-25'))).toEqual([]);
  });

  it('goes on with the chart, its levels and «cùng kỳ» of the row that it goes on from', () => {
    const { ports } = rolledOffice();
    const { history, targets } = indicator(ports, { id: 'T3.8-25' });
    const reached = history.flatMap(({ name, kept, measured }) => (kept !== null || measured !== null ? [name] : []));
    expect(reached).toEqual(expect.arrayContaining(['6 tháng đầu năm 2024', '6 tháng đầu năm 2025']));
    expect(targets.map(([year]) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    const book = readBook(ports.workbook.read('all'));
    const period = book.plan.periods.find(({ name }) => name === '6 tháng đầu năm 2025');
    if (period === undefined) throw new Error('no period');
    const report = composedReport(book, { period, asOf: period.end, madeOn: period.end, version: 1, draft: true });
    const item = report.annexes.indicators.flatMap(({ items }) => items).find((each) => each.indicator.id === 'T3.8-25');
    expect(item?.trend).toMatchObject({ period: '6 tháng đầu năm 2024', year: 2024 });
    // The report of the last plan reads as before.
    const old = book.plan.periods.find(({ name }) => name === '6 tháng đầu năm 2024');
    if (old === undefined) throw new Error('no period');
    const before = composedReport(book, { period: old, asOf: old.end, madeOn: old.end, version: 1, draft: true });
    expect(before.indicators.judged).toBeGreaterThan(10);
    expect(before.annexes.indicators.flatMap(({ items }) => items).map((each) => each.indicator.id)).toContain('T3.8');
  });

  it('takes figures from the rows of its own plan', () => {
    const { ports } = rolledOffice();
    const { plan } = readBook(ports.workbook.read('all'));
    expect(plan.indicators.find(({ id }) => id === 'T3.4-25')?.links).toEqual({
      numerator: ['TK3.9-25'],
      denominator: ['TK3.8-25'],
    });
    expect(plan.indicators.filter(({ id, parent }) => id.endsWith('-25') && parent !== '' && !parent.endsWith('-25'))).toEqual(
      [],
    );
  });

  it('lists on its screen what is not carried yet', () => {
    const { ports } = officeOf(tabs);
    const { rows, next, from } = rollOverState(ports, {});
    expect(from).toBe('KH1');
    expect(next).toMatchObject({ id: 'KH2', first: 2026, last: 2030, kind: 'stage' });
    expect(next.title).toContain('2026');
    expect(rows.filter(({ of }) => of === 'indicator')).toHaveLength(37);
    expect(new Set(rows.map(({ proposed }) => proposed.fate))).toEqual(new Set(['keep', 'drop']));
    rollOverPlan(ports, { ...NEXT, plan: { ...NEXT.plan, first: 2026 } });
    expect(
      rollOverState(ports, { to: 'KH2' })
        .rows.map(({ proposed }) => proposed.fate)
        .filter((fate) => fate !== 'drop'),
    ).toEqual([]);
  });
});
