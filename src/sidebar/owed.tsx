import type { OwedReply } from '../app/calls.ts';
import { NO_LEAD } from '../words/owed.ts';
import { sayRows } from '../words/sidebar.ts';
import { Line } from './line.tsx';
import { LongList } from './long-list.tsx';

/** Who has not entered what: each role with its rows and the buttons of their cells. */
export function OwedList({ roles }: { roles: OwedReply['roles'] }) {
  return (
    <>
      {roles.map(({ role, count, rows }) => (
        <div key={role}>
          <h3>
            {role === '' ? NO_LEAD : role}: {sayRows(count)}
          </h3>
          <LongList items={rows}>{({ text, at }) => <Line text={text} at={at} />}</LongList>
        </div>
      ))}
    </>
  );
}
