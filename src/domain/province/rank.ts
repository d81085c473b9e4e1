import { fold } from '../core/word.ts';
import { type Consolidated, type Measure, rateValue, type UnitSummary } from './consolidate.ts';

/** What units can be ranked by: shares of their own counts, their score, or any measure by its `Mã`, its code or its words. */
export const RANKED_BY = ['met', 'tasks', 'score'] as const;
export type RankedBy = (typeof RANKED_BY)[number] | Measure;

/** `place`: units with the same value share one, and the next counts on; `null`: there is nothing to rank it by. */
export type Ranked = { readonly unit: UnitSummary; readonly value: number | null; readonly place: number | null };

/** Of a smaller result that is the better one. */
const LOWER_IS_BETTER = ['at-most', 'rank-at-most', 'below-baseline'];

export function rankUnits(all: Pick<Consolidated, 'units' | 'matrix'>, by: RankedBy): Ranked[] {
  const lower = typeof by !== 'string' && LOWER_IS_BETTER.includes(by.kind);
  const valued = all.units.map((unit) => ({ unit, value: valueIn(all, unit, by) }));
  const better = (one: number, other: number): number => (lower ? one - other : other - one);
  const sorted = valued.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || byCode(a, b);
    return better(a.value, b.value) || byCode(a, b);
  });
  let place = 0;
  return sorted.map(({ unit, value }, at) => {
    if (value === null) return { unit, value, place: null };
    if (value !== sorted[at - 1]?.value) place = at + 1;
    return { unit, value, place };
  });
}

/** The measure that is asked for; `null`: there is none of that name. */
export function measureNamed({ measures }: Pick<Consolidated, 'measures'>, name: string): Measure | null {
  const wanted = fold(name);
  return (
    measures.find(({ id, form, title }) => [id, form, title].some((known) => known !== '' && fold(known) === wanted)) ?? null
  );
}

type Valued = { readonly unit: UnitSummary };
const byCode = (one: Valued, other: Valued): number =>
  one.unit.code < other.unit.code ? -1 : Number(one.unit.code > other.unit.code);

function valueIn({ matrix }: Pick<Consolidated, 'matrix'>, unit: UnitSummary, by: RankedBy): number | null {
  if (by === 'met') return unit.judged === 0 ? null : (100 * unit.met) / unit.judged;
  if (by === 'tasks') return unit.tasks === 0 ? null : (100 * unit.done) / unit.tasks;
  if (by === 'score') return unit.score === null ? null : (unit.score.assessed ?? unit.score.self);
  const cell = matrix.get(unit.code)?.get(by.key);
  if (cell === undefined) return null;
  return cell.rate === null ? cell.result : rateValue(cell.rate, by.unit);
}
