import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { readTyped, serialOfDay } from '../../src/host/services/typed-entry.ts';

const typed = (text: string, format = 'General', locale = 'vi_VN') =>
  readTyped(text, { locale, format, today: day('2024-06-20') });
const serial = (text: string): number => serialOfDay(day(text));

describe('typing into a Vietnamese sheet', () => {
  it.each([
    ['', '', null],
    ['Đã ban hành', 'Đã ban hành', null],
    ['01', 1, null],
    ['1,5', 1.5, null],
    ['1.250', 1250, null],
    ['1.250.000,75', 1250000.75, null],
    ['1.25', '1.25', null],
    ['-0', 0, null],
    ['1e309', '1e309', null],
    ['-3', -3, null],
    ['+7', 7, null],
    ['TRUE', true, null],
    ['false', false, null],
    ['50%', 0.5, '0%'],
    ['7%', 0.07, '0%'],
    ['62,5 %', 0.625, '0.00%'],
    ['14/06/2024', serial('2024-06-14'), 'dd/MM/yyyy'],
    ['14-6-2024', serial('2024-06-14'), 'dd/MM/yyyy'],
    ['2024-06-14', serial('2024-06-14'), 'dd/MM/yyyy'],
    ['14/6/24', serial('2024-06-14'), 'dd/MM/yyyy'],
    ['1-2', serial('2024-02-01'), 'dd/MM/yyyy'],
    ['14/06/2024 08:30', serial('2024-06-14') + 8.5 / 24, 'dd/MM/yyyy HH:mm:ss'],
    ['06:00', 0.25, 'HH:mm:ss'],
    ['31/2/2026', '31/2/2026', null],
    ['30.6.2026', '30.6.2026', null],
    ["'01", '01', null],
    ["'=1+1", '=1+1', null],
    ['-', '-', null],
    ['310/500', '310/500', null],
  ])('reads %j as %j', (text, value, format) => {
    expect(typed(text)).toEqual({ value, format, formula: null });
  });

  it.each(['=1+1', '=HYPERLINK("x")', '+A1', '-A1', '- Đã ban hành'])('takes %j for a formula', (text) => {
    expect(typed(text).formula).not.toBeNull();
  });

  it('reads the American way in an American sheet', () => {
    expect(typed('6/14/2024', 'General', 'en_US')).toMatchObject({ value: serial('2024-06-14'), format: 'M/d/yyyy' });
    expect(typed('1,250.5', 'General', 'en_US').value).toBe(1250.5);
  });

  it('keeps every text as it is under the text format', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typed(text, '@')).toEqual({ value: text, format: null, formula: null });
      }),
    );
  });

  it('never makes a formula of what an apostrophe guards', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typed(`'${text}`)).toEqual({ value: text, format: null, formula: null });
      }),
    );
  });
});
