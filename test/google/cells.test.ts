import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { asText, cellsIn } from '../../src/google/adapters/cells.ts';
import { utf8Length } from '../../src/google/adapters/ports.ts';
import { utilities } from '../../src/host/services/utilities.ts';
import { RISKY_TEXTS } from '../contract/workbook.contract.ts';

describe('a text on its way into a cell', () => {
  it.each(RISKY_TEXTS.filter((text) => text !== 'Đạt'))('%j gets an apostrophe', (text) =>
    expect(asText(text, 'General')).toBe(`'${text}`),
  );

  it.each(RISKY_TEXTS)('%j goes as it is into a cell of plain text, which would keep the apostrophe', (text) =>
    expect(asText(text, '@')).toBe(text),
  );

  it.each(['', 'Đạt', 'Chưa thực hiện (trong hạn)', 'Tư pháp – Hộ tịch', 'Đề xuất, chờ xác nhận'])('%j goes as it is', (text) =>
    expect(asText(text, 'General')).toBe(text),
  );

  it('never starts with what Google would take for a formula, a number or an order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => /^(?:'|\p{L})/u.test(asText(text, 'General'))),
    );
  });
});

describe('a date in a cell', () => {
  const here = cellsIn('Asia/Ho_Chi_Minh', utilities());

  it('is the day and the minutes that a person sees', () => {
    expect(here.read(new Date(2024, 5, 20, 9, 15))).toEqual({ day: '2024-06-20', minutes: 555 });
    expect(here.write({ day: day('2024-06-20'), minutes: 555 }, '')).toEqual(new Date(2024, 5, 20, 9, 15));
  });

  it('stays a text when it is only a time of day', () => {
    expect(here.read(new Date(1899, 11, 30, 7, 30))).toBe('07:30');
  });

  it('is moved where the workbook lives in another zone', () => {
    const there = cellsIn('America/New_York', utilities());
    expect(there.read(new Date('2024-06-20T04:00:00Z'))).toEqual({ day: '2024-06-20', minutes: 0 });
    expect(there.write({ day: day('2024-06-20'), minutes: 0 }, '')).toEqual(new Date('2024-06-20T04:00:00Z'));
  });

  it.each(['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'America/New_York', 'Europe/Paris', 'Pacific/Auckland'])(
    'comes back the same day in %s, on every day from 2000 to 2040',
    (zone) => {
      const cells = cellsIn(zone, utilities());
      for (let days = 0; days < 40 * 365; days += 7) {
        const cell = { day: day(new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10)), minutes: 0 };
        const written = cells.write(cell, '');
        expect(cells.read(written)).toEqual(cell);
      }
    },
  );
});

it('counts bytes as UTF-8 does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    }),
  );
});
