import type { Day } from '../../domain/core/day.ts';
import { measuredFromRaw, newestFact } from '../../domain/history/snapshot.ts';
import { evaluate } from '../../domain/judging/evaluate.ts';
import { measure } from '../../domain/judging/measure.ts';
import { measuredThrough, targetsThrough } from '../../domain/judging/predecessors.ts';
import { isJudgedKind, isProposedLevel } from '../../domain/judging/tally.ts';
import { byEnd, judgedAsOf, openFirst, openPeriods } from '../../domain/period/calendar.ts';
import { isClosed, type Period } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { isInForce } from '../../domain/plan/plan.ts';
import { actualsIn } from '../../domain/plan/rows-in.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { sayJudgement } from '../../words/judging/verdict.ts';
import type { Book } from '../../workbook/core/book.ts';
import { openBook } from '../base/open-book.ts';
import { periodInView } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { IndicatorReply, IndicatorsReply } from '../replies/views.ts';

/** `Chỉ tiêu`: every indicator of the plan with its verdict and why, in the order of the plan. */
export function indicators(ports: Ports, { period = '' }: { readonly period?: string } = {}): IndicatorsReply {
  const book = openBook(ports);
  const today = ports.clock.today();
  const judged = judgedIn(book, today, period);
  return {
    period: judged.period?.name ?? null,
    open: openFirst(book.plan.periods, today).map(({ name }) => name),
    rows: inForceIn(book, judged.period)
      .filter(isJudgedKind)
      .map((indicator) => ({
        id: indicator.id,
        title: indicator.title,
        field: indicator.field,
        ...judged.of(indicator),
        proposed: isProposedLevel(indicator),
      })),
  };
}

/** The rows of a plan that is over are kept, and are no matter of this period. */
export function inForceIn({ plan }: Book, period: Period | null): readonly Indicator[] {
  return period === null ? plan.indicators : plan.indicators.filter((row) => isInForce(plan, row, period.year));
}

/** One indicator: why, what the plan wants of it in each year, and what was reached in each period so far. */
export function indicator(
  ports: Ports,
  { id, period: asked = '' }: { readonly id: string; readonly period?: string },
): IndicatorReply {
  const book = openBook(ports);
  const { period, of } = judgedIn(book, ports.clock.today(), asked);
  const name = period?.name ?? '';
  const about = book.plan.indicators.find((row) => row.id === id) ?? refuse(REFUSALS.unknownRow(id, name));
  const actual = book.actuals.find((row) => row.indicator === id && row.period === name);
  const field = about.links === null ? 'numerator' : 'verdict';
  return {
    about,
    targets: [...targetsThrough(about, book.plan)],
    period: period === null ? null : { name, year: period.year },
    ...of(about),
    cause: actual?.cause ?? '',
    proposal: actual?.proposal ?? '',
    places: {
      plan: placeOf(book.addressOf({ of: 'indicator', id, period: '', field: 'title' })),
      entry: placeOf(book.addressOf({ of: 'actual', id, period: name, field })),
    },
    history: historyOf(book, about),
  };
}

/** The verdicts of the open period asked for, else of the period in view, as the sheet has them. */
function judgedIn(book: Book, today: Day, asked: string) {
  const { periods } = book.plan;
  const period = openPeriods(periods).find(({ name }) => name === asked) ?? periodInView(book, today);
  const judgements = period === null ? null : evaluate(book, { period, asOf: judgedAsOf(period, periods, today) }).judgements;
  const of = (indicator: Indicator) => {
    const judgement = judgements?.get(indicator.id);
    return { verdict: judgement?.verdict ?? null, why: judgement === undefined ? '' : sayJudgement(judgement, indicator) };
  };
  return { period, of };
}

/**
 * What was reached in each period: a closed one as it was frozen, whatever became of its cells; in those of the last plan, what the rows that this one
 * goes on from reached.
 */
export function historyOf(book: Book, about: Indicator): IndicatorReply['history'] {
  return byEnd(book.plan.periods).map((period) => {
    const { name, type, turn, year, end, cumulative } = period;
    const inPeriod = actualsIn(book.actuals, name);
    const keptOf = (row: Indicator): string | null =>
      isClosed(period) ? (newestFact(book.frozen, { period: name, id: row.id, field: 'result' })?.raw ?? null) : null;
    const measured = measuredThrough(about, book.plan, (row) => {
      const kept = row.id === about.id ? null : keptOf(row);
      return kept === null ? measure(row, inPeriod.get(row.id) ?? null, inPeriod).measured : measuredFromRaw(kept, row);
    });
    return { name, type, turn, year, end, cumulative, kept: keptOf(about), measured };
  });
}
