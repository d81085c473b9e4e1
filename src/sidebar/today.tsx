import type { TodayView } from '../app/calls.ts';
import { TASK_STATUSES } from '../domain/task.ts';
import { VERDICTS } from '../domain/verdict.ts';
import { STATUS_LABELS, VERDICT_LABELS } from '../words/labels.ts';
import { sayCount } from '../words/number.ts';
import { SIDEBAR } from '../words/sidebar.ts';
import { Line } from './line.tsx';
import { LongList } from './long-list.tsx';
import { OwedList } from './owed.tsx';
import { Problems } from './problems.tsx';
import { Section } from './section.tsx';

/** What matters today, in the order a person works: what is wrong, who still owes, then the counts. */
export function Today({ view }: { view: TodayView }) {
  return (
    <>
      {view.sample && <p class="sample">{SIDEBAR.sample}</p>}
      <p class="period">{view.period === null ? SIDEBAR.noPeriod : view.period.line}</p>
      <Section id="attention" title={SIDEBAR.attention} count={view.attention.length} empty={SIDEBAR.noAttention}>
        <LongList items={view.attention}>{(matter) => <Line text={matter.text} at={matter.at} />}</LongList>
      </Section>
      <Section id="problems" title={SIDEBAR.problems} count={view.problems.length} empty={SIDEBAR.noProblems}>
        <Problems problems={view.problems} />
      </Section>
      <Section id="owed" title={SIDEBAR.owed} count={view.owed.length} empty={SIDEBAR.nothingOwed}>
        <OwedList roles={view.owed} />
      </Section>
      <Counted id="verdicts" title={SIDEBAR.verdicts} codes={VERDICTS} labels={VERDICT_LABELS} counts={view.counts.verdicts} />
      <Counted
        id="statuses"
        title={SIDEBAR.statuses}
        codes={TASK_STATUSES}
        labels={STATUS_LABELS}
        counts={view.counts.statuses}
      />
    </>
  );
}

type CountedProps<Code extends string> = {
  id: string;
  title: string;
  codes: readonly Code[];
  labels: Readonly<Record<Code, string>>;
  counts: Readonly<Record<Code, number>>;
};

/** Counts per code, those that occur, in the order of the rules. */
function Counted<Code extends string>({ id, title, codes, labels, counts }: CountedProps<Code>) {
  const rows = codes.filter((code) => counts[code] > 0).map((code) => [labels[code], sayCount(counts[code])] as const);
  return (
    <Section id={id} title={title} count={rows.length} empty={SIDEBAR.none}>
      <Tally rows={rows} />
    </Section>
  );
}

function Tally({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {rows.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
