import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import { VERDICTS } from '../../src/domain/judging/verdict.ts';
import { type Actual, type Indicator, TARGET_KINDS } from '../../src/domain/plan/indicator.ts';
import { anActual, anIndicator, aPlan, at2024, number, period, TODAY, word } from './builders.ts';

const of = (
  indicator: Partial<Indicator>,
  actual: Partial<Actual> = {},
  context: { kind?: 'q1' | 'h1' | 'q3' | 'year'; asOf?: string } = {},
) => {
  const at = period(context.kind ?? 'h1');
  const row = anActual({ ...actual, period: at.name });
  return judge(anIndicator(indicator), row, {
    period: at,
    asOf: day(context.asOf ?? TODAY),
    plan: aPlan({ settings: [{ key: 'plan-years', value: '2021 - 2025', from: null }] }),
    actuals: [row],
  });
};
const rate = (numerator: number | null, denominator: number | null) => ({ numerator, denominator });
const RANK = { kind: 'rank-at-most', unit: 'hạng', ...at2024(number(5)) } as const;
const GRADE = { kind: 'grade-at-least', unit: 'xếp loại', ...at2024({ kind: 'grade', grade: 'Tốt' }) } as const;
const WAIT = { kind: 'at-most', unit: 'phút', ...at2024(number(15)) } as const;
const RANGE = { kind: 'between', ...at2024({ kind: 'range', from: 98, to: 100 }) } as const;
const FALL = { kind: 'below-baseline', unit: 'người', baseline: 20, ...at2024(number(0)) } as const;

