import { isBlank, placeOfWord } from '../core/word.ts';
import { isRank, isShare } from '../judging/measure.ts';
import { answerCode } from '../plan/answer-code.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import { atActual, type Finding, type FindingMaker } from './finding.ts';
/** What the figures of one row are held against. */
export type FigureLimits = { readonly grades: readonly string[]; readonly rankedUnits: number | null };

const KINDS_WITHOUT_RATE: readonly Indicator['kind'][] = ['rank-at-most', 'grade-at-least', 'below-baseline'];
const FREE_KINDS: readonly Indicator['kind'][] = ['statistic', 'track-only'];

/** What is wrong with the figures typed for one indicator (docs/rules.md#what-is-typed). */
export function checkFigures(indicator: Indicator, actual: Actual, limits: FigureLimits): Finding[] {
  const make = atActual(actual);
  return [
    ...checkSigns(actual, make),
    ...checkPair(indicator, actual, make),
    ...checkWholeNumbers(indicator, actual, make),
    ...checkDeclared(actual, make),
    ...checkTyped(indicator, actual, { make, limits }),
    ...checkPlace(indicator, actual, { make, limits }),
    ...(isRate(indicator) ? checkTypedRate(indicator, actual, make) : []),
  ];
}

function isRate({ unit, kind }: Indicator): boolean {
  return unit.trim() === '%' && !KINDS_WITHOUT_RATE.includes(kind);
}

function typedNumber({ typed }: Actual): number | null {
  return typed?.kind === 'number' ? typed.value : null;
}

function checkSigns(actual: Actual, make: FindingMaker): Finding[] {
  const { numerator, denominator, estimate } = actual;
  const values = { numerator, denominator, typed: typedNumber(actual), estimate };
  return Object.entries(values).flatMap(([field, value]) =>
    value !== null && value < 0 ? [make('negative-number', field, { value })] : [],
  );
}

/** A rate needs both sides, unless its result was typed; and a part is not larger than the whole. */
function checkPair(indicator: Indicator, actual: Actual, make: FindingMaker): Finding[] {
  const { numerator, denominator, typed } = actual;
  const needsBoth = !KINDS_WITHOUT_RATE.includes(indicator.kind) && (isRate(indicator) || !FREE_KINDS.includes(indicator.kind));
  const linked = indicator.links;
  if (!needsBoth || linked !== null) return [];
  if (numerator !== null && denominator !== null) {
    const isAbove = isShare(indicator) && numerator > denominator;
    if (isAbove) return [make('numerator-above-denominator', 'numerator', { numerator, denominator })];
    return isNothing(denominator, numerator) ? [make('denominator-missing', 'denominator', { numerator })] : [];
  }
  if (typed !== null) return [];
  if (numerator !== null) return [make('denominator-missing', 'denominator', { numerator })];
  return denominator !== null && denominator !== 0 ? [make('numerator-missing', 'numerator', { denominator })] : [];
}

/** A numerator without a denominator: a mean over no case at all. */
function isNothing(denominator: number, numerator: number): boolean {
  return denominator === 0 && numerator > 0;
}

/** Rates of the plan count things: files, papers, people. Money and minutes may have decimals. */
function checkWholeNumbers(indicator: Indicator, { numerator, denominator }: Actual, make: FindingMaker): Finding[] {
  if (!isRate(indicator) || FREE_KINDS.includes(indicator.kind)) return [];
  return Object.entries({ numerator, denominator }).flatMap(([field, value]) =>
    value !== null && !Number.isInteger(value) ? [make('whole-number-expected', field, { value })] : [],
  );
}

