import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, sayNumber } from '../../src/words/core/number.ts';

describe('a number typed as text', () => {
  it.each([
    ['1.234.567,89', 1234567.89],
    ['1.500', 1500],
    ['1,5', 1.5],
    ['0', 0],
    ['(2.000)', -2000],
    ['-3', -3],
    ['− 3,5', -3.5],
    ['1.250.000 đồng', 1250000],
    ['1.250.000đ', 1250000],
    [' 97,28 ', 97.28],
  ])('reads %s as Vietnamese writing', (text, value) => {
    expect(readNumber(text, 'vi_VN')).toEqual({ ok: true, value, percent: false });
  });

  it.each([
    ['12,5%', 12.5],
    ['97,28 %', 97.28],
  ])('keeps the percent sign of %s apart', (text, value) => {
    expect(readNumber(text, 'vi_VN')).toEqual({ ok: true, value, percent: true });
  });

  it.each(['1.2.3', '12.34', '1,2,3', '', 'ba', '1.250.00', '(5', '5)', '--5', '1e5', ',5'])('refuses «%s»', (text) => {
    expect(readNumber(text, 'vi_VN')).toEqual({ ok: false, reason: 'not-a-number' });
  });

  it.each(['1.250', '1,250'])('cannot tell what %s means where the locale is not Vietnamese', (text) => {
    expect(readNumber(text, 'en_US')).toEqual({ ok: false, reason: 'ambiguous' });
  });

  it.each([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['97.28', 97.28],
    ['97,28', 97.28],
  ])('reads %s in an English workbook, because it can mean only one thing', (text, value) => {
    expect(readNumber(text, 'en_US')).toEqual({ ok: true, value, percent: false });
  });

  it('is read back as it is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const value = cents / 100;
        expect(readNumber(sayNumber(value), 'vi_VN')).toMatchObject({ ok: true, value: value + 0 });
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, locale) => void readNumber(text, locale)));
  });
});