describe('the verdict on one indicator', () => {
  test.each<[string, Partial<Indicator>, Partial<Actual>, string, string]>([
    ['98% exactly passes a floor of 98', RANGE, rate(98, 100), 'met', 'target-reached'],
    ['97,99% fails although it prints 98,0%', RANGE, rate(9799, 10_000), 'not-met', 'target-missed'],
    ['97,999999% fails although it prints 98%', RANGE, rate(97_999_999, 100_000_000), 'not-met', 'target-missed'],
    ['96,96% is not 97%', at2024(number(97)), rate(9696, 10_000), 'not-met', 'target-missed'],
    ['100% is never a breach of 98–100', RANGE, rate(50, 50), 'met', 'target-exceeded'],
    ['a decimal level is compared exactly', at2024(number(64.1)), rate(641, 1000), 'met', 'target-reached'],
    ['above a range of another unit is not met', { ...RANGE, unit: 'điểm' }, { typed: number(101) }, 'not-met', 'target-missed'],
    ['within the tolerance is near', { tolerance: 2 }, rate(96, 100), 'nearly-met', 'within-tolerance'],
    ['beyond the tolerance is not', { tolerance: 2 }, rate(959, 1000), 'not-met', 'target-missed'],
    ['a typed percentage counts when nothing else is typed', {}, { typed: number(98) }, 'met', 'target-reached'],
    ['numerator and denominator decide over it', {}, { ...rate(90, 100), typed: number(99) }, 'not-met', 'target-missed'],
    ['a part above its whole is no result', {}, rate(1126, 1120), 'no-data', 'part-above-whole'],
    ['a rate typed above 100% is none either', {}, { typed: number(120) }, 'no-data', 'not-usable'],
    ['more than 100% of a level above 100 is one', at2024(number(105)), rate(106, 100), 'met', 'target-exceeded'],
    ['something of nothing is no result', {}, rate(5, 0), 'no-data', 'part-above-whole'],
    ['nor is a mean over nothing', WAIT, rate(5, 0), 'no-data', 'denominator-missing'],
    ['denominator 0: nothing arose', {}, rate(0, 0), 'nothing-arose', 'denominator-zero'],
    ['declared: nothing arose', {}, { typed: { kind: 'nothing-arose' } }, 'nothing-arose', 'declared-nothing-arose'],
    ['declared: not applicable', {}, { typed: { kind: 'not-applicable' } }, 'not-applicable', 'declared-not-applicable'],
    ['nothing typed', {}, {}, 'no-data', 'nothing-typed'],
    ['numerator alone', {}, rate(5, null), 'no-data', 'denominator-missing'],
    ['a word where a number is wanted', {}, { typed: word('nhiều') }, 'no-data', 'not-usable'],
    ['a row that is only tracked', { kind: 'track-only' }, rate(1, 2), 'track-only', 'kind-is-track-only'],
    ['no level this year', { targets: new Map([[2025, number(80)]]) }, rate(1, 2), 'track-only', 'no-target-this-year'],
    ['rank 5 of at most 5', RANK, { typed: number(5) }, 'met', 'target-reached'],
    ['rank 6 of at most 5', RANK, { typed: number(6) }, 'not-met', 'target-missed'],
    ['rank 6 with one step of tolerance', { ...RANK, tolerance: 1 }, { typed: number(6) }, 'nearly-met', 'within-tolerance'],
    ['rank 0 is no rank', RANK, { typed: number(0) }, 'no-data', 'not-usable'],
    ['a rank not yet published', RANK, {}, 'not-due', 'awaiting-publication'],
    ['a grade not yet published', GRADE, {}, 'not-due', 'awaiting-publication'],
    ['the grade itself', GRADE, { typed: word('TỐT') }, 'met', 'target-reached'],
    ['a higher grade', GRADE, { typed: word('xuất sắc') }, 'met', 'target-exceeded'],
    ['a grade in NFD', GRADE, { typed: word('Tốt'.normalize('NFD')) }, 'met', 'target-reached'],
    ['one grade lower', GRADE, { typed: word('Khá') }, 'not-met', 'target-missed'],
    [
      'one grade lower, one step of tolerance',
      { ...GRADE, tolerance: 1 },
      { typed: word('Khá') },
      'nearly-met',
      'within-tolerance',
    ],
    ['a grade that is on no scale', GRADE, { typed: word('Ổn') }, 'no-data', 'unknown-grade'],
    ['a mean of 15 minutes', WAIT, rate(4500, 300), 'met', 'target-reached'],
    ['a mean above 15 minutes', WAIT, rate(4501, 300), 'not-met', 'target-missed'],
    ['fewer than the baseline', FALL, { typed: number(19) }, 'met', 'target-exceeded'],
    ['as many as the baseline', FALL, { typed: number(20) }, 'not-met', 'target-missed'],
    ['no baseline is never red', { ...FALL, baseline: null }, { typed: number(30) }, 'no-data', 'baseline-missing'],
    ['a fall of 10% wanted, 10% reached', { ...FALL, ...at2024(number(10)) }, { typed: number(18) }, 'met', 'target-reached'],
    [
      'a statistic is never judged',
      { kind: 'statistic', unit: 'hồ sơ' },
      { typed: number(3) },
      'track-only',
      'kind-is-track-only',
    ],
  ])('%s', (...[, indicator, actual, verdict, reason]) => {
    expect(of(indicator, actual)).toMatchObject({ verdict, reason });
  });

  test.each([
    ['half-and-year', 'q1', 'not-due'],
    ['half-and-year', 'h1', 'met'],
    ['half-and-year', 'q3', 'not-due'],
    ['half-and-year', 'year', 'met'],
    ['year', 'h1', 'not-due'],
    ['year', 'year', 'met'],
    ['plan-end', 'year', 'not-due'],
  ] as const)('judged %s: in %s of 2024 it is %s', (judged, kind, verdict) => {
    expect(of({ judged }, rate(99, 100), { kind }).verdict).toBe(verdict);
  });

  test('a milestone is judged in the report of its year, as every level of the year is, and in no earlier one', () => {
    const milestone = { kind: 'milestone', targets: new Map([[2024, number(100)]]) } as const;
    for (const kind of ['q1', 'h1', 'q3'] as const)
      expect(of(milestone, rate(1, 2), { kind })).toMatchObject({ verdict: 'not-due', reason: 'before-milestone' });
    expect(of(milestone, rate(1, 2), { kind: 'year', asOf: '2024-12-14' }).verdict).toBe('not-met');
  });

  test.each([
    ['month', 'month', 'met'],
    ['month', 'special', 'not-due'],
    ['every-period', 'special', 'met'],
    ['quarter', 'month', 'not-due'],
    ['quarter', 'quarter', 'met'],
    ['quarter', 'nine-months', 'met'],
    ['half-and-year', 'nine-months', 'not-due'],
    ['half-and-year', 'half', 'met'],
    ['year', 'month', 'not-due'],
    ['year', 'nine-months', 'not-due'],
  ] as const)('judged %s: in a report of the type %s it is %s, whatever month it ends in', (judged, type, verdict) => {
    for (const end of ['2024-05-31', '2024-10-31', '2024-12-31']) {
      const at = { ...period('year'), type, turn: 1, end: day(end) };
      const row = anActual({ period: at.name, ...rate(99, 100) });
      const context = { period: at, asOf: day(end), plan: aPlan(), actuals: [row] };
      expect(judge(anIndicator({ judged }), row, context).verdict).toBe(verdict);
    }
  });

  test('linked rows give the figures, and one blank row leaves them blank', () => {
    const indicator = anIndicator({ links: { numerator: ['TK1', 'TK2'], denominator: ['TK3'] } });
    const rows = [
      anActual({ indicator: 'TK1', typed: number(40) }),
      anActual({ indicator: 'TK2', numerator: 58 }),
      anActual({ indicator: 'TK3', typed: number(100) }),
    ];
    const context = { period: period('h1'), asOf: TODAY, plan: aPlan() };
    expect(judge(indicator, null, { ...context, actuals: rows })).toMatchObject({
      verdict: 'met',
      measured: { numerator: 98, denominator: 100 },
    });
    expect(judge(indicator, null, { ...context, actuals: rows.slice(1) }).verdict).toBe('no-data');
  });
});

