import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/domain/judging/judge.ts';
import { type Actual, type Indicator, TARGET_KINDS } from '../../src/domain/plan/indicator.ts';
import { readNumber } from '../../src/words/core/number.ts';
import { sayJudgement, sayLevel, sayResult } from '../../src/words/judging/verdict.ts';
import { anActual, anIndicator, aPlan, at2024, number, period, TODAY, word } from '../domain/builders.ts';

const judged = (indicator: Partial<Indicator>, actual: Partial<Actual> = {}) => {
  const row = anActual(actual);
  return judge(anIndicator(indicator), row, { period: period('h1'), asOf: TODAY, plan: aPlan(), actuals: [row] });
};
const said = (indicator: Partial<Indicator>, actual: Partial<Actual> = {}): string =>
  sayJudgement(judged(indicator, actual), anIndicator(indicator));
const rate = (numerator: number | null, denominator: number | null) => ({ numerator, denominator });
const RANK = { kind: 'rank-at-most', unit: 'hạng', ...at2024(number(5)) } as const;
const GRADE = { kind: 'grade-at-least', unit: 'xếp loại', ...at2024({ kind: 'grade', grade: 'Tốt' }) } as const;
const WAIT = { kind: 'at-most', unit: 'phút', ...at2024(number(15)) } as const;
const FALL = { kind: 'below-baseline', unit: 'người', baseline: 20, ...at2024(number(0)) } as const;

describe('the sentence of a verdict', () => {
  test.each<[string, Partial<Indicator>, Partial<Actual>]>([
    ['đạt 62% (310/500), thấp hơn 13 điểm phần trăm so với chỉ tiêu (từ 75% trở lên)', at2024(number(75)), rate(310, 500)],
    [
      'đạt 99,21% (1.250/1.260), đạt chỉ tiêu (từ 98% trở lên)',
      { kind: 'between', ...at2024({ kind: 'range', from: 98, to: 100 }) },
      rate(1250, 1260),
    ],
    [
      'đạt 97,30% (973/1.000), thấp hơn 0,70 điểm phần trăm so với chỉ tiêu (từ 98% trở lên), trong mức chênh cho phép',
      { tolerance: 1 },
      rate(973, 1000),
    ],
    [
      'đạt 97,9999% (979.999/1.000.000), thấp hơn chưa đến 0,01 điểm phần trăm so với chỉ tiêu (từ 98% trở lên)',
      {},
      rate(979_999, 1_000_000),
    ],
    ['đạt 90% (9/10), thấp hơn 10 điểm phần trăm so với chỉ tiêu (100%)', at2024(number(100)), rate(9, 10)],
    ['đạt 97,50%, thấp hơn 0,50 điểm phần trăm so với chỉ tiêu (từ 98% trở lên)', {}, { typed: number(97.5) }],
    ['xếp hạng 7, kém 2 bậc so với chỉ tiêu (không quá hạng 5)', RANK, { typed: number(7) }],
    ['xếp hạng 3, đạt chỉ tiêu (không quá hạng 5)', RANK, { typed: number(3) }],
    ['chờ cấp trên công bố kết quả (chỉ tiêu: không quá hạng 5)', RANK, {}],
    ['xếp loại Khá, kém 1 bậc so với chỉ tiêu (từ loại Tốt trở lên)', GRADE, { typed: word('Khá') }],
    ['trung bình 17 phút (5.100/300), cao hơn 2 phút so với chỉ tiêu (không quá 15 phút)', WAIT, rate(5100, 300)],
    ['hiện có 19 người (số liệu gốc 20 người), đạt chỉ tiêu (thấp hơn số liệu gốc)', FALL, { typed: number(19) }],
    [
      'hiện có 20 người (số liệu gốc 20 người), bằng số liệu gốc, chưa đạt chỉ tiêu (thấp hơn số liệu gốc)',
      FALL,
      { typed: number(20) },
    ],
    [
      'hiện có 22 người (số liệu gốc 20 người), cao hơn số liệu gốc 10%, chưa đạt chỉ tiêu (thấp hơn số liệu gốc)',
      FALL,
      { typed: number(22) },
    ],
    [
      'hiện có 19 người (số liệu gốc 20 người), mức giảm thấp hơn 5 điểm phần trăm so với chỉ tiêu (giảm từ 10% trở lên so với số liệu gốc)',
      { ...FALL, ...at2024(number(10)) },
      { typed: number(19) },
    ],
    ['hiện có 19 người; chưa có số liệu gốc để so sánh', { ...FALL, baseline: null }, { typed: number(19) }],
    ['không phát sinh trong kỳ', {}, rate(0, 0)],
    ['chưa có số liệu', {}, {}],
    ['đạt 62% (310/500); chưa đến kỳ đánh giá (chỉ tiêu: từ 98% trở lên)', { judged: 'year' }, rate(310, 500)],
    ['kết quả 5 văn bản; chỉ theo dõi, không đánh giá', { kind: 'track-only', unit: 'văn bản' }, { typed: number(5) }],
    ['kết quả 12 hồ sơ', { kind: 'statistic', unit: 'hồ sơ' }, { typed: number(12) }],
  ])('%s', (sentence, indicator, actual) => expect(said(indicator, actual)).toBe(sentence));

  test('every kind with any figures reads without a hole', () => {
    const odd = fc.option(fc.integer({ min: -5, max: 2000 }), { nil: null });
    const typed = fc.option(
      fc.oneof(
        odd.map((value) => number(value ?? 0)),
        fc.constant(word('Khá')),
      ),
      { nil: null },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...TARGET_KINDS),
        fc.constantFrom('%', 'phút', 'hạng'),
        fc.tuple(odd, odd, typed, odd),
        (...[kind, unit, [numerator, denominator, said_, baseline]]) => {
          const sentence = said({ kind, unit, baseline, ...at2024(number(15)) }, { numerator, denominator, typed: said_ });
          expect(sentence).not.toBe('');
          expect(sentence).not.toMatch(/undefined|NaN|null|Infinity| {2}|\(\)| %|thấp hơn 0 |cao hơn 0 /u);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a result beside its verdict never prints as if the verdict were another', () => {
    const near = fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.constantFrom('at-least', 'at-most'), near, (kind, [level, steps, decimals]) => {
        const value = level / 100 + steps * 10 ** -decimals;
        fc.pre(value >= 0 && value <= 100);
        const judgement = judged({ kind, ...at2024(number(level / 100)) }, { typed: number(value) });
        const printed = readNumber(sayResult(judgement, '%').replace('%', ''), 'vi');
        const shown = printed.ok ? printed.value : Number.NaN;
        const reached = kind === 'at-least' ? shown >= level / 100 : shown <= level / 100;
        if (judgement.verdict === 'met') expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.005 + 1e-9);
        else expect([value, sayResult(judgement, '%'), reached]).toEqual([value, sayResult(judgement, '%'), false]);
      }),
      { numRuns: 1000 },
    );
    expect(sayResult(judged({}, rate(97_999, 100_000)), '%')).toBe('97,999% (97.999/100.000)');
  });

  test('a level says its own direction', () => {
    expect(sayLevel(number(70), '%', 'at-least')).toBe('từ 70% trở lên');
    expect(sayLevel({ kind: 'range', from: 80, to: 90 }, 'điểm', 'between')).toBe('từ 80 điểm đến 90 điểm');
    expect(sayLevel(null, '%', 'at-least')).toBe('');
  });
});
