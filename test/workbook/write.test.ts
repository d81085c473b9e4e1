import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { TabTable } from '../../src/workbook/core/tab.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { judgementEdits } from '../../src/workbook/write/derived.ts';
import { periodRows } from '../../src/workbook/write/prepare.ts';
import { appendRows, rowBlocks, rowOf } from '../../src/workbook/write/write.ts';
import type { MemoryTab } from '../app/memory-ports.ts';
import { actual, entry, H1, indicator, on, smallPlan, task } from '../app/small-plan.ts';
import { aBook, columnOf, evaluated, periodOf, rawBook, tabOf, type, written } from './books.ts';

function tableOf(tabs: readonly MemoryTab[], key: TabTable['spec']['key']): TabTable {
  const table = readBook(rawBook(tabs)).tables.get(key);
  if (table === undefined) throw new Error(`no table ${key}`);
  return table;
}

/** A workbook of so many indicators and tasks in the open period. */
function grown(count: number): MemoryTab[] {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return smallPlan({
    indicators: numbers.map((at) => indicator(`T${at}`)),
    tasks: numbers.map((at) => task(`N${at}`)),
    actuals: numbers.map((at) => actual(`T${at}`, { numerator: at, denominator: 5000 })),
    entries: numbers.map((at) => entry(`N${at}`, { progress: 'Đang thực hiện' })),
  });
}

function judged(tabs: readonly MemoryTab[]) {
  const book = readBook(rawBook(tabs));
  return judgementEdits(book, [{ period: periodOf(book), evaluation: evaluated(book) }]);
}