describe('properties of verdicts', () => {
  const count = fc.integer({ min: 0, max: 1_000_000 });
  const level = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);

  test('one more achievement never turns Đạt into Chưa đạt', () => {
    fc.assert(
      fc.property(count, count, level, (numerator, denominator, value) => {
        const higher = (n: number) => of(at2024(number(value)), rate(n, denominator)).verdict;
        const lower = (n: number) => of({ ...WAIT, ...at2024(number(value)) }, rate(n, denominator)).verdict;
        // One more than the whole is no achievement but a mistake.
        if (numerator < denominator && higher(numerator) === 'met') expect(higher(numerator + 1)).toBe('met');
        expect(higher(denominator + 1)).toBe('no-data');
        if (numerator > 0 && lower(numerator) === 'met') expect(lower(numerator - 1)).toBe('met');
      }),
    );
  });

  test('a rate is met exactly when numerator × 100 ≥ level × denominator, in whole numbers', () => {
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1000 }),
        (numerator, denominator, tenths) => {
          const met = BigInt(numerator) * 1000n >= BigInt(tenths) * BigInt(denominator);
          const judged = of(at2024(number(tenths / 10)), rate(numerator, denominator));
          // A part above its whole is a mistake, not a result.
          const isRate = numerator <= denominator;
          expect(judged.verdict).toBe(isRate ? (met ? 'met' : 'not-met') : 'no-data');
        },
      ),
    );
  });

  test('no row, however odd, makes it throw', () => {
    const odd = fc.option(fc.double({ noNaN: true }), { nil: null });
    const typed = fc.option(fc.oneof(fc.double({ noNaN: true }).map(number), fc.string().map(word)), { nil: null });
    const target = fc.oneof(
      fc.double({ noNaN: true }).map(number),
      fc.string().map((grade) => ({ kind: 'grade' as const, grade })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...TARGET_KINDS),
        odd,
        odd,
        typed,
        target,
        odd,
        odd,
        (...[kind, numerator, denominator, said, wanted, baseline, tolerance]) => {
          const judgement = of({ kind, baseline, tolerance, ...at2024(wanted) }, { numerator, denominator, typed: said });
          expect(VERDICTS).toContain(judgement.verdict);
        },
      ),
      { numRuns: 500 },
    );
  });
});
