import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/domain/core/source.ts';
import { a1, columnLetter } from '../../src/workbook/core/address.ts';
import type { Book } from '../../src/workbook/core/book.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { OUTLINE } from '../../src/workbook/tabs/settings.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { type MemoryTab, memoryTab } from '../app/memory-ports.ts';
import { actual, H1, indicator, on, smallPlan, task } from '../app/small-plan.ts';
import { PLACES } from '../domain/builders.ts';
import { aBook, bookWith, columnOf, rawBook, tabOf, type } from './books.ts';

/** What a book says, without where it stands. */
function content({ plan, actuals, entries, narratives, mails, frozen, reports, problems }: Book): unknown {
  const byId = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item, mapped)).sort();
  return {
    plan: Object.values(plan).map(byId),
    typed: [actuals, entries, narratives, mails, frozen, reports].map(byId),
    problems: problems.length,
  };
}

const mapped = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);

const plain = (): MemoryTab[] =>
  smallPlan({
    indicators: [indicator('T1', { 'Năm 2024': '98 - 100' }), indicator('T2'), indicator('T3', { measure: 'Lấy từ T1 / T2' })],
    tasks: [task('N1', { supports: 'Đài truyền thanh' }), task('N2', { due: '31/12', frequency: 'Hằng năm' })],
    actuals: [actual('T1', { numerator: '310', denominator: 500 }), actual('T2', { typed: 'Tốt' }), actual('T3')],
  });

/** The tab with its rows under the headers changed. */
function changed(tab: MemoryTab, change: (rows: CellValue[][], headerRow: number) => CellValue[][]): MemoryTab {
  const header = tab.hidden ? 1 : 2;
  return { ...memoryTab(tab.sheetId, tab.name, change(tab.values, tab.name === 'Tổng quan' ? 0 : header)), hidden: tab.hidden };
}

function shuffled<Item>(items: readonly Item[], seeds: readonly number[]): Item[] {
  return items
    .map((item, at) => ({ item, key: seeds[at % seeds.length] ?? 0, at }))
    .sort((left, right) => left.key - right.key || left.at - right.at)
    .map(({ item }) => item);
}

const seeds = fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 });

