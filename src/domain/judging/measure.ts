import type { Day } from '../core/day.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { RowsById } from '../plan/rows-in.ts';
import type { Measured, VerdictReason } from './verdict.ts';

/** A result that can be compared, or why there is none. */
export type Measurement =
  | { readonly measured: Measured; readonly missing: null }
  | { readonly measured: null; readonly missing: VerdictReason };

/** Numerator and denominator as they count: typed, or summed from the linked rows. */
export type Figures = { readonly numerator: number | null; readonly denominator: number | null };

const RANKS_AND_GRADES: readonly Indicator['kind'][] = ['rank-at-most', 'grade-at-least'];
/** Kinds whose value is a count, so that `Tử số` alone is the value. */
const COUNTS: readonly Indicator['kind'][] = ['statistic', 'track-only', 'below-baseline'];

/** A statistic of which nothing arose counts 0. */
const NONE: Measurement = { measured: { kind: 'number', value: 0 }, missing: null };

/**
 * What was reached, kept raw: numerator and denominator when both are there (they decide over a typed result),
 * else what was typed. `actuals` are the rows of the period that linked figures come from.
 */
export function measure(indicator: Indicator, actual: Actual | null, actuals: RowsById<Actual>): Measurement {
  const typed = actual?.typed ?? null;
  if (typed?.kind === 'nothing-arose') return indicator.kind === 'statistic' ? NONE : without('declared-nothing-arose');
  if (typed === null && indicator.kind === 'rank-at-most' && actual?.numerator != null)
    return measureRank(actual.numerator, actual.denominator);
  if (RANKS_AND_GRADES.includes(indicator.kind)) return measureTyped(indicator, actual);
  const { numerator, denominator } = figuresOf(indicator, actual, actuals);
  if (indicator.kind === 'below-baseline' || denominator === null) return measureAlone(indicator, actual, numerator);
  if (numerator !== null) return measureRatio(indicator, numerator, denominator);
  return denominator === 0 ? without('denominator-zero') : measureTyped(indicator, actual);
}

/** «5/12», as people write a rank: the 5th of 12. */
function measureRank(place: number, of: number | null): Measurement {
  return isRank(place) && (of === null || place <= of) ? found({ kind: 'number', value: place }) : without('not-usable');
}

/** Whether a number may be a place in a ranking. */
export function isRank(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function measureRatio(indicator: Indicator, numerator: number, denominator: number): Measurement {
  if (numerator < 0 || denominator < 0) return without('not-usable');
  if (numerator > denominator && isShare(indicator)) return without('part-above-whole');
  if (denominator === 0) return without(numerator === 0 ? 'denominator-zero' : 'denominator-missing');
  return found({ kind: 'ratio', numerator, denominator, scale: indicator.unit.trim() === '%' ? 100 : 1 });
}

/** Whether the row is a part of a whole, so that no more than 100% can be true; a level above 100 says that it is not one. */
export function isShare({ unit, kind, targets }: Indicator): boolean {
  if (unit.trim() !== '%' || RANKS_AND_GRADES.includes(kind) || kind === 'below-baseline') return false;
  return ![...targets.values()].some(
    (level) => level.kind !== 'grade' && (level.kind === 'range' ? level.to : level.value) > 100,
  );
}

/** The figures of a row, those linked («Lấy từ TK3.4 / TK3.3») summed from their rows; blank if any of them is blank. */
export function figuresOf(indicator: Indicator, actual: Actual | null, actuals: RowsById<Actual>): Figures {
  const { numerator = [], denominator = [] } = indicator.links ?? {};
  return {
    numerator: numerator.length > 0 ? sumOfRows(numerator, actuals) : (actual?.numerator ?? null),
    denominator: denominator.length > 0 ? sumOfRows(denominator, actuals) : (actual?.denominator ?? null),
  };
}

/** The sum of the counts in these rows, or `null` when one of them is blank. */
export function sumOfRows(ids: readonly string[], actuals: RowsById<Actual>): number | null {
  const counts = ids.map((id) => countOf(actuals.get(id) ?? null));
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/** The one number of a row that counts something; «Không phát sinh» counts as 0. */
export function countOf(actual: Actual | null): number | null {
  if (actual === null) return null;
  if (actual.typed?.kind === 'nothing-arose') return 0;
  return actual.typed?.kind === 'number' ? actual.typed.value : actual.numerator;
}

/** No denominator: what was typed, or the numerator where that is the count; a lone numerator of a rate says nothing. */
function measureAlone(indicator: Indicator, actual: Actual | null, numerator: number | null): Measurement {
  const typed = actual?.typed ?? null;
  if ((typed !== null && typed.kind !== 'unreadable') || numerator === null) return measureTyped(indicator, actual);
  const isCount = COUNTS.includes(indicator.kind) && (indicator.unit.trim() !== '%' || indicator.kind === 'below-baseline');
  if (!isCount) return without('denominator-missing');
  return numerator < 0 ? without('not-usable') : found({ kind: 'number', value: numerator });
}

function measureTyped(indicator: Indicator, actual: Actual | null): Measurement {
  const typed = actual?.typed ?? null;
  if (typed === null || typed.kind === 'not-applicable' || typed.kind === 'nothing-arose') return without('nothing-typed');
  if (typed.kind === 'unreadable') return without('not-usable');
  if (typed.kind === 'word') return found({ kind: 'grade', grade: typed.word });
  const usable = indicator.kind === 'rank-at-most' ? isRank(typed.value) : typed.value >= 0;
  if (isShare(indicator) && typed.value > 100) return without('not-usable');
  return usable ? found({ kind: 'number', value: typed.value }) : without('not-usable');
}

function found(measured: Measured): Measurement {
  return { measured, missing: null };
}

function without(missing: VerdictReason): Measurement {
  return { measured: null, missing };
}

/** The day on which a result came out after the end of the period it is about; `null`: with its period, or nobody typed one. */
export function publishedAfter(actual: Pick<Actual, 'publishedOn'> | null, { end }: Pick<Period, 'end'>): Day | null {
  const on = actual?.publishedOn ?? null;
  return on !== null && on > end ? on : null;
}
