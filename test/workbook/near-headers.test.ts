import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, NEAR, nearLayout, withProposals } from '../../src/workbook/adopt/near-headers.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import { ownLayoutRow } from '../../src/workbook/read/own-layout.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { SETTINGS } from '../../src/workbook/tabs/settings.ts';
import { type MemoryTab, memoryTab } from '../app/memory-ports.ts';
import { actual, headersOf, smallPlan } from '../app/small-plan.ts';
import { columnOf, rawBook, tabOf, type } from './books.ts';

const FIGURES = { actuals: [actual('T1', { numerator: 8, denominator: 10 })] };

/** The small workbook with the headers of `Nhập số liệu` changed. */
function withHeaders(change: (header: string) => string): MemoryTab[] {
  const tabs = smallPlan(FIGURES);
  const tab = tabOf(tabs, ACTUALS);
  tab.values[1] = (tab.values[1] ?? []).map((header) => change(String(header)));
  return tabs;
}

const proposed = (tabs: readonly MemoryTab[]): string[] => {
  const raw = rawBook(tabs);
  return nearLayout(raw, readBook(raw)).map(({ header, own }) => `${own} → ${header ?? '(trang)'}`);
};
const figures = (tabs: readonly MemoryTab[]): unknown =>
  readBook(rawBook(tabs)).actuals.map(({ indicator, numerator, denominator }) => [indicator, numerator, denominator]);
const READ = [['T1', 8, 10]];

describe('how near a header is to ours', () => {
  it.each([
    ['Tử số', 'Tu so'],
    ['Tử số', 'TỬ SỐ (hồ sơ)'],
    ['Tử số', 'Tử số:'],
    ['Nguyên nhân, giải trình', 'Nguyên nhân giải trình'],
    ['Đơn vị tính', 'ĐVT'],
    ['Mã', 'Mã số'],
    ['Kỳ', 'Kỳ báo cáo'],
    ['Chủ trì', 'Đơn vị chủ trì'],
    ['Thời hạn hoàn thành', 'Thời hạn'],
    ['Kết quả thực hiện trong kỳ', 'Kết quả thực hiện trong kỳ này'],
    ['Minh chứng', 'Minh chúng'],
  ])('«%s» is near «%s»', (ours, theirs) => expect(likeness(ours, theirs)).toBeGreaterThanOrEqual(NEAR));

  it.each([
    ['Tử số', 'Mẫu số'],
    ['Mã', 'Mẫu'],
    ['Kỳ', 'Kỳ trước'],
    ['Kết quả', 'Kết quả bằng lời'],
    ['Ghi chú', 'Cột riêng của xã'],
    ['Chủ trì', 'Phối hợp'],
  ])('«%s» is not «%s»', (ours, theirs) => expect(likeness(ours, theirs)).toBeLessThan(NEAR));
});