describe('what is read from a workbook', () => {
  it('does not change with the order of columns', () => {
    fc.assert(
      fc.property(seeds, (order) => {
        const tabs = plain().map((tab) => changed(tab, (rows) => rows.map((row) => shuffled(row, order))));
        expect(content(readBook(rawBook(tabs)))).toEqual(content(readBook(rawBook(plain()))));
      }),
      { numRuns: 20 },
    );
  });

  it('does not change with the order of rows, nor with blank rows between', () => {
    fc.assert(
      fc.property(seeds, (order) => {
        const tabs = plain().map((tab) =>
          changed(tab, (rows, head) => [
            ...rows.slice(0, head),
            ...shuffled(rows.slice(head), order).flatMap((row, at) => ((order[at] ?? 0) % 2 === 0 ? [[''], row] : [row])),
          ]),
        );
        expect(content(readBook(rawBook(tabs)))).toEqual(content(readBook(rawBook(plain()))));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['NFD', (text: string) => text.normalize('NFD')],
    ['spaces around and within', (text: string) => ` ${text.replace(/ /gu, '\u00a0 ')} `],
  ])('does not change with the writing of names, headers and keys: %s', (_, rewrite) => {
    const tabs = plain().map((tab) => ({
      ...changed(tab, (rows) => rows.map((row) => row.map((cell) => (typeof cell === 'string' ? rewrite(cell) : cell)))),
      name: rewrite(tab.name),
    }));
    const { plan, actuals, problems } = readBook(rawBook(tabs));
    expect(problems).toEqual([]);
    expect(plan.indicators.map(({ id, kind, links }) => ({ id, kind, links }))).toEqual(
      readBook(rawBook(plain())).plan.indicators.map(({ id, kind, links }) => ({ id, kind, links })),
    );
    expect(actuals.map(({ indicator: id, period }) => [id, period])).toEqual([
      ['T1', H1],
      ['T2', H1],
      ['T3', H1],
    ]);
  });

  it('does not change with extra tabs, extra columns and a header row further down', () => {
    const tabs = plain().map((tab) =>
      changed(tab, (rows, head) => [
        ...(head === 0 ? [] : [['ghi chú của văn phòng'], ['']]),
        ...rows.map((row) => ['của văn phòng', ...row]),
      ]),
    );
    const extra = memoryTab(999, 'Trang riêng', [
      ['Mã', 'Kỳ', 'Tử số'],
      ['T1', H1, 9],
    ]);
    expect(content(readBook(rawBook([...tabs, extra])))).toEqual(content(readBook(rawBook(plain()))));
  });

  it('does not change when tabs are renamed: their headers tell', () => {
    const tabs = plain().map((tab) => (tab.name === 'Tổng quan' ? tab : { ...tab, name: `Trang ${tab.sheetId}` }));
    const book = readBook(rawBook(tabs));
    expect(content(book)).toEqual(content(readBook(rawBook(plain()))));
    expect([...book.tables.keys()].sort()).toEqual(TABS.flatMap(({ key, optional }) => (optional === true ? [] : [key])).sort());
  });

  it('never throws, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double(),
      fc.boolean(),
      fc.constant(on('2024-02-29')),
      fc.constantFrom('Mã', 'Kỳ', 'Năm 2024', 'T1', '#N/A', '__proto__', 'constructor'),
    );
    const tabs = fc.array(
      fc.tuple(
        fc.constantFrom(...TABS.map(({ name }) => name), 'khác'),
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 }),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(tabs, fc.boolean(), (found, withHeaders) => {
        const made = found.map(([name, rows], at) => {
          const headers = Object.values(TABS.find((spec) => spec.name === name)?.columns ?? {}).map(({ header }) => header);
          return memoryTab(at, name, withHeaders ? [headers, ...rows] : rows);
        });
        void readBook(rawBook(made));
      }),
    );
  });

  it('takes the years of the plan from its headers', () => {
    const { plan } = bookWith(INDICATORS, (tab) => {
      type(tab, [2, columnOf(tab, 'Năm 2023')], 'NĂM  2030');
    });
    expect([...(plan.indicators[0]?.targets.keys() ?? [])]).toEqual([2024, 2030]);
  });

  it.each([
    ['Lấy từ TK3.4 / TK3.3', { numerator: ['TK3.4'], denominator: ['TK3.3'] }, null],
    ['hồ sơ đúng hạn. Lấy từ TK3.4 + TK3.5 / TK3.3.', { numerator: ['TK3.4', 'TK3.5'], denominator: ['TK3.3'] }, null],
    ['Bằng TK3.5 + TK3.6', null, [['TK3.5', 'TK3.6']]],
    ['Bằng TK3.8 + TK3.11; bằng TK3.5', null, [['TK3.8', 'TK3.11'], ['TK3.5']]],
    ['bằng 100% hồ sơ', null, null],
    ['', null, null],
  ])('understands «%s» as the way of measuring', (measure, links, sumOf) => {
    const { plan } = aBook({ indicators: [indicator('T1', { measure })] });
    expect(plan.indicators[0]).toMatchObject({ links, sumOf });
  });

  it.each([
    ['', { kind: 'heading' }],
    ['Nội dung báo cáo', { kind: 'narrative' }],
    ['Lĩnh vực: Cải cách thể chế', { kind: 'field', field: 'Cải cách thể chế', ids: [] }],
    ['Lĩnh vực: Cải cách thể chế; Mã: T3.4, N3.2a', { kind: 'field', field: 'Cải cách thể chế', ids: ['T3.4', 'N3.2a'] }],
    ['Mã: T3.4', { kind: 'field', field: '', ids: ['T3.4'] }],
  ])('understands «%s» as the source of a section', (source, expected) => {
    const { plan, problems } = aBook({ outline: [{ place: 'I.1', level: '', title: 'A', source, reports: 'Quý I; Năm' }] });
    expect(plan.outline).toEqual([
      { place: 'I.1', level: 2, title: 'A', source: expected, reports: [PLACES.q1, { type: 'year', turn: null }], from: null },
    ]);
    expect(problems).toEqual([]);
  });

  it('ignores checkboxes that nobody ticked', () => {
    const book = bookWith(OUTLINE, (tab) => {
      tab.values.push(tab.values[0]?.map(() => false) ?? []);
    });
    expect([book.plan.outline.length, book.problems]).toEqual([1, []]);
  });
});

describe('a cell address', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('names column %d %s', (column, letters) => expect(columnLetter(column)).toBe(letters));

  it('is found for every kind of source', () => {
    const book = aBook();
    const at = (of: Source['of'], [id, period = '']: readonly string[], field: string): string | null => {
      const found = book.addressOf({ of, id: id ?? '', period, field });
      return found === null ? null : a1(found);
    };
    expect(at('actual', ['T2', H1], 'numerator')).toBe(`${ACTUALS.name}!J4`);
    expect(at('task', ['N1'], 'due')).toBe(`${TASKS.name}!I3`);
    expect(at('narrative', ['I', H1], 'text')).toBe('Nội dung báo cáo!D3');
    expect(at('setting', ['plan-years'], 'value')).toBe('Thông tin chung!B3');
    expect(at('role', ['Tư pháp – Hộ tịch'], 'email')).toBe('Phân công!C4');
    expect(at('holiday', ['2024-04-30'], 'day')).toBe('Ngày nghỉ!A2');
    expect(at('outline', ['I'], 'title')).toBe('Đề cương!C2');
    expect(at('actual', ['T9', H1], 'numerator')).toBeNull();
    expect(at('actual', ['T2', H1], 'no-such-column')).toBeNull();
  });

  it('is not given for a row whose key stands twice', () => {
    const book = bookWith(ACTUALS, (tab) => type(tab, [4, 1], 'T1'));
    expect(book.addressOf({ of: 'actual', id: 'T1', period: H1, field: 'numerator' })).toBeNull();
    expect(tabOf(smallPlan(), ACTUALS).values[3]?.[0]).toBe('T2');
  });
});
