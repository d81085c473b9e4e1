import type { TodayView } from '../app/calls.ts';
import { SCREEN_WORDS, type ScreenName } from '../words/page-parts.ts';
import { SIDEBAR } from '../words/sidebar.ts';
import { TODAY_LINKS } from '../words/today.ts';
import { Line } from './line.tsx';
import { LongList } from './long-list.tsx';
import { useOpen } from './place.ts';
import { Screen } from './screen.tsx';
import { Section } from './section.tsx';

/** `Việc hôm nay`: what a person looks after, how much of it, and the way there. */
export function TodayScreen() {
  return (
    <Screen title={SCREEN_WORDS.today.title} call="today" carried={{}}>
      {(view) => <Today view={view} />}
    </Screen>
  );
}

function Today({ view }: { view: TodayView }) {
  return (
    <>
      {view.sample && <p class="sample">{SIDEBAR.sample}</p>}
      <p class="period">{view.period === null ? SIDEBAR.noPeriod : view.period.line}</p>
      {view.notices.length > 0 && (
        <ul class="notices">
          {view.notices.map(({ text, at }) => (
            <li key={text}>
              <Line text={text} at={at} />
            </li>
          ))}
        </ul>
      )}
      <Ways view={view} />
      <Section id="attention" title={SIDEBAR.attention} count={view.attention.length} empty={SIDEBAR.noAttention}>
        <LongList items={view.attention}>{(matter) => <Line text={matter.text} at={matter.at} />}</LongList>
        {view.more > 0 && <p class="empty">{TODAY_LINKS.more(view.more)}</p>}
      </Section>
      {view.daily !== '' && <p class="empty">{view.daily}</p>}
    </>
  );
}

/** Each count that is not zero, as the way to the screen that lists it. */
function Ways({ view: { counts, owed } }: { view: TodayView }) {
  const open = useOpen();
  const { verdicts, statuses, problems } = counts;
  const notMet = verdicts['not-met'] + verdicts['nearly-met'];
  const ways: readonly (readonly [ScreenName, number, string])[] = [
    ['enter', owed.mine ?? 0, TODAY_LINKS.mine(owed.mine ?? 0)],
    ['owed', owed.all, TODAY_LINKS.owed(owed.all)],
    ['indicators', notMet, TODAY_LINKS.notMet(notMet, verdicts['nearly-met'])],
    ['indicators', statuses.overdue, TODAY_LINKS.overdue(statuses.overdue)],
    ['indicators', statuses['due-soon'], TODAY_LINKS.dueSoon(statuses['due-soon'])],
    ['check', problems['must-fix'], TODAY_LINKS.mustFix(problems['must-fix'])],
  ];
  return (
    <ul class="ways">
      {ways
        .filter(([, count]) => count > 0)
        .map(([screen, , text]) => (
          <li key={text}>
            <button type="button" onClick={() => open(screen)}>
              {text}
            </button>
          </li>
        ))}
    </ul>
  );
}
