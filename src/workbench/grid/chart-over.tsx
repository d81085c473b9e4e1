import { OVERVIEW_WORDS } from '../../words/pages/overview.ts';
import { cellAt, type Sheet } from '../sheet.ts';

/** What the workbook's own chart draws: names of the series, and for each bar its name and counts. */
export type ChartFigures = {
  readonly row: number;
  readonly column: number;
  readonly series: readonly string[];
  readonly bars: readonly { readonly name: string; readonly counts: readonly number[] }[];
};

const MOST_BARS = 12;
const MOST_SERIES = 4;

/** The figures lie in the cells under the chart, below the title that says that it was made; `null` on a tab without. */
export function chartFigures(sheet: Sheet): ChartFigures | null {
  const text = (row: number, column: number): string => cellAt(sheet, { row, column }).t;
  for (const [row, { cells }] of sheet.lines) {
    const found = Object.entries(cells).find(([, { t }]) => t === OVERVIEW_WORDS.chart);
    if (found === undefined) continue;
    const column = Number(found[0]);
    const series = Array.from({ length: MOST_SERIES }, (_, at) => text(row + 1, column + 1 + at)).filter((name) => name !== '');
    const bars = Array.from({ length: MOST_BARS }, (_, at) => row + 2 + at)
      .filter((line) => text(line, column) !== '')
      .map((line) => ({ name: text(line, column), counts: series.map((_, at) => Number(text(line, column + 1 + at)) || 0) }));
    return { row, column, series, bars };
  }
  return null;
}

type Props = { readonly figures: ChartFigures; readonly top: number; readonly left: number };

/** The chart as Excel draws it over the same cells; who hears the page is read these. */
export function ChartOver({ figures: { series, bars }, top, left }: Props) {
  const most = Math.max(1, ...bars.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  return (
    <div class="chart" style={{ top: `${top}px`, left: `${left}px` }} aria-hidden>
      <p class="chart-title">{OVERVIEW_WORDS.chart}</p>
      <p class="legend">
        {series.map((name, at) => (
          <span key={name}>
            <i class={`series-${at}`} /> {name}
          </span>
        ))}
      </p>
      {bars.map(({ name, counts }) => (
        <div key={name} class="bar-line">
          <span class="bar-name">{name}</span>
          <span class="bar-room">
            {counts.map((count, at) =>
              count === 0 ? null : (
                <b key={series[at]} class={`series-${at}`} style={{ width: `${(count / most) * 100}%` }}>
                  {count}
                </b>
              ),
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
