import { isBrief, type Period, type PeriodPlace } from './period.ts';

/** A kind of report that `Dùng cho báo cáo` names: all of a type («Quý»), or one place in the year («Quý III»). */
export type ReportKind = PeriodPlace;

type Limited = { readonly reports: readonly ReportKind[] };

/** The rows of the outline that the report of this period prints; a row that names no kind stands in every report. */
export function rowsFor<Row extends Limited>(outline: readonly Row[], period: PeriodPlace): Row[] {
  const named = outline.flatMap(({ reports }) => reports);
  const isNamed = named.some((kind) => names(kind, period));
  const asIf = isNamed ? period : likeNamed(named, period);
  return outline.filter(({ reports }) => reports.length === 0 || reports.some((kind) => names(kind, asIf)));
}

function names({ type, turn }: ReportKind, period: PeriodPlace): boolean {
  return type === period.type && (turn === null || turn === period.turn);
}

/** A kind that no row of the outline names (a month, where only quarters are named) prints as the nearest of its length does: a brief one as a quarter, else as the year. */
function likeNamed(named: readonly ReportKind[], period: PeriodPlace): Pick<Period, 'type' | 'turn'> {
  const alike = named.filter((kind) => isBrief(kind) === isBrief(period) && kind.type !== 'special');
  return (
    alike.find(({ type }) => type === period.type) ??
    alike.find(({ type }) => type === 'quarter' || type === 'year') ??
    alike[0] ??
    period
  );
}
