import type { Evaluation } from '../../domain/judging/evaluate.ts';
import { isJudgedKind, isProposedLevel } from '../../domain/judging/tally.ts';
import type { Verdict } from '../../domain/judging/verdict.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { VERDICT_LABELS } from '../../words/core/labels.ts';
import { OVERVIEW_WORDS } from '../../words/pages/overview.ts';
import type { Block, CellValue, RawTab } from '../core/cell.ts';
import { cellAt, isBlankCell } from '../core/key.ts';
import type { ChartLayout } from './layout.ts';
import { BAR_COLOURS } from './paint.ts';

/** What is judged, the good first, and what still lacks its figure. All else is not for this period to judge, and has no bar. */
const SHOWN = ['met', 'nearly-met', 'not-met', 'no-data'] as const satisfies readonly Verdict[];
/** More bars would be too thin to read: the last one then stands for all other fields. */
const MOST_BARS = 10;

/**
 * Beside the tables of entry and of problems, which are narrow. Its figures lie in the cells under the chart: whoever cannot see
 * the chart, or takes it away, reads them there.
 */
export const CHART_PLACE = { row: 7, column: 6, width: 795, height: 318 } as const;
/** The wide tables begin no higher, so that the chart hides none. */
export const BELOW_CHART = 24;

/** The chart over as many bars; without any, over a blank line, because a chart draws something. */
function chartOver(bars: number): ChartLayout {
  const head = { row: CHART_PLACE.row + 1, column: CHART_PLACE.column, columns: 1 + SHOWN.length };
  return {
    title: OVERVIEW_WORDS.chart,
    data: { ...head, rows: 1 + Math.max(1, bars) },
    reserved: { ...head, row: CHART_PLACE.row, rows: 2 + MOST_BARS },
    colours: SHOWN.map((verdict) => BAR_COLOURS[verdict]),
    place: CHART_PLACE,
  };
}

/**
 * What set-up makes of a tab that has no chart yet. The head is written with it and tells from then on that it was made, so that
 * a chart which a person deletes stays away. `null` where it was made before.
 */
export function firstChart(raw: RawTab): { readonly chart: ChartLayout; readonly head: Block } | null {
  if (hasChart(raw)) return null;
  const { row, column } = CHART_PLACE;
  const [title, names = []] = chartLines([], null);
  const values = [names.map((_, at) => title?.[at] ?? ''), names];
  return { chart: chartOver(barsOn(raw)), head: { sheetId: raw.sheetId, row, column, values } };
}

/** The chart with the cells that its figures are about to fill; `null` when it draws them already, or was never made. */
export function chartToFit(raw: RawTab, { indicators }: Plan): ChartLayout | null {
  const bars = chartLines(indicators, null).length - 2;
  return hasChart(raw) && bars !== barsOn(raw) ? chartOver(bars) : null;
}

/** Whether set-up has made the chart on this tab, wherever rows that a person inserted moved its head. */
export function hasChart({ values }: RawTab): boolean {
  return values.some((row) => row.includes(OVERVIEW_WORDS.chart));
}

/** How many bars the figures make that stand on the tab. */
function barsOn(raw: RawTab): number {
  const { row, column } = CHART_PLACE;
  let bars = 0;
  while (!isBlankCell(cellAt(raw, row + 2 + bars, column))) bars += 1;
  return bars;
}

/** The title, the names of the series, and a line for each field in the order of the plan. */
export function chartLines(indicators: readonly Indicator[], evaluation: Evaluation | null): CellValue[][] {
  const { field, noField, chart, otherFields } = OVERVIEW_WORDS;
  const official = (each: Indicator): boolean => isJudgedKind(each) && !isProposedLevel(each);
  const judged = indicators.filter(official).map((each) => ({
    field: each.field || noField,
    verdict: evaluation?.judgements.get(each.id)?.verdict,
  }));
  const fields = [...new Set(judged.map((each) => each.field))];
  const own = fields.length > MOST_BARS ? fields.slice(0, MOST_BARS - 1) : fields;
  const line = (name: string, some: typeof judged): CellValue[] => [
    name,
    ...SHOWN.map((shown) => some.filter(({ verdict }) => verdict === shown).length),
  ];
  const lines = own.map((name) => judged.filter((each) => each.field === name)).map((some) => line(some[0]?.field ?? '', some));
  const rest = judged.filter((each) => !own.includes(each.field));
  const others = rest.length === 0 ? [] : [line(otherFields, rest)];
  return [[chart], [field, ...SHOWN.map((verdict) => VERDICT_LABELS[verdict])], ...lines, ...others];
}
