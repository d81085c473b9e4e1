import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookPort } from '../../src/app/base/ports.ts';
import { day } from '../../src/domain/core/day.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { ChartLayout, ColumnLayout, TabLayout } from '../../src/workbook/layout/layout.ts';

/** A workbook port and what the contract must be able to do from outside of it. */
export type OpenWorkbook = {
  readonly port: WorkbookPort;
  /** Cells that became formulas; must stay 0. */
  readonly formulas: () => number;
  readonly rename: (from: string, to: string) => void;
  /** The charts on a tab: what each is called and draws. */
  readonly charts: (sheetId: number) => readonly Pick<ChartLayout, 'title' | 'data'>[];
};

/** Known differences of an implementation, each with its reason. */
export type Differences = { readonly [difference in 'a renamed tab is not found']?: string };

const COLUMN: ColumnLayout = {
  width: 100,
  numberFormat: 'General',
  background: null,
  fontColor: null,
  wrap: false,
  align: 'left',
  choices: null,
  help: null,
};

/** A tab with a head line, headers in row 2 and one row. */
export function aLayout(parts: Partial<TabLayout> = {}): TabLayout {
  return {
    name: 'Nhập số liệu',
    hidden: false,
    tabColor: null,
    headerRow: 2,
    lastRow: 1000,
    frozenColumns: 1,
    columns: [COLUMN, COLUMN, COLUMN],
    top: [['Nhập số liệu'], ['Mã', 'Kỳ', 'Tử số']],
    rows: [['T1.1', 'Quý I 2024', 12.5]],
    paint: [],
    guards: [],
    ...parts,
  };
}

const CHART: ChartLayout = {
  title: 'Kết quả',
  data: { row: 2, column: 5, rows: 3, columns: 3 },
  reserved: { row: 1, column: 5, rows: 9, columns: 3 },
  colours: ['#7CBF8C', '#E0807A'],
  place: { row: 1, column: 5, width: 400, height: 200 },
};

/** Texts that Google would read as something else if they were typed. */
export const RISKY_TEXTS = [
  '=1+1',
  '+84 912',
  '-5',
  '@tên',
  "'đã có dấu nháy",
  "''hai dấu",
  '1-2',
  '01',
  '3/4',
  '50%',
  '1,5',
  '1.234',
  'TRUE',
  'False',
  '20/6/2024',
  '2024-06-20',
  '7:30',
  '1e5',
  ' 12 ',
  '₫100',
  '$5',
  '#N/A!',
  '6 tháng đầu năm 2024',
  'Quý I 2024',
  'Đạt',
];

