import { tidy } from '../core/word.ts';
import type { Indicator, TargetLevel } from '../plan/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import type { Measured } from './verdict.ts';

type Followed = { readonly id: string; readonly follows: readonly string[] };

const known = new WeakMap<readonly Followed[], ReadonlyMap<string, Followed>>();

/** The rows of an earlier plan that a row goes on from (`Nối tiếp`): one, or several that were merged into it. */
export function predecessorsOf<Row extends Followed>(row: Row, rows: readonly Row[]): Row[] {
  if (row.follows.length === 0) return [];
  const byId = (known.get(rows) ?? new Map(rows.map((each) => [each.id, each]))) as ReadonlyMap<string, Row>;
  known.set(rows, byId);
  return row.follows.flatMap((id) => (id === row.id ? [] : (byId.get(tidy(id)) ?? [])));
}

/** What a row reached where it stands itself, else what the rows that it goes on from did; merged ones are added where a sum says something. */
export function measuredThrough(
  indicator: Indicator,
  { indicators }: Pick<Plan, 'indicators'>,
  measuredOf: (row: Indicator) => Measured | null,
): Measured | null {
  return through(indicator, { indicators, measuredOf, seen: new Set() });
}

type Way = {
  readonly indicators: readonly Indicator[];
  readonly measuredOf: (row: Indicator) => Measured | null;
  /** What was typed may lead in a circle. */
  readonly seen: Set<string>;
};

function through(indicator: Indicator, way: Way): Measured | null {
  const own = way.measuredOf(indicator);
  if (own !== null || way.seen.has(indicator.id)) return own;
  way.seen.add(indicator.id);
  const before = predecessorsOf(indicator, way.indicators);
  if (before.some((row) => !isAlike(row, indicator))) return null;
  return summed(
    before.map((row) => through(row, way)),
    indicator,
  );
}

/** A rate and a count, or figures in two units, are no history of each other. */
function isAlike(before: Indicator, now: Indicator): boolean {
  const isGrade = ({ kind }: Indicator): boolean => kind === 'grade-at-least';
  return tidy(before.unit) === tidy(now.unit) && isGrade(before) === isGrade(now);
}

function summed(all: readonly (Measured | null)[], { kind, unit }: Indicator): Measured | null {
  const [first = null, ...others] = all;
  if (others.length === 0) return first;
  const isCount = kind === 'statistic' && tidy(unit) !== '%';
  return others.reduce<Measured | null>((sum, each) => added(sum, each, isCount), first);
}

/** Rates that were typed without their figures, ranks and grades have no sum. */
function added(one: Measured | null, other: Measured | null, isCount: boolean): Measured | null {
  if (one === null || other === null) return null;
  if (one.kind === 'number' && other.kind === 'number') return isCount ? { ...one, value: one.value + other.value } : null;
  if (one.kind !== 'ratio' || other.kind !== 'ratio' || one.scale !== other.scale) return null;
  return { ...one, numerator: one.numerator + other.numerator, denominator: one.denominator + other.denominator };
}

/** The levels of a row with those that the one row it goes on from had in its own years; merged rows had several. */
export function targetsThrough(indicator: Indicator, plan: Pick<Plan, 'indicators'>): ReadonlyMap<number, TargetLevel> {
  const seen = new Set<string>();
  let levels = [...indicator.targets];
  for (let row = indicator; !seen.has(row.id); ) {
    seen.add(row.id);
    const [before, ...others] = predecessorsOf(row, plan.indicators);
    if (before === undefined || others.length > 0 || !isAlike(before, row)) break;
    levels = [...before.targets, ...levels];
    row = before;
  }
  return new Map(levels);
}
