import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { sayDay, sayDayFormally, withDaysWrittenOut } from '../../src/words/core/day.ts';

describe('days in words', () => {
  test.each([
    ['2024-06-05', 'ngày 05 tháng 6 năm 2024'],
    ['2025-02-14', 'ngày 14 tháng 02 năm 2025'],
    ['2024-01-01', 'ngày 01 tháng 01 năm 2024'],
    ['2024-12-31', 'ngày 31 tháng 12 năm 2024'],
    ['2024-10-09', 'ngày 09 tháng 10 năm 2024'],
  ])('%s is «%s» in a document', (at, said) => expect(sayDayFormally(day(at))).toBe(said));

  test.each([
    ['09/KH-UBND ngày 25/1/2024', '09/KH-UBND ngày 25 tháng 01 năm 2024'],
    ['Công văn số 5/UBND-NV ngày 03.06.2024 của UBND huyện', 'Công văn số 5/UBND-NV ngày 03 tháng 6 năm 2024 của UBND huyện'],
    ['ngày 31/2/2024', 'ngày 31/2/2024'],
    ['trước ngày 05/2024', 'trước ngày 05/2024'],
  ])('a cited document: %s', (typed, said) => expect(withDaysWrittenOut(typed)).toBe(said));

  test('running text pads nothing', () => expect(sayDay(day('2024-06-05'))).toBe('5/6/2024'));
});
