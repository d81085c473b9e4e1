import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanInForce, planOfRow, planReported, plansIn, rowsOfPlan, stageOf } from '../../src/domain/plan/plan.ts';
import { anIndicator, aPlan, aTask } from './builders.ts';

const aPlanInForce = (over: Partial<PlanInForce>): PlanInForce => ({
  id: 'KH1',
  title: 'Kế hoạch',
  kind: 'stage',
  years: { first: 2026, last: 2030 },
  stages: [],
  number: '',
  issuedOn: null,
  bases: [],
  note: '',
  ...over,
});
const STAGE = aPlanInForce({
  id: 'GĐ26-30',
  stages: [
    { first: 2026, last: 2027 },
    { first: 2028, last: 2030 },
  ],
});
const YEAR = aPlanInForce({ id: 'NĂM26', kind: 'year', years: { first: 2026, last: 2026 } });
const BOTH = [STAGE, YEAR];

describe('plans in force at once', () => {
  it.each([
    [2025, []],
    [2026, ['GĐ26-30', 'NĂM26']],
    [2027, ['GĐ26-30']],
    [2031, []],
  ] as const)('in %i are %j', (year, ids) => {
    expect(plansIn({ plans: BOTH }, year).map(({ id }) => id)).toEqual(ids);
  });

  it('always hold one that does not say its years', () => {
    expect(plansIn({ plans: [aPlanInForce({ years: null })] }, 1999)).toHaveLength(1);
  });

  it('are told in a report by the plan of the year where there is one, else by that of the stage', () => {
    expect(planReported({ plans: BOTH }, 2026)?.id).toBe('NĂM26');
    expect(planReported({ plans: BOTH }, 2027)?.id).toBe('GĐ26-30');
    expect(planReported({ plans: BOTH }, 2040)).toBeNull();
  });

  it('have the rows that name them, in any case and spacing; a row that names none is of the first', () => {
    expect(planOfRow({ plans: BOTH }, { plan: ' năm26 ' })?.id).toBe('NĂM26');
    expect(planOfRow({ plans: BOTH }, { plan: '' })?.id).toBe('GĐ26-30');
    expect(planOfRow({ plans: BOTH }, { plan: 'khác' })).toBeNull();
    expect(planOfRow({ plans: [] }, { plan: '' })).toBeNull();
  });

  it('share no row, and leave out only those that name a plan that is not there', () => {
    const named = fc.constantFrom('', 'GĐ26-30', 'NĂM26', 'năm26', 'khác');
    fc.assert(
      fc.property(fc.array(named), fc.array(named), (ofIndicators, ofTasks) => {
        const plan = aPlan({
          plans: BOTH,
          indicators: ofIndicators.map((each, at) => anIndicator({ id: `T${at}`, plan: each })),
          tasks: ofTasks.map((each, at) => aTask({ id: `N${at}`, plan: each })),
        });
        const rows = BOTH.map((each) => rowsOfPlan(plan, each));
        const ids = rows.flatMap(({ indicators, tasks }) => [...indicators, ...tasks].map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        const strangers = [...ofIndicators, ...ofTasks].filter((each) => each === 'khác').length;
        expect(ids).toHaveLength(ofIndicators.length + ofTasks.length - strangers);
      }),
    );
  });

  it('have stages of their own, or are one stage as a whole', () => {
    expect(stageOf(STAGE, 2027)).toEqual({ first: 2026, last: 2027 });
    expect(stageOf(STAGE, 2029)).toEqual({ first: 2028, last: 2030 });
    expect(stageOf(YEAR, 2026)).toEqual({ first: 2026, last: 2026 });
    expect(stageOf(YEAR, 2027)).toBeNull();
  });
});
