import { type Day, monthOf, yearOf } from '../core/day.ts';
import { isLike } from '../period/calendar.ts';
import type { Period } from '../period/period.ts';
import type { DataKind, Indicator, TargetLevel } from '../plan/indicator.ts';
import { boundsOf, type Fraction, fractionOf, isWithin, shortfall } from './target.ts';
import type { Measured } from './verdict.ts';

/** What was reached in one period, as one number in the unit of its target. */
export type Point = Pick<Period, 'type' | 'turn' | 'year' | 'end' | 'cumulative'> & {
  readonly period: string;
  readonly value: number;
};

/**
 * Why points may stand on one line: each is the state at a moment; each counts from the same 15/12; each is the same report of
 * its year. Nothing else compares: quý III counts its own three months, and 6 tháng holds quý I already.
 */
export type SeriesKind = 'moments' | 'year-to-date' | 'same-report';
export type Series = { readonly kind: SeriesKind; readonly points: readonly Point[] };

/** The value as it is held against the level: of a reduction, the share taken off in %; `null` for a grade. */
export function pointValue(indicator: Pick<Indicator, 'kind' | 'baseline'>, measured: Measured | null): number | null {
  const fraction = measured === null ? null : fractionOf(indicator, measured);
  return fraction === null || fraction.bottom === 0 ? null : (fraction.top * fraction.scale) / fraction.bottom;
}

/** The lines that may be drawn through the newest point, each with two points at least, oldest first. */
export function seriesOf(data: DataKind, points: readonly Point[]): Series[] {
  return KINDS[data].map((kind) => ({ kind, points: alike(kind, points) })).filter((series) => series.points.length > 1);
}

const KINDS: Readonly<Record<DataKind, readonly SeriesKind[]>> = {
  'at-cutoff': ['moments'],
  cumulative: ['year-to-date', 'same-report'],
  'in-period': ['same-report'],
};

/** The points that compare with the newest one in this way. */
function alike(kind: SeriesKind, points: readonly Point[]): Point[] {
  const sorted = [...points].sort((left, right) => (left.end < right.end ? -1 : Number(left.end > right.end)));
  const newest = sorted[sorted.length - 1];
  if (newest === undefined) return [];
  return sorted.filter((point) => {
    if (kind === 'moments') return true;
    if (kind === 'same-report') return isSameReport(point, newest) && point.cumulative === newest.cumulative;
    return point.year === newest.year && point.cumulative && newest.cumulative;
  });
}

/** The same report of its year; one on a subject is like another of its name. */
function isSameReport(one: Point, other: Point): boolean {
  return isLike({ ...one, name: one.period }, { ...other, name: other.period });
}

/** Why no pace is told. */
export type NoPace = 'not-a-measure' | 'no-level' | 'unlike-points' | 'too-few-points' | 'no-time-left' | 'only-rises';

/** What is still needed in every quarter, beside what the last two comparable points moved in one. */
export type Pace =
  | { readonly kind: 'reached' }
  | { readonly kind: 'none'; readonly why: NoPace }
  | {
      readonly kind: 'needed';
      readonly way: 'up' | 'down';
      readonly perQuarter: number;
      /** Signed: below 0 it fell. */
      readonly soFar: number;
      readonly from: string;
      readonly to: string;
    };

/** The level of the year and the last day that counts for it. */
export type Goal = { readonly level: TargetLevel | null; readonly year: number; readonly until: Day };

const MEASURES: readonly Indicator['kind'][] = ['at-least', 'at-most', 'between', 'yearly-rise', 'milestone', 'below-baseline'];

type Paced = Pick<Indicator, 'kind' | 'unit' | 'data'>;

/** How much the value must move in each quarter that is left, told only from two points that compare (docs/rules.md#the-pace-still-needed). */
export function paceOf(indicator: Paced, points: readonly Point[], { level, year, until }: Goal): Pace {
  const bounds = level === null ? null : boundsOf(indicator, level);
  if (!MEASURES.includes(indicator.kind) || bounds?.strictly === true) return none('not-a-measure');
  if (bounds === null) return none('no-level');
  if (indicator.data === 'in-period') return none('unlike-points');
  const kind = indicator.data === 'at-cutoff' ? 'moments' : 'year-to-date';
  const [before, last] = alike(kind, points).slice(-2);
  // Last year's total says nothing of this year's.
  if (before === undefined || last === undefined || (kind === 'year-to-date' && last.year !== year))
    return none('too-few-points');
  const value: Fraction = { top: last.value, bottom: 1, scale: 1 };
  return isWithin(value, bounds)
    ? { kind: 'reached' }
    : needed(indicator, {
        before,
        last,
        until,
        missing: shortfall(value, bounds),
        way: last.value < (bounds.floor ?? 0) ? 'up' : 'down',
      });
}

type Missing = {
  readonly before: Point;
  readonly last: Point;
  readonly until: Day;
  readonly missing: number;
  readonly way: 'up' | 'down';
};

function needed(indicator: Paced, { before, last, until, missing, way }: Missing): Pace {
  const between = quarters(before.end, last.end);
  const left = quarters(last.end, until);
  if (between <= 0) return none('too-few-points');
  if (left <= 0) return none('no-time-left');
  if (way === 'down' && isRunningTotal(indicator)) return none('only-rises');
  const soFar = (last.value - before.value) / between;
  return { kind: 'needed', way, perQuarter: missing / left, soFar, from: before.period, to: last.period };
}

/** A count from the year's beginning never falls. */
function isRunningTotal({ data, unit }: Paced): boolean {
  return data === 'cumulative' && unit.trim() !== '%';
}

/** Whole months count, because the cut-offs stand on the same date of their months. */
function quarters(from: Day, to: Day): number {
  return ((yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)) / 3;
}

function none(why: NoPace): Pace {
  return { kind: 'none', why };
}
