import type { TodayView } from '../app/calls.ts';
import { SCREEN_WORDS } from '../words/page-parts.ts';
import { SIDEBAR } from '../words/sidebar.ts';
import { Line } from './line.tsx';
import { LongList } from './long-list.tsx';
import { OwedList } from './owed.tsx';
import { Screen } from './screen.tsx';
import { Section } from './section.tsx';

/** `Việc hôm nay`. */
export function TodayScreen() {
  return (
    <Screen title={SCREEN_WORDS.today.title} call="today" carried={{}}>
      {(view) => <Today view={view} />}
    </Screen>
  );
}

/** What matters today, in the order a person works: what is wrong, who still owes, then the counts. */
function Today({ view }: { view: TodayView }) {
  return (
    <>
      {view.sample && <p class="sample">{SIDEBAR.sample}</p>}
      <p class="period">{view.period === null ? SIDEBAR.noPeriod : view.period.line}</p>
      <Section id="attention" title={SIDEBAR.attention} count={view.attention.length} empty={SIDEBAR.noAttention}>
        <LongList items={view.attention}>{(matter) => <Line text={matter.text} at={matter.at} />}</LongList>
      </Section>
      <Section id="owed" title={SIDEBAR.owed} count={view.owed.length} empty={SIDEBAR.nothingOwed}>
        <OwedList roles={view.owed} />
      </Section>
    </>
  );
}
