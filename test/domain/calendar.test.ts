import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/core/day.ts';
import {
  judgedAsOf,
  likePeriodBefore,
  openFirst,
  openPeriods,
  periodBefore,
  periodBeingEntered,
  reportingPeriodsOf,
  yearlyWindow,
} from '../../src/domain/period/calendar.ts';
import { outlineOn, rowsFor } from '../../src/domain/period/outline-kinds.ts';
import type { Period } from '../../src/domain/period/period.ts';
import { countsFromNewYear, placeOf, typeByRow } from '../../src/domain/period/period-type.ts';
import { kindOf, PERIODS, PLACES, period } from './builders.ts';

describe('the four reports of a year', () => {
  test.each([
    ['q1', '2023-12-15', '2024-03-14', true],
    ['h1', '2023-12-15', '2024-06-14', true],
    ['q3', '2024-06-15', '2024-09-14', false],
    ['year', '2023-12-15', '2024-12-14', true],
  ])('%s of 2024 runs from %s to %s', (...[kind, start, end, cumulative]) => {
    expect(reportingPeriodsOf(2024).find((each) => kindOf(each) === kind)).toMatchObject({ start, end, cumulative });
  });

  test('every day lies in exactly one yearly window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const at = addDays(day('1950-01-01'), days);
        const years = Array.from({ length: 120 }, (_, index) => 1948 + index);
        const holding = years.filter((year) => yearlyWindow(year).start <= at && at <= yearlyWindow(year).end);
        expect(holding).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a period is, where no cell says it', () => {
  const row = (name: string, start = '2026-04-01', end = '2026-05-01') => ({ name, start: day(start), end: day(end) });

  test.each([
    ['Quý I 2024', 'quarter', 1],
    ['Quý II năm 2024', 'quarter', 2],
    ['QUÝ  IV/2026', 'quarter', 4],
    ['6 tháng đầu năm 2024', 'half', 1],
    ['6 tháng cuối năm 2024', 'half', 2],
    ['9 tháng đầu năm 2024', 'nine-months', 1],
    ['Tháng 05 năm 2026', 'month', 5],
    ['Tháng 10/2026', 'month', 10],
    ['Năm 2024', 'year', 1],
    ['Báo cáo năm 2024', 'year', 1],
  ] as const)('«%s» is told by its name, whatever its window: %s %i', (name, type, turn) => {
    expect(typeByRow(row(name, '2026-01-07', '2026-01-09'))).toBe(type);
    expect(placeOf(type, row(name, '2026-01-07', '2026-01-09'))).toEqual({ type, turn });
  });

  test('the windows of the four reports tell it, whatever their names', () => {
    for (const window of reportingPeriodsOf(2024)) {
      const named = { ...window, name: 'Báo cáo số 7' };
      const type = typeByRow(named);
      expect(type).toBe(window.type);
      expect(placeOf(window.type, named).turn).toBe(window.turn);
      expect(countsFromNewYear(window)).toBe(window.cumulative);
    }
  });

  test('and so do those of the calendar', () => {
    expect(typeByRow(row('Kỳ 1', '2026-02-01', '2026-02-28'))).toBe('month');
    expect(typeByRow(row('Kỳ 2', '2026-04-01', '2026-06-30'))).toBe('quarter');
    expect(typeByRow(row('Kỳ 3', '2026-01-01', '2026-09-30'))).toBe('nine-months');
    expect(typeByRow(row('Kỳ 4', '2026-01-01', '2026-12-31'))).toBe('year');
    expect(placeOf('month', row('Kỳ 1', '2026-01-26', '2026-02-25'))).toEqual({ type: 'month', turn: 2 });
  });

  test('a name and a window that tell nothing leave it open', () => {
    expect(typeByRow(row('Chuyển đổi số', '2026-01-07', '2026-02-20'))).toBeNull();
    expect(typeByRow(row('Tháng cao điểm', '2026-01-07', '2026-02-20'))).toBeNull();
  });
});

describe('the period that is being entered', () => {
  const open = (...names: string[]) =>
    PERIODS.map((each) => ({ ...each, state: names.includes(each.name) ? ('entering' as const) : each.state }));

  test.each([
    ['of two open ones, the one that ends next', ['q1 2024', 'h1 2024'], '2024-04-10', 'h1 2024'],
    ['the day of its end still belongs to it', ['h1 2024', 'q3 2024'], '2024-06-14', 'h1 2024'],
    ['when all have ended, the last', ['q1 2024', 'h1 2024'], '2024-08-01', 'h1 2024'],
    ['none is open', [], '2024-06-14', undefined],
  ])('%s', (...[, names, today, expected]) => {
    expect(periodBeingEntered(open(...names), day(today))?.name).toBe(expected);
  });

  test('all that are open are known, the one being entered first, a reopened one too', () => {
    const periods = open('q1 2024', 'h1 2024').map((each) =>
      each.name === 'year 2023' ? { ...each, state: 'reopened' as const } : each,
    );
    expect(openPeriods(periods).map(({ name }) => name)).toEqual(['year 2023', 'q1 2024', 'h1 2024']);
    expect(openFirst(periods, day('2024-04-10')).map(({ name }) => name)).toEqual(['h1 2024', 'year 2023', 'q1 2024']);
  });

  test('it is judged as of today though it has ended; another that has ended as of its last day', () => {
    const periods = open('q1 2024', 'h1 2024');
    expect(judgedAsOf(period('h1'), periods, day('2024-06-20'))).toBe('2024-06-20');
    expect(judgedAsOf(period('q1'), periods, day('2024-06-20'))).toBe('2024-03-14');
    expect(judgedAsOf(period('q3'), periods, day('2024-06-20'))).toBe('2024-06-20');
  });

  test('its like is the same report a year before; the one before it ended last', () => {
    expect(likePeriodBefore(period('h1'), PERIODS)?.name).toBe('h1 2023');
    expect(periodBefore(period('h1'), PERIODS)?.name).toBe('q1 2024');
    expect(periodBefore(period('q1'), PERIODS)?.name).toBe('year 2023');
    expect(periodBefore(period('q1', 2023), PERIODS)).toBeNull();
  });

  test('a month is like the same month, a report on a subject like the one of its name', () => {
    const of = (over: Partial<Period>): Period => ({ ...period('h1'), ...over });
    const may = of({ name: 'Tháng 5/2024', type: 'month', turn: 5 });
    const before = [
      of({ name: 'Tháng 4/2023', year: 2023, type: 'month', turn: 4 }),
      of({ name: 'Tháng 5/2023', year: 2023, type: 'month', turn: 5 }),
      of({ name: 'Dân chủ 2023', year: 2023, type: 'special', turn: null }),
      of({ name: 'Số hóa 2023', year: 2023, type: 'special', turn: null }),
    ];
    expect(likePeriodBefore(may, before)?.name).toBe('Tháng 5/2023');
    expect(likePeriodBefore(of({ name: 'Số hóa 2024', type: 'special', turn: null }), before)?.name).toBe('Số hóa 2023');
  });
});

describe('the outline in use on a day', () => {
  const old = { id: 'old', from: null };
  const of2026 = { id: '2026', from: day('2025-07-01') };
  const of2027 = { id: '2027', from: day('2027-01-01') };
  const ids = (on: string) => outlineOn([old, of2026, of2027, { ...of2026, id: '2026 too' }], day(on)).map(({ id }) => id);

  test.each([
    ['2025-06-30', ['old']],
    ['2025-07-01', ['2026', '2026 too']],
    ['2026-12-14', ['2026', '2026 too']],
    ['2027-01-01', ['2027']],
  ])('%s: the newest that has begun, whole and alone', (on, wanted) => {
    expect(ids(on)).toEqual(wanted);
  });

  test('one without days is in use always', () => {
    expect(outlineOn([old, { id: 'old too', from: null }], day('2030-01-01')).map(({ id }) => id)).toEqual(['old', 'old too']);
  });
});

describe('the rows of the outline that a report prints', () => {
  const outline = [
    { id: 'all', reports: [] },
    { id: 'long', reports: [PLACES.h1, PLACES.year] },
    { id: 'brief', reports: [{ type: 'quarter' as const, turn: null }] },
  ];
  const ids = (type: Period['type'], turn: number | null) => rowsFor(outline, { type, turn }).map(({ id }) => id);

  test.each([
    ['quarter', 3, ['all', 'brief']],
    ['half', 1, ['all', 'long']],
    ['year', 1, ['all', 'long']],
  ] as const)('%s %i: those that name it or nothing', (type, turn, wanted) => {
    expect(ids(type, turn)).toEqual(wanted);
  });

  test.each([
    ['month', 5, ['all', 'brief']],
    ['nine-months', 1, ['all', 'long']],
  ] as const)('%s %i, which no row names, prints as the kind of its length does', (type, turn, wanted) => {
    expect(ids(type, turn)).toEqual(wanted);
  });
});
