import type {
  EmbeddedBarChartBuilder,
  EmbeddedChart,
  EmbeddedChartBuilder,
  Range,
  Sheet,
} from '../../google/surface/spreadsheet.ts';
import type { Area } from '../../xlsx/areas.ts';
import type { ChartLook, ChartModel, SheetModel } from '../../xlsx/model.ts';
import type { CallKind } from '../core/calls.ts';
import { type Environment, tellPending } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { areaOf } from './range.ts';

/** What a sheet's charts need of its service. */
type Handles = {
  readonly environment: Environment;
  readonly range: (area: Area) => Range;
  readonly change: (kind: CallKind, apply: () => void) => unknown;
};

/** Pixels of a new chart, as Google makes it. */
const NEW: ChartLook = { row: 1, column: 1, width: 600, height: 371, colors: [], labels: [] };
/** Far above the numbers that other objects of a drawing have. */
const FIRST_ID = 1001;

const chartBehind = new WeakMap<object, ChartModel>();

/** The part of a sheet's service that is about its charts. */
export function chartsOf(
  sheet: SheetModel,
  { environment, range, change }: Handles,
): Pick<Sheet, 'getCharts' | 'newChart' | 'insertChart' | 'updateChart'> {
  return {
    getCharts: () => {
      environment.calls.count('charts');
      tellPending(environment);
      return sheet.charts.map((chart) => chartService(chart, range));
    },
    newChart: () => builderOf({ id: 0, title: '', ranges: [], look: NEW }, range),
    insertChart: (chart) =>
      void change('charts', () => {
        const id = 1 + Math.max(FIRST_ID - 1, ...sheet.charts.map((held) => held.id));
        sheet.charts = [...sheet.charts, { ...known(chart, 'insertChart'), id }];
      }),
    updateChart: (chart) =>
      void change('charts', () => {
        const changed = known(chart, 'updateChart');
        if (!sheet.charts.some(({ id }) => id === changed.id)) throw new GoogleError('This chart is not in the sheet.');
        sheet.charts = sheet.charts.map((held) => (held.id === changed.id ? changed : held));
      }),
  };
}

function known(chart: EmbeddedChart, method: string): ChartModel {
  const found = chartBehind.get(chart);
  if (found === undefined)
    throw new GoogleError(`The parameters ((class)) don't match the method signature for SpreadsheetApp.Sheet.${method}.`);
  return found;
}

function chartService(chart: ChartModel, range: Handles['range']): EmbeddedChart {
  const made: EmbeddedChart = service({
    getRanges: () => chart.ranges.map(range),
    getOptions: () => service({ get: (option) => (option === 'title' && chart.title !== '' ? chart.title : null) }),
    modify: () => builderOf(chart, range),
  });
  chartBehind.set(made, chart);
  return made;
}

/** A builder over a chart; like Google's it changes the chart only when it is built and put in. */
function builderOf(start: ChartModel, range: Handles['range']): EmbeddedChartBuilder {
  let chart = start;
  const set = (change: Partial<ChartModel>): EmbeddedChartBuilder => {
    chart = { ...chart, ...change };
    return self;
  };
  const restyle = (change: Partial<ChartLook>): EmbeddedChartBuilder => set({ look: { ...lookOf(chart), ...change } });
  const title = (text: string): EmbeddedChartBuilder => set({ title: text, look: lookOf(chart) });
  const addRange = (added: Range): EmbeddedChartBuilder => set({ ranges: [...chart.ranges, areaOf(added)] });
  const self: EmbeddedChartBuilder = service({
    asBarChart: () => bars,
    addRange,
    clearRanges: () => set({ ranges: [] }),
    setNumHeaders: () => self,
    setOption: (option, value) => (option === 'title' ? title(String(value)) : restyle(changeOf(lookOf(chart), option, value))),
    setPosition: (row, column) => restyle({ row, column }),
    build: () => chartService(chart, range),
  });
  const bars: EmbeddedBarChartBuilder = service({
    setStacked: () => bars,
    setColors: (colors) => {
      restyle({ colors: [...colors] });
      return bars;
    },
    setTitle: (text) => {
      title(text);
      return bars;
    },
    addRange,
  });
  return self;
}

function lookOf({ look }: ChartModel): ChartLook {
  if (look === null) throw new GoogleError('This host keeps the look of a chart that came with the file.');
  return look;
}

/** What an option of Google's changes of the look here; of others nothing. */
function changeOf({ labels }: ChartLook, option: string, value: string | number): Partial<ChartLook> {
  if (option === 'width' || option === 'height') return { [option]: Number(value) };
  const series = /^series\.(\d+)\.dataLabel$/u.exec(option)?.[1];
  if (series === undefined) return {};
  const length = Math.max(labels.length, Number(series) + 1);
  return { labels: Array.from({ length }, (_, at) => (at === Number(series) ? value === 'value' : labels[at] === true)) };
}
