import type { Source } from '../core/source.ts';
import type { Actual } from '../plan/indicator.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';
import type { ReportFacts } from './report-model.ts';
import { measuredValue } from './report-trend.ts';

type Known = Pick<ReportFacts, 'plan' | 'actuals' | 'entries' | 'narratives' | 'evaluation'> & {
  /** The like period of the year before, whose results stand beside today's. */
  readonly previous?: ReportFacts['previous'];
};

/** The value behind a source as it was read and judged, by another way than the report took; `null` when there is none. */
export function valueAt({ of, id, period, field }: Source, known: Known): number | string | null {
  if (of === 'narrative') return known.narratives.find((row) => row.place === id && row.period === period)?.text ?? null;
  if (of === 'entry') {
    const entry = entriesIn(known.entries, period).get(id);
    return (field === 'estimate' ? entry?.estimate : entry?.result) ?? null;
  }
  if (of === 'indicator') return known.plan.indicators.find((row) => row.id === id)?.baseline ?? null;
  if (of !== 'actual') return null;
  const actual = actualsIn(known.actuals, period).get(id);
  const { previous = null } = known;
  const evaluation = previous?.period.name === period ? previous.evaluation : known.evaluation;
  return typedAt(actual, field) ?? measuredAt(id, field, { ...known, evaluation });
}

function typedAt(actual: Actual | undefined, field: string): number | string | null {
  if (actual === undefined) return null;
  if (field === 'numerator' || field === 'denominator' || field === 'estimate') return actual[field];
  if (field === 'spoken') return actual.spoken;
  if (field !== 'typed') return null;
  if (actual.typed?.kind === 'number') return actual.typed.value;
  return actual.typed?.kind === 'word' ? actual.typed.word : null;
}

/** What was calculated: a rate, or a part summed from other rows. */
function measuredAt(id: string, field: string, { evaluation }: Known): number | string | null {
  const measured = evaluation.judgements.get(id)?.measured ?? null;
  if (measured === null) return null;
  if (measured.kind === 'grade') return measured.grade;
  if (measured.kind === 'ratio' && (field === 'numerator' || field === 'denominator')) return measured[field];
  return measuredValue(measured);
}
