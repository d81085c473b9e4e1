import type { IndicatorReply } from '../../app/replies/views.ts';
import { measuredFromRaw } from '../../domain/history/snapshot.ts';
import { type Point, paceOf, pointValue, seriesOf } from '../../domain/judging/pace.ts';
import { boundsOf } from '../../domain/judging/target.ts';
import type { Measured } from '../../domain/judging/verdict.ts';
import type { TargetLevel } from '../../domain/plan/indicator.ts';
import { sayPace } from '../../words/judging/pace.ts';
import { sayLevel, sayMeasured } from '../../words/judging/verdict.ts';
import { INDICATOR_WORDS } from '../../words/pages/indicator-screen.ts';
import { Chart } from './chart.tsx';

type Reached = IndicatorReply['history'][number] & { readonly reached: Measured };

/** How the indicator went: the line against the level, what is still needed, and every figure in a table. */
export function History({ reply }: { reply: IndicatorReply }) {
  const { about, history } = reply;
  const reached = reachedIn(reply);
  if (reached.length === 0) return <p class="empty">{INDICATOR_WORDS.noHistory}</p>;
  const points = reached.flatMap((row): Point[] => {
    const value = pointValue(about, row.reached);
    return value === null ? [] : [{ ...row, period: row.name, value }];
  });
  const series = seriesOf(about.data, points);
  const joined = new Set(series.flatMap((one) => one.points.map(({ period }) => period)));
  const apart = reached.filter(({ name }) => !joined.has(name)).map(({ name }) => name);
  const goals = new Map(reply.targets.map(([year, level]) => [year, limitsOf(about, level)]));
  return (
    <>
      {series.length === 0 ? (
        <p>{INDICATOR_WORDS.noLine}</p>
      ) : (
        <Chart series={series} unit={about.kind === 'below-baseline' ? '%' : about.unit} goals={goals} title={about.title} />
      )}
      {about.kind === 'below-baseline' && series.length > 0 && <p class="empty">{INDICATOR_WORDS.reduction}</p>}
      {series.length > 0 && apart.length > 0 && (
        <p class="empty">
          {INDICATOR_WORDS.apart} {apart.join('; ')}.
        </p>
      )}
      <Needed reply={reply} points={points} end={history[history.length - 1]?.end} />
      <Figures reply={reply} reached={reached} />
    </>
  );
}

/** The floor and the ceiling that a level sets. */
function limitsOf(about: IndicatorReply['about'], level: TargetLevel): number[] {
  const { floor = null, ceiling = null } = boundsOf(about, level) ?? {};
  return [floor, ceiling].filter((limit) => limit !== null);
}

/** The periods with a result, as `Bản chốt` keeps it where they are closed. */
function reachedIn({ about, history }: IndicatorReply): Reached[] {
  return history.flatMap((row) => {
    const reached = row.kept === null ? row.measured : measuredFromRaw(row.kept, about);
    return reached === null ? [] : [{ ...row, reached }];
  });
}

type NeededProps = { reply: IndicatorReply; points: readonly Point[]; end: Point['end'] | undefined };

function Needed({ reply: { about, targets, period, history }, points, end }: NeededProps) {
  if (period === null || end === undefined) return null;
  const { year } = period;
  const level = new Map(targets).get(year) ?? null;
  const until = history.filter((row) => row.year === year).pop()?.end ?? end;
  const pace = paceOf(about, points, { level, year, until });
  const unit = about.kind === 'below-baseline' ? '%' : about.unit;
  return <p class="period">{sayPace(pace, { unit, goal: sayLevel(level, about.unit, about.kind), year })}</p>;
}

function Figures({ reply: { about, targets }, reached }: { reply: IndicatorReply; reached: readonly Reached[] }) {
  const levels = new Map(targets);
  return (
    <table>
      <caption>{INDICATOR_WORDS.figures}</caption>
      <thead>
        <tr>
          <th scope="col">{INDICATOR_WORDS.period.replace(':', '')}</th>
          <th scope="col">{INDICATOR_WORDS.result}</th>
          <th scope="col">{INDICATOR_WORDS.goalLine}</th>
        </tr>
      </thead>
      <tbody>
        {reached.map(({ name, year, reached: measured, kept }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {sayMeasured(measured, about.unit)}
              {kept !== null && ` (${INDICATOR_WORDS.kept})`}
            </td>
            <td>{sayLevel(levels.get(year) ?? null, about.unit, about.kind)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
