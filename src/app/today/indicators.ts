import type { Day } from '../../domain/core/day.ts';
import { newestFact } from '../../domain/history/snapshot.ts';
import { evaluate, isJudgedKind } from '../../domain/judging/evaluate.ts';
import { measure } from '../../domain/judging/measure.ts';
import { byEnd, reportedAsOf } from '../../domain/period/calendar.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { actualsIn } from '../../domain/plan/rows-in.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { sayJudgement } from '../../words/judging/verdict.ts';
import type { Book } from '../../workbook/core/book.ts';
import { openBook } from '../base/open-book.ts';
import { isClosed, periodInView } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { IndicatorReply, IndicatorsReply } from '../replies/views.ts';

/** `Chỉ tiêu`: every indicator of the plan with its verdict and why, in the order of the plan. */
export function indicators(ports: Ports): IndicatorsReply {
  const book = openBook(ports);
  const judged = judgedIn(book, ports.clock.today());
  return {
    period: judged.period?.name ?? null,
    rows: book.plan.indicators
      .filter(isJudgedKind)
      .map((indicator) => ({ id: indicator.id, title: indicator.title, field: indicator.field, ...judged.of(indicator) })),
  };
}

/** One indicator: why, what the plan wants of it in each year, and what was reached in each period so far. */
export function indicator(ports: Ports, { id }: { readonly id: string }): IndicatorReply {
  const book = openBook(ports);
  const { period, of } = judgedIn(book, ports.clock.today());
  const name = period?.name ?? '';
  const about = book.plan.indicators.find((row) => row.id === id) ?? refuse(REFUSALS.unknownRow(id, name));
  const actual = book.actuals.find((row) => row.indicator === id && row.period === name);
  const field = about.links === null ? 'numerator' : 'verdict';
  return {
    about,
    targets: [...about.targets],
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

/** The verdicts of the period in view, as of its cut-off or of today before it. */
function judgedIn(book: Book, today: Day) {
  const period = periodInView(book, today);
  const judgements = period === null ? null : evaluate(book, { period, asOf: reportedAsOf(period, today) }).judgements;
  const of = (indicator: Indicator) => {
    const judgement = judgements?.get(indicator.id);
    return { verdict: judgement?.verdict ?? null, why: judgement === undefined ? '' : sayJudgement(judgement, indicator) };
  };
  return { period, of };
}

/** What was reached in each period: a closed one as it was frozen, whatever became of its cells. */
function historyOf(book: Book, about: Indicator): IndicatorReply['history'] {
  return byEnd(book.plan.periods).map((period) => {
    const { name, kind, year, end, cumulative } = period;
    const kept = isClosed(period) ? newestFact(book.frozen, { period: name, id: about.id, field: 'result' }) : null;
    const inPeriod = actualsIn(book.actuals, name);
    const { measured } = measure(about, inPeriod.get(about.id) ?? null, inPeriod);
    return { name, kind, year, end, cumulative, kept: kept?.raw ?? null, measured };
  });
}
