import { describe, expect, it } from 'vitest';
import { a1 } from '../../src/workbook/core/address.ts';
import { layoutsOf } from '../../src/workbook/layout/layouts.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { PLANS } from '../../src/workbook/tabs/plans.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { type MemoryTab, memoryTab } from '../app/memory-ports.ts';
import { on, smallPlan, tabWith } from '../app/small-plan.ts';
import { rawBook } from './books.ts';

const ROW = { id: 'GĐ26-30', title: 'Kế hoạch giai đoạn', kind: 'Giai đoạn', firstYear: 2026, lastYear: 2030 };
const read = (...tabs: readonly MemoryTab[]) => readBook(rawBook([...smallPlan({}), ...tabs]));
const settings = (rows: readonly { name: string; value: string }[]) => readBook(rawBook([...smallPlan({ settings: rows })]));

describe('the tab of plans', () => {
  it('may lack, and then the one plan of the general settings is told', () => {
    const { plan, problems } = settings([
      { name: 'Tên Kế hoạch giai đoạn', value: 'Kế hoạch mẫu' },
      { name: 'Giai đoạn', value: '2021 - 2025' },
      { name: 'Ngày ban hành Kế hoạch giai đoạn', value: '20/12/2021' },
    ]);
    expect(plan.plans).toMatchObject([
      { id: '', title: 'Kế hoạch mẫu', years: { first: 2021, last: 2025 }, issuedOn: '2021-12-20', kind: 'stage' },
    ]);
    expect(problems.filter(({ tab }) => tab === PLANS.name)).toEqual([]);
  });

  it('is read row by row, with stages, days and legal bases', () => {
    const { plan, problems } = read(
      tabWith(
        PLANS,
        [
          {
            ...ROW,
            stages: '2026-2027; 2028 – 2030',
            issuedOn: on('2026-02-20'),
            number: '15/KH-UBND',
            bases: 'Quyết định A; Quyết định B',
          },
          { id: 'NĂM26', title: 'Kế hoạch năm', kind: 'Năm', firstYear: 2026 },
        ],
        900,
      ),
    );
    expect(problems).toEqual([]);
    expect(plan.plans).toMatchObject([
      {
        id: 'GĐ26-30',
        years: { first: 2026, last: 2030 },
        stages: [
          { first: 2026, last: 2027 },
          { first: 2028, last: 2030 },
        ],
        number: '15/KH-UBND',
        issuedOn: '2026-02-20',
        bases: ['Quyết định A', 'Quyết định B'],
      },
      { id: 'NĂM26', kind: 'year', years: { first: 2026, last: 2026 }, stages: [] },
    ]);
  });

  it('tells stages that are no years, and a row of a plan that is not there, each at its cell', () => {
    const tabs = smallPlan({ tasks: [{ id: 'N1', title: 'Việc', field: 'A', frequency: 'Thường xuyên', plan: 'KHÁC' }] });
    const { problems } = readBook(rawBook([...tabs, tabWith(PLANS, [{ ...ROW, stages: 'hai giai đoạn' }], 900)]));
    const told = problems.map(({ code, at }) => [code, at === null ? null : a1(at)]);
    const column = Object.keys(TASKS.columns).indexOf('plan') + 1;
    expect(told).toEqual([
      ['not-in-list', 'Kế hoạch!F3'],
      ['not-in-list', `Kế hoạch - Nhiệm vụ!${String.fromCharCode(64 + column)}3`],
    ]);
  });

  it('is not a tab of that name which the office has for something else', () => {
    const { plan, problems, tables } = read(
      memoryTab(901, 'Kế hoạch', [
        ['Việc', 'Ai làm'],
        ['Họp', 'Văn phòng'],
      ]),
    );
    expect(tables.has('plans')).toBe(false);
    expect(problems.filter(({ tab }) => tab === 'Kế hoạch')).toEqual([]);
    expect(plan.plans.every(({ id }) => id === '')).toBe(true);
  });

  it('is found by its headers under another name', () => {
    const own = { ...tabWith(PLANS, [ROW], 900), name: 'Các kế hoạch của đơn vị' };
    expect(read(own).plan.plans.map(({ id }) => id)).toEqual(['GĐ26-30']);
  });
});

describe('levels of a stage', () => {
  const headers = [
    'Mã',
    'Lĩnh vực',
    'Chỉ tiêu',
    'Loại chỉ tiêu',
    'Đơn vị tính',
    'Năm 2026',
    'Giai đoạn 2026 - 2027',
    'Giai đoạn 2028-2030',
  ];
  const rows = [
    ['T1', 'A', 'Của giai đoạn', 'Từ mức trở lên', '%', '', 80, 90],
    ['T2', 'A', 'Của năm', 'Từ mức trở lên', '%', 85, '', ''],
    ['T3', 'A', 'Của cả hai', 'Từ mức trở lên', '%', 85, 80, 90],
  ];
  const template = { tabs: { [INDICATORS.name]: [headers, ...rows] } };
  const laid = layoutsOf(template).map(({ name, top, rows: below }, at) => memoryTab(at + 1, name, [...top, ...below]));
  const { plan, problems, addressOf } = readBook(rawBook(laid));

  it('hold for each of its years, and what a year has of its own comes first', () => {
    expect(problems).toEqual([]);
    const levels = (id: string) =>
      [...(plan.indicators.find((each) => each.id === id)?.targets ?? [])]
        .map(([year, level]) => [year, level.kind === 'number' ? level.value : null])
        .sort();
    expect(levels('T1')).toEqual([
      [2026, 80],
      [2027, 80],
      [2028, 90],
      [2029, 90],
      [2030, 90],
    ]);
    expect(levels('T2')).toEqual([[2026, 85]]);
    expect(levels('T3')).toEqual([
      [2026, 85],
      [2027, 80],
      [2028, 90],
      [2029, 90],
      [2030, 90],
    ]);
  });

  it('are named by the cell in which they stand', () => {
    const cell = (id: string, year: number) => {
      const at = addressOf({ of: 'indicator', id, period: '', field: `year-${year}` });
      return at === null ? null : a1(at);
    };
    expect(cell('T1', 2026)).toBe('Kế hoạch - Chỉ tiêu!G3');
    expect(cell('T1', 2029)).toBe('Kế hoạch - Chỉ tiêu!H3');
    expect(cell('T2', 2026)).toBe('Kế hoạch - Chỉ tiêu!F4');
    expect(cell('T3', 2026)).toBe('Kế hoạch - Chỉ tiêu!F5');
  });
});
