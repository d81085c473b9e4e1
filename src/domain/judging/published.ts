import type { Day } from '../core/day.ts';
import { isOpen, type Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import { isInForce } from '../plan/plan.ts';
import { actualsIn } from '../plan/rows-in.ts';
import type { Typed } from './evaluate.ts';
import { judge } from './judge.ts';
import { publishedAfter } from './measure.ts';
import type { Judgement } from './verdict.ts';

/** A result of an earlier period that was published after its end: it stands in the row of the period it is about, however long that is closed. */
export type Published = {
  readonly indicator: Indicator;
  readonly actual: Actual;
  readonly period: Period;
  readonly on: Day;
  readonly judgement: Judgement;
};

/** Every result of the periods that nobody enters now which was published after their end, in the order of the calendar's rows. */
export function publishedLater({ plan, actuals }: Typed): Published[] {
  return plan.periods
    .filter((period) => !isOpen(period))
    .flatMap((period) => {
      const rows = actualsIn(actuals, period.name);
      const late = [...rows.values()].filter((actual) => publishedAfter(actual, period) !== null);
      // Few rows of few periods: most books have none.
      if (late.length === 0) return [];
      return plan.indicators.flatMap((indicator): Published[] => {
        const actual = rows.get(indicator.id) ?? null;
        const on = publishedAfter(actual, period);
        if (actual === null || on === null) return [];
        return [
          { indicator, actual, period, on, judgement: judge(indicator, actual, { period, asOf: period.end, plan, actuals }) },
        ];
      });
    });
}

/** Whose result is published by others once the year is over: ranks, grades, and what only the year's report judges. */
function isPublishedByOthers({ kind, judged }: Indicator): boolean {
  return kind === 'rank-at-most' || kind === 'grade-at-least' || judged === 'year' || judged === 'plan-end';
}

/** The rows of a closed period for which a result may still come: not published yet, or published after its end and typed already. */
export function awaitedIn({ plan, actuals }: Typed, period: Period): Indicator[] {
  const rows = actualsIn(actuals, period.name);
  return plan.indicators.filter((indicator) => {
    const actual = rows.get(indicator.id);
    if (actual === undefined || !isPublishedByOthers(indicator) || !isInForce(plan, indicator, period.year)) return false;
    if (publishedAfter(actual, period) !== null) return true;
    const { verdict, reason } = judge(indicator, actual, { period, asOf: period.end, plan, actuals });
    return verdict === 'no-data' || reason === 'awaiting-publication';
  });
}

/** Those that came out in a window, both days included: what the mails and the report of that time tell. */
export function publishedIn(typed: Typed, { start, end }: { readonly start: Day; readonly end: Day }): Published[] {
  return publishedLater(typed).filter(({ on, judgement }) => on >= start && on <= end && judgement.measured !== null);
}
