import { useId, useState } from 'preact/hooks';
import type { ProblemLine } from '../../app/replies/lines.ts';
import { parseDay } from '../../domain/core/day.ts';
import { sayDay } from '../../words/core/day.ts';
import { CHANGE_KINDS, DIALOG_WORDS, REASON_WORDS, sayPlaceOf, saySettled } from '../../words/pages/dialogs.ts';
import { CHANGE_WORDS, sayCell } from '../../words/pages/sidebar.ts';
import { useDraft } from '../parts/drafts.ts';
import { focusOn } from '../parts/screen.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Fact } from '../screens/indicator.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';

/** `Ghi lý do thay đổi`: every change that waits, one after another; a reason, the cell as it was, or later. */
export function Reason() {
  return (
    <Dialog name="reason" call="check">
      {({ problems }, finish) => <Walk changes={problems.filter(isWaiting)} onDone={finish} />}
    </Dialog>
  );
}

type WaitingChange = ProblemLine & Required<Pick<ProblemLine, 'change' | 'told'>>;

function isWaiting(line: ProblemLine): line is WaitingChange {
  return line.change !== undefined && line.told !== undefined;
}

function Nothing() {
  return (
    <>
      <p>{REASON_WORDS.none}</p>
      <CloseButton text={DIALOG_WORDS.close} />
    </>
  );
}

type WalkProps = { changes: readonly WaitingChange[]; onDone: (sentences: readonly string[]) => void };
type Way = 'explained' | 'restored' | 'left';

function Walk({ changes, onDone }: WalkProps) {
  const [ways, setWays] = useState<readonly Way[]>([]);
  const change = changes[ways.length];
  if (changes.length === 0) return <Nothing />;
  const next = (way: Way) => {
    const all = [...ways, way];
    const count = (of: Way) => all.filter((one) => one === of).length;
    setWays(all);
    if (all.length === changes.length)
      onDone([saySettled({ explained: count('explained'), restored: count('restored'), left: count('left') })]);
    else setTimeout(() => focusOn('change'));
  };
  if (change === undefined) return null;
  return (
    <>
      <h2 id="change" tabIndex={-1}>
        {sayPlaceOf(ways.length + 1, changes.length)}
      </h2>
      <About change={change} />
      <Settle key={change.change} change={change} onNext={next} />
    </>
  );
}

function About({ change: { told, at } }: { change: WaitingChange }) {
  const { kind, id, period, header, before, after, since } = told;
  const place = [id, header, period].filter((part) => part !== '').join(' – ');
  return (
    <>
      <p class="period">{CHANGE_KINDS[kind]}</p>
      <p>{place}</p>
      <dl class="about">
        <Fact name={REASON_WORDS.before}>{said(before)}</Fact>
        <Fact name={REASON_WORDS.after}>{said(after)}</Fact>
        {since !== null && <Fact name={REASON_WORDS.found}>{sayDay(since)}</Fact>}
        {at !== null && <Fact name={REASON_WORDS.cell}>{sayCell(at.tab, at.a1)}</Fact>}
      </dl>
    </>
  );
}

function said(text: string): string {
  const day = parseDay(text);
  if (text === '') return REASON_WORDS.blank;
  return day === null ? text : sayDay(day);
}

function Settle({ change: { change: name, told }, onNext }: { change: WaitingChange; onNext: (way: Way) => void }) {
  const { texts, type, forget } = useDraft(`reason ${name}`, { reason: '' });
  const { work, run } = useWork();
  const id = useId();
  const settle = (way: 'explained' | 'restored') =>
    run(async () => {
      const reason = texts.reason.trim();
      if (way === 'explained' && reason === '') return { ok: false, sentence: REASON_WORDS.noReason };
      const answer =
        way === 'explained'
          ? await askServer('explain-change', { change: name, reason })
          : await askServer('restore-change', { change: name });
      if (!answer.ok) return { ok: false, sentence: withOtherWay(answer.sentence, 'reason') };
      forget();
      onNext(way);
      return { ok: true, sentence: '' };
    });
  const waiting = work.is === 'waiting';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        settle('explained');
      }}
    >
      <label for={id}>{CHANGE_WORDS.reason}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={1000}
        value={texts.reason}
        onInput={({ currentTarget }) => type('reason', currentTarget.value)}
      />
      <WorkDone work={work} />
      <div class="buttons">
        <button type="submit" disabled={waiting}>
          {CHANGE_WORDS.save}
        </button>
        {(told.kind === 'changed' || told.kind === 'late') && (
          <button type="button" class="quiet" disabled={waiting} onClick={() => settle('restored')}>
            {CHANGE_WORDS.restore}
          </button>
        )}
        <button type="button" class="quiet" disabled={waiting} onClick={() => onNext('left')}>
          {REASON_WORDS.later}
        </button>
      </div>
    </form>
  );
}
