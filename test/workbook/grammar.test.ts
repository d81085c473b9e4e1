import { describe, expect, test } from 'vitest';
import { judge } from '../../src/domain/judging/judge.ts';
import { linksIn, readReportKinds, sumsIn } from '../../src/workbook/core/grammar.ts';
import { actual, indicator } from '../app/small-plan.ts';
import { aBook, periodOf } from './books.ts';

describe('codes in «Cách tính»', () => {
  test.each([
    ['Lấy từ TK3.9 / TK3.8', ['TK3.9'], ['TK3.8']],
    ['Lấy từ SL-02 / SL-01', ['SL-02'], ['SL-01']],
    ['Lấy từ SL-02 + SL-03b/SL-01; theo phần mềm một cửa', ['SL-02', 'SL-03b'], ['SL-01']],
    ['Số phiếu, lấy từ 1.6 / 1.5', ['1.6'], ['1.5']],
    ['lấy từ CT_01', ['CT_01'], []],
  ])('«%s» are links', (measure, numerator, denominator) => {
    expect(linksIn(measure)).toEqual({ numerator, denominator });
  });

  test.each(['Lấy từ khảo sát năm 2024', 'Lấy từ 100% hồ sơ', 'Bằng chứng kèm theo'])('«%s» names no row', (measure) => {
    expect(linksIn(measure)).toBeNull();
    expect(sumsIn(measure)).toBeNull();
  });

  test.each([
    ['Bằng SL-06 + SL-07; bằng SL-14', [['SL-06', 'SL-07'], ['SL-14']]],
    ['Bằng TK3.6 + TK3.7', [['TK3.6', 'TK3.7']]],
    ['Bằng 100% số hồ sơ', null],
    ['Bằng 12 tháng', null],
  ])('«%s» are sums', (measure, sums) => {
    expect(sumsIn(measure)).toEqual(sums);
  });

  test('rows of such codes give their figures', () => {
    const book = aBook({
      indicators: [
        indicator('CT-05', { measure: 'Lấy từ SL-02 / SL-01' }),
        indicator('SL-01', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
        indicator('SL-02', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
      ],
      actuals: [actual('CT-05'), actual('SL-01', { typed: 100 }), actual('SL-02', { typed: 62 })],
    });
    const period = periodOf(book);
    const [rate] = book.plan.indicators;
    if (rate === undefined) throw new Error('no CT-05');
    expect(judge(rate, null, { period, asOf: period.end, plan: book.plan, actuals: book.actuals })).toMatchObject({
      verdict: 'not-met',
      measured: { numerator: 62, denominator: 100 },
    });
  });
});

test.each([
  ['Quý', [{ type: 'quarter', turn: null }]],
  [
    'Quý I; Quý III',
    [
      { type: 'quarter', turn: 1 },
      { type: 'quarter', turn: 3 },
    ],
  ],
  [
    '6 tháng đầu năm; Năm',
    [
      { type: 'half', turn: 1 },
      { type: 'year', turn: null },
    ],
  ],
  [
    'Tháng; 9 tháng; Chuyên đề',
    [
      { type: 'month', turn: null },
      { type: 'nine-months', turn: null },
      { type: 'special', turn: null },
    ],
  ],
  ['', []],
  ['Tuần', null],
])('«%s» in Dùng cho báo cáo', (written, kinds) => {
  expect(readReportKinds(written)).toEqual(kinds);
});
