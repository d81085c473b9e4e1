import type { Day } from '../core/day.ts';
import type { PeriodPlace, PeriodType } from './period.ts';

/** A kind of report that `Dùng cho báo cáo` names: all of a type («Quý»), or one place in the year («Quý III»). */
export type ReportKind = PeriodPlace;

type Dated = { readonly from?: Day | null };

/**
 * Of outlines that stand one below the other in `Đề cương`, the one in use on a day: the superior asks for another from time to time, and an old
 * report keeps the one of its own day.
 */
export function outlineOn<Row extends Dated>(outline: readonly Row[], on: Day): Row[] {
  const newest = outline.reduce<Day | null>((last, { from = null }) => {
    return from !== null && from <= on && (last === null || from > last) ? from : last;
  }, null);
  return outline.filter(({ from = null }) => from === newest);
}

type Limited = { readonly reports: readonly ReportKind[] };

/** The rows of the outline that the report of this period prints; a row that names no kind stands in every report. */
export function rowsFor<Row extends Limited>(outline: readonly Row[], period: PeriodPlace): Row[] {
  const named = outline.flatMap(({ reports }) => reports);
  const asIf = named.some((kind) => names(kind, period)) ? period : likeNamed(named, period);
  return outline.filter(({ reports }) => reports.length === 0 || reports.some((kind) => names(kind, asIf)));
}

function names({ type, turn }: ReportKind, period: PeriodPlace): boolean {
  return type === period.type && (turn === null || turn === period.turn);
}

/** Which kinds a report that no row names is most like, the nearest first. */
const LIKE: Readonly<Record<PeriodType, readonly PeriodType[]>> = {
  month: ['month', 'quarter'],
  quarter: ['quarter'],
  half: ['half'],
  'nine-months': ['half', 'year'],
  year: [],
  special: [],
};

/** An outline written for the four CCHC reports says of them alone where each section stands: a month prints as a quarter does, nine months as six. */
function likeNamed(named: readonly ReportKind[], period: PeriodPlace): PeriodPlace {
  if (isOfTheFour(period)) return period;
  return LIKE[period.type].flatMap((type) => named.find((kind) => kind.type === type) ?? [])[0] ?? period;
}

function isOfTheFour({ type, turn }: PeriodPlace): boolean {
  return type === 'year' || (type === 'half' && turn === 1) || (type === 'quarter' && (turn === 1 || turn === 3));
}
