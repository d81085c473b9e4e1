import { describe, expect, test } from 'vitest';
import { isBlank, placeOfWord, sameWord } from '../../src/domain/core/word.ts';

describe('two writings of one name', () => {
  test.each([
    ['Văn phòng – Thống kê', 'văn phòng - thống kê'],
    ['Văn phòng – Thống kê', 'Văn  phòng—Thống\u00a0kê'],
    ['Tốt', 'TỐT'],
    ['Xuất sắc'.normalize('NFD'), 'xuất sắc'],
  ])('%s = %s', (left, right) => expect(sameWord(left, right)).toBe(true));

  test.each([
    ['Khá', 'Kha'],
    ['Văn phòng', 'Văn phòng – Thống kê'],
  ])('%s ≠ %s', (left, right) => expect(sameWord(left, right)).toBe(false));

  test('has a place in a list, or none', () => {
    expect(placeOfWord('khá', ['Yếu', 'Khá'])).toBe(1);
    expect(placeOfWord('Giỏi', ['Yếu', 'Khá'])).toBe(-1);
  });

  test('says nothing when only spaces stand there', () =>
    expect([isBlank(' \u00a0\u200b'), isBlank('–')]).toEqual([true, false]));
});
