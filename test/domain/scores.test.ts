import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenValue, ScoreFigure, ScoreRow } from '../../src/domain/scores/criterion.ts';
import { bandOf, type Score, scoreOf, scoreSheet, stillToEarn } from '../../src/domain/scores/score.ts';
import { SCORE_METHOD_LABELS } from '../../src/words/core/labels.ts';
import { readGiven, readParameters } from '../../src/words/scores/parameters.ts';
import { CRITERIA_SETS } from '../../src/words/scores/sets/all.ts';
import { COMMUNE_2025 } from '../../src/words/scores/sets/commune-2025.ts';
import { times } from '../helpers/sweep.ts';

const row = (over: Partial<ScoreRow> & { readonly rules?: string } = {}): ScoreRow => {
  const { rules = '100: 2; 80: 1; 0: 0', ...rest } = over;
  return {
    ...{
      id: '1.1',
      year: 2026,
      title: 'Tiêu chí',
      max: 2,
      method: 'steps',
      parameters: readParameters(rules),
      counted: '',
      source: '',
    },
    ...{ wanted: '', lead: '', dueOn: null, value: null, of: null, declared: null, evidence: 'Báo cáo 12/BC', deducted: null },
    ...{ assessed: null, polled: null, note: '' },
    ...rest,
  };
};
const numbers = (...all: number[]): GivenValue => ({ is: 'numbers', numbers: all });
const rate = (part: number, whole: number): ScoreFigure => ({ value: numbers(part), of: whole, from: '' });
const self = (over: Parameters<typeof row>[0], figure: ScoreFigure | null = null): number => scoreOf(row(over), figure).self;

describe('the set of a commune in 2025', () => {
  const rows: ScoreRow[] = COMMUNE_2025.rows.map(({ id, title, max, parameters }) =>
    row({ id, title, max, method: null, parameters: readParameters(parameters) }),
  );
  const sheet = scoreSheet(rows, 2026, () => null);

  it('sums to 17 + 6 + 12 + 5 + 9 + 7,5 + 18,5 = 75, and 15 + 10 by surveys', () => {
    const top = sheet.lines.filter(({ row: { id } }) => !id.includes('.'));
    expect(top.map(({ max }) => max)).toEqual([17, 6, 12, 5, 9, 7.5, 18.5, 15, 10]);
    expect(top.slice(0, 7).reduce((all, { max }) => all + max, 0)).toBe(75);
    expect(sheet.total.max).toBe(100);
  });

  it('has in each group what its leaves have together', () => {
    expect(sheet.wrongSums).toEqual([]);
  });
});

describe('every set', () => {
  it.each(CRITERIA_SETS.flatMap(({ key, rows }) => rows.map((each) => [`${key} ${each.id}`, each] as const)))(
    '%s has a known method and parameters that are read whole',
    (_, { method, parameters }) => {
      expect(['', ...Object.values(SCORE_METHOD_LABELS)]).toContain(method);
      expect(readParameters(parameters).unread).toEqual([]);
    },
  );
});

/** Every leaf of the set that has steps: on each step, just below it and just above it. */
describe('the steps of every leaf', () => {
  const leaves = COMMUNE_2025.rows.filter(({ method }) => method === SCORE_METHOD_LABELS.steps);
  const WHOLE = 1_000_000;
  const cases = leaves.flatMap(({ id, max, parameters }) => {
    const read = readParameters(parameters);
    const scaled = (threshold: number): number => (read.counts ? threshold : (threshold * WHOLE) / 100);
    // As a person reads the table: from its last line up, the last one that is reached.
    const upwards = [...read.steps].sort((left, right) => left.from - right.from || Number(left.strict) - Number(right.strict));
    const wantedAt = (value: number): number =>
      upwards.filter(({ from, strict }) => value > scaled(from) || (value === scaled(from) && !strict)).pop()?.points ?? 0;
    const values = [...new Set(read.steps.flatMap(({ from }) => [scaled(from) - 1, scaled(from), scaled(from) + 1]))];
    return values
      .filter((value) => value >= 0)
      .map(
        (value) =>
          [`${id}: ${value}`, { max, parameters: read, value, of: read.counts ? null : WHOLE }, wantedAt(value)] as const,
      );
  });

  it.each(cases)('%s', (_, { max, parameters, value, of }, wanted) => {
    expect(scoreOf(row({ max, parameters }), { value: numbers(value), of, from: '' }).self).toBe(wanted);
  });

  it('are a few dozen leaves and thrice as many cases', () => {
    expect(leaves.length).toBeGreaterThan(20);
    expect(cases.length).toBeGreaterThan(100);
  });
});

