import { placeOfWord } from '../core/word.ts';
import { fractionOf } from '../judging/target.ts';
import type { Judgement } from '../judging/verdict.ts';
import type { Indicator, TargetLevel } from '../plan/indicator.ts';

/**
 * How much better a result is than its level asks, in the unit of the target (points of a rate, steps of a grade);
 * `null` where «vượt» has no meaning: not better, within a range, or a plain «lower than before».
 */
export function beyondOf(judgement: Judgement, indicator: Indicator, scale: readonly string[]): number | null {
  const { reason, measured, target } = judgement;
  if (reason !== 'target-exceeded' || measured === null || target === null || indicator.kind === 'between') return null;
  if (target.kind === 'grade') {
    return measured.kind === 'grade' ? placeOfWord(measured.grade, scale) - placeOfWord(target.grade, scale) : null;
  }
  const value = fractionOf(indicator, measured);
  const level = boundOf(target, indicator);
  if (value === null || (indicator.kind === 'below-baseline' && level === 0)) return null;
  return Math.abs((value.top * value.scale) / value.bottom - level);
}

/** The end of a range that counts: the upper one where less is better. */
function boundOf(target: Exclude<TargetLevel, { kind: 'grade' }>, { kind }: Indicator): number {
  if (target.kind === 'number') return target.value;
  return kind === 'at-most' || kind === 'rank-at-most' ? target.to : target.from;
}