describe('grey cells', () => {
  it('take as many blocks at 2,100 rows as at 21', () => {
    expect(judged(grown(2100)).length).toBe(judged(grown(21)).length);
    expect(judged(grown(21)).length).toBeLessThanOrEqual(10);
  });

  it('are not written a second time', () => {
    const tabs = grown(21);
    expect(judged(written(tabs, judged(tabs)))).toEqual([]);
  });

  it('hold no more than a cell may hold, and are not written a second time for it', () => {
    const title = 'x'.repeat(50_001);
    const tabs = smallPlan({ indicators: [indicator('T1', { title })], actuals: [actual('T1', { typed: 'y'.repeat(50_000) })] });
    const blocks = judged(tabs);
    const texts = blocks.flatMap(({ values }) => values.flat()).filter((value) => typeof value === 'string');
    // One sign less than a cell holds: an apostrophe may have to stand in front.
    expect(Math.max(...texts.map((text) => text.length))).toBe(49_999);
    expect(judged(written(tabs, blocks))).toEqual([]);
  });

  it('never touch a cell of the office, whatever the order of the columns', () => {
    const tabs = grown(21);
    const after = written(tabs, judged(tabs));
    for (const spec of [ACTUALS, ENTRIES]) {
      const [old, now] = [tabOf(tabs, spec), tabOf(after, spec)];
      for (const { header, by } of Object.values(spec.columns)) {
        const column = columnOf(old, header) - 1;
        if (by === 'office') expect(now.values.map((row) => row[column])).toEqual(old.values.map((row) => row[column]));
      }
    }
  });

  it('say the plan, the figures of the period before, the verdict and its reason', () => {
    const tabs = smallPlan({
      actuals: [
        actual('T1', { numerator: 310, denominator: 500 }),
        actual('T1', { period: 'Quý I 2024', numerator: 30, denominator: 50 }),
      ],
    });
    const tab = tabOf(written(tabs, judged(tabs)), ACTUALS);
    const cell = (header: string, row = 3): CellValue | undefined => tab.values[row - 1]?.[columnOf(tab, header) - 1];
    expect(cell('Chỉ tiêu')).toBe('Tỷ lệ hồ sơ của T1');
    expect(cell('Mức kế hoạch')).toBe('từ 75% trở lên');
    expect(cell('Số liệu tính từ – đến')).toBe('15/12/2023 – 14/6/2024');
    expect(cell('Kỳ trước')).toBe('60% (30/50)');
    expect(cell('Kết quả')).toBe('62% (310/500)');
    expect(cell('Đánh giá')).toBe('Chưa đạt');
    expect(cell('Diễn giải')).toContain('thấp hơn 13 điểm phần trăm');
    expect(cell('Đánh giá', 4)).toBe('');
  });

  it('give a task its deadline, its status and the two days its colour depends on', () => {
    const tabs = smallPlan({ entries: [entry('N1', { progress: 'Đang thực hiện' })] });
    const tab = tabOf(written(tabs, judged(tabs)), ENTRIES);
    const cell = (header: string): CellValue | undefined => tab.values[2]?.[columnOf(tab, header) - 1];
    expect(cell('Thời hạn hoàn thành')).toBe('31/5/2024');
    expect(cell('Tình trạng')).toBe('Quá hạn chưa hoàn thành');
    expect(cell('Nhắc từ ngày')).toEqual(on('2024-05-28'));
    expect(cell('Quá hạn từ ngày')).toEqual(on('2024-06-01'));
  });

  it('keep the days for which a proposed deadline reminds behind the first of them', () => {
    const tabs = smallPlan({ tasks: [task('N1', { origin: 'Đề xuất, chờ xác nhận' })], entries: [entry('N1')] });
    const tab = tabOf(written(tabs, judged(tabs)), ENTRIES);
    const cell = (header: string): CellValue | undefined => tab.values[2]?.[columnOf(tab, header) - 1];
    expect(cell('Thời hạn hoàn thành')).toBe('31/5/2024 (đề xuất, chờ xác nhận)');
    expect(cell('Nhắc từ ngày')).toEqual({ day: '2024-05-28', minutes: 4 });
    expect(cell('Quá hạn từ ngày')).toBe('');
    expect(judged(written(tabs, judged(tabs)))).toEqual([]);
  });

  it('take the two days from rows of other periods, which would else stay painted overdue', () => {
    const days = { remindFrom: on('2024-05-28'), overdueFrom: on('2024-06-01') };
    const tabs = smallPlan({ entries: [entry('N1', { period: 'Quý I 2024', status: 'Đang thực hiện', ...days }), entry('N1')] });
    const tab = tabOf(written(tabs, judged(tabs)), ENTRIES);
    const cell = (header: string, row: number): CellValue | undefined => tab.values[row - 1]?.[columnOf(tab, header) - 1];
    expect([cell('Nhắc từ ngày', 3), cell('Quá hạn từ ngày', 3), cell('Tình trạng', 3)]).toEqual(['', '', 'Đang thực hiện']);
    expect(cell('Quá hạn từ ngày', 4)).toEqual(on('2024-06-01'));
  });

  it('stay as they are beside a doubled key', () => {
    const tabs = smallPlan();
    const tab = tabOf(tabs, ACTUALS);
    type(tab, [4, 1], 'T1');
    expect(judged(tabs).filter(({ sheetId }) => sheetId === tab.sheetId)).toEqual([]);
  });

  it('are written around a column of the office’s own, never over it', () => {
    const tabs = smallPlan();
    const tab = tabOf(tabs, ACTUALS);
    const at = columnOf(tab, 'Đánh giá') - 1;
    tab.values = tab.values.map((row, index) => [...row.slice(0, at), index === 1 ? 'Riêng' : `giữ ${index}`, ...row.slice(at)]);
    tab.formats = tab.values.map((row) => row.map(() => ''));
    const after = tabOf(written(tabs, judged(tabs)), ACTUALS);
    expect(after.values.map((row) => row[at])).toEqual(tab.values.map((row) => row[at]));
  });
});