/** Every leaf that is scored by the office, in the states that each may have. */
describe('every leaf of the set', () => {
  const leaves = COMMUNE_2025.rows.filter(({ method }) => method !== '');
  const made = (each: (typeof leaves)[number], over: Partial<ScoreRow>): Score => {
    const method = Object.entries(SCORE_METHOD_LABELS).find(([, label]) => label === each.method)?.[0] as ScoreRow['method'];
    return scoreOf(row({ ...each, method, parameters: readParameters(each.parameters), ...over }), null);
  };
  it.each(leaves.map((each) => [each.id, each] as const))(
    '%s: no figure is nothing, «không phát sinh» as the set says, excluded counts not',
    (_, each) => {
      const read = readParameters(each.parameters);
      const none = made(each, {});
      const nothing = made(each, { declared: 'nothing' });
      const isOut = read.excludedYears.includes(2026);
      expect(made(each, { declared: 'excluded' })).toMatchObject({ state: 'excluded', max: 0, self: 0, reached: 0 });
      if (read.byOthers) {
        expect(none).toMatchObject({ state: 'by-others', self: 0, max: each.max });
        expect(made(each, { assessed: each.max })).toMatchObject({ self: 0, reached: each.max });
        return;
      }
      expect(isOut).toBe(false);
      expect(none).toMatchObject({ state: 'no-data', self: 0 });
      expect(nothing.self).toBe(read.nothingIsFull ? each.max : 0);
      expect(made(each, { declared: 'nothing', evidence: '' }).self).toBe(0);
    },
  );

  it.each(leaves.filter(({ parameters }) => parameters.includes('loại năm')).map((each) => [each.id, each] as const))(
    '%s is out of the maximum in the year that the set names, and only then',
    (_, each) => {
      expect(made(each, { year: 2025 })).toMatchObject({ state: 'excluded', max: 0 });
      expect(made(each, { year: 2026 }).max).toBe(each.max);
    },
  );
});

