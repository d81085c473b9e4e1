import { never } from '../core/invariant.ts';
import type { Indicator, TargetLevel } from '../plan/indicator.ts';
import type { Measured } from './verdict.ts';

/** What a number is held against: at least `floor`, at most `ceiling`; `strictly` = reaching the floor is not enough. */
export type Bounds = { readonly floor: number | null; readonly ceiling: number | null; readonly strictly: boolean };

/** A value as a fraction, so that it is compared without dividing: value = top × scale / bottom, bottom > 0. */
export type Fraction = { readonly top: number; readonly bottom: number; readonly scale: number };

/** The bounds that a level sets for this kind of indicator, or `null` when a number cannot be held against it. */
export function boundsOf(indicator: Pick<Indicator, 'kind' | 'unit'>, level: TargetLevel): Bounds | null {
  if (level.kind === 'grade') return null;
  const from = level.kind === 'range' ? level.from : level.value;
  const to = level.kind === 'range' ? level.to : level.value;
  switch (indicator.kind) {
    case 'at-least':
    case 'yearly-rise':
    case 'milestone':
      return { floor: from, ceiling: null, strictly: false };
    case 'at-most':
    case 'rank-at-most':
      return { floor: null, ceiling: to, strictly: false };
    case 'between':
      // «98%–100%»: of a rate, more is never a breach.
      return { floor: from, ceiling: level.kind === 'range' && indicator.unit.trim() !== '%' ? to : null, strictly: false };
    case 'below-baseline':
      return { floor: from, ceiling: null, strictly: from === 0 };
    case 'grade-at-least':
    case 'track-only':
    case 'statistic':
      return null;
    default:
      return never(indicator.kind);
  }
}

/** The measured number as a fraction: of a reduction against a baseline, the share taken off in %. */
export function fractionOf(indicator: Pick<Indicator, 'kind' | 'baseline'>, measured: Measured): Fraction | null {
  if (measured.kind === 'grade') return null;
  if (measured.kind === 'ratio') return { top: measured.numerator, bottom: measured.denominator, scale: measured.scale };
  if (indicator.kind !== 'below-baseline') return { top: measured.value, bottom: 1, scale: 1 };
  const baseline = indicator.baseline ?? 0;
  return baseline > 0 ? { top: baseline - measured.value, bottom: baseline, scale: 100 } : null;
}

/** How far the value lies outside the bounds, in the unit of the target; 0 = within. */
export function shortfall(value: Fraction, { floor, ceiling }: Bounds): number {
  if (floor !== null && compare(value, floor) < 0) return distance(value, floor);
  if (ceiling !== null && compare(value, ceiling) > 0) return distance(value, ceiling);
  return 0;
}

/** Whether the value lies within the bounds, each widened by `slack`. */
export function isWithin(value: Fraction, { floor, ceiling, strictly }: Bounds, slack = 0): boolean {
  const low = floor === null ? 1 : compare(value, floor - slack);
  const high = ceiling === null ? -1 : compare(value, ceiling + slack);
  return (strictly && slack === 0 ? low > 0 : low >= 0) && high <= 0;
}

/** Whether the value is better than the level asks for. */
export function isBeyond(value: Fraction, { floor, ceiling }: Bounds): boolean {
  return (floor === null || compare(value, floor) > 0) && (ceiling === null || compare(value, ceiling) < 0);
}

/** Compares top × scale with level × bottom, never the rounded quotient: −1 below, 0 equal, 1 above. */
export function compare({ top, bottom, scale }: Fraction, level: number): -1 | 0 | 1 {
  const left = top * scale;
  const right = level * bottom;
  // A level such as 64,1 has no exact binary form; its error is near 1e-16, the least real difference above 1e-12.
  const noise = Math.max(Math.abs(left), Math.abs(right)) * 1e-13;
  if (Math.abs(left - right) <= noise) return 0;
  return left < right ? -1 : 1;
}

function distance({ top, bottom, scale }: Fraction, level: number): number {
  return Math.abs((top * scale) / bottom - level);
}
