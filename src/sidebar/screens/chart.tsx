import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Day } from '../../domain/core/day.ts';
import type { Point, Series } from '../../domain/judging/pace.ts';
import { SERIES_LABELS, sayPoint, sayShortPeriod } from '../../words/judging/pace.ts';
import { INDICATOR_WORDS } from '../../words/pages/indicator-screen.ts';

type Props = { series: readonly Series[]; goals: Goals; unit: string; title: string };

/** The results as lines against the level. A line is told by its marks and dashes, never by colour alone; the table below has the figures. */
export function Chart({ series, goals, unit, title }: Props) {
  const id = useId();
  const scale = scaleFor(series, goals);
  const said = series.map(({ kind, points }) => `${SERIES_LABELS[kind]}: ${points.map((one) => sayOf(one, unit)).join('; ')}.`);
  return (
    <figure>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        width={SIZE.width}
        height={SIZE.height}
      >
        <title id={`${id}-title`}>{`${INDICATOR_WORDS.chart}: ${title}`}</title>
        <desc id={`${id}-desc`}>{said.join(' ')}</desc>
        {goalPaths(series, goals, scale).map((d) => (
          <path key={d} d={d} class="goal" />
        ))}
        {series.map((one, at) => (
          <Line key={one.kind} series={one} scale={scale} mark={at} />
        ))}
        <Labels points={allPoints(series)} scale={scale} unit={unit} />
      </svg>
      <figcaption>
        <Legend series={series} hasGoal={goalPaths(series, goals, scale).length > 0} />
      </figcaption>
    </figure>
  );
}

function sayOf(point: Point, unit: string): string {
  return `${sayShortPeriod(point)} ${sayPoint(point.value, unit)}`;
}

function Line({ series: { points }, scale, mark }: { series: Series; scale: Scale; mark: number }) {
  const spots = points.map((point) => scale.of(point, point.value));
  return (
    <g class={`line-${mark}`}>
      <path d={pathOf(spots)} />
      {spots.map(({ x, y }, at) => (
        <Mark key={points[at]?.period} x={x} y={y} mark={mark} />
      ))}
    </g>
  );
}

/** Round for the first line, square for the second. */
function Mark({ x, y, mark }: { x: number; y: number; mark: number }) {
  return mark === 0 ? <circle cx={x} cy={y} r={5} /> : <rect x={x - 5} y={y - 5} width={10} height={10} />;
}

/** The first and the last point by name and value; the others stand in the table. */
function Labels({ points, scale, unit }: { points: readonly Point[]; scale: Scale; unit: string }) {
  const ends = [points[0], points[points.length - 1]];
  return (
    <>
      {ends.map((point, at) => {
        if (point === undefined) return null;
        const { x, y } = scale.of(point, point.value);
        const anchor = at === 0 ? 'start' : 'end';
        const edge = at === 0 ? SIZE.left : SIZE.width - SIZE.right;
        return (
          <g key={point.period} text-anchor={anchor}>
            <text x={at === 0 ? Math.min(x, edge) : edge} y={y < SIZE.height / 2 ? y - 10 : y + 22}>
              {sayPoint(point.value, unit)}
            </text>
            <text x={edge} y={SIZE.height - 8}>
              {sayShortPeriod(point)}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Legend({ series, hasGoal }: { series: readonly Series[]; hasGoal: boolean }) {
  return (
    <ul class="legend">
      {series.map(({ kind }, at) => (
        <li key={kind} class={`line-${at}`}>
          <Sample>
            <path d="M0,8 L36,8" />
            <Mark x={18} y={8} mark={at} />
          </Sample>
          {SERIES_LABELS[kind]}
        </li>
      ))}
      {hasGoal && (
        <li>
          <Sample>
            <path d="M0,8 L36,8" class="goal" />
          </Sample>
          {INDICATOR_WORDS.goalLine}
        </li>
      )}
    </ul>
  );
}

function Sample({ children }: { children: ComponentChildren }) {
  return (
    <svg aria-hidden="true" width={36} height={16}>
      {children}
    </svg>
  );
}

/** The drawing, in pixels of the page: room for a value above the highest point and for names below. */
export const SIZE = { width: 276, height: 200, left: 12, right: 12, top: 28, bottom: 48 } as const;

/** The numbers that the level of each year sets: a floor, a ceiling, both or none. */
export type Goals = ReadonlyMap<number, readonly number[]>;

export type Spot = { readonly x: number; readonly y: number };
/** Where values and days stand in the drawing. */
export type Scale = { readonly of: (point: Pick<Point, 'end'>, value: number) => Spot };

const monthOf = (end: Day): number => Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7));

/** A scale that holds every value and level with air above and below; one value alone stands in the middle. */
export function scaleFor(series: readonly Series[], goals: Goals): Scale {
  const points = allPoints(series);
  const values = points.flatMap(({ value, year }) => [value, ...(goals.get(year) ?? [])]);
  const months = points.map(({ end }) => monthOf(end));
  const x = between(Math.min(...months), Math.max(...months), [SIZE.left + 16, SIZE.width - SIZE.right - 22]);
  const y = between(Math.min(...values), Math.max(...values), [SIZE.height - SIZE.bottom, SIZE.top]);
  return { of: ({ end }, value) => ({ x: x(monthOf(end)), y: y(value) }) };
}

function between(least: number, most: number, [from, to]: readonly [number, number]): (value: number) => number {
  return most === least ? () => (from + to) / 2 : (value) => from + ((value - least) / (most - least)) * (to - from);
}

/** «M 1,2 L 3,4». */
export function pathOf(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** The level along the points: a step where a new year has another; one line for a floor, two for a range. */
export function goalPaths(series: readonly Series[], goals: Goals, scale: Scale): string[] {
  const points = allPoints(series);
  return [0, 1].flatMap((side) => {
    const spots = points.flatMap((point, at): Spot[] => {
      const level = goals.get(point.year)?.[side];
      if (level === undefined) return [];
      const here = scale.of(point, level);
      const before = points[at - 1];
      const last = before === undefined ? undefined : goals.get(before.year)?.[side];
      return last === undefined || last === level ? [here] : [{ x: here.x, y: scale.of(point, last).y }, here];
    });
    return spots.length < 2 ? [] : [pathOf(spots)];
  });
}

/** Every point of the lines once, earliest first. */
export function allPoints(series: readonly Series[]): Point[] {
  const points = new Map(series.flatMap((one) => one.points.map((point) => [point.period, point])));
  return [...points.values()].sort((left, right) => (left.end < right.end ? -1 : 1));
}
