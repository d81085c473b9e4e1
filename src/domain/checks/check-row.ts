import type { Day } from '../core/day.ts';
import type { Judgement } from '../judging/verdict.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { actualsIn } from '../plan/rows-in.ts';
import { gradesOf, setting } from '../plan/settings.ts';
import { checkFigures } from './check-actual.ts';
import { checkJudged } from './check-judged.ts';
import { checkLinks } from './check-links.ts';
import { checkCounter, checkSum } from './check-totals.ts';
import type { Finding } from './finding.ts';

type Around = { readonly plan: Plan; readonly actuals: readonly Actual[]; readonly period: Period; readonly today: Day };

/** Everything wrong with what was typed for one indicator in a period; `judgement` is missing where nobody judged it. */
export function checkIndicator(indicator: Indicator, judgement: Judgement | undefined, around: Around): Finding[] {
  const { plan, actuals, period, today } = around;
  const rows = actualsIn(actuals, period.name);
  const actual = rows.get(indicator.id) ?? null;
  const limits = { grades: gradesOf(plan, today), rankedUnits: rankedUnits(setting(plan, 'ranked-units', today)) };
  return [
    ...(actual === null ? [] : checkFigures(indicator, actual, limits)),
    ...checkLinks(indicator, actual, { period: period.name, actuals: rows }),
    ...checkSum(indicator, { actuals, period, periods: plan.periods }),
    ...checkCounter(indicator, { actuals, period, periods: plan.periods }),
    ...(judgement === undefined ? [] : checkJudged(indicator, actual, judgement)),
  ];
}

function rankedUnits(written: string | null): number | null {
  const count = Number(written ?? Number.NaN);
  return Number.isInteger(count) && count > 0 ? count : null;
}
