import type { ComponentChildren } from 'preact';
import type { TodayView } from '../../app/replies/actions.ts';
import { notMet } from '../../domain/judging/tally.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { SIDEBAR, TODAY_LINKS } from '../../words/pages/sidebar.ts';
import { Line } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { useOpen } from '../parts/place.ts';
import { focusOn, Screen } from '../parts/screen.tsx';

/** `Việc hôm nay`: what a person looks after, how much of it, and the way there. */
export function TodayScreen() {
  return (
    <Screen title={SCREEN_WORDS.today.title} call="today" carried={{}}>
      {(view) => (view.isSetUp ? <Today view={view} /> : <p class="period">{SIDEBAR.notSetUp}</p>)}
    </Screen>
  );
}

function Today({ view }: { view: TodayView }) {
  return (
    <>
      {view.sample && <p class="sample">{SIDEBAR.sample}</p>}
      <p class="period">{view.period === null ? SIDEBAR.noPeriod : view.period.line}</p>
      {view.others.map((line) => (
        <p key={line} class="period">
          {line}
        </p>
      ))}
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
        <LongList items={view.attention}>{(alert) => <Line text={alert.text} at={alert.at} />}</LongList>
        {view.more > 0 && <p class="empty">{TODAY_LINKS.more(view.more)}</p>}
      </Section>
      {view.daily !== '' && <p class="empty">{view.daily}</p>}
      {view.keeps && <MailWay />}
    </>
  );
}

function MailWay() {
  const open = useOpen();
  return (
    <button type="button" class="quiet" onClick={() => open('mail')}>
      {SCREEN_WORDS.mail.title}
    </button>
  );
}

/** Each count that is not zero, as the way to what lists it: another screen, or the list below. What is only due soon is listed nowhere. */
function Ways({ view: { counts, owed } }: { view: TodayView }) {
  const open = useOpen();
  const { statuses, problems, proposed, plans } = counts;
  // Of each plan by itself: those of two are never added.
  const told = plans.length < 2 ? [{ ...counts, title: '' }] : plans;
  const ways: readonly (readonly [number, string, () => void])[] = [
    [owed.mine ?? 0, TODAY_LINKS.mine(owed.mine ?? 0), () => open('enter')],
    [owed.all, TODAY_LINKS.owed(owed.all), () => open('owed')],
    ...told.flatMap((of) => {
      const missed = notMet(of);
      return [
        [missed, TODAY_LINKS.ofPlan(TODAY_LINKS.notMet(missed, of.verdicts['nearly-met']), of.title), () => open('indicators')],
        [of.statuses.overdue, TODAY_LINKS.ofPlan(TODAY_LINKS.overdue(of.statuses.overdue), of.title), () => focusOn('attention')],
      ] as const;
    }),
    [problems['must-fix'], TODAY_LINKS.mustFix(problems['must-fix']), () => open('check')],
  ];
  return (
    <>
      <ul class="ways">
        {ways
          .filter(([count]) => count > 0)
          .map(([, text, go]) => (
            <li key={text}>
              <button type="button" onClick={go}>
                {text}
              </button>
            </li>
          ))}
      </ul>
      {proposed.indicators + proposed.tasks > 0 && <p class="empty">{TODAY_LINKS.proposed(proposed)}</p>}
      {statuses['due-soon'] > 0 && <p>{TODAY_LINKS.dueSoon(statuses['due-soon'])}</p>}
    </>
  );
}

type Props = { id: string; title: string; count: number; empty: string; children: ComponentChildren };

/** A part of the page under its heading, which can take the focus when a menu item asks for it; says so when there is nothing. */
export function Section({ id, title, count, empty, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {count === 0 ? <p class="empty">{empty}</p> : children}
    </section>
  );
}
