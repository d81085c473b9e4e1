import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { proposeMend, type Wrong } from '../../src/words/entry/propose.ts';

const period = { start: day('2023-12-15'), end: day('2024-06-14') };

describe('what was plainly meant', () => {
  it.each<readonly [Wrong['code'], string, string | null]>([
    ['text-in-number', 'khoảng 190', '190'],
    ['text-in-number', '1.250 hồ sơ', '1.250'],
    ['text-in-number', '97,5 điểm.', '97,5'],
    ['text-in-number', '190 – 200', null],
    ['text-in-number', 'giảm -5', null],
    ['text-in-number', 'nhiều', null],
    ['number-expected', 'hơn 12 người', '12'],
    ['day-without-year', '18/6', '18/6/2024'],
    ['day-without-year', '20/12', '20/12/2023'],
    ['day-without-year', '14-6', '14/6/2024'],
    ['day-without-year', '31/6', null],
    ['text-in-day', '31/6/2024', '30/6/2024'],
    ['text-in-day', '30/2/2024', '29/2/2024'],
    ['text-in-day', '45/6/2024', null],
    ['text-in-day', '1/13/2024', null],
    ['text-in-day', 'tuần sau', null],
    ['not-in-list', 'Xong rồi', 'Đã hoàn thành'],
    ['not-in-list', 'chưa xong', 'Đang thực hiện'],
    ['not-in-list', 'Chưa làm', 'Chưa thực hiện'],
    ['not-in-list', 'không phát sinh hồ sơ', 'Không phát sinh'],
    ['not-in-list', 'Tốt', null],
    ['ambiguous-number', '1,250', null],
    ['evidence-missing', '', null],
  ])('of %s «%s» is %s', (code, text, meant) => {
    expect(proposeMend({ code, text, facts: {}, period })).toBe(meant);
  });

  it('of a share typed as a fraction is the share that the rule names', () => {
    const facts = { value: 0.97, percent: 97 };
    expect(proposeMend({ code: 'percent-looks-like-fraction', text: '0,97', facts, period })).toBe('97');
  });
});
