import type { Day } from '../../domain/core/day.ts';
import type { Point, Series } from '../../domain/judging/pace.ts';

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