describe('a layout of the office', () => {
  it('is read without asking when headers differ in case, spaces, dashes, composition or order only', () => {
    const how = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => `  ${text.replaceAll(' ', '   ')} `,
      (text) => text.normalize('NFD'),
      (text) => text.replaceAll('–', '-'),
      (text) => text.replace(' ', '\n'),
    );
    fc.assert(
      fc.property(fc.array(how, { minLength: 24, maxLength: 24 }), fc.integer(), (ways, turn) => {
        let at = 0;
        const tabs = withHeaders((header) => ways[at++ % ways.length]?.(header) ?? header);
        const tab = tabOf(tabs, ACTUALS);
        // Another order of the columns, rows and all.
        const move = Math.abs(turn) % (tab.values[1]?.length ?? 1);
        for (const [row, line] of tab.values.entries()) if (row > 0) line.push(...line.splice(0, move));
        expect(figures(tabs)).toEqual(READ);
        expect(proposed(tabs)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is read in two rows of headers, with cells merged downwards and sideways', () => {
    const tabs = withHeaders((header) => (['Tử số', 'Mẫu số'].includes(header) ? '' : header));
    const tab = tabOf(tabs, ACTUALS);
    const [numerator] = [columnOf(tabOf(smallPlan(FIGURES), ACTUALS), 'Tử số')];
    const lower = (tab.values[1] ?? []).map((): CellValue => '');
    lower[numerator - 1] = 'Tử số';
    lower[numerator] = 'Mẫu số';
    type(tab, [2, numerator], 'Kết quả theo hồ sơ');
    tab.values.splice(2, 0, lower);
    tab.formats.splice(
      2,
      0,
      lower.map(() => ''),
    );
    expect(figures(tabs)).toEqual(READ);
  });

  it('is read where «Năm» stands over the years', () => {
    const tabs = smallPlan();
    const tab = tabOf(tabs, INDICATORS);
    const first = columnOf(tab, 'Năm 2023');
    const lower = (tab.values[1] ?? []).map((): CellValue => '');
    lower[first - 1] = '2023';
    lower[first] = '2024';
    type(tab, [2, first], 'Năm');
    type(tab, [2, first + 1], '');
    tab.values.splice(2, 0, lower);
    tab.formats.splice(
      2,
      0,
      lower.map(() => ''),
    );
    expect(readBook(rawBook(tabs)).plan.indicators).toEqual(readBook(rawBook(smallPlan())).plan.indicators);
  });

  it('is proposed, each header for one column, where it is only near', () => {
    const own = new Map([
      ['Mã', 'Mã số'],
      ['Tử số', 'Tử số (hồ sơ)'],
      ['Mẫu số', 'Mau so'],
      ['Ghi chú', 'Cột riêng của xã'],
    ]);
    expect(proposed(withHeaders((header) => own.get(header) ?? header))).toEqual([
      'Mã số → Mã',
      'Tử số (hồ sơ) → Tử số',
      'Mau so → Mẫu số',
    ]);
  });

  it('is told as a problem in its cell, in place of what would be missing', () => {
    const tabs = withHeaders((header) => (header === 'Tử số' ? 'Tu so' : header));
    const raw = rawBook(tabs);
    const book = readBook(raw);
    const problems = withProposals(book.problems, nearLayout(raw, book)).filter(({ tab }) => tab === ACTUALS.name);
    expect(problems.map(({ code, at, facts }) => [code, at?.row, at?.column, facts])).toEqual([
      ['near-header', 2, columnOf(tabOf(smallPlan(), ACTUALS), 'Tử số'), { header: 'Tử số', own: 'Tu so' }],
    ]);
  });

  it('is proposed as a whole tab of another name, its keys among what is near', () => {
    const tabs = withHeaders((header) => (header === 'Mã' ? 'Mã số' : header === 'Kỳ' ? 'Kỳ báo cáo' : header));
    tabOf(tabs, ACTUALS).name = 'Bảng số liệu của xã';
    expect(proposed(tabs)).toEqual(['Bảng số liệu của xã → (trang)', 'Mã số → Mã', 'Kỳ báo cáo → Kỳ']);
  });

  it('is not guessed from two tabs that are alike, nor from one that is something else', () => {
    const tabs = withHeaders((header) => (header === 'Mã' ? 'Mã số' : header));
    const tab = tabOf(tabs, ACTUALS);
    tab.name = 'Bản thứ nhất';
    const stranger = memoryTab(900, 'Danh sách cán bộ', [['TT', 'Họ và tên', 'Ghi chú', 'Mã số']]);
    expect(proposed([...tabs, { ...structuredClone(tab), sheetId: 901, name: 'Bản thứ hai' }, stranger])).toEqual([]);
  });
});

describe('a layout that was agreed to', () => {
  /** With the rows that keep the consent. */
  function adopted(tabs: MemoryTab[], rows: readonly { name: string; value: string }[]): MemoryTab[] {
    const settings = tabOf(tabs, SETTINGS);
    for (const { name, value } of rows) {
      settings.values.push(headersOf(SETTINGS).map((_, at) => [name, value][at] ?? ''));
      settings.formats.push(headersOf(SETTINGS).map(() => ''));
    }
    return tabs;
  }

  it('is read by the office’s headers, and its rows are no misspelt settings', () => {
    const tabs = withHeaders((header) => (header === 'Tử số' ? 'Số hồ sơ đúng hạn' : header));
    expect(figures(tabs)).toEqual([['T1', null, 10]]);
    const book = readBook(rawBook(adopted(tabs, [ownLayoutRow(ACTUALS.name, 'Tử số', 'số hồ sơ  ĐÚNG hạn')])));
    expect(book.actuals.map(({ numerator }) => numerator)).toEqual([8]);
    expect(book.problems).toEqual([]);
  });

  it('is read in a tab of another name', () => {
    const tabs = withHeaders((header) => (header === 'Mã' ? 'Mã số' : header));
    tabOf(tabs, ACTUALS).name = 'Bảng số liệu';
    expect(figures(tabs)).toEqual([]);
    const rows = [ownLayoutRow(ACTUALS.name, null, 'Bảng số liệu'), ownLayoutRow(ACTUALS.name, 'Mã', 'Mã số')];
    expect(figures(adopted(tabs, rows))).toEqual(READ);
  });

  it('is doubled when our own header comes back beside it', () => {
    const tabs = withHeaders((header) => (header === 'Ghi chú' ? 'Số đúng hạn' : header));
    const book = readBook(rawBook(adopted(tabs, [ownLayoutRow(ACTUALS.name, 'Tử số', 'Số đúng hạn')])));
    expect(book.problems.map(({ code }) => code)).toContain('doubled-header');
  });

  it('that names no tab of ours is told as a setting nobody knows', () => {
    const book = readBook(rawBook(adopted(smallPlan(), [{ name: 'Cột riêng: Trang lạ / Mã', value: 'x' }])));
    expect(book.problems.map(({ code }) => code)).toEqual(['not-in-list']);
  });
});
