import { useState } from 'preact/hooks';
import type { MyRow, MyRowsReply } from '../../app/replies/my-rows.ts';
import { APPRAISAL_WORDS } from '../../words/entry/appraisal.ts';
import { ENTER_FORM, sayRowOption } from '../../words/entry/enter-form.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { SIDEBAR } from '../../words/pages/sidebar.ts';
import { LongList } from '../parts/long-list.tsx';
import { PeriodChoice } from '../parts/period-choice.tsx';
import { idOf } from '../parts/read-form.ts';
import { focusOn, Shown } from '../parts/screen.tsx';
import { useCall } from '../parts/server.ts';
import { type Board, type Group, keyOf, useBoard } from './board.ts';
import { EnterRow } from './enter-row.tsx';
import { Slip } from './slip.tsx';

/** Whose rows were last asked for, and which row was open: another screen and back is the same place. */
const LAST = { role: '', row: '', period: '' };

/** `Nhập kết quả của tôi`: one row after the other, what is owed first. */
export function Enter() {
  const [role, setRole] = useState(LAST.role);
  const [period, setPeriod] = useState(LAST.period);
  const loaded = useCall('my-rows', period === '' ? { role } : { role, period });
  const choose = (next: string) => {
    LAST.role = next;
    LAST.row = '';
    setRole(next);
  };
  const choosePeriod = (next: string) => {
    LAST.period = next;
    LAST.row = '';
    setPeriod(next);
  };
  return (
    <Shown title={SCREEN_WORDS.enter.title} loaded={loaded}>
      {(reply) => (
        <>
          <p class="period">{reply.period === null ? SIDEBAR.noPeriod : reply.period.name}</p>
          <PeriodChoice open={reply.open} late={reply.late} chosen={reply.period?.name ?? ''} onChoose={choosePeriod} />
          {reply.line !== '' && <p>{reply.line}</p>}
          {reply.others.length > 0 && <RoleChoice reply={reply} role={role} onChoose={choose} />}
          {!loaded.waiting && reply.role === role && <Rows key={`${role} ${reply.period?.name}`} reply={reply} role={role} />}
        </>
      )}
    </Shown>
  );
}

type ChoiceProps = { reply: MyRowsReply; role: string; onChoose: (role: string) => void };

/** For keepers: their own rows, or whose rows they fill in instead. */
function RoleChoice({ reply: { mine, others }, role, onChoose }: ChoiceProps) {
  return (
    <>
      <label for="whose">{mine.length > 0 ? ENTER_FORM.whose : ENTER_FORM.role}</label>
      <select id="whose" value={role} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{mine.length > 0 ? ENTER_FORM.mine(mine) : ENTER_FORM.chooseRole}</option>
        {others
          .filter((other) => !mine.includes(other.role))
          .map((other) => (
            <option key={other.role} value={other.role}>
              {other.role === role ? role : ENTER_FORM.roleOption(other.role, other.owed)}
            </option>
          ))}
      </select>
    </>
  );
}

/** The rows of one role, or why there are none. */
function Rows({ reply, role }: { reply: MyRowsReply; role: string }) {
  const board = useBoard(reply);
  const { supporting = { count: 0, lines: [] } } = reply;
  if (role === '' && reply.mine.length === 0) return reply.others.length > 0 ? null : <p>{ENTER_FORM.noRole}</p>;
  if (board === null) return null;
  return (
    <>
      {board.rows.length === 0 ? <p>{ENTER_FORM.noRows}</p> : <OneRow board={board} />}
      {reply.more > 0 && <p class="empty">{ENTER_FORM.more(reply.more)}</p>}
      {supporting.count > 0 && (
        <details>
          <summary>{ENTER_FORM.supporting(supporting.count)}</summary>
          <LongList items={supporting.lines}>{(line) => line}</LongList>
        </details>
      )}
      {board.rows.length > 0 && <Slip period={reply.period?.name ?? ''} role={role} />}
    </>
  );
}

/** Which row, what became of the last one, and the form. */
function OneRow({ board }: { board: Board }) {
  const [chosen, setChosen] = useState(LAST.row);
  const [said, setSaid] = useState('');
  const open = (key: string) => {
    LAST.row = key;
    setChosen(key);
  };
  const choose = (key: string) => {
    setSaid('');
    open(key);
  };
  const row = board.rows.find((each) => keyOf(each) === chosen) ?? (chosen === NONE ? null : board.next(null));
  const move = (sentence: string, stays: boolean) => {
    setSaid(sentence);
    const next = stays ? row : board.next(row);
    open(next === null ? NONE : keyOf(next));
    if (stays) return;
    // Once the next form is there; without one the choice of rows is where to go on.
    setTimeout(() => focusOn(next === null ? 'row-choice' : 'row-title'));
  };
  return (
    <>
      {(row !== null || board.owed > 0) && <p>{ENTER_FORM.left(board.owed)}</p>}
      <RowChoice board={board} chosen={row === null ? NONE : keyOf(row)} onChoose={choose} />
      <div role="status">{said !== '' && <p class="done">{said}</p>}</div>
      {row === null ? (
        <p>{board.groups.owed.length === 0 ? ENTER_FORM.allEntered : ENTER_FORM.goOn}</p>
      ) : (
        <EnterRow key={keyOf(row)} row={row} board={board} onMove={move} onOpen={choose} />
      )}
    </>
  );
}

/** No row is open. */
const NONE = 'none';
const GROUPS: readonly Group[] = ['owed', 'blank', 'entered'];

const isWaiting = ({ appraisal }: MyRow): boolean => appraisal?.state === 'unseen' || appraisal?.state === 'changed';

function RowChoice({ board, chosen, onChoose }: { board: Board; chosen: string; onChoose: (key: string) => void }) {
  return (
    <>
      <label for="row-choice">{ENTER_FORM.row}</label>
      <select id="row-choice" value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {chosen === NONE && <option value={NONE}>{ENTER_FORM.chooseRow}</option>}
        {GROUPS.filter((group) => board.groups[group].length > 0).map((group) => (
          <optgroup key={group} label={ENTER_FORM.groups[group](board.groups[group].length)}>
            {board.groups[group].map((row) => (
              <option key={keyOf(row)} value={keyOf(row)}>
                {sayRowOption(idOf(row), (row.of === 'actual' ? row.indicator : row.task).title)}
                {board.appraises && isWaiting(row) && ` – ${APPRAISAL_WORDS.waiting}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}
