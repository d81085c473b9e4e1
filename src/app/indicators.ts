import { byEnd, periodBeingEntered } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import { evaluate, isJudgedKind } from '../domain/evaluate.ts';
import type { Indicator } from '../domain/indicator.ts';
import { measure } from '../domain/measure.ts';
import type { Period } from '../domain/period.ts';
import { actualsIn } from '../domain/rows-in.ts';
import { measuredFromRaw, newestFact } from '../domain/snapshot.ts';
import type { Measured } from '../domain/verdict.ts';
import { REFUSALS } from '../words/app.ts';
import { sayJudgement } from '../words/verdict.ts';
import type { Book } from '../workbook/book.ts';
import { asOfFor } from './compose-report.ts';
import { openBook } from './open-book.ts';
import { isClosed, isOpen } from './period-state.ts';
import type { Ports } from './ports.ts';
import { placeOf } from './problem-lines.ts';
import { refuse } from './refusal.ts';
import type { IndicatorReply, IndicatorsReply } from './view-calls.ts';

/** The period that is looked at: the one being entered, else the one closed last; `null` before the first. */
export function periodInView({ plan }: Book, today: Day): Period | null {
  const closed = byEnd(plan.periods).filter(isClosed);
  return periodBeingEntered(plan.periods, today) ?? closed[closed.length - 1] ?? null;
}

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
  const about = book.plan.indicators.find((row) => row.id === id) ?? refuse(REFUSALS.unknownIndicator(id));
  const { period, of } = judgedIn(book, ports.clock.today());
  const { targets, links, sumOf: _, tolerance: __, measure: ___, ...told } = about;
  const actual = book.actuals.find((row) => row.indicator === id && row.period === period?.name);
  const at = { of: 'actual', id, period: period?.name ?? '', field: links === null ? 'numerator' : 'verdict' } as const;
  return {
    about: told,
    targets: [...targets],
    period: period === null ? null : { name: period.name, year: period.year, until: lastDayOf(book, period) },
    ...of(about),
    cause: actual?.cause ?? '',
    proposal: actual?.proposal ?? '',
    places: {
      plan: placeOf(book.addressOf({ of: 'indicator', id, period: '', field: 'title' })),
      entry: period === null ? null : placeOf(book.addressOf(at)),
    },
    history: historyOf(book, about),
  };
}

/** The verdicts of the period in view, as of its cut-off or of today before it. */
function judgedIn(book: Book, today: Day) {
  const period = periodInView(book, today);
  const judgements = period === null ? null : evaluate(book, { period, asOf: asOfFor(period, today) }).judgements;
  const of = (indicator: Indicator) => {
    const judgement = judgements?.get(indicator.id);
    return { verdict: judgement?.verdict ?? null, why: judgement === undefined ? '' : sayJudgement(judgement, indicator) };
  };
  return { period, of };
}

/** The last cut-off of the plan year: until then its level can be reached. */
function lastDayOf({ plan }: Book, { year, end }: Period): Day {
  return plan.periods.reduce<Day>((last, period) => (period.year === year && period.end > last ? period.end : last), end);
}

/** What was reached in each period that was opened: a closed one as it was frozen, whatever became of its cells. */
function historyOf(book: Book, about: Indicator): IndicatorReply['history'] {
  return byEnd(book.plan.periods)
    .filter((period) => isOpen(period) || isClosed(period))
    .map((period) => {
      const { name, kind, year, end, cumulative } = period;
      const fact = isClosed(period) ? newestFact(book.frozen, { period: name, id: about.id, field: 'result' }) : null;
      const measured = fact === null ? typedIn(book, about, name) : measuredFromRaw(fact.raw, about);
      return { period: name, kind, year, end, cumulative, measured, kept: fact !== null };
    });
}

function typedIn({ actuals }: Book, about: Indicator, period: string): Measured | null {
  const inPeriod = actualsIn(actuals, period);
  return measure(about, inPeriod.get(about.id) ?? null, inPeriod).measured;
}
