import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMoney } from '../../src/domain/checks/check-money.ts';
import { day } from '../../src/domain/core/day.ts';
import { AMOUNTS, moneyIn, moneySourceOf, moneyTables } from '../../src/domain/plan/money.ts';
import type { PlanInForce } from '../../src/domain/plan/plan.ts';
import type { Task } from '../../src/domain/plan/task.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayMatrix } from '../../src/words/report/papers/matrix.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { aFullOffice, aReport } from '../paper/report-facts.ts';
import { aTask } from './builders.ts';

const aPlanInForce = (over: Partial<PlanInForce>): PlanInForce => ({
  id: 'KH1',
  title: '',
  kind: 'stage',
  years: { first: 2021, last: 2025 },
  stages: [],
  number: '',
  issuedOn: null,
  bases: [],
  note: '',
  ...over,
});
const PLANS = { plans: [aPlanInForce({}), aPlanInForce({ id: 'KH2024', kind: 'year', years: { first: 2024, last: 2024 } })] };
const yearly = (over: Partial<Task>): Task => aTask({ frequency: 'yearly', budgetSource: 'Ngân sách xã', ...over });
const money = (budget: number | null, allotted: number | null, spent: number | null) => ({ budget, allotted, spent });

describe('the money of a plan', () => {
  it.each([
    ['', 'unsaid'],
    ['Ngân sách xã', 'budget'],
    ['NSNN', 'budget'],
    ['Ngoài ngân sách', 'outside'],
    ['Xã hội hóa', 'outside'],
    ['Nguồn tài trợ của doanh nghiệp', 'outside'],
  ])('of «%s» is %s', (budgetSource, source) => {
    expect(moneySourceOf({ budgetSource })).toBe(source);
  });

  it.each([
    ['of a year’s plan is for that year', yearly({ plan: 'KH2024' }), '2024-2024'],
    ['of recurring work of a stage is for the stage', yearly({ plan: 'KH1' }), '2021-2025'],
    ['of dated work is for the year in which it is due', aTask({ plan: 'KH1' }), '2024-2024'],
    ['of dated work over years is for them', aTask({ plan: 'KH1', startOn: day('2022-03-01') }), '2022-2024'],
  ])('%s', (_, task, span) => {
    const [table] = moneyTables(PLANS, [{ ...task, budget: 5 }], []);
    expect(`${table?.years?.first}-${table?.years?.last}`).toBe(span);
  });

  it('of a year is told in that year, that of the stage in each of its years', () => {
    const tables = moneyTables(PLANS, [yearly({ plan: 'KH2024', budget: 5 }), yearly({ plan: 'KH1', budget: 7 })], []);
    const told = (year: number) => moneyIn(tables, year).map(({ sums }) => sums.budget);
    expect([told(2023), told(2024), told(2026)]).toEqual([[7], [7, 5], []]);
  });

  it('is the same sum by fields, by sources and over all rows, whatever was typed', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 10_000 }).map((tenth) => tenth / 10));
    const task = fc.record({
      field: fc.constantFrom('A', 'B', 'C'),
      budgetSource: fc.constantFrom('', 'Ngân sách', 'Ngoài ngân sách'),
      plan: fc.constantFrom('KH1', 'KH2024'),
      budget: amount,
      allotted: amount,
      spent: amount,
    });
    fc.assert(
      fc.property(fc.array(task), (rows) => {
        const tasks = rows.map(yearly);
        const tables = moneyTables(PLANS, tasks, ['B', 'A']);
        for (const key of AMOUNTS) {
          const whole = tasks.reduce((all, row) => all + (row[key] ?? 0), 0);
          const total = (sums: readonly { readonly sums: Readonly<Record<typeof key, number | null>> }[]) =>
            sums.reduce((all, { sums: each }) => all + (each[key] ?? 0), 0);
          expect(total(tables)).toBeCloseTo(whole, 6);
          expect(total(tables.flatMap(({ fields }) => fields))).toBeCloseTo(whole, 6);
          expect(total(tables.flatMap(({ sources }) => sources))).toBeCloseTo(whole, 6);
        }
      }),
    );
  });

  it('is asked about where it cannot be so, and never where there is none', () => {
    const codes = (over: Partial<Task>) => checkMoney(yearly(over)).map(({ code, at }) => `${code} ${at.field}`);
    expect(codes(money(null, null, null))).toEqual([]);
    expect(codes(money(10, 10, 10))).toEqual([]);
    expect(codes(money(10, 8, 9))).toEqual(['spent-above-allotted spent']);
    expect(codes(money(10, null, 9))).toEqual(['spent-not-allotted allotted']);
    expect(codes(money(10, 12, null))).toEqual(['allotted-above-estimate allotted']);
    expect(codes(money(-1, null, null))).toEqual(['negative-number budget']);
    expect(codes({ ...money(10, null, null), budgetSource: ' ' })).toEqual(['money-source-missing budgetSource']);
  });
});

describe('a report about a plan', () => {
  const office = aFullOffice();
  const paid = {
    ...office,
    plan: {
      ...office.plan,
      tasks: office.plan.tasks.map((task, at) =>
        at === 0 ? { ...task, ...money(30, 25, 20.5), budgetSource: 'Ngân sách xã' } : task,
      ),
    },
  };

  it('tells its money in one sentence, and each task in an annex of its own', () => {
    const said = toText(sayReport(aReport(paid)));
    expect(said).toContain(
      'dự toán 30 triệu đồng, được giao 25 triệu đồng, đã chi 20,50 triệu đồng, giải ngân 82% số được giao; trong đó ngân sách dự toán 30 triệu đồng',
    );
    expect(said).toContain('KINH PHÍ THỰC HIỆN CẢI CÁCH HÀNH CHÍNH');
  });

  it('says no word of money where the plan has none', () => {
    expect(toText(sayReport(aReport(office))).toLowerCase()).not.toContain('kinh phí');
    expect(toText(sayMatrix(aReport(office), office.plan.tasks))).not.toContain('Dự toán');
  });

  it('has its sums in the Khung, too', () => {
    const said = toText(sayMatrix(aReport(paid), paid.plan.tasks, moneyTables(paid.plan, paid.plan.tasks, [])));
    expect(said).toMatch(/Cộng\t+30\t25\t20,50\t82%/u);
  });
});
