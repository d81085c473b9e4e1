import { placeOfWord } from '../core/word.ts';
import type { Measured } from '../judging/verdict.ts';
import { isWholeYear, type Period } from '../period/period.ts';
import type { Trend } from './report-model.ts';

/** A result as one number in the unit of its target, or `null` for a grade and for an empty denominator. */
export function measuredValue(measured: Measured): number | null {
  if (measured.kind === 'grade') return null;
  if (measured.kind === 'number') return measured.value;
  return measured.denominator === 0 ? null : (measured.numerator * measured.scale) / measured.denominator;
}

/** What differs by less than print can show is «giữ nguyên». */
const PRINTED_STEP = 0.005;

/** What the row, or those that it goes on from, reached in the like period. */
type Before = { readonly period: Period; readonly measured: Measured | null };

/**
 * The movement against the like period before, or `null` when either has no figure or they are measured differently.
 * Grades move by their places on the scale, lowest first.
 */
export function trendOf(now: Measured | null, previous: Before | null, scale: readonly string[]): Trend | null {
  const before = previous?.measured ?? null;
  if (previous === null || before === null || now === null) return null;
  const [to, from] = [now, before].map((measured) => comparable(measured, scale));
  if (to === undefined || from === undefined || to === null || from === null) return null;
  if ((now.kind === 'grade') !== (before.kind === 'grade')) return null;
  const by = Math.abs(to - from);
  const way = by < PRINTED_STEP ? 'same' : to > from ? 'up' : 'down';
  return { way, by, before, period: previous.period.name, year: previous.period.year, wholeYear: isWholeYear(previous.period) };
}

function comparable(measured: Measured, scale: readonly string[]): number | null {
  if (measured.kind !== 'grade') return measuredValue(measured);
  const step = placeOfWord(measured.grade, scale);
  return step < 0 ? null : step;
}
