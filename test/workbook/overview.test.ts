import { describe, expect, it } from 'vitest';
import { entryProgress } from '../../src/domain/checks/entry-progress.ts';
import { day } from '../../src/domain/core/day.ts';
import { HEAD_WORDS } from '../../src/words/set-up/layout.ts';
import type { Book } from '../../src/workbook/core/book.ts';
import { OVERVIEW_COLUMNS, OVERVIEW_ROWS, overviewBlocks } from '../../src/workbook/layout/overview.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { OVERVIEW } from '../../src/workbook/tabs/all.ts';
import { indicator, smallPlan, task } from '../app/small-plan.ts';
import { aBook, evaluated, periodOf, rawBook, tabOf, written } from './books.ts';

const PROBLEMS = { 'must-fix': 2, review: 5, note: 0 };

function shown(book: Book, today = '2024-06-05') {
  const facts = { open: [{ period: periodOf(book), evaluation: evaluated(book) }], problems: PROBLEMS, today: day(today) };
  return overviewBlocks(book, facts);
}

const lines = (book: Book, today?: string): string[] =>
  (shown(book, today)[0]?.values ?? []).map((row) => row.filter((cell) => cell !== '').join(' | '));

describe('the overview', () => {
  it('says the period, its window and the days left', () => {
    expect(lines(aBook())).toContain(
      'Đang nhập: 6 tháng đầu năm 2024 (15/12/2023 – 14/6/2024). Tính đến ngày 5/6/2024. Hạn công chức nhập: 12/6/2024, còn 05 ngày làm việc.',
    );
  });

  it.each([
    ['2024-06-12', 'là hôm nay.'],
    ['2024-06-14', 'đã quá 02 ngày làm việc.'],
  ])('on %s says the deadline %s', (today, said) => {
    expect(lines(aBook(), today)[1]?.endsWith(said)).toBe(true);
  });

  it('says what to click when no period is open', () => {
    const facts = { open: [], problems: PROBLEMS, today: day('2024-06-05') };
    const [block] = overviewBlocks(aBook(), facts);
    expect(block?.values[1]?.[0]).toBe('Chưa mở kỳ báo cáo. Bấm: Kế hoạch CCHC ▸ Mở kỳ báo cáo…');
  });

  it('marks sample figures and proposed deadlines', () => {
    const book = aBook({
      settings: [{ name: 'Dữ liệu minh họa', value: 'có' }],
      tasks: [task('N1', { origin: 'Đề xuất, chờ xác nhận' })],
    });
    expect(lines(book)).toContain('SỐ LIỆU MINH HỌA');
    expect(lines(book)).toContain('Còn 01 thời hạn đề xuất, chờ UBND xác nhận.');
  });

  it('counts verdicts, statuses, entries and problems, each table adding up', () => {
    const book = aBook({ indicators: [indicator('T1'), indicator('T2', { field: 'Cải cách thể chế' }), indicator('T3')] });
    const values = shown(book)[0]?.values ?? [];
    const from = values.findIndex(([first]) => first === 'Chỉ tiêu theo lĩnh vực');
    const table = values.slice(from + 2, from + 5);
    expect(table.map((row) => row[0])).toEqual(['Cải cách thủ tục hành chính', 'Cải cách thể chế', 'Cộng']);
    const [one, two, total] = table.map((row) => row.slice(1).map(Number));
    expect(total).toEqual(one?.map((count, at) => count + (two?.[at] ?? 0)));
    expect(lines(book)).toContain('Tư pháp – Hộ tịch | 4 | 3 | 1 | ■■■■■■■□□□');
    expect(lines(book)).toContain('Phải sửa | 2');
  });

  it('names what falls due in the next 60 days, the nearest first, and leaves out what is done or only proposed', () => {
    const due = (id: string, on: string, more: object = {}) => task(id, { due: { day: day(on), minutes: 0 }, ...more });
    const tasks = [
      due('N1', '2024-07-30'),
      due('N2', '2024-06-10'),
      due('N3', '2024-09-01'),
      due('N4', '2024-06-20', { origin: 'Đề xuất, chờ xác nhận' }),
    ];
    const said = lines(aBook({ tasks, entries: [] }));
    const from = said.indexOf('Việc đến hạn trong 60 ngày tới');
    expect(said[from + 1]).toBe('Nhiệm vụ | Hạn | Chủ trì');
    expect(said[from + 2]).toMatch(/^N2: .* \| 10\/6\/2024 \| /u);
    expect(said[from + 3]).toMatch(/^N1: .* \| 30\/7\/2024 \| /u);
    expect(said[from + 4]).toBe('');
  });

  it('has what needs a person in the first columns and rows', () => {
    const said = lines(aBook());
    expect(said.indexOf('Nội dung cần sửa, cần xem')).toBeLessThan(said.indexOf('Tiến độ nhập theo chủ trì'));
    expect(said.find((line) => line.startsWith('Lĩnh vực | Chưa đạt'))).toContain('| Không áp dụng |');
  });

  it('says the time of day, which alone is no reason to write', () => {
    const tabs = smallPlan();
    const facts = (book: Book, minutes: number) => ({
      open: [{ period: periodOf(book), evaluation: evaluated(book) }],
      problems: PROBLEMS,
      today: day('2024-06-05'),
      minutes,
    });
    const first = readBook(rawBook(tabs));
    const [block] = overviewBlocks(first, facts(first, 495));
    expect(String(block?.values[1]?.[0])).toMatch(/Cập nhật lúc 08:15\.$/u);
    const second = readBook(rawBook(written(tabs, block === undefined ? [] : [block])));
    expect(overviewBlocks(second, facts(second, 600))).toEqual([]);
  });

  it('writes nothing over a tab of that name that the office made', () => {
    const tabs = smallPlan();
    tabOf(tabs, OVERVIEW).values = [['Tổng quan kinh tế - xã hội'], ['Thu ngân sách', 1200]];
    expect(shown(readBook(rawBook(tabs)))).toEqual([]);
  });

  it('is one rectangle of the same size, clears what an earlier table left and is not written twice', () => {
    const tabs = smallPlan();
    tabOf(tabs, OVERVIEW).values = [[HEAD_WORDS.legend], ...Array.from({ length: 70 }, () => ['cũ'])];
    const [block, ...more] = shown(readBook(rawBook(tabs)));
    expect(more).toEqual([]);
    expect([block?.values.length, block?.values[0]?.length]).toEqual([OVERVIEW_ROWS, OVERVIEW_COLUMNS]);
    expect(block?.values.flat()).not.toContain('cũ');
    expect(shown(readBook(rawBook(written(tabs, block === undefined ? [] : [block]))))).toEqual([]);
  });
});

describe('entry progress', () => {
  it('asks only for what is judged in the period and for tasks still open', () => {
    const book = aBook({ indicators: [indicator('T1'), indicator('T2', { judged: '', kind: 'Chỉ theo dõi' }), indicator('T9')] });
    expect(entryProgress(book.plan, evaluated(book))).toEqual([{ lead: 'Tư pháp – Hộ tịch', due: 3, entered: 2 }]);
  });
});
