import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayFrom, daysBetween, weekdayOf } from '../../src/domain/core/day.ts';

const MS_PER_DAY = 86_400_000;
const dayOf = (count: number): Day => new Date(count * MS_PER_DAY).toISOString().slice(0, 10) as Day;
/** From 1900 to 2999. */
const counts = fc.integer({ min: -25_567, max: 376_199 });

describe('days by arithmetic are those of the engine', () => {
  it('moved, counted and on their weekday', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        expect(addDays(dayOf(one), other - one)).toBe(dayOf(other));
        expect(daysBetween(dayOf(one), dayOf(other))).toBe(other - one);
        expect(weekdayOf(dayOf(one))).toBe(new Date(one * MS_PER_DAY).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  it.each([1899, 1900, 2000, 2023, 2024, 2100, 2999, 3000])('of %i, every month and date, also those that are none', (year) => {
    for (let month = -1; month <= 13; month += 1) {
      for (let date = -1; date <= 32; date += 1) {
        const at = new Date(Date.UTC(year, month - 1, date));
        const isDay = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
        const expected = isDay && year >= 1900 && year <= 2999 ? at.toISOString().slice(0, 10) : null;
        expect(dayFrom(year, month, date)).toBe(expected);
      }
    }
  });

  it('has none of parts that are no whole numbers', () => {
    expect([dayFrom(2024.5, 1, 1), dayFrom(2024, 1.5, 1), dayFrom(2024, 1, Number.NaN)]).toEqual([null, null, null]);
  });
});
