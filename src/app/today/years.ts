import { newestFact } from '../../domain/history/snapshot.ts';
import { evaluate } from '../../domain/judging/evaluate.ts';
import { targetsThrough } from '../../domain/judging/predecessors.ts';
import { isJudgedKind } from '../../domain/judging/tally.ts';
import { VERDICTS, type Verdict } from '../../domain/judging/verdict.ts';
import { judgedAsOf, openPeriods } from '../../domain/period/calendar.ts';
import { isWholeYear } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { planYears } from '../../domain/plan/settings.ts';
import { VERDICT_LABELS } from '../../words/core/labels.ts';
import { sayShortPeriod } from '../../words/judging/pace.ts';
import { sayLevel, sayMeasured } from '../../words/judging/verdict.ts';
import type { YearTable } from '../../words/pages/years.ts';
import type { Book } from '../../workbook/core/book.ts';
import { openBook } from '../base/open-book.ts';
import { periodInView } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { historyOf, inForceIn } from './indicators.ts';

/** Every indicator in force with what the plan wanted of it in each year, what was reached by the last period that has a result, and its verdict. */
export function years(ports: Ports): YearTable {
  const book = openBook(ports);
  const today = ports.clock.today();
  const span = planYears(book.plan, today);
  const all = span === null ? [] : Array.from({ length: span.last - span.first + 1 }, (_, at) => span.first + at);
  const verdictIn = verdictsOf(ports, book);
  const rows = inForceIn(book, periodInView(book, today)).filter(isJudgedKind);
  return {
    years: all,
    rows: rows.map((indicator) => ({
      id: indicator.id,
      title: indicator.title,
      field: indicator.field,
      cells: cellsOf(book, indicator, { all, verdictIn }),
    })),
  };
}

type VerdictIn = (period: string, id: string) => Verdict | null;

function cellsOf(book: Book, indicator: Indicator, { all, verdictIn }: { all: readonly number[]; verdictIn: VerdictIn }) {
  const targets = targetsThrough(indicator, book.plan);
  const history = historyOf(book, indicator).filter(({ measured }) => measured !== null);
  return all.map((year) => {
    const [last] = history.filter((point) => point.year === year).slice(-1);
    const verdict = last === undefined ? null : verdictIn(last.name, indicator.id);
    return {
      level: sayLevel(targets.get(year) ?? null, indicator.unit, indicator.kind),
      result: sayMeasured(last?.measured ?? null, indicator.unit),
      // A result of a whole year needs no name.
      period: last === undefined || isWholeYear(last) ? '' : sayShortPeriod(last),
      verdict,
      said: verdict === null ? '' : VERDICT_LABELS[verdict],
    };
  });
}

/** Of an open period as the cells say now, of a closed one as it was frozen. */
function verdictsOf({ clock }: Ports, book: Book): VerdictIn {
  const { periods } = book.plan;
  const today = clock.today();
  const open = new Map(
    openPeriods(periods).map((period) => [
      period.name,
      evaluate(book, { period, asOf: judgedAsOf(period, periods, today) }).judgements,
    ]),
  );
  return (period, id) => {
    const judgements = open.get(period);
    if (judgements !== undefined) return judgements.get(id)?.verdict ?? null;
    const kept = newestFact(book.frozen, { period, id, field: 'verdict' })?.raw ?? '';
    return VERDICTS.find((verdict) => verdict === kept) ?? null;
  };
}