describe('edits of rows', () => {
  it('write one rectangle from the first to the last changed row', () => {
    const tabs = grown(5);
    const table = tableOf(tabs, 'actuals');
    const edits = [
      { row: 4, values: { verdict: 'Đạt' } },
      { row: 6, values: { verdict: 'Đạt', explanation: 'vì sao' } },
    ];
    const [block, ...more] = rowBlocks(table, edits);
    expect(more).toEqual([]);
    expect(block).toMatchObject({ row: 4, column: columnOf(tabOf(tabs, ACTUALS), 'Đánh giá') });
    expect(block?.values).toEqual([
      ['Đạt', ''],
      ['', ''],
      ['Đạt', 'vì sao'],
    ]);
  });

  it('reach a cell of the office only when told so', () => {
    const table = tableOf(grown(2), 'actuals');
    const edits = [{ row: 3, values: { note: 'đã gọi' } }];
    expect(rowBlocks(table, edits)).toEqual([]);
    expect(rowBlocks(table, edits, { allowOffice: true })).toHaveLength(1);
  });

  it('leave out rows without a key and columns without a single header', () => {
    const tabs = grown(2);
    type(tabOf(tabs, ACTUALS), [2, columnOf(tabOf(tabs, ACTUALS), 'Đánh giá')], 'Khác');
    type(tabOf(tabs, ACTUALS), [3, 1], '');
    const table = tableOf(tabs, 'actuals');
    expect(rowBlocks(table, [{ row: 3, values: { result: '1' } }])).toEqual([]);
    expect(rowBlocks(table, [{ row: 4, values: { verdict: 'Đạt' } }])).toEqual([]);
  });

  it('find a row by its key however it is written', () => {
    const table = tableOf(grown(2), 'actuals');
    expect(rowOf(table, ['T2', H1.normalize('NFD')])).toBe(4);
    expect(rowOf(table, ['T3', H1])).toBeNull();
  });
});

describe('appended rows', () => {
  it('stand under everything that the tab holds', () => {
    const tabs = smallPlan({ narratives: [] });
    const tab = tabOf(tabs, ACTUALS);
    const blank = (tab.values[0] ?? []).map(() => '' as CellValue);
    tab.values.push(
      [...blank],
      blank.map((_, at) => (at === 9 ? 5 : '')),
      [...blank],
    );
    const [block] = appendRows(tableOf(tabs, 'actuals'), [{ id: 'T9', period: H1 }]);
    expect(block).toMatchObject({ row: 7, column: 1, values: [['T9', H1]] });
  });

  it('are none in a tab that lacks a key column', () => {
    const tabs = smallPlan();
    type(tabOf(tabs, ACTUALS), [2, 2], 'Đợt');
    expect(appendRows(tableOf(tabs, 'actuals'), [{ id: 'T9', period: H1 }])).toEqual([]);
  });

  it('are read back as they were written', () => {
    const row = fc.record({
      numerator: fc.oneof(fc.nat(), fc.constant('' as const)),
      denominator: fc.integer({ min: 1, max: 9999 }),
      spoken: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()),
      muteUntil: fc.constantFrom(on('2024-06-30'), ''),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        fc.pre(rows.every(({ spoken }) => !spoken.startsWith('#')));
        const tabs = smallPlan({ actuals: [] });
        const made = rows.map((values, at) => ({ id: `T${at}`, period: H1, ...values }));
        const after = written(tabs, appendRows(tableOf(tabs, 'actuals'), made));
        const { actuals } = readBook(rawBook(after));
        expect(
          actuals.map(({ indicator: id, numerator, denominator, spoken }) => ({ id, numerator, denominator, spoken })),
        ).toEqual(
          made.map(({ id, numerator, denominator, spoken }) => ({
            id,
            numerator: numerator === '' ? null : numerator,
            denominator,
            spoken,
          })),
        );
        expect(written(after, [])).toEqual(after);
      }),
      { numRuns: 50 },
    );
  });
});

