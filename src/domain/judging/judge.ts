import type { Day } from '../core/day.ts';
import { placeOfWord, sameWord } from '../core/word.ts';
import { PERIOD_TYPES, type Period, type PeriodType } from '../period/period.ts';
import type { Actual, Indicator, JudgedWhen, TargetLevel } from '../plan/indicator.ts';
import { type Plan, planOfRow } from '../plan/plan.ts';
import { actualsIn } from '../plan/rows-in.ts';
import { gradesOf, lastPlanYear } from '../plan/settings.ts';
import { type Measurement, measure, publishedAfter } from './measure.ts';
import { boundsOf, fractionOf, isBeyond, isWithin, shortfall } from './target.ts';
import type { Judgement, Measured, Verdict, VerdictReason } from './verdict.ts';

/** What a verdict depends on beside the row; `actuals` may hold rows of any period. */
export type JudgingContext = {
  readonly period: Period;
  readonly asOf: Day;
  readonly plan: Plan;
  readonly actuals: readonly Actual[];
};

type Ruling = { readonly verdict: Verdict; readonly reason: VerdictReason; readonly gap?: number };

/** The verdict on one indicator in one period; the first rule that matches decides (docs/rules.md#verdicts). */
export function judge(indicator: Indicator, actual: Actual | null, context: JudgingContext): Judgement {
  const { period } = context;
  const measurement = measure(indicator, actual, actualsIn(context.actuals, period.name));
  const target = indicator.targets.get(period.year) ?? null;
  const ruling =
    declared(actual) ??
    trackedOnly(indicator, target) ??
    notDue(indicator, measurement, context) ??
    notMeasured(indicator, measurement) ??
    compared(indicator, measurement.measured, { target, context });
  return {
    indicator: indicator.id,
    period: period.name,
    verdict: ruling.verdict,
    reason: ruling.reason,
    measured: measurement.measured,
    target,
    gap: ruling.gap ?? null,
    publishedOn: measurement.measured === null ? null : publishedAfter(actual, period),
  };
}

function declared(actual: Actual | null): Ruling | null {
  return actual?.typed?.kind === 'not-applicable' ? { verdict: 'not-applicable', reason: 'declared-not-applicable' } : null;
}

/** A judged kind whose year has no level is tracked, not binding. */
function trackedOnly(indicator: Indicator, target: TargetLevel | null): Ruling | null {
  if (indicator.kind === 'track-only' || indicator.kind === 'statistic') {
    return { verdict: 'track-only', reason: 'kind-is-track-only' };
  }
  return isComparable(indicator, target) ? null : { verdict: 'track-only', reason: 'no-target-this-year' };
}

function isComparable(indicator: Indicator, target: TargetLevel | null): boolean {
  if (target === null) return false;
  if (target.kind !== 'grade') return boundsOf(indicator, target) !== null;
  return indicator.kind === 'grade-at-least' || indicator.kind === 'milestone';
}

function notDue(indicator: Indicator, { missing }: Measurement, { period, asOf, plan }: JudgingContext): Ruling | null {
  if (!isJudgedIn(indicator, period, () => planOfRow(plan, indicator)?.years?.last ?? lastPlanYear(plan, asOf)))
    return { verdict: 'not-due', reason: 'not-judged-this-period' };
  if (indicator.kind === 'milestone' && !isPastMilestone(indicator, period))
    return { verdict: 'not-due', reason: 'before-milestone' };
  const isPublished = indicator.kind === 'rank-at-most' || indicator.kind === 'grade-at-least';
  return isPublished && missing === 'nothing-typed' ? { verdict: 'not-due', reason: 'awaiting-publication' } : null;
}

/** Which reports judge a row of each `Kỳ đánh giá`: those of its kind and the longer ones. */
const JUDGED_IN: Readonly<Record<JudgedWhen, readonly PeriodType[]>> = {
  'every-period': PERIOD_TYPES,
  month: ['month', 'quarter', 'half', 'nine-months', 'year'],
  quarter: ['quarter', 'half', 'nine-months', 'year'],
  'half-and-year': ['half', 'year'],
  year: ['year'],
  'plan-end': ['year'],
};

/** Whether the report of this period judges the indicator at all; few rows ask when the plan ends. */
function isJudgedIn({ judged }: Indicator, { type, year }: Period, planEnd: () => number | null): boolean {
  return JUDGED_IN[judged].includes(type) && (judged !== 'plan-end' || year === planEnd());
}

/** A milestone («đến hết năm 2021») falls in the first year that has a level: the report of that year judges it, as it does every level of the year. */
function isPastMilestone({ targets }: Indicator, { type, year }: Period): boolean {
  const first = Math.min(...targets.keys());
  return year > first || (year === first && type === 'year');
}

function notMeasured(indicator: Indicator, { missing }: Measurement): Ruling | null {
  if (missing === 'denominator-zero' || missing === 'declared-nothing-arose')
    return { verdict: 'nothing-arose', reason: missing };
  // Without a baseline there is nothing to compare with, whatever was typed.
  if (indicator.kind === 'below-baseline' && !(Number(indicator.baseline) > 0)) {
    return { verdict: 'no-data', reason: 'baseline-missing' };
  }
  return missing === null ? null : { verdict: 'no-data', reason: missing };
}

type Comparison = { readonly target: TargetLevel | null; readonly context: JudgingContext };

function compared(indicator: Indicator, measured: Measured | null, { target, context }: Comparison): Ruling {
  const unusable: Ruling = { verdict: 'no-data', reason: 'not-usable' };
  if (measured === null || target === null) return unusable;
  if (target.kind === 'grade') {
    if (measured.kind !== 'grade')
      return indicator.kind === 'grade-at-least' ? { verdict: 'no-data', reason: 'unknown-grade' } : unusable;
    return indicator.kind === 'milestone'
      ? reachedWord(measured.grade, target.grade)
      : comparedGrades(indicator, [measured.grade, target.grade], gradesOf(context.plan, context.asOf));
  }
  const value = fractionOf(indicator, measured);
  const bounds = boundsOf(indicator, target);
  if (value === null || bounds === null) return unusable;
  const gap = shortfall(value, bounds);
  if (isWithin(value, bounds)) return met(isBeyond(value, bounds));
  const slack = indicator.tolerance ?? 0;
  return missed(gap, slack > 0 && isWithin(value, bounds, slack));
}

/** A milestone in words («Đạt»): reached or not, no nearer or farther. */
function reachedWord(typed: string, wanted: string): Ruling {
  return sameWord(typed, wanted) ? met(false) : { verdict: 'not-met', reason: 'target-missed' };
}

/** Grades compare by their places on the scale; one unit of tolerance is one step. */
function comparedGrades({ tolerance }: Indicator, [typed, wanted]: readonly [string, string], scale: readonly string[]): Ruling {
  const reached = placeOfWord(typed, scale);
  const level = placeOfWord(wanted, scale);
  if (reached < 0 || level < 0) return { verdict: 'no-data', reason: 'unknown-grade' };
  const steps = level - reached;
  return steps <= 0 ? met(steps < 0) : missed(steps, steps <= (tolerance ?? 0));
}

function met(beyond: boolean): Ruling {
  return { verdict: 'met', reason: beyond ? 'target-exceeded' : 'target-reached', gap: 0 };
}

function missed(gap: number, isNear: boolean): Ruling {
  return isNear
    ? { verdict: 'nearly-met', reason: 'within-tolerance', gap }
    : { verdict: 'not-met', reason: 'target-missed', gap };
}
