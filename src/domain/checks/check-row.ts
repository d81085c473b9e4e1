import type { Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import { figuresOf, isShare } from '../judging/measure.ts';
import type { Judgement } from '../judging/verdict.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { actualsIn, type RowsById } from '../plan/rows-in.ts';
import { agrees } from './check-actual.ts';
import { checkLines } from './check-lines.ts';
import { checkOwnFigures } from './check-own.ts';
import { checkJump, checkParts, checkRateOfNothing } from './check-parts.ts';
import { checkCounter, checkSum } from './check-totals.ts';
import { atActual, type Finding } from './finding.ts';

type RowContext = { readonly plan: Plan; readonly actuals: readonly Actual[]; readonly period: Period; readonly today: Day };

/** Everything wrong with what was typed for one indicator in a period; `judgement` is missing where nobody judged it. */
export function checkIndicator(indicator: Indicator, judgement: Judgement | undefined, around: RowContext): Finding[] {
  const { plan, actuals, period, today } = around;
  const rows = actualsIn(actuals, period.name);
  const actual = rows.get(indicator.id) ?? null;
  return [
    ...(actual === null ? [] : [...checkOwnFigures(indicator, actual, { plan, today }), ...checkWords(actual)]),
    ...checkLinks(indicator, actual, { period: period.name, actuals: rows }),
    ...checkSum(indicator, { actuals, period, periods: plan.periods }),
    ...checkCounter(indicator, { actuals, period, periods: plan.periods }),
    ...checkParts(indicator, { indicators: plan.indicators, actuals, period, periods: plan.periods }),
    ...checkRateOfNothing(indicator, actual),
    ...checkJump(indicator, { indicators: plan.indicators, actuals, period, periods: plan.periods }),
    ...(judgement === undefined ? [] : checkJudged(indicator, actual, judgement)),
  ];
}

function checkWords(actual: Actual): Finding[] {
  const { spoken, cause, proposal } = actual;
  return checkLines({ spoken, cause, proposal }, atActual(actual));
}

/** What the verdict still asks for: a figure, a cause, a proof. `actual` may be missing: then its row is named all the same. */
export function checkJudged(indicator: Indicator, actual: Actual | null, judgement: Judgement): Finding[] {
  const make = atActual({ indicator: indicator.id, period: judgement.period });
  const { verdict, reason } = judgement;
  if (verdict === 'no-data' && reason === 'nothing-typed') {
    const isHalfTyped = (actual?.denominator ?? null) !== null && indicator.links === null;
    return isHalfTyped ? [] : [make('no-data-in-period', 'numerator', { role: indicator.lead, period: judgement.period })];
  }
  const found: Finding[] = [];
  if (verdict === 'not-met' && isBlank(actual?.cause ?? '')) found.push(make('cause-missing', 'cause', { due: null }));
  const isReached = verdict === 'met' || verdict === 'nearly-met' || verdict === 'not-met';
  if (isReached && isBlank(actual?.evidence ?? '')) found.push(make('evidence-missing', 'evidence'));
  return found;
}

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
