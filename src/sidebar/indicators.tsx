import { TASK_STATUSES } from '../domain/task.ts';
import { VERDICTS } from '../domain/verdict.ts';
import { STATUS_LABELS, VERDICT_LABELS } from '../words/labels.ts';
import { sayCount } from '../words/number.ts';
import { SCREEN_WORDS } from '../words/page-parts.ts';
import { SIDEBAR } from '../words/sidebar.ts';
import { Screen } from './screen.tsx';
import { Section } from './section.tsx';

/** Where the indicators and the tasks of the period stand. */
export function Indicators() {
  return (
    <Screen title={SCREEN_WORDS.indicators.title} call="check" carried={{}}>
      {({ counts }) => (
        <>
          <Counted id="verdicts" title={SIDEBAR.verdicts} codes={VERDICTS} labels={VERDICT_LABELS} counts={counts.verdicts} />
          <Counted id="statuses" title={SIDEBAR.statuses} codes={TASK_STATUSES} labels={STATUS_LABELS} counts={counts.statuses} />
        </>
      )}
    </Screen>
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
      <dl>
        {rows.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
