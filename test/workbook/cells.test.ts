import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { CellKind } from '../../src/workbook/core/tab.ts';
import { readerOf } from '../../src/workbook/read/cell-readers.ts';

/** The value read, or the code of what is wrong. */
function read(kind: CellKind, value: CellValue, { format = '', locale = 'vi_VN' } = {}): unknown {
  const result = readerOf(kind).read({ value, format, locale });
  return result.ok ? result.value : `! ${result.problem.code}`;
}

const JUNE = { day: day('2024-06-14'), minutes: 555 };

const VECTORS: readonly (readonly [CellKind, CellValue, unknown])[] = [
  ['number', '', null],
  ['number', ' ', null],
  ['number', false, null],
  ['number', 97.28, 97.28],
  ['number', '97,28', 97.28],
  ['number', '97,28%', 97.28],
  ['number', '1.250', 1250],
  ['number', 'chưa có', '! text-in-number'],
  ['number', '#N/A', '! error-in-cell'],
  ['number', JUNE, '! text-in-number'],
  ['whole', 3, 3],
  ['whole', '2', 2],
  ['whole', 2.5, '! whole-number-expected'],
  ['year', 2026, 2026],
  ['year', '2026', 2026],
  ['year', 98, '! year-expected'],
  ['year', 1900, '! year-expected'],
  ['year', 2026.5, '! year-expected'],
  ['day', JUNE, '2024-06-14'],
  ['day', '14/6/2024', '2024-06-14'],
  ['day', '14-06-2024', '2024-06-14'],
  ['day', '31/2/2026', '! text-in-day'],
  ['day', 45_000, '! text-in-day'],
  ['stamp', JUNE, JUNE],
  ['email', 'van.phong+cchc@example.vn', 'van.phong+cchc@example.vn'],
  ['email', 'Văn phòng <vp@example.vn>', '! bad-email'],
  ['email', 'vp@example', '! bad-email'],
  ['email', 'vp@example.vn\nbcc: x@y.vn', '! bad-email'],
  ['yes-no', 'Có', true],
  ['yes-no', true, true],
  ['yes-no', 'KHÔNG', false],
  ['yes-no', 'có thể', '! not-in-list'],
  ['roles', 'Tư pháp – Hộ tịch; Đài truyền thanh', ['Tư pháp – Hộ tịch', 'Đài truyền thanh']],
  ['roles', 'Văn phòng – Thống kê (Nội vụ, CCHC), Đài truyền thanh', ['Văn phòng – Thống kê (Nội vụ, CCHC)', 'Đài truyền thanh']],
  ['level', 98, { kind: 'number', value: 98 }],
  ['level', '98', { kind: 'number', value: 98 }],
  ['level', '98 - 100', { kind: 'range', from: 98, to: 100 }],
  ['level', '98–100%', { kind: 'range', from: 98, to: 100 }],
  ['level', 'Tốt', { kind: 'grade', grade: 'Tốt' }],
  ['level', '≤5', { kind: 'number', value: 5 }],
  ['level', '', null],
  ['level', '100 - 98', '! bad-level'],
  ['level', '98 - 99 - 100', '! bad-level'],
  ['level', JUNE, '! bad-level'],
  ['due', JUNE, { kind: 'day', day: '2024-06-14' }],
  ['due', '14/6/2024', { kind: 'day', day: '2024-06-14' }],
  ['due', '31/12', { kind: 'each-year', month: 12, date: 31 }],
  ['due', '31/12 hằng năm', { kind: 'each-year', month: 12, date: 31 }],
  ['due', '29/2', { kind: 'each-year', month: 2, date: 29 }],
  ['due', '31/4', '! bad-due'],
  ['due', 'cuối năm', '! bad-due'],
  ['typed-result', 7, { kind: 'number', value: 7 }],
  ['typed-result', '98%', { kind: 'number', value: 98 }],
  ['typed-result', 'không áp dụng', { kind: 'not-applicable' }],
  ['typed-result', 'Không  phát sinh', { kind: 'nothing-arose' }],
  ['typed-result', 'Tốt', { kind: 'word', word: 'Tốt' }],
  ['typed-result', '1.2.3', '! text-in-number'],
  [{ list: 'verdict' }, 'gần đạt', 'nearly-met'],
  [{ list: 'verdict' }, 'Gần đạt'.normalize('NFD'), 'nearly-met'],
  [{ list: 'progress' }, 'xong', '! not-in-list'],
  ['text', 12, '12'],
  ['text', JUNE, '14/6/2024'],
  ['text', ' a  b ', 'a b'],
  ['long-text', ' một\r\nhai ', 'một\nhai'],
  ['text', '#REF!', '! error-in-cell'],
  ['long-text', '# ghi chú', '# ghi chú'],
  ['long-text', 'x'.repeat(50_001), '! text-too-long'],
];

describe('a cell', () => {
  it.each(VECTORS)('of %j holding %j reads as %j', (kind, value, expected) => {
    expect(read(kind, value)).toEqual(expected);
  });

  it.each([
    [0.9728, 97.28],
    [0.07, 7],
    [1, 100],
    [0.641, 64.1],
  ])('of a number with a percent format counts in percent: %d is %d', (value, percent) => {
    expect(read('number', value, { format: '0.00%' })).toBe(percent);
    expect(read('level', value, { format: '0%' })).toEqual({ kind: 'number', value: percent });
    expect(read('typed-result', value, { format: '0%' })).toEqual({ kind: 'number', value: percent });
  });

  it('as text is ambiguous only where the locale is not Vietnamese', () => {
    expect(read('number', '1.250', { locale: 'en_US' })).toBe('! ambiguous-number');
    expect(read('level', '1.250', { locale: 'en_US' })).toBe('! ambiguous-number');
    expect(read('number', 1.25, { locale: 'en_US' })).toBe(1.25);
  });

  const KINDS = [...new Set(VECTORS.map(([kind]) => kind))];
  it('never throws, whatever it holds', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.boolean(), fc.constant(JUNE));
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), value, fc.string(), (kind, cell, format) => void read(kind, cell, { format })),
    );
  });
});
