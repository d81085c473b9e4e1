import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { isSampleWorkbook, officeIn } from '../../src/host/core/office.ts';
import { peopleOf } from '../../src/workbench/server/people/people.ts';
import { newSheet, PLAIN } from '../../src/xlsx/areas.ts';
import type { SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';

type Line = readonly (string | number | boolean)[];

/** A tab whose numbers from 40,000 on are days. */
function tab(id: number, name: string, lines: readonly Line[]): SheetModel {
  const sheet = newSheet(id, name);
  lines.forEach((line, row) => {
    const cells = line.map((value, column) => {
      const numberFormat = typeof value === 'number' && value > 40_000 ? 'dd/mm/yyyy' : 'General';
      return [column + 1, { value, formula: null, style: { ...PLAIN, numberFormat } }] as const;
    });
    sheet.cells.set(row + 1, new Map(cells));
  });
  return sheet;
}

const SETTING_HEADERS = ['Nội dung', 'Giá trị', 'Áp dụng từ ngày', 'Ghi chú'];
const ROLE_HEADERS = ['Chức danh', 'Họ và tên', 'Thư điện tử', 'Từ ngày', 'Đến ngày', 'Ghi chú'];
const CLERK: Line = ['Thường trực CCHC', '', 'thuong-truc@example.vn', 45_292, '', ''];

const office = (settings: readonly Line[], roles: readonly Line[], names = ['Thông tin chung', 'Phân công']): WorkbookModel => ({
  sheets: [
    tab(1, names[0] ?? '', [SETTING_HEADERS, ['Chức danh thường trực', 'Thường trực CCHC', '', ''], ...settings]),
    tab(2, names[1] ?? '', roles),
  ],
});

const ON = day('2024-06-20');
const emails = (book: WorkbookModel): string[] => peopleOf(book, ON).map(({ user }) => user);

describe('who may sit at a window', () => {
  it('is read under the headers of the house', () => {
    expect(emails(office([], [ROLE_HEADERS, CLERK]))).toEqual(['', 'thuong-truc@example.vn']);
  });

  it('is read under the headers that the office calls otherwise and the clerk agreed to', () => {
    const own: Line = ['Cột riêng: Phân công / Thư điện tử', 'Hộp thư công vụ', '', ''];
    const headers = ROLE_HEADERS.map((header) => (header === 'Thư điện tử' ? 'Hộp thư công vụ' : header));
    expect(emails(office([own], [headers, CLERK]))).toEqual(['', 'thuong-truc@example.vn']);
  });

  it('is read in a tab that was renamed', () => {
    expect(emails(office([], [ROLE_HEADERS, CLERK], ['Thông tin chung', 'Danh sách công chức']))).toHaveLength(2);
  });

  it('is nobody whose term has not begun or is over', () => {
    const over: Line = ['Thường trực CCHC', '', 'cu@example.vn', '', 45_292, ''];
    const later: Line = ['Thường trực CCHC', '', 'sau@example.vn', 46_000, '', ''];
    expect(emails(office([], [ROLE_HEADERS, CLERK, over, later]))).toEqual(['', 'thuong-truc@example.vn']);
  });
});

describe('a workbook of illustrative figures', () => {
  const says = (value: string | number | boolean): WorkbookModel => office([['Dữ liệu minh họa', value, '', '']], [ROLE_HEADERS]);

  it.each(['có', 'demo', 'minh họa', 'x', 'đúng', 'TRUE', true, 1])('is one that says %j', (value) => {
    expect(isSampleWorkbook(says(value))).toBe(true);
  });

  it.each(['', 'không', 'Không ', 'false', false, 0, '0'])('is none that says %j', (value) => {
    expect(isSampleWorkbook(says(value))).toBe(false);
  });

  it('is one whose settings lost a header, too', () => {
    const book = says('có');
    book.sheets[0]?.cells.get(1)?.delete(2);
    expect([officeIn(book).settings.map(({ value }) => value), isSampleWorkbook(book)]).toEqual([[''], true]);
  });
});