describe('preparing a period', () => {
  const outline = [
    { place: 'I', level: 1, title: 'Chỉ đạo', source: 'Nội dung báo cáo' },
    { place: 'II', level: 1, title: 'Chỉ trong báo cáo năm', source: 'Nội dung báo cáo', reports: 'Năm' },
    { place: 'III', level: 1, title: 'Kết quả', source: 'Lĩnh vực: Cải cách thể chế' },
  ];
  const ids = (rows: readonly Readonly<Record<string, CellValue>>[]): (CellValue | undefined)[] => rows.map((row) => row['id']);

  it('makes a row for every indicator, every open task and every narrative section of its report', () => {
    const book = aBook({ actuals: [], entries: [], narratives: [], outline });
    const rows = periodRows(book, periodOf(book));
    expect(ids(rows.actuals)).toEqual(['T1', 'T2']);
    expect(ids(rows.entries)).toEqual(['N1']);
    expect(rows.narratives).toEqual([{ period: H1, place: 'I', title: 'Chỉ đạo' }]);
    expect(rows.actuals[0]).toMatchObject({ period: H1, title: 'Tỷ lệ hồ sơ của T1', level: 'từ 75% trở lên' });
  });

  it('adds only what is missing, and nothing beside a doubled key', () => {
    const book = aBook({ actuals: [actual('T1'), actual('T1')], outline });
    expect(ids(periodRows(book, periodOf(book)).actuals)).toEqual(['T2']);
    const tabs = smallPlan({ actuals: [], entries: [], narratives: [], outline });
    const before = readBook(rawBook(tabs));
    const rows = periodRows(before, periodOf(before));
    const blocks = (['actuals', 'entries', 'narratives'] as const).flatMap((key) => appendRows(tableOf(tabs, key), rows[key]));
    const after = readBook(rawBook(written(tabs, blocks)));
    expect(after.problems).toEqual([]);
    expect(periodRows(after, periodOf(after))).toEqual({ actuals: [], entries: [], narratives: [] });
  });

  it.each([
    ['a dated task done in an earlier period', { frequency: 'Có thời hạn' }, 'Đã hoàn thành', []],
    ['a dated task still being done', { frequency: 'Có thời hạn' }, 'Đang thực hiện', ['N1']],
    ['a dated task suspended', { frequency: 'Có thời hạn' }, 'Tạm dừng', ['N1']],
    ['a dated task declared not applicable', { frequency: 'Có thời hạn' }, 'Không áp dụng', []],
    ['a yearly task done this year', { frequency: 'Hằng năm', due: '31/12' }, 'Đã hoàn thành', []],
    ['standing work done before', { frequency: 'Thường xuyên', due: '' }, 'Đã hoàn thành', ['N1']],
    ['work of every period done before', { frequency: 'Mỗi kỳ báo cáo', due: '' }, 'Đã hoàn thành', ['N1']],
  ])('of %s', (...[, more, progress, expected]) => {
    const book = aBook({
      tasks: [task('N1', more)],
      entries: [entry('N1', { period: 'Quý I 2024', progress, completedOn: on('2024-02-01') })],
    });
    expect(ids(periodRows(book, periodOf(book)).entries)).toEqual(expected);
  });

  it('prepares a yearly task again in the next plan year', () => {
    const next = { name: 'Quý I 2025', start: on('2024-12-15'), end: on('2025-03-14'), cumulative: 'có' };
    const last = { name: 'Năm 2024', start: on('2023-12-15'), end: on('2024-12-14'), cumulative: 'có', state: 'Đã chốt' };
    const book = aBook({
      periods: [last, next],
      tasks: [task('N1', { frequency: 'Hằng năm', due: '31/12' })],
      entries: [entry('N1', { period: 'Năm 2024', progress: 'Đã hoàn thành', completedOn: on('2024-11-01') })],
    });
    expect(ids(periodRows(book, periodOf(book, 'Quý I 2025')).entries)).toEqual(['N1']);
  });
});
