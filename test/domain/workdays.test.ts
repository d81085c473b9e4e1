import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/core/day.ts';
import { addWorkdays, isWorkday, workdaysBetween } from '../../src/domain/plan/workdays.ts';
import { HOLIDAYS } from './builders.ts';

const days = fc.integer({ min: 0, max: 800 }).map((offset) => addDays(day('2023-10-01'), offset));

describe('working days', () => {
  test.each([
    ['a Friday', '2024-06-14', true],
    ['a Saturday', '2024-06-15', false],
    ['a Monday off', '2024-04-29', false],
    ['the Saturday worked instead', '2024-05-04', true],
  ])('%s', (_, at, works) => expect(isWorkday(day(at), HOLIDAYS)).toBe(works));

  test.each([
    ['2024-06-12', '2024-06-14', 2],
    ['2024-06-14', '2024-06-12', -2],
    ['2024-06-14', '2024-06-15', 0],
    ['2024-04-26', '2024-05-06', 4],
  ])('from %s to %s there are %i', (from, to, count) => expect(workdaysBetween(day(from), day(to), HOLIDAYS)).toBe(count));

  test('counting by arithmetic equals counting one by one', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        let counted = 0;
        for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) counted += Number(isWorkday(at, HOLIDAYS));
        expect(workdaysBetween(from, to, HOLIDAYS)).toBe(counted);
      }),
    );
  });

  test('moving by n working days passes n of them', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (from, count) => {
        expect(workdaysBetween(from, addWorkdays(from, count, HOLIDAYS), HOLIDAYS)).toBe(count);
      }),
    );
  });
});
