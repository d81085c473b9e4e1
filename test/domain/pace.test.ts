import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Goal, type Pace, type Point, paceOf, pointValue, seriesOf } from '../../src/domain/judging/pace.ts';
import { DATA_KINDS, type Indicator } from '../../src/domain/plan/indicator.ts';
import { anIndicator, KINDS, kindOf, number, period } from './builders.ts';

/** What was reached in a period of the calendar. */
function point(name: string, value: number): Point {
  const [kind = 'h1', year = '2024'] = name.split(' ');
  const { end, cumulative, ...at } = period(KINDS.find((each) => each === kind) ?? 'h1', Number(year));
  return { period: name, type: at.type, turn: at.turn, year: at.year, end, cumulative, value };
}

const UNTIL = period('year').end;
const goal = (value: number | null, year = 2024): Goal => ({
  level: value === null ? null : number(value),
  year,
  until: UNTIL,
});
const none = (why: string) => ({ kind: 'none', why });
const STATE = { data: 'at-cutoff' } as const;
const TOTAL = { data: 'cumulative', unit: 'hồ sơ' } as const;
const RATE = { data: 'cumulative', unit: '%' } as const;
const MOST = { kind: 'at-most', unit: 'phút', data: 'at-cutoff' } as const;

describe('the pace that is needed', () => {
  test.each<[string, Partial<Indicator>, Point[], Goal, Partial<Pace> | object]>([
    [
      'a state 10 short with two quarters left needs 5 in each',
      STATE,
      [point('q1 2024', 58), point('h1 2024', 60)],
      goal(70),
      { kind: 'needed', way: 'up', perQuarter: 5, soFar: 2, from: 'q1 2024', to: 'h1 2024' },
    ],
    [
      'a state of last year compares, at its own distance of quarters',
      STATE,
      [point('year 2023', 58), point('h1 2024', 60)],
      goal(70),
      { kind: 'needed', soFar: 1, perQuarter: 5 },
    ],
    ['what fell so far is below nought', STATE, [point('q1 2024', 62), point('h1 2024', 60)], goal(70), { soFar: -2 }],
    [
      'a total from 15/12 is told from the totals of its year',
      TOTAL,
      [point('q1 2024', 10), point('h1 2024', 25)],
      goal(45),
      { perQuarter: 10, soFar: 15 },
    ],
    [
      'quý III counts its own months: it is passed over',
      TOTAL,
      [point('q1 2024', 10), point('h1 2024', 25), point('q3 2024', 4)],
      goal(45),
      none('too-few-points'),
    ],
    ['what must fall', MOST, [point('q1 2024', 20), point('h1 2024', 19)], goal(15), { way: 'down', perQuarter: 2, soFar: -1 }],
    [
      'what stands above its range must fall',
      { ...STATE, kind: 'between', unit: 'điểm' },
      [point('q1 2024', 20), point('h1 2024', 19)],
      { ...goal(0), level: { kind: 'range', from: 10, to: 15 } },
      { way: 'down', perQuarter: 2 },
    ],
    ['reached', STATE, [point('q1 2024', 60), point('h1 2024', 70)], goal(70), { kind: 'reached' }],
    ['one point', STATE, [point('h1 2024', 60)], goal(70), none('too-few-points')],
    ['no point', STATE, [], goal(70), none('too-few-points')],
    ['totals of two years', RATE, [point('h1 2023', 50), point('h1 2024', 60)], goal(70), none('too-few-points')],
    ['totals of last year only', RATE, [point('q1 2023', 50), point('h1 2023', 60)], goal(70), none('too-few-points')],
    [
      'figures of each period alone',
      { data: 'in-period' },
      [point('q1 2024', 60), point('h1 2024', 61)],
      goal(70),
      none('unlike-points'),
    ],
    ['a year without a level', STATE, [point('q1 2024', 60), point('h1 2024', 61)], goal(null), none('no-level')],
    [
      'a rank',
      { ...STATE, kind: 'rank-at-most', unit: 'hạng' },
      [point('q1 2024', 6), point('h1 2024', 5)],
      goal(3),
      none('not-a-measure'),
    ],
    [
      'any reduction at all',
      { ...STATE, kind: 'below-baseline', baseline: 20 },
      [point('q1 2024', -2), point('h1 2024', -1)],
      goal(0),
      none('not-a-measure'),
    ],
    ['the year is over', STATE, [point('h1 2024', 60), point('year 2024', 61)], goal(70), none('no-time-left')],
    [
      'a running count over its ceiling',
      { ...TOTAL, kind: 'at-most' },
      [point('q1 2024', 10), point('h1 2024', 12)],
      goal(9),
      none('only-rises'),
    ],
    [
      'two figures of one cut-off',
      STATE,
      [point('h1 2024', 60), { ...point('h1 2024', 61), period: 'again' }],
      goal(70),
      none('too-few-points'),
    ],
  ])('%s', (...[, indicator, points, wanted, expected]) => {
    expect(paceOf(anIndicator(indicator), points, wanted)).toMatchObject(expected);
  });
});

