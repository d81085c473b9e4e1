import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/google/surface/spreadsheet.ts';
import type { ChartLayout } from '../../src/workbook/layout/layout.ts';
import { hostEnvironment } from '../contract/environment.ts';

const CHART: ChartLayout = {
  title: 'Kết quả',
  data: { row: 8, column: 6, rows: 4, columns: 3 },
  reserved: { row: 7, column: 6, rows: 12, columns: 3 },
  colours: ['#7CBF8C', '#E0807A'],
  place: { row: 7, column: 6, width: 795, height: 318 },
};
const LARGER: ChartLayout = { ...CHART, data: { ...CHART.data, rows: 6 } };

function session() {
  const host = hostEnvironment();
  const [handle] = host.google.SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const [sheet] = host.environment.book.sheets;
  if (handle === undefined || sheet === undefined) throw new Error('a workbook has a sheet');
  return {
    ...host,
    handle,
    sheet,
    put: (chart = CHART) => host.ports.workbook.putChart(sheet.id, chart),
    refit: (chart = LARGER) => host.ports.workbook.fitChart(sheet.id, chart),
  };
}

/** A chart that a person made. */
function theirs(sheet: Sheet, title: string, [row, column, rows, columns]: readonly [number, number, number, number]): void {
  sheet.insertChart(
    sheet
      .newChart()
      .asBarChart()
      .setTitle(title)
      .addRange(sheet.getRange(row, column, rows, columns))
      .build(),
  );
}

describe('the chart on a sheet', () => {
  it('is made with its title, cells, colours, numbers and place', () => {
    const { put, sheet } = session();
    put();
    expect(sheet.charts).toMatchObject([
      {
        title: 'Kết quả',
        ranges: [CHART.data],
        look: { row: 7, column: 6, width: 795, height: 318, colors: CHART.colours, labels: [true, true] },
      },
    ]);
    expect(sheet.cells.get(9)?.get(7)?.style.numberFormat).toBe('0;-0;');
    expect(sheet.cells.get(9)?.get(6)?.style).toMatchObject({ wrap: false, horizontal: 'left' });
  });

  it('is made once, and costs one look when it is there', () => {
    const { put, sheet, environment } = session();
    put();
    environment.calls.reset();
    put();
    expect(sheet.charts).toHaveLength(1);
    expect([environment.calls.of('charts'), environment.calls.total()]).toEqual([1, 1]);
  });

  it('is given other cells and keeps the look that a person gave it, its title and place too', () => {
    const { put, refit, sheet } = session();
    put();
    sheet.charts = sheet.charts.map((chart) => ({
      ...chart,
      title: 'Biểu đồ của tôi',
      look: chart.look === null ? null : { ...chart.look, width: 100 },
    }));
    refit();
    expect(sheet.charts).toMatchObject([{ title: 'Biểu đồ của tôi', ranges: [LARGER.data], look: { width: 100 } }]);
    put(CHART);
    expect(sheet.charts).toMatchObject([{ ranges: [CHART.data] }]);
  });

  it('is known by its title when inserted rows moved its cells', () => {
    const { put, refit, handle, sheet } = session();
    put();
    handle.insertRowsAfter(2, 3);
    expect(sheet.charts[0]?.ranges).toEqual([{ ...CHART.data, row: 11 }]);
    refit(CHART);
    expect(sheet.charts).toMatchObject([{ ranges: [CHART.data] }]);
  });

  it('that a person deleted is not made by a refresh', () => {
    const { put, refit, sheet } = session();
    put();
    sheet.charts = [];
    refit();
    expect(sheet.charts).toEqual([]);
  });

  it('leaves the charts of the office alone, even one over the same cells of another tab', () => {
    const { put, refit, handle, sheet, google } = session();
    theirs(handle, 'Thu ngân sách', [1, 1, 5, 2]);
    theirs(handle, '', [8, 6, 1, 1]);
    sheet.charts = sheet.charts.map((chart) => (chart.title === '' ? { ...chart, ranges: [{ ...CHART.data, row: 9 }] } : chart));
    const before = structuredClone(sheet.charts);
    const other = google.SpreadsheetApp.getActiveSpreadsheet().insertSheet('Khác', 1);
    theirs(other, 'Khác', [8, 6, 4, 3]);
    put();
    refit();
    expect(sheet.charts.slice(0, 2)).toEqual(before);
    expect(sheet.charts).toHaveLength(3);
  });

  it('of a tab that is gone is nothing', () => {
    const { ports } = session();
    expect(() => ports.workbook.putChart(987, CHART)).not.toThrow();
  });
});
