import type { EmbeddedChart, Range } from '../surface/spreadsheet.ts';
import { get, type Observed, type Probes, put, type Scratch } from './scratch.ts';

const TITLE = 'a';

/** A chart of bars over fresh cells, put in and looked up again. */
function chartOver({ google, sheet, fresh }: Scratch, title = TITLE): EmbeddedChart {
  const cells = fresh(3, 2).setValues([
    ['', 'n'],
    ['x', 1],
    ['y', 2],
  ]);
  const bars = sheet.newChart().asBarChart().setStacked();
  sheet.insertChart((title === '' ? bars : bars.setTitle(title)).addRange(cells).setNumHeaders(1).build());
  google.SpreadsheetApp.flush();
  return last(sheet.getCharts());
}

function last<T>(all: readonly T[]): T {
  const found = all[all.length - 1];
  if (found === undefined) throw new Error('nothing is there');
  return found;
}

const sizes = (chart: EmbeddedChart): Observed => chart.getRanges().map((range) => [range.getNumRows(), range.getNumColumns()]);
const titleOf = (chart: EmbeddedChart): string => String(chart.getOptions().get('title'));

/** Charts: how ours is known again, and whether it follows its figures. The last one moves what lies below. */
export const CHART_PROBES = {
  'chart-title': (scratch) => [titleOf(chartOver(scratch)), titleOf(chartOver(scratch, ''))],
  'chart-range': (scratch) => sizes(chartOver(scratch)),
  'chart-other-range': (scratch) => {
    const { google, sheet, fresh } = scratch;
    const cells: Range = fresh(5, 2);
    sheet.updateChart(chartOver(scratch).modify().clearRanges().addRange(cells).build());
    google.SpreadsheetApp.flush();
    const changed = last(sheet.getCharts());
    return [...(sizes(changed) as Observed[]), titleOf(changed)];
  },
  'insert-moves': ({ sheet, fresh }) => {
    const cell = put(fresh(), 'moved');
    const row = cell.getRow();
    sheet.insertRowsAfter(row - 1, 2);
    return get(sheet.getRange(row + 2, cell.getColumn(), 1, 1)) === 'moved';
  },
  'chart-moved': (scratch) => {
    const { google, sheet } = scratch;
    const from = chartOver(scratch).getRanges()[0]?.getRow() ?? 0;
    sheet.insertRowsAfter(1, 2);
    google.SpreadsheetApp.flush();
    return (last(sheet.getCharts()).getRanges()[0]?.getRow() ?? 0) - from;
  },
} satisfies Probes<string>;
