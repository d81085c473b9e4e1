import type { OwedIn } from '../../app/replies/actions.ts';
import { NO_LEAD } from '../../words/entry/owed.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { SIDEBAR, sayRows } from '../../words/pages/sidebar.ts';
import { Line } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Screen } from '../parts/screen.tsx';

/** `Danh sách chưa nhập`: each role with its rows and the buttons of their cells. */
export function Owed() {
  return (
    <Screen title={SCREEN_WORDS.owed.title} call="owed" carried={{}}>
      {({ others, ...main }) => (
        <>
          <OwedInPeriod owed={main} />
          {others.map((owed) => (
            <OwedInPeriod key={owed.period?.name} owed={owed} />
          ))}
        </>
      )}
    </Screen>
  );
}

function OwedInPeriod({ owed: { period, roles } }: { owed: OwedIn }) {
  return (
    <>
      <p class="period">{period === null ? SIDEBAR.noPeriod : `${period.name}. ${period.line}`}</p>
      {period !== null && roles.length === 0 && <p class="empty">{SIDEBAR.nothingOwed}</p>}
      {roles.map(({ role, count, rows }) => (
        <section key={role}>
          <h2>
            {role === '' ? NO_LEAD : role}: {sayRows(count)}
          </h2>
          <LongList items={rows}>{({ text, at }) => <Line text={text} at={at} />}</LongList>
        </section>
      ))}
    </>
  );
}
