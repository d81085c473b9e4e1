import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank, isTidy, placeOfWord, sameWord, tidy } from '../../src/domain/core/word.ts';

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
    expect([isBlank(' \u00a0\u200b'), isBlank('\u200d\u2060'), isBlank('–')]).toEqual([true, true, false]));

  test.each([
    ['a non-joiner', '\u200c'],
    ['a joiner', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a soft hyphen', '\u00ad'],
    ['a mark of direction', '\u200f'],
    ['an override of direction', '\u202e'],
    ['an isolate', '\u2067'],
  ])('is the same with %s in it', (_, mark) => expect(sameWord(`Chỉ${mark} ti${mark}êu${mark}`, 'Chỉ tiêu')).toBe(true));

  test('is tidy once and for all, and says what its letters say', () => {
    const letters = fc.constantFrom(...'aàằ ạôđĐ–…«»“”.,:;-\u00a0\u200b\u200d\u0300\n\t'.normalize('NFC'));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (list) => {
        const text = list.join('');
        const made = tidy(text);
        expect(tidy(made)).toBe(made);
        expect(made).toBe(made.normalize('NFC'));
        const plainly = (said: string): string => said.replace(/[\s\u200b\u200d]+/gu, '').normalize('NFC');
        expect(plainly(made)).toBe(plainly(text));
      }),
    );
  });

  test('is called tidy at once only where composing, joining and trimming change nothing', () => {
    const plainly = (text: string): string =>
      text
        .replace(/[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu, '')
        .normalize('NFC')
        .replace(/[\s\u00a0\u200b]+/gu, ' ')
        .trim();
    let tidied = 0;
    for (let code = 0; code < 0x10000; code += 1) {
      const text = `Đ${String.fromCharCode(code)}`;
      if (!isTidy(text)) continue;
      tidied += 1;
      expect(plainly(text), code.toString(16)).toBe(text);
    }
    expect(tidied).toBeGreaterThan(700);
    expect(['', 'Tỷ lệ đúng hạn', 'a b', '«98%»'].map(isTidy)).toEqual([true, true, true, true]);
    expect([' a', 'a ', 'a  b', 'a\nb', 'a\u0301', 'a\u200bb', '\u00a0'].map(isTidy)).toEqual(Array(7).fill(false));
  });
});
