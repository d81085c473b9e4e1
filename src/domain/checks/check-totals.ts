import { countOf, sumOfRows } from '../judging/measure.ts';
import { byEnd } from '../period/calendar.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import { actualsIn } from '../plan/rows-in.ts';
import { atActual, type Finding } from './finding.ts';

type Rows = { readonly actuals: readonly Actual[]; readonly period: Period; readonly periods: readonly Period[] };

/** A row that the plan says is the sum of others («Bằng TK3.5 + TK3.6») must equal it; blank rows say nothing yet. */
export function checkSum({ id, sumOf }: Indicator, { actuals, period }: Rows): Finding[] {
  const inPeriod = actualsIn(actuals, period.name);
  const value = countOf(inPeriod.get(id) ?? null);
  const make = atActual({ indicator: id, period: period.name });
  return (sumOf ?? []).flatMap((parts) => {
    const sum = sumOfRows(parts, inPeriod);
    if (value === null || sum === null || Math.abs(value - sum) <= 1e-9 * Math.max(1, Math.abs(sum))) return [];
    return [make('files-not-balanced', 'typed', { value, sum, parts: parts.join(' + ') })];
  });
}

/** What counts from the start of the year cannot fall within it: 6 tháng ≥ Quý I. */
export function checkCounter(indicator: Indicator, { actuals, period, periods }: Rows): Finding[] {
  if (indicator.data !== 'cumulative' || !period.cumulative) return [];
  const rowOf = (name: string) => actualsIn(actuals, name).get(indicator.id) ?? null;
  const now = rowOf(period.name);
  const earlier = byEnd(periods).filter(({ cumulative, year, end }) => cumulative && year === period.year && end < period.end);
  const counters: readonly (keyof ReturnType<typeof countersOf>)[] = ['numerator', 'denominator', 'typed'];
  const make = atActual({ indicator: indicator.id, period: period.name });
  return counters.flatMap((field) => {
    const value = countersOf(indicator, now)[field];
    if (value === null) return [];
    const higher = earlier.find(({ name }) => (countersOf(indicator, rowOf(name))[field] ?? value) > value);
    if (higher === undefined) return [];
    return [
      make('counter-falls', field, { value, before: countersOf(indicator, rowOf(higher.name))[field], earlier: higher.name }),
    ];
  });
}

/** The numbers of a row that only grow; a typed rate or mean is no counter. */
function countersOf({ kind }: Indicator, actual: Actual | null) {
  const typed = kind === 'statistic' && actual?.typed?.kind === 'number' ? actual.typed.value : null;
  return { numerator: actual?.numerator ?? null, denominator: actual?.denominator ?? null, typed };
}
