import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { VERDICTS } from '../../src/domain/judging/verdict.ts';
import { type Actual, type Indicator, TARGET_KINDS, type TargetLevel } from '../../src/domain/plan/indicator.ts';
import { indicatorItem } from '../../src/domain/report/report-items.ts';
import type { IndicatorItem } from '../../src/domain/report/report-model.ts';
import { indicatorSentence } from '../../src/words/report/report-indicator.ts';
import type { ReportKind } from '../domain/builders.ts';
import { anActual, anIndicator } from '../domain/builders.ts';
import { anOffice, reportPeriod } from '../paper/report-facts.ts';

type Typed = Partial<Actual>;
type Case = {
  readonly of: Partial<Indicator> & { readonly level?: TargetLevel | number };
  readonly now: Typed;
  readonly before?: Typed;
  readonly kind?: ReportKind;
};

const number = (value: number): Typed => ({ typed: { kind: 'number', value } });
const word = (text: string): Typed => ({ typed: { kind: 'word', word: text } });
const rate = (numerator: number, denominator: number): Typed => ({ numerator, denominator });

function itemOf({ of: { level, ...over }, now, before, kind = 'h1' }: Case): IndicatorItem {
  const target: TargetLevel | null = typeof level === 'number' ? { kind: 'number', value: level } : (level ?? null);
  const targets = new Map(target === null ? [] : [2023, 2024].map((year) => [year, target] as const));
  const indicator = anIndicator({ id: 'T1', targets, ...over });
  const [period, last] = [reportPeriod(kind), reportPeriod(kind, 2023)];
  const typed = [
    anActual({ indicator: 'T1', period: period.name, ...now }),
    ...(before === undefined ? [] : [anActual({ indicator: 'T1', period: last.name, ...before })]),
  ];
  const office = { ...anOffice({ indicators: [indicator] }), actuals: typed };
  const previous = { period: last, evaluation: evaluate(office, { period: last, asOf: last.end }) };
  const facts = { ...office, evaluation: evaluate(office, { period, asOf: period.end }), previous };
  return indicatorItem(indicator, facts, { period, asOf: period.end, madeOn: period.end, version: 1, draft: false });
}

const said = (wanted: Case): string =>
  indicatorSentence(itemOf(wanted))
    .map(({ text }) => text)
    .join('');

const ON_TIME = { title: 'Hồ sơ trả kết quả đúng hạn', level: 98, tolerance: 1 } as const;
const WAIT = { title: 'Thời gian chờ trung bình', kind: 'at-most', unit: 'phút', level: 15, tolerance: 1 } as const;
const RANK = { title: 'Chỉ số CCHC của xã', kind: 'rank-at-most', unit: 'hạng', level: 5, tolerance: 1 } as const;
const GRADE = {
  title: 'Xếp loại Chỉ số CCHC',
  kind: 'grade-at-least',
  unit: 'xếp loại',
  level: { kind: 'grade', grade: 'Tốt' },
  tolerance: 1,
} as const;
const RANGE = {
  title: 'Hồ sơ trả đúng hạn',
  kind: 'between',
  level: { kind: 'range', from: 98, to: 100 },
  tolerance: 1,
} as const;
const PEOPLE = {
  title: 'Số công chức trực Một cửa',
  kind: 'between',
  unit: 'người',
  level: { kind: 'range', from: 3, to: 6 },
  tolerance: 1,
} as const;
const DIGITAL = { title: 'Số hóa kết quả giải quyết TTHC', kind: 'yearly-rise', level: 75, tolerance: 2 } as const;
const STAFF = {
  title: 'Biên chế sự nghiệp',
  kind: 'below-baseline',
  unit: 'người',
  baseline: 20,
  level: 10,
  tolerance: 5,
} as const;
const ANY_CUT = { ...STAFF, level: 0, tolerance: null } as const;
const MILESTONE = { title: 'Cung cấp dịch vụ công toàn trình', kind: 'milestone', tolerance: 2 } as const;
const LEVEL_4 = {
  ...MILESTONE,
  targets: new Map([
    [2021, { kind: 'number', value: 100 } as const],
    [2024, { kind: 'number', value: 100 } as const],
  ]),
};
const DESK = {
  ...MILESTONE,
  title: 'Bộ phận Một cửa đạt chuẩn',
  unit: 'đạt',
  targets: new Map([
    [2023, { kind: 'grade', grade: 'Đạt' } as const],
    [2024, { kind: 'grade', grade: 'Đạt' } as const],
  ]),
};
const NEWS = { title: 'Tin, bài tuyên truyền', kind: 'track-only', unit: 'tin, bài' } as const;
const FILES = { title: 'Hồ sơ qua bưu chính', kind: 'statistic', unit: 'hồ sơ' } as const;

