import { figuresOf, isShare } from '../judging/measure.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { RowsById } from '../plan/rows-in.ts';
import { agrees } from './check-actual.ts';
import type { Finding } from './finding.ts';
import { atActual } from './finding-at.ts';

type Rows = { readonly period: string; readonly actuals: RowsById<Actual> };
const SIDES = ['numerator', 'denominator'] as const;

/**
 * A row that the plan says takes its figures from others («Lấy từ TK3.9 / TK3.8»): what was typed in it too must say the
 * same, and a part larger than its whole is a mistake in one of those others. Rows that are not declared linked may differ.
 */
export function checkLinks(indicator: Indicator, actual: Actual | null, { period, actuals }: Rows): Finding[] {
  const { id, links } = indicator;
  if (links === null) return [];
  const { numerator, denominator } = figuresOf(indicator, actual, actuals);
  if (numerator !== null && denominator !== null && isShare(indicator) && numerator > denominator) {
    const part = atActual({ indicator: links.numerator[0] ?? id, period });
    return [part('numerator-above-denominator', 'numerator', { id, numerator, denominator })];
  }
  if (actual === null) return [];
  const make = atActual(actual);
  const linked = { numerator, denominator };
  const sides = SIDES.flatMap((side) => {
    const [value, taken, parts] = [actual[side], linked[side], links[side].join(' + ')];
    const differs = parts !== '' && value !== null && taken !== null && value !== taken;
    return differs ? [make('linked-figures-differ', side, { value, taken, parts })] : [];
  });
  return sides.length > 0 ? sides : checkTyped(indicator, actual, { numerator, denominator });
}

/** A rate typed beside the figures that others give; where its own figures stand too, they were compared already. */
function checkTyped(indicator: Indicator, actual: Actual, figures: ReturnType<typeof figuresOf>): Finding[] {
  const { numerator, denominator } = figures;
  const isOwn = actual.numerator !== null && actual.denominator !== null;
  if (isOwn || actual.typed?.kind !== 'number' || numerator === null || denominator === null) return [];
  const computed = (numerator / denominator) * (indicator.unit.trim() === '%' ? 100 : 1);
  const { value } = actual.typed;
  if (denominator <= 0 || agrees(value, computed)) return [];
  return [atActual(actual)('typed-differs-from-computed', 'typed', { value, computed, numerator, denominator })];
}
