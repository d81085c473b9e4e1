import type { Day } from '../core/day.ts';
import type { TargetLevel } from '../plan/indicator.ts';

/** The first that matches wins, in this order (docs/rules.md#verdicts). */
export const VERDICTS = [
  'not-applicable',
  'track-only',
  'not-due',
  'nothing-arose',
  'no-data',
  'met',
  'nearly-met',
  'not-met',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A result as measured, kept raw: a rate is compared as numerator × scale against target × denominator, never rounded. */
export type Measured =
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number; readonly scale: 100 | 1 }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'grade'; readonly grade: string };

/** Why the verdict is what it is: codes for words to say. */
export const VERDICT_REASONS = [
  'declared-not-applicable',
  'kind-is-track-only',
  'no-target-this-year',
  'not-judged-this-period',
  'before-milestone',
  'awaiting-publication',
  'denominator-zero',
  'declared-nothing-arose',
  'nothing-typed',
  'denominator-missing',
  'part-above-whole',
  'baseline-missing',
  'unknown-grade',
  'not-usable',
  'target-reached',
  'target-exceeded',
  'within-tolerance',
  'target-missed',
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** The verdict on one indicator in one period, with all that its sentence needs. */
export type Judgement = {
  readonly indicator: string;
  readonly period: string;
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
  readonly measured: Measured | null;
  readonly target: TargetLevel | null;
  /** How far short of the target, in its own unit: points for rates, steps for grades; 0 when met, `null` where it has no meaning. */
  readonly gap: number | null;
  /** The day on which the result was published, where that was after the period's end. */
  readonly publishedOn: Day | null;
};