/** What every workbook port does. */
export function workbookContract(name: string, open: () => OpenWorkbook, differs: Differences = {}): void {
  const laidOut = (): OpenWorkbook & { readonly sheetId: number } => {
    const opened = open();
    opened.port.layOut([aLayout()], []);
    return { ...opened, sheetId: opened.port.read(['Nhập số liệu']).tabs[0]?.sheetId ?? -1 };
  };
  const reread = ({ port, sheetId }: { port: WorkbookPort; sheetId: number }): readonly (readonly CellValue[])[] => {
    port.flush();
    return port.readTab(sheetId)?.values ?? [];
  };

  describe(`workbook port: ${name}`, () => {
    it('makes a tab with its head, headers and rows, and reads it back', () => {
      const { port } = open();
      expect(port.layOut([aLayout()], [])).toEqual({ made: ['Nhập số liệu'], kept: [], refused: [] });
      const [tab] = port.read(['Nhập số liệu']).tabs;
      expect(tab).toMatchObject({ name: 'Nhập số liệu', hidden: false });
      expect(tab?.values).toEqual([
        ['Nhập số liệu', '', ''],
        ['Mã', 'Kỳ', 'Tử số'],
        ['T1.1', 'Quý I 2024', 12.5],
      ]);
      expect(tab?.formats.map((row) => row.length)).toEqual(tab?.values.map((row) => row.length));
    });

    it('leaves a tab that is there as it is, and names it', () => {
      const { port, sheetId } = laidOut();
      port.write([{ sheetId, row: 3, column: 3, values: [[99]] }]);
      expect(port.layOut([aLayout(), aLayout({ name: 'Phân công', hidden: true })], [])).toEqual({
        made: ['Phân công'],
        kept: ['Nhập số liệu'],
        refused: [],
      });
      expect(reread({ port, sheetId })[2]?.[2]).toBe(99);
      expect(port.read(['Phân công']).tabs[0]?.hidden).toBe(true);
    });

    it('leaves absent tabs out and reads all when asked', () => {
      const { port } = laidOut();
      expect(port.read(['Không có']).tabs).toEqual([]);
      expect(port.readTab(987_654)).toBeNull();
      expect(port.read('all').tabs.map((tab) => tab.name)).toContain('Nhập số liệu');
    });

    it('makes an empty tab once, takes it away while it is empty, and no other', () => {
      const { port, sheetId } = laidOut();
      const idOf = (name: string): number => port.read('all').tabs.find((tab) => tab.name === name)?.sheetId ?? 0;
      port.addTab('Mẫu phiếu');
      const made = idOf('Mẫu phiếu');
      port.addTab('Mẫu phiếu');
      expect([idOf('Mẫu phiếu') === made, port.dropIfBare(sheetId), port.dropIfBare(987_654)]).toEqual([true, false, false]);
      expect(port.dropIfBare(made)).toBe(true);
      expect(port.readTab(made)).toBeNull();
      port.addTab('Mẫu phiếu');
      const again = idOf('Mẫu phiếu');
      port.write([{ sheetId: again, row: 5, column: 2, values: [['của đơn vị']] }]);
      expect([port.dropIfBare(again), port.readTab(again) === null]).toEqual([false, false]);
    });

    it.each(RISKY_TEXTS)('keeps the text %j a text', (text) => {
      const opened = laidOut();
      opened.port.write([{ sheetId: opened.sheetId, row: 3, column: 1, values: [[text]] }]);
      expect(reread(opened)[2]?.[0]).toBe(text);
      expect(opened.formulas()).toBe(0);
    });

    it.each(RISKY_TEXTS)('keeps the text %j as it is in cells of plain text', (text) => {
      const opened = open();
      opened.port.layOut([aLayout({ columns: [{ ...COLUMN, numberFormat: '@' }, COLUMN], rows: [[text, text]] })], []);
      const sheetId = opened.port.read(['Nhập số liệu']).tabs[0]?.sheetId ?? -1;
      opened.port.write([4, 40].map((row) => ({ sheetId, row, column: 1, values: [[text, text]] })));
      const now = reread({ ...opened, sheetId });
      expect([3, 4, 40].map((row) => now[row - 1]?.slice(0, 2))).toEqual([3, 4, 40].map(() => [text, text]));
      expect(opened.formulas()).toBe(0);
    });

    it('keeps any text, number, boolean or day it is given', () => {
      const days = fc
        .date({ min: new Date('1900-03-01'), max: new Date('2100-12-31'), noInvalidDate: true })
        .map((date) => ({ day: day(date.toISOString().slice(0, 10)), minutes: 0 }));
      const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((value) => !/[\r\0]/u.test(value));
      const value = fc.oneof(text, fc.integer({ min: -1e9, max: 1e9 }), fc.boolean(), days);
      fc.assert(
        fc.property(fc.array(value, { minLength: 3, maxLength: 3 }), (values: CellValue[]) => {
          // Afresh each time: a cell that once held a day keeps the format of a day.
          const opened = laidOut();
          opened.port.write([{ sheetId: opened.sheetId, row: 4, column: 1, values: [values] }]);
          expect((reread(opened)[3] ?? []).concat('', '', '').slice(0, 3)).toEqual(values);
          expect(opened.formulas()).toBe(0);
        }),
        { numRuns: 60 },
      );
    });

    it('keeps the minutes of a stamp', () => {
      const opened = laidOut();
      const stamp = { day: day('2024-06-20'), minutes: 555 };
      opened.port.write([{ sheetId: opened.sheetId, row: 3, column: 1, values: [[stamp]] }]);
      expect(reread(opened)[2]?.[0]).toEqual(stamp);
    });

    it('writes only the cells of the block', () => {
      const opened = laidOut();
      const values = [
        [1, 2],
        [3, 4],
      ];
      opened.port.write([{ sheetId: opened.sheetId, row: 3, column: 2, values }]);
      expect(reread(opened).slice(2)).toEqual([
        ['T1.1', 1, 2],
        ['', 3, 4],
      ]);
    });

    it('makes room for a block beyond the last row and column', () => {
      const opened = laidOut();
      opened.port.write([{ sheetId: opened.sheetId, row: 1200, column: 30, values: [['cuối']] }]);
      expect(reread(opened)[1199]?.[29]).toBe('cuối');
    });

    it('reads a small area and leaves out what lies outside the tab', () => {
      const { port, sheetId } = laidOut();
      expect(port.readRange({ sheetId, row: 3, column: 1, rows: 1, columns: 2 })).toEqual([['T1.1', 'Quý I 2024']]);
      expect(port.readRange({ sheetId, row: 900_000, column: 1, rows: 5, columns: 2 })).toEqual([]);
      expect(port.readRange({ sheetId: 987_654, row: 1, column: 1, rows: 1, columns: 1 })).toEqual([]);
    });

    it('makes a chart once, gives it other cells, and makes none when it is only to fit one', () => {
      const { port, sheetId, charts } = laidOut();
      port.fitChart(sheetId, CHART);
      expect(charts(sheetId)).toEqual([]);
      port.putChart(sheetId, CHART);
      port.putChart(sheetId, CHART);
      expect(charts(sheetId)).toEqual([{ title: CHART.title, data: CHART.data }]);
      const data = { ...CHART.data, rows: 7 };
      port.fitChart(sheetId, { ...CHART, data });
      expect(charts(sheetId)).toEqual([{ title: CHART.title, data }]);
      port.putChart(sheetId, CHART);
      expect(charts(sheetId)).toEqual([{ title: CHART.title, data: CHART.data }]);
    });

    it('lets nobody hand over a tab that no guard stands on, or that is not there', () => {
      const { port } = laidOut();
      expect([port.mayGuard('Nhập số liệu'), port.mayGuard('Không có')]).toEqual([false, false]);
    });

    it('hides and shows tabs', () => {
      const { port } = laidOut();
      port.layOut([aLayout({ name: 'Phân công' })], []);
      port.setHidden(['Phân công', 'Không có'], true);
      expect(port.read(['Phân công']).tabs[0]?.hidden).toBe(true);
      port.setHidden(['Phân công'], false);
      expect(port.read(['Phân công']).tabs[0]?.hidden).toBe(false);
    });

    it('tells the locale and the zone it was given', () => {
      const { port } = laidOut();
      port.setLocaleAndZone('vi_VN', 'Asia/Ho_Chi_Minh');
      expect(port.read([])).toMatchObject({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
    });

    const unfound = differs['a renamed tab is not found'];
    it(unfound === undefined ? 'finds a tab that set-up made after it was renamed' : `finds no renamed tab: ${unfound}`, () => {
      const { port, rename, sheetId } = laidOut();
      rename('Nhập số liệu', 'Số liệu');
      port.layOut([aLayout({ name: 'Phân công' })], []);
      const found = port.read(['Nhập số liệu']).tabs.map((tab) => [tab.sheetId, tab.name]);
      expect(found).toEqual(unfound === undefined ? [[sheetId, 'Số liệu']] : []);
    });

    it('finds a tab of the office that is remembered as one of ours', () => {
      const { port, rename, sheetId } = laidOut();
      rename('Nhập số liệu', 'Số liệu của xã');
      port.remember('Nhập số liệu', sheetId);
      expect(port.read(['Nhập số liệu']).tabs.map((tab) => [tab.sheetId, tab.name])).toEqual([[sheetId, 'Số liệu của xã']]);
    });

    it('refuses to write into a sheet that is not there', () => {
      expect(() => open().port.write([{ sheetId: 987_654, row: 1, column: 1, values: [[1]] }])).toThrow();
    });
  });
}
