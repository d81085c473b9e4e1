import { countOf, measure } from '../judging/measure.ts';
import { measuredThrough } from '../judging/predecessors.ts';
import type { Measured } from '../judging/verdict.ts';
import { likePeriodBefore } from '../period/calendar.ts';
import type { Period } from '../period/period.ts';
import { figureTree } from '../plan/figure-tree.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import { actualsIn } from '../plan/rows-in.ts';
import { atActual, type Finding } from './finding.ts';

type Rows = {
  readonly indicators: readonly Indicator[];
  readonly actuals: readonly Actual[];
  readonly period: Period;
  readonly periods: readonly Period[];
};

/** What the tree of figures forbids: a part above its whole, and parts that do not add up to it; blank rows say nothing yet. */
export function checkParts(indicator: Indicator, { indicators, actuals, period }: Rows): Finding[] {
  const rows = actualsIn(actuals, period.name);
  const whole = countOf(rows.get(indicator.id) ?? null);
  const parts = figureTree(indicators)
    .partsOf(indicator.id)
    .map(({ row, role }) => ({
      id: row.id,
      role,
      value: row.unit === indicator.unit ? countOf(rows.get(row.id) ?? null) : null,
    }));
  if (whole === null || parts.length === 0) return [];
  const above = parts.filter(({ value }) => value !== null && value > whole);
  if (above.length > 0) {
    return above.map(({ id, value }) =>
      atActual({ indicator: id, period: period.name })('part-above-whole', 'typed', { value, whole, of: indicator.id }),
    );
  }
  const summed = parts.filter(({ role }) => role === 'part');
  const sum = summed.reduce<number | null>((total, { value }) => (total === null || value === null ? null : total + value), 0);
  const isChecked = (indicator.sumOf ?? []).length > 0;
  if (summed.length < 2 || sum === null || isChecked || Math.abs(sum - whole) <= 1e-9 * Math.max(1, whole)) return [];
  const names = summed.map(({ id }) => id).join(' + ');
  return [
    atActual({ indicator: indicator.id, period: period.name })('parts-differ-from-total', 'typed', {
      value: whole,
      sum,
      parts: names,
    }),
  ];
}

/** «100 %» typed beside 0/0: of nothing there is no rate. */
export function checkRateOfNothing({ id, unit }: Indicator, actual: Actual | null): Finding[] {
  if (unit.trim() !== '%' || actual?.typed?.kind !== 'number' || actual.denominator !== 0) return [];
  return [atActual({ indicator: id, period: actual.period })('rate-of-nothing', 'typed', { value: actual.typed.value })];
}

/** Points by which a rate seldom moves within a year: beyond, one of the two figures is asked about before it is printed. */
const JUMP = 40;

/** A rate that jumps against the same report of the year before (53% then, 0,72% now) is more often a slip than an event. */
export function checkJump(indicator: Indicator, { indicators, actuals, period, periods }: Rows): Finding[] {
  if (indicator.unit.trim() !== '%') return [];
  const before = likePeriodBefore(period, periods);
  if (before === null) return [];
  const valueIn = (name: string): number | null => {
    const rows = actualsIn(actuals, name);
    const measured = measuredThrough(indicator, { indicators }, (row) => measure(row, rows.get(row.id) ?? null, rows).measured);
    return measured === null ? null : percentOf(measured);
  };
  const [value, earlier] = [valueIn(period.name), valueIn(before.name)];
  if (value === null || earlier === null || Math.abs(value - earlier) < JUMP) return [];
  const field = (actualsIn(actuals, period.name).get(indicator.id)?.typed ?? null) === null ? 'numerator' : 'typed';
  const make = atActual({ indicator: indicator.id, period: period.name });
  return [make('figure-jumps', field, { value, before: earlier, earlier: before.name })];
}

function percentOf(measured: Measured): number | null {
  if (measured.kind === 'grade') return null;
  if (measured.kind === 'number') return measured.value;
  return measured.denominator === 0 ? null : (measured.numerator / measured.denominator) * measured.scale;
}
