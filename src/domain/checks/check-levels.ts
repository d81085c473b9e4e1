import { placeOfWord } from '../core/word.ts';
import { boundsOf } from '../judging/target.ts';
import type { Period } from '../period/period.ts';
import type { Indicator, TargetLevel } from '../plan/indicator.ts';
import type { Finding } from './finding.ts';
import { atPlanned } from './finding-at.ts';

type Levels = { readonly period: Period; readonly grades: readonly string[] };
type Year = readonly [year: number, level: TargetLevel];

/** What is wrong with the levels of a judged row: none this year, of another kind than the row, off the scale, falling where they must rise. */
export function checkLevels(indicator: Indicator, { period, grades }: Levels): Finding[] {
  const { kind, targets } = indicator;
  if (kind === 'track-only' || kind === 'statistic') return [];
  const make = atPlanned('indicator', indicator);
  const years = [...targets].sort(([left], [right]) => left - right);
  return [
    ...(isForgotten(targets, period.year) ? [make('target-level-missing', 'kind', { year: period.year })] : []),
    ...years.flatMap((year) => unfit(indicator, year, grades)),
    ...(kind === 'yearly-rise' ? falls(indicator, years) : []),
    ...(kind === 'below-baseline' && !(Number(indicator.baseline) > 0) ? [make('baseline-missing', 'baseline')] : []),
  ];
}

/** No level this year is legitimate before the first year that has one («đến năm 2025»), and an oversight after it. */
function isForgotten(targets: Indicator['targets'], now: number): boolean {
  if (targets.has(now)) return false;
  const years = [...targets.keys()];
  return years.length === 0 || years.some((year) => year < now);
}

/** A level that nothing can be held against would leave the row unjudged without a word. */
function unfit(indicator: Indicator, [year, level]: Year, grades: readonly string[]): Finding[] {
  const make = atPlanned('indicator', indicator);
  const isGraded = indicator.kind === 'grade-at-least';
  if (level.kind === 'grade') {
    if (isGraded && placeOfWord(level.grade, grades) < 0)
      return [make('unknown-grade', `year-${year}`, { value: level.grade, grades: grades.join('; ') })];
    return isGraded || indicator.kind === 'milestone' ? [] : [make('level-unfit', `year-${year}`, { value: level.grade, year })];
  }
  const value = level.kind === 'range' ? level.to : level.value;
  return boundsOf(indicator, level) === null ? [make('level-unfit', `year-${year}`, { value, year })] : [];
}

function falls(indicator: Indicator, years: readonly Year[]): Finding[] {
  return years.slice(1).flatMap(([year, level], at) => {
    const before = years[at]?.[1];
    const isFall = level.kind === 'number' && before?.kind === 'number' && level.value < before.value;
    if (!isFall) return [];
    return [atPlanned('indicator', indicator)('level-falls', `year-${year}`, { year, value: level.value, before: before.value })];
  });
}
