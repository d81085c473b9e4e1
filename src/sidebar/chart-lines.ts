import type { TargetLevel } from '../domain/indicator.ts';
import type { Point, Series } from '../domain/pace.ts';
import { levelNumbers } from '../words/pace.ts';

/** The drawing, in pixels of the page: room for a value above the highest point and for names below. */
export const SIZE = { width: 276, height: 190, left: 12, right: 12, top: 28, bottom: 30 } as const;

export type Spot = { readonly x: number; readonly y: number };
/** Where values and days stand in the drawing. */
export type Scale = { readonly of: (point: Pick<Point, 'end'>, value: number) => Spot };

const monthOf = (end: string): number => Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7));

/** A scale that holds every value and level with air above and below; one value alone stands in the middle. */
export function scaleFor(series: readonly Series[], levels: ReadonlyMap<number, TargetLevel>): Scale {
  const points = series.flatMap((one) => one.points);
  const values = points.flatMap(({ value, year }) => [value, ...levelNumbers(levels.get(year) ?? null)]);
  const months = points.map(({ end }) => monthOf(end));
  const x = between(Math.min(...months), Math.max(...months), [SIZE.left + 16, SIZE.width - SIZE.right - 22]);
  const y = between(Math.min(...values), Math.max(...values), [SIZE.height - SIZE.bottom - 12, SIZE.top]);
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
export function goalPaths(series: readonly Series[], levels: ReadonlyMap<number, TargetLevel>, scale: Scale): string[] {
  const points = longest(series);
  return [0, 1].flatMap((side) => {
    const spots = points.flatMap((point, at): Spot[] => {
      const level = levelNumbers(levels.get(point.year) ?? null)[side];
      if (level === undefined) return [];
      const here = scale.of(point, level);
      const before = points[at - 1];
      const last = before === undefined ? undefined : levelNumbers(levels.get(before.year) ?? null)[side];
      return last === undefined || last === level ? [here] : [{ x: here.x, y: scale.of(point, last).y }, here];
    });
    return spots.length < 2 ? [] : [pathOf(spots)];
  });
}

/** The line with most points: it spans the drawing. */
export function longest(series: readonly Series[]): readonly Point[] {
  return series.reduce<readonly Point[]>((most, { points }) => (points.length > most.length ? points : most), []);
}
