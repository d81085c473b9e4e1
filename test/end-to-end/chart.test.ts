import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCell, tabNamed } from '../../src/host/core/look.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';
import { convertInto } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

const soffice = tool('soffice');
/** With it comes pdftotext. */
const poppler = tool('pdftoppm');
const TITLE = 'Kết quả đánh giá chỉ tiêu theo lĩnh vực';
const FILE = 'minh-hoa.xlsx';
const SERIES = ['Đạt', 'Gần đạt', 'Chưa đạt', 'Chưa có số liệu'];

describe('the chart of the sample workbook', () => {
  let host: HostAtWork;
  beforeAll(() => {
    const made = aHost();
    sampleWorkbook(made.folder, FILE);
    made.close();
    host = aHost({ workbook: join(made.folder, FILE), create: false });
    host.ask('refresh', {});
  }, 600_000);
  afterAll(() => host.remove());

  const overview = () => tabNamed(host.model, 'Tổng quan');
  const drawn = () => overview()?.charts.map(({ title, ranges }) => ({ title, ranges }));
  const typeField = (field: string): void => {
    const at = findCell(host.model, { tab: 'Kế hoạch - Chỉ tiêu', id: 'T3.8', header: 'Lĩnh vực' });
    if (at === null) throw new Error('T3.8 has a field');
    host.type({ ...at, rows: [[field]] });
  };
  const counted = (call: () => unknown): number[] => {
    host.calls.reset();
    call();
    return ['charts', 'values-written', 'flush'].map((kind) => host.calls.of(kind as 'charts'));
  };

  it('draws a bar for each of the seven fields', () => {
    expect(drawn()).toEqual([{ title: TITLE, ranges: [{ row: 8, column: 6, rows: 8, columns: 5 }] }]);
    const heads = [7, 8, 9, 10].map((column) => overview()?.cells.get(8)?.get(column)?.value);
    expect(heads).toEqual(SERIES);
  });

  it('costs nothing where nothing changed, nor where only figures did', () => {
    expect(counted(() => host.ask('refresh', {}))).toEqual([0, 0, 0]);
    host.setNow({ ...host.now(), minutes: 600 });
    const at = findCell(host.model, { tab: 'Nhập số liệu', id: 'T3.8', period: '6 tháng đầu năm 2024', header: 'Tử số' });
    if (at !== null) host.type({ ...at, rows: [['499']] });
    expect(counted(() => host.ask('refresh', {}))[0]).toBe(0);
  });

  it('is looked up and changed once when a field is added, with its figures, and again when it goes', () => {
    typeField('Tuyên truyền');
    expect(counted(() => host.ask('refresh', {}))[0]).toBe(2);
    expect(drawn()?.[0]?.ranges[0]?.rows).toBe(9);
    const names = [9, 10, 11, 12, 13, 14, 15, 16].map((row) => overview()?.cells.get(row)?.get(6)?.value);
    expect(names).toContain('Tuyên truyền');
    expect(names).toContain('Xây dựng chính quyền điện tử, chính quyền số');
    typeField('Cải cách thủ tục hành chính');
    host.ask('refresh', {});
    expect(drawn()?.[0]?.ranges[0]?.rows).toBe(8);
    expect(readXlsx(readFileSync(host.path)).sheets.flatMap(({ charts }) => charts.map(({ ranges }) => ranges[0]?.rows))).toEqual(
      [8],
    );
  });

  it.skipIf(soffice === null || poppler === null)(
    'is printed by LibreOffice on the first page, with its names and numbers',
    () => {
      convertInto(host.folder, { soffice: soffice ?? '', to: 'pdf', paths: [host.path] });
      const pdf = join(host.folder, FILE.replace('.xlsx', '.pdf'));
      const text = execFileSync(join(dirname(poppler ?? ''), 'pdftotext'), ['-f', '1', '-l', '1', '-layout', pdf, '-'], {
        encoding: 'utf8',
      });
      for (const said of [TITLE, ...SERIES, 'Cải cách tài chính công']) expect(text).toContain(said);
      // Once in the chart and once in the table of each kind.
      expect(text.split('Cải cách tài chính công').length - 1).toBe(3);
    },
    600_000,
  );

  it('that a person deleted is not in the file again, whatever runs', () => {
    const sheet = overview();
    if (sheet !== null) sheet.charts = [];
    typeField('Tuyên truyền');
    host.ask('refresh', {});
    host.ask('set-up', { template: 'gia-luong-2021-2025' });
    expect(readXlsx(readFileSync(host.path)).sheets.flatMap(({ charts }) => charts)).toEqual([]);
  });
});