/** A declaration overrules figures left beside it, so they would silently be lost; «Không áp dụng» needs a reason. */
function checkDeclared({ typed, numerator, denominator, ...told }: Actual, make: FindingMaker): Finding[] {
  const words = [told.spoken, told.cause, told.note];
  const isDeclared = typed?.kind === 'nothing-arose' || typed?.kind === 'not-applicable';
  // 0/0 says the same.
  const hasFigures = (numerator ?? 0) !== 0 || (denominator ?? 0) !== 0;
  if (isDeclared && hasFigures) return [make('declared-beside-figures', 'typed')];
  return typed?.kind === 'not-applicable' && words.every(isBlank)
    ? [make('reason-missing', 'note', { declared: typed.kind })]
    : [];
}

type TypedContext = { readonly make: FindingMaker; readonly limits: FigureLimits };

/** Ranks, grades and words: each where it belongs. */
function checkTyped(indicator: Indicator, { typed }: Actual, { make, limits }: TypedContext): Finding[] {
  if (typed?.kind !== 'number' && typed?.kind !== 'word') return [];
  const value = typed.kind === 'number' ? typed.value : typed.word;
  if (indicator.kind === 'grade-at-least') {
    const known = typed.kind === 'word' && placeOfWord(typed.word, limits.grades) >= 0;
    return known ? [] : [make('unknown-grade', 'typed', { value, grades: limits.grades.join('; ') })];
  }
  if (typed.kind === 'word') return isAnswer(indicator, typed.word) ? [] : [make('number-expected', 'typed', { value })];
  if (indicator.kind !== 'rank-at-most') return [];
  const isPlace = isRank(typed.value) && typed.value <= (limits.rankedUnits ?? typed.value);
  return isPlace ? [] : [make('rank-out-of-range', 'typed', { value, last: limits.rankedUnits })];
}

/** Words where no number is wanted, and answers that the unit of a statistical form lists («Có = 1; Không = 0»). */
function isAnswer(indicator: Indicator, word: string): boolean {
  return !wantsNumber(indicator) || answerCode(indicator.unit, word) !== null;
}

/** A rank may be typed as 5 of 12; a grade has no figures, and what is typed beside its result would be dropped without a word. */
function checkPlace({ kind }: Indicator, { typed, numerator, denominator }: Actual, { make, limits }: TypedContext): Finding[] {
  if ((kind !== 'rank-at-most' && kind !== 'grade-at-least') || (numerator === null && denominator === null)) return [];
  const isPlace = kind === 'rank-at-most' && numerator !== null && typed === null;
  const isSame = kind === 'rank-at-most' && typed?.kind === 'number' && typed.value === numerator;
  if (!isPlace) return isSame ? [] : [make('figures-not-asked', 'numerator')];
  const last = denominator ?? limits.rankedUnits;
  return isRank(numerator) && numerator <= (last ?? numerator)
    ? []
    : [make('rank-out-of-range', 'numerator', { value: numerator, last })];
}

function wantsNumber({ kind, targets }: Indicator): boolean {
  if (kind === 'track-only') return false;
  return ![...targets.values()].some((level) => level.kind === 'grade');
}

/** A typed rate against its own numerator and denominator, and against the ways people mistype it. */
function checkTypedRate(indicator: Indicator, actual: Actual, make: FindingMaker): Finding[] {
  const value = typedNumber(actual);
  if (value === null) return [];
  const { numerator, denominator } = actual;
  const computed = numerator !== null && denominator !== null && denominator > 0 ? (numerator / denominator) * 100 : null;
  if (computed !== null && agrees(value, computed)) return [];
  if (value > 0 && value <= 1) return [make('percent-looks-like-fraction', 'typed', { value, percent: value * 100 })];
  if (computed !== null) return [make('typed-differs-from-computed', 'typed', { value, computed, numerator, denominator })];
  return value > 100 && isShare(indicator) ? [make('percent-above-100', 'typed', { value })] : [];
}

/** Equal once the computed rate is rounded to as many decimals as were typed. */
export function agrees(typed: number, computed: number): boolean {
  const decimals = Math.min((String(typed).split('.')[1] ?? '').length, 6);
  return Math.abs(typed - computed) <= 0.5 * 10 ** -decimals + 1e-9;
}
