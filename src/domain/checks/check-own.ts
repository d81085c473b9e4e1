import type { Day } from '../core/day.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { gradesOf, setting } from '../plan/settings.ts';
import { checkFigures } from './check-actual.ts';
import type { Finding } from './finding.ts';

/** What is wrong with the figures of one row by themselves, whatever the others say: what an edit tells at once. */
export function checkOwnFigures(
  indicator: Indicator,
  actual: Actual,
  { plan, today }: { readonly plan: Plan; readonly today: Day },
): Finding[] {
  const limits = { grades: gradesOf(plan, today), rankedUnits: rankedUnits(setting(plan, 'ranked-units', today)) };
  return checkFigures(indicator, actual, limits);
}

function rankedUnits(written: string | null): number | null {
  const count = Number(written ?? Number.NaN);
  return Number.isInteger(count) && count > 0 ? count : null;
}
