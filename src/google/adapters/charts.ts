import type { WorkbookPort } from '../../app/base/ports.ts';
import type { ChartLayout } from '../../workbook/layout/layout.ts';
import type { EmbeddedChart, Range, Sheet } from '../surface/spreadsheet.ts';

/** Hides zeros, in the cells and in the bars, which take the format of their cells. */
const NO_NOUGHT = '0;-0;';

/** The calls of the workbook that are about charts; a tab that is gone has none. */
export function chartCalls(sheetOf: (sheetId: number) => Sheet | null): Pick<WorkbookPort, 'putChart' | 'fitChart'> {
  const on = (work: (sheet: Sheet, chart: ChartLayout) => void) => (sheetId: number, chart: ChartLayout) => {
    const sheet = sheetOf(sheetId);
    if (sheet !== null) work(sheet, chart);
  };
  return { putChart: on(putChart), fitChart: on(fitChart) };
}

function putChart(sheet: Sheet, chart: ChartLayout): void {
  if (fitChart(sheet, chart) > 0) return;
  const { row, column, rows, columns } = chart.reserved;
  // Long names would else make the rows of the tables beside them high, or run out from under the chart.
  sheet.getRange(row, column, rows, columns).setWrap(false).setNumberFormat(NO_NOUGHT);
  sheet.getRange(row, column, rows, 1).setHorizontalAlignment('left');
  sheet.insertChart(newChart(sheet, chart));
}

/** Gives our charts the cells of the layout, and says how many there are. The look that a person gave one stays. */
function fitChart(sheet: Sheet, chart: ChartLayout): number {
  const ours = sheet.getCharts().filter((each) => isOurs(sheet, each, chart));
  for (const each of ours) {
    const [range, ...more] = each.getRanges();
    if (range !== undefined && more.length === 0 && isOver(range, chart)) continue;
    sheet.updateChart(each.modify().clearRanges().addRange(dataOf(sheet, chart)).build());
  }
  return ours.length;
}

/** Recognised by its title or, when a person changed that, by the cell where its figures begin. */
function isOurs(sheet: Sheet, each: EmbeddedChart, { title, data }: ChartLayout): boolean {
  if (each.getOptions().get('title') === title) return true;
  const [range] = each.getRanges();
  if (range === undefined || range.getSheet().getSheetId() !== sheet.getSheetId()) return false;
  return range.getRow() === data.row && range.getColumn() === data.column;
}

function isOver(range: Range, { data }: ChartLayout): boolean {
  const { row, column, rows, columns } = data;
  const wanted = [row, column, rows, columns];
  return [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()].every((n, at) => n === wanted[at]);
}

function dataOf(sheet: Sheet, { data: { row, column, rows, columns } }: ChartLayout): Range {
  return sheet.getRange(row, column, rows, columns);
}

function newChart(sheet: Sheet, chart: ChartLayout): EmbeddedChart {
  const { title, colours, place } = chart;
  const bars = sheet
    .newChart()
    .asBarChart()
    .setStacked()
    .setTitle(title)
    .setColors([...colours])
    .addRange(dataOf(sheet, chart))
    .setNumHeaders(1)
    .setPosition(place.row, place.column, 0, 0)
    .setOption('width', place.width)
    .setOption('height', place.height)
    .setOption('legend.position', 'bottom')
    // The numbers stand in the bars.
    .setOption('hAxis.textPosition', 'none');
  return colours.reduce((made, _, at) => made.setOption(`series.${at}.dataLabel`, 'value'), bars).build();
}
