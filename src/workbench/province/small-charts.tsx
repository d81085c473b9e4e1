import { sayNumber } from '../../words/core/number.ts';
import { PROVINCE_PAGE, type ProvinceView, sayChart } from '../../words/province/page.ts';

type Props = { readonly view: ProvinceView; readonly chosen: number; readonly onChoose: (measure: number) => void };

/** Small multiples: every measure over the periods in one look, and where the units stand today. */
export function SmallCharts({ view, chosen, onChoose }: Props) {
  return (
    <section aria-labelledby="charts">
      <h2 id="charts">{PROVINCE_PAGE.charts}</h2>
      <p>{PROVINCE_PAGE.chartsHint}</p>
      <div class="charts">
        {view.measures.map((measure, at) => (
          <button key={measure.name} type="button" aria-pressed={at === chosen} onClick={() => onChoose(at)}>
            <span>{measure.name}</span>
            <b>{measure.whole === null ? '–' : sayNumber(measure.whole)}</b>
            <Chart
              said={sayChart(measure)}
              trend={measure.trend.map(({ value }) => value)}
              units={view.units.map(({ results }) => results[at] ?? null)}
            />
          </button>
        ))}
      </div>
    </section>
  );
}

const [WIDTH, HEIGHT, EDGE, STRIP] = [180, 64, 5, 26] as const;

type ChartProps = { readonly said: string; readonly trend: readonly number[]; readonly units: readonly (number | null)[] };

/** The line of the whole on the left, a dot for each unit on the right, on one scale. */
function Chart({ said, trend, units }: ChartProps) {
  const known = units.filter((value): value is number => value !== null);
  const all = [...trend, ...known];
  if (all.length === 0) return null;
  const least = all.reduce((low, value) => Math.min(low, value));
  const span = all.reduce((high, value) => Math.max(high, value)) - least || 1;
  const y = (value: number): number => HEIGHT - EDGE - ((value - least) / span) * (HEIGHT - 2 * EDGE);
  const room = WIDTH - STRIP - 2 * EDGE;
  const x = (at: number): number => EDGE + (trend.length < 2 ? room / 2 : (at / (trend.length - 1)) * room);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
      <polyline points={trend.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
      {trend.map((value, at) => (
        <circle key={`${at} ${value}`} class="whole" cx={x(at)} cy={y(value)} r="2" />
      ))}
      {known.map((value, at) => (
        <circle key={`${at} ${value}`} class="unit" cx={WIDTH - STRIP + EDGE + ((at * 7) % 16)} cy={y(value)} r="1.6" />
      ))}
    </svg>
  );
}