const anyPoint = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    year: fc.constantFrom(2023, 2024),
    value: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ kind, year, value }) => point(`${kind} ${year}`, value));
const anyPoints = fc.uniqueArray(anyPoint, { selector: ({ period: name }) => name, maxLength: 8 });
const anyData = fc.constantFrom(...DATA_KINDS);

describe('whatever was reached', () => {
  test('at the pace told, the level is reached by the last day and not before', () => {
    fc.assert(
      fc.property(anyPoints, anyData, fc.integer({ min: 1, max: 100 }), (points, data, level) => {
        const pace = paceOf(anIndicator({ data }), points, goal(level));
        if (pace.kind !== 'needed') return;
        const last = points.find(({ period: name }) => name === pace.to);
        const months =
          { q1: 9, h1: 6, q3: 3, year: 0 }[last === undefined ? 'year' : kindOf(last)] + (last?.year === 2023 ? 12 : 0);
        expect((last?.value ?? 0) + (pace.perQuarter * months) / 3).toBeCloseTo(level, 9);
      }),
    );
  });

  test('no line joins unlike figures', () => {
    fc.assert(
      fc.property(anyPoints, anyData, (points, data) => {
        for (const { kind, points: joined } of seriesOf(data, points)) {
          expect(joined.length).toBeGreaterThan(1);
          if (kind === 'moments') expect(data).toBe('at-cutoff');
          if (kind === 'same-report') expect(new Set(joined.map(kindOf)).size).toBe(1);
          if (kind !== 'year-to-date') continue;
          expect(new Set(joined.map((one) => one.year)).size).toBe(1);
          expect(joined.every((one) => kindOf(one) !== 'q3')).toBe(true);
        }
      }),
    );
  });

  test('the order in which the rows stand changes nothing', () => {
    fc.assert(
      fc.property(anyPoints, anyData, (points, data) => {
        const turned = [...points].reverse();
        expect(seriesOf(data, turned)).toEqual(seriesOf(data, points));
        expect(paceOf(anIndicator({ data }), turned, goal(70))).toEqual(paceOf(anIndicator({ data }), points, goal(70)));
      }),
    );
  });
});

test.each([
  ['a rate is told of 100', anIndicator(), { kind: 'ratio', numerator: 31, denominator: 50, scale: 100 } as const, 62],
  ['a number as it is', anIndicator({ unit: 'phút' }), number(17) as { kind: 'number'; value: number }, 17],
  ['a reduction by its share', anIndicator({ kind: 'below-baseline', baseline: 20 }), number(15), 25],
  ['a grade is no number', anIndicator(), { kind: 'grade', grade: 'Tốt' } as const, null],
  ['nothing is nothing', anIndicator(), null, null],
])('%s', (...[, indicator, measured, expected]) => {
  expect(pointValue(indicator, measured)).toBe(expected);
});