/** Kind × verdict × movement, each as the report prints it: to be read aloud. */
const TABLE: readonly (readonly [sentence: string, wanted: Case])[] = [
  [
    'Hồ sơ trả kết quả đúng hạn đạt 99,21% (1.250/1.260), vượt 1,21 điểm phần trăm so với chỉ tiêu Kế hoạch (từ 98% trở lên); tăng 1,21 điểm phần trăm so với cùng kỳ năm 2023.',
    { of: ON_TIME, now: rate(1250, 1260), before: rate(98, 100) },
  ],
  [
    'Hồ sơ trả kết quả đúng hạn đạt 98% (98/100), đạt chỉ tiêu Kế hoạch (từ 98% trở lên); bằng cùng kỳ năm 2023.',
    { of: ON_TIME, now: rate(98, 100), before: rate(49, 50) },
  ],
  [
    'Hồ sơ trả kết quả đúng hạn đạt 97,30% (973/1.000), gần đạt chỉ tiêu Kế hoạch (từ 98% trở lên), thấp hơn 0,70 điểm phần trăm; giảm 1,20 điểm phần trăm so với cùng kỳ năm 2023.',
    { of: ON_TIME, now: rate(973, 1000), before: rate(985, 1000) },
  ],
  [
    'Hồ sơ trả kết quả đúng hạn đạt 90% (90/100), chưa đạt chỉ tiêu Kế hoạch (từ 98% trở lên), thấp hơn 8 điểm phần trăm.',
    { of: ON_TIME, now: rate(90, 100) },
  ],
  [
    'Hồ sơ trả kết quả đúng hạn đạt 97,998% (48.999/50.000), gần đạt chỉ tiêu Kế hoạch (từ 98% trở lên), thấp hơn chưa đến 0,01 điểm phần trăm.',
    { of: ON_TIME, now: rate(48_999, 50_000) },
  ],
  ['Hồ sơ trả kết quả đúng hạn: trong kỳ không phát sinh.', { of: ON_TIME, now: rate(0, 0), before: rate(98, 100) }],
  ['Hồ sơ trả kết quả đúng hạn: ……', { of: ON_TIME, now: {} }],
  ['Hồ sơ trả kết quả đúng hạn đạt 50% (5/10), chưa đến kỳ đánh giá.', { of: { ...ON_TIME, judged: 'year' }, now: rate(5, 10) }],
  [
    'Hồ sơ trả kết quả đúng hạn đạt 99% (99/100), vượt 1 điểm phần trăm so với chỉ tiêu Kế hoạch (từ 98% trở lên); giảm 0,50 điểm phần trăm so với năm 2023; ước thực hiện đến 31/12/2024: 98,50%.',
    { of: ON_TIME, now: { ...rate(99, 100), estimate: 98.5 }, before: rate(995, 1000), kind: 'year' },
  ],
  [
    'Thời gian chờ trung bình: 14 phút (4.200/300), đạt chỉ tiêu Kế hoạch (không quá 15 phút), thấp hơn mức tối đa 1 phút; giảm 2 phút so với cùng kỳ năm 2023.',
    { of: WAIT, now: rate(4200, 300), before: rate(4800, 300) },
  ],
  [
    'Thời gian chờ trung bình: 15 phút (4.500/300), đạt chỉ tiêu Kế hoạch (không quá 15 phút).',
    { of: WAIT, now: rate(4500, 300) },
  ],
  [
    'Thời gian chờ trung bình: 15,50 phút (4.650/300), gần đạt chỉ tiêu Kế hoạch (không quá 15 phút), cao hơn 0,50 phút.',
    { of: WAIT, now: rate(4650, 300) },
  ],
  [
    'Thời gian chờ trung bình: 17 phút (5.100/300), chưa đạt chỉ tiêu Kế hoạch (không quá 15 phút), cao hơn 2 phút; tăng 1 phút so với cùng kỳ năm 2023.',
    { of: WAIT, now: rate(5100, 300), before: rate(4800, 300) },
  ],
  [
    'Chỉ số CCHC của xã xếp thứ 3, vượt 02 bậc so với chỉ tiêu Kế hoạch (không quá hạng 5); tăng 01 bậc so với năm 2023.',
    { of: RANK, now: number(3), before: number(4), kind: 'year' },
  ],
  [
    'Chỉ số CCHC của xã xếp thứ 5, đạt chỉ tiêu Kế hoạch (không quá hạng 5); giữ nguyên thứ hạng so với năm 2023.',
    { of: RANK, now: number(5), before: number(5), kind: 'year' },
  ],
  [
    'Chỉ số CCHC của xã xếp thứ 6, gần đạt chỉ tiêu Kế hoạch (không quá hạng 5), thấp hơn 01 bậc; giảm 02 bậc so với năm 2023.',
    { of: RANK, now: number(6), before: number(4), kind: 'year' },
  ],
  [
    'Chỉ số CCHC của xã xếp thứ 12, chưa đạt chỉ tiêu Kế hoạch (không quá hạng 5), thấp hơn 07 bậc.',
    { of: RANK, now: number(12) },
  ],
  [
    'Chỉ số CCHC của xã: chờ cấp trên công bố kết quả; ước thực hiện đến 31/12/2024: xếp thứ 4.',
    { of: RANK, now: { estimate: 4 }, before: number(4), kind: 'year' },
  ],
  [
    'Xếp loại Chỉ số CCHC: loại Xuất sắc, vượt 01 mức xếp loại so với chỉ tiêu Kế hoạch (từ loại Tốt trở lên); tăng 01 mức xếp loại so với năm 2023.',
    { of: GRADE, now: word('Xuất sắc'), before: word('Tốt'), kind: 'year' },
  ],
  [
    'Xếp loại Chỉ số CCHC: loại Tốt, đạt chỉ tiêu Kế hoạch (từ loại Tốt trở lên); giữ nguyên xếp loại so với năm 2023.',
    { of: GRADE, now: word('Tốt'), before: word('Tốt'), kind: 'year' },
  ],
  [
    'Xếp loại Chỉ số CCHC: loại Khá, gần đạt chỉ tiêu Kế hoạch (từ loại Tốt trở lên), thấp hơn 01 mức xếp loại; giảm 01 mức xếp loại so với năm 2023.',
    { of: GRADE, now: word('Khá'), before: word('Tốt'), kind: 'year' },
  ],
  [
    'Xếp loại Chỉ số CCHC: loại Yếu, chưa đạt chỉ tiêu Kế hoạch (từ loại Tốt trở lên), thấp hơn 03 mức xếp loại.',
    { of: GRADE, now: word('Yếu') },
  ],
  ['Xếp loại Chỉ số CCHC: chờ cấp trên công bố kết quả.', { of: GRADE, now: {} }],
  ['Hồ sơ trả đúng hạn đạt 99% (99/100), đạt chỉ tiêu Kế hoạch (từ 98% trở lên).', { of: RANGE, now: rate(99, 100) }],
  [
    'Hồ sơ trả đúng hạn đạt 97% (97/100), gần đạt chỉ tiêu Kế hoạch (từ 98% trở lên), thấp hơn 1 điểm phần trăm.',
    { of: RANGE, now: rate(97, 100) },
  ],
  [
    'Số công chức trực Một cửa: 04 người, đạt chỉ tiêu Kế hoạch (từ 3 người đến 6 người); tăng 01 người so với cùng kỳ năm 2023.',
    { of: PEOPLE, now: number(4), before: number(3) },
  ],
  [
    'Số công chức trực Một cửa: 07 người, gần đạt chỉ tiêu Kế hoạch (từ 3 người đến 6 người), cao hơn 01 người.',
    { of: PEOPLE, now: number(7) },
  ],
  [
    'Số công chức trực Một cửa: 01 người, chưa đạt chỉ tiêu Kế hoạch (từ 3 người đến 6 người), thấp hơn 02 người.',
    { of: PEOPLE, now: number(1) },
  ],
  [
    'Số hóa kết quả giải quyết TTHC đạt 80% (400/500), vượt 5 điểm phần trăm so với chỉ tiêu Kế hoạch (từ 75% trở lên); tăng 20 điểm phần trăm so với cùng kỳ năm 2023.',
    { of: DIGITAL, now: rate(400, 500), before: rate(300, 500) },
  ],
  [
    'Số hóa kết quả giải quyết TTHC đạt 73,60% (368/500), gần đạt chỉ tiêu Kế hoạch (từ 75% trở lên), thấp hơn 1,40 điểm phần trăm.',
    { of: DIGITAL, now: rate(368, 500) },
  ],
  [
    'Số hóa kết quả giải quyết TTHC đạt 62% (310/500), chưa đạt chỉ tiêu Kế hoạch (từ 75% trở lên), thấp hơn 13 điểm phần trăm; giảm 10 điểm phần trăm so với cùng kỳ năm 2023.',
    { of: DIGITAL, now: rate(310, 500), before: rate(360, 500) },
  ],
  [
    'Biên chế sự nghiệp: hiện có 17 người, giảm 15% so với số liệu gốc (20 người), vượt 5 điểm phần trăm so với chỉ tiêu Kế hoạch (giảm từ 10% trở lên so với số liệu gốc); giảm 01 người so với cùng kỳ năm 2023.',
    { of: STAFF, now: number(17), before: number(18) },
  ],
  [
    'Biên chế sự nghiệp: hiện có 18 người, giảm 10% so với số liệu gốc (20 người), đạt chỉ tiêu Kế hoạch (giảm từ 10% trở lên so với số liệu gốc).',
    { of: STAFF, now: number(18) },
  ],
  [
    'Biên chế sự nghiệp: hiện có 19 người, giảm 5% so với số liệu gốc (20 người), gần đạt chỉ tiêu Kế hoạch (giảm từ 10% trở lên so với số liệu gốc), thấp hơn 5 điểm phần trăm.',
    { of: STAFF, now: number(19) },
  ],
  [
    'Biên chế sự nghiệp: hiện có 21 người, tăng 5% so với số liệu gốc (20 người), chưa đạt chỉ tiêu Kế hoạch (giảm từ 10% trở lên so với số liệu gốc), thấp hơn 15 điểm phần trăm.',
    { of: STAFF, now: number(21) },
  ],
  [
    'Biên chế sự nghiệp: hiện có 19 người, giảm 5% so với số liệu gốc (20 người), đạt chỉ tiêu Kế hoạch (thấp hơn số liệu gốc).',
    { of: ANY_CUT, now: number(19) },
  ],
  [
    'Biên chế sự nghiệp: hiện có 20 người, bằng số liệu gốc (20 người), chưa đạt chỉ tiêu Kế hoạch (thấp hơn số liệu gốc).',
    { of: ANY_CUT, now: number(20) },
  ],
  ['Biên chế sự nghiệp: hiện có 19 người, số liệu gốc để so sánh: ……', { of: { ...STAFF, baseline: null }, now: number(19) }],
  ['Cung cấp dịch vụ công toàn trình đạt 100% (40/40), đạt chỉ tiêu Kế hoạch (100%).', { of: LEVEL_4, now: rate(40, 40) }],
  [
    'Cung cấp dịch vụ công toàn trình đạt 98,50% (197/200), gần đạt chỉ tiêu Kế hoạch (100%), thấp hơn 1,50 điểm phần trăm.',
    { of: LEVEL_4, now: rate(197, 200) },
  ],
  [
    'Cung cấp dịch vụ công toàn trình đạt 90% (36/40), chưa đạt chỉ tiêu Kế hoạch (100%), thấp hơn 10 điểm phần trăm.',
    { of: LEVEL_4, now: rate(36, 40) },
  ],
  ['Bộ phận Một cửa đạt chuẩn: Đạt, đúng chỉ tiêu Kế hoạch.', { of: DESK, now: word('Đạt') }],
  ['Bộ phận Một cửa đạt chuẩn: Chưa hoàn thành, chưa đạt chỉ tiêu Kế hoạch.', { of: DESK, now: word('Chưa hoàn thành') }],
  [
    'Tin, bài tuyên truyền: 51 tin, bài; tăng 05 tin, bài so với cùng kỳ năm 2023.',
    { of: NEWS, now: number(51), before: number(46) },
  ],
  [
    'Tin, bài tuyên truyền: Phát 24 tin, bài trên đài truyền thanh xã.',
    { of: { ...NEWS, unit: '' }, now: { spoken: 'Phát 24 tin, bài trên đài truyền thanh xã' } },
  ],
  ['Hồ sơ qua bưu chính: 06 hồ sơ, giảm 04 hồ sơ so với cùng kỳ năm 2023.', { of: FILES, now: number(6), before: number(10) }],
  ['Hồ sơ qua bưu chính: 0 hồ sơ, bằng cùng kỳ năm 2023.', { of: FILES, now: number(0), before: number(0) }],
  [
    'Hồ sơ qua bưu chính: 162 hồ sơ, tăng 152 hồ sơ so với năm 2023; ước thực hiện đến 31/12/2024: 170 hồ sơ.',
    { of: FILES, now: { ...number(162), estimate: 170 }, before: number(10), kind: 'year' },
  ],
];

describe('the sentence of an indicator turns with its figures', () => {
  it.each(TABLE)('%s', (sentence, wanted) => {
    expect(said(wanted)).toBe(sentence);
  });

  it('and the table holds every kind of target, and every verdict that is told', () => {
    const items = TABLE.map(([, wanted]) => itemOf(wanted));
    expect(new Set(items.map(({ indicator }) => indicator.kind))).toEqual(new Set(TARGET_KINDS));
    const untold = ['not-applicable'];
    expect(new Set(items.map(({ judgement }) => judgement.verdict))).toEqual(
      new Set(VERDICTS.filter((verdict) => !untold.includes(verdict))),
    );
  });
});