describe('a score', () => {
  it('without evidence is nothing, and says what it would be', () => {
    expect(scoreOf(row({ evidence: ' ' }), rate(10, 10))).toMatchObject({ state: 'unproved', self: 0, reached: 0, raw: 2 });
  });

  it.each([
    ['a rate', { method: 'ratio', rules: '' }, rate(3, 4), 1.5],
    ['a rate of nothing', { method: 'ratio', rules: '' }, rate(0, 0), 0],
    ['a rate above all', { method: 'ratio', rules: '' }, rate(5, 4), 2],
    ['a rate on its floor', { method: 'ratio-floor', rules: 'sàn: 70' }, rate(70, 100), 1.4],
    ['a rate below its floor', { method: 'ratio-floor', rules: 'sàn: 70' }, rate(6999, 10000), 0],
    ['yes', { method: 'yes-no', rules: '' }, { value: { is: 'yes' }, of: null, from: '' }, 2],
    ['no', { method: 'yes-no', rules: '' }, { value: { is: 'no' }, of: null, from: '' }, 0],
    ['all of them', { method: 'yes-no', rules: '' }, rate(4, 4), 2],
    ['all but one', { method: 'yes-no', rules: '' }, rate(3, 4), 0],
    ['the least', { method: 'yes-no', rules: 'tối thiểu: 4' }, { value: numbers(4), of: null, from: '' }, 2],
    ['below the least', { method: 'yes-no', rules: 'tối thiểu: 4' }, { value: numbers(3), of: null, from: '' }, 0],
    ['two losses', { method: 'deduct', rules: 'mỗi: 0,25' }, { value: numbers(2), of: null, from: '' }, 1.5],
    ['losses beyond all', { method: 'deduct', rules: 'mỗi: 0,25' }, { value: numbers(20), of: null, from: '' }, 0],
    [
      'parts of a leaf',
      { method: 'entered', rules: 'giá trị: 0 / 0,5 / 1,25' },
      { value: numbers(0.5, 0.75), of: null, from: '' },
      1.25,
    ],
    [
      'a part that the set has not',
      { method: 'entered', rules: 'giá trị: 0 / 0,5 / 1,25' },
      { value: numbers(1), of: null, from: '' },
      0,
    ],
    [
      'weighted parts',
      { method: 'weighted', rules: 'trọng số: 1 / 0,5 / 0' },
      { value: numbers(6, 2, 2), of: null, from: '' },
      1.4,
    ],
    [
      'weighted parts of another whole',
      { method: 'weighted', rules: 'trọng số: 1 / 0,5' },
      { value: numbers(5, 5), of: 20, from: '' },
      0.75,
    ],
    ['a survey in points', { method: 'survey', rules: '' }, { value: numbers(80), of: null, from: '' }, 1.6],
  ] as const)('%s', (_, over, figure, wanted) => {
    expect(self(over, figure as ScoreFigure)).toBeCloseTo(wanted, 10);
  });

  it('of a survey with too few forms is out of the maximum', () => {
    const asked = { method: 'survey', rules: 'phiếu tối thiểu: 50' } as const;
    expect(scoreOf(row(asked), rate(40, 49)).state).toBe('excluded');
    expect(scoreOf(row(asked), rate(40, 50)).state).toBe('partly');
  });

  it('a deduction takes off what it says, and never more than there is', () => {
    expect(self({ deducted: 0.5 }, rate(10, 10))).toBe(1.5);
    expect(self({ deducted: 5 }, rate(10, 10))).toBe(0);
  });

  it('assessed stands beside the claim and is what is reached', () => {
    expect(scoreOf(row({ assessed: 1 }), rate(10, 10))).toMatchObject({ self: 2, reached: 1 });
    expect(scoreOf(row({ polled: 0.5 }), rate(10, 10))).toMatchObject({ self: 2, reached: 0.5 });
  });

  it('is never below nothing nor above its maximum, whatever stands in its cells', () => {
    const methods = Object.keys(SCORE_METHOD_LABELS) as (keyof typeof SCORE_METHOD_LABELS)[];
    const rules = fc.constantFrom(
      '',
      '100: 2; 80: 1',
      '>100: 9',
      'đếm; 3: 3',
      'sàn: 70',
      'trọng số: 1 / 2',
      'mỗi: 1',
      'tối thiểu: 2',
    );
    const value = fc
      .oneof(fc.string(), fc.integer().map(String), fc.constantFrom('có', 'không', '1; 2', '0,5 + 1'))
      .map(readGiven);
    const cells = fc.record({
      method: fc.constantFrom(...methods),
      rules,
      value,
      of: fc.option(fc.integer()),
      deducted: fc.option(fc.integer()),
    });
    fc.assert(
      fc.property(cells, (over) => {
        const score = scoreOf(row(over), null);
        expect(score.self).toBeGreaterThanOrEqual(0);
        expect(score.self).toBeLessThanOrEqual(2);
      }),
      { numRuns: times(5000, 300) },
    );
  });
});

describe('a sheet', () => {
  it('tells where points are lost, most first, without what others score', () => {
    const rows = [
      row({ id: '1', max: 3, method: null }),
      row({ id: '1.1', max: 2, value: numbers(8), of: 10, lead: 'Tư pháp' }),
      row({ id: '1.2', max: 1, rules: '50: 1' }),
      row({ id: '2', max: 5, rules: 'không tự chấm' }),
    ];
    const sheet = scoreSheet(rows, 2026, () => null);
    expect(stillToEarn(sheet).map(({ score, lost }) => [score.row.id, lost])).toEqual([
      ['1.1', 1],
      ['1.2', 1],
    ]);
    expect(sheet.total).toMatchObject({ max: 8, self: 1 });
  });

  it('names its band by the maximum that counts, its step included', () => {
    const bands = [
      { name: 'Tốt', from: 80 },
      { name: 'Khá', from: 70 },
    ];
    const sums = (max: number) => ({ max, self: 0, raw: 0, reached: 0 });
    expect(bandOf(sums(50), 40, bands)?.name).toBe('Tốt');
    expect(bandOf(sums(50), 39.99, bands)?.name).toBe('Khá');
    expect(bandOf(sums(50), 10, bands)).toBeNull();
  });
});
