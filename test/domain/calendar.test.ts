import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/core/day.ts';
import {
  likePeriodBefore,
  periodBefore,
  periodBeingEntered,
  periodKindOf,
  reportingPeriodsOf,
  yearlyWindow,
} from '../../src/domain/period/calendar.ts';
import { PERIODS, period } from './builders.ts';

describe('the four reports of a year', () => {
  test.each([
    ['q1', '2023-12-15', '2024-03-14', true],
    ['h1', '2023-12-15', '2024-06-14', true],
    ['q3', '2024-06-15', '2024-09-14', false],
    ['year', '2023-12-15', '2024-12-14', true],
  ])('%s of 2024 runs from %s to %s', (...[kind, start, end, cumulative]) => {
    expect(reportingPeriodsOf(2024).find((each) => each.kind === kind)).toMatchObject({ start, end, cumulative });
  });

  test('a report is known by the month in which it ends', () => {
    for (const window of reportingPeriodsOf(2024)) expect(periodKindOf(window)).toBe(window.kind);
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

  test('its like is the same report a year before; the one before it ended last', () => {
    expect(likePeriodBefore(period('h1'), PERIODS)?.name).toBe('h1 2023');
    expect(periodBefore(period('h1'), PERIODS)?.name).toBe('q1 2024');
    expect(periodBefore(period('q1'), PERIODS)?.name).toBe('year 2023');
    expect(periodBefore(period('q1', 2023), PERIODS)).toBeNull();
  });
});
