import { useId, useState } from 'preact/hooks';
import type { ProblemLine } from '../../app/replies/lines.ts';
import { CHANGE_WORDS } from '../../words/pages/sidebar.ts';
import { useDraft } from '../parts/drafts.ts';
import { Line } from '../parts/go-to.tsx';
import { askServer } from '../parts/server.ts';

type State = { readonly is: 'shown' | 'writing' | 'waiting' } | { readonly is: 'failed' | 'done'; readonly sentence: string };

/** A change that waits for its reason: the reason is typed here, or the cell is put back as it was kept. */
export function ChangeLine({ line, change }: { line: ProblemLine; change: string }) {
  const [state, setState] = useState<State>({ is: 'shown' });
  const { texts, type, forget } = useDraft(`reason ${change}`, { reason: '' });
  const { reason } = texts;
  const settle = async (call: 'explain-change' | 'restore-change') => {
    setState({ is: 'waiting' });
    const answer =
      call === 'restore-change' ? await askServer(call, { change }) : await askServer(call, { change, reason: reason.trim() });
    const done = call === 'restore-change' ? CHANGE_WORDS.restored : CHANGE_WORDS.explained;
    if (answer.ok) forget();
    setState(answer.ok ? { is: 'done', sentence: done } : { is: 'failed', sentence: answer.sentence });
  };
  if (state.is === 'done') return <p role="status">{state.sentence}</p>;
  return (
    <>
      <Line text={line.text} at={line.at} />
      {state.is === 'failed' && (
        <p role="alert" class="failure">
          {state.sentence}
        </p>
      )}
      {state.is === 'writing' || reason !== '' ? (
        <ReasonForm reason={reason} onType={(text) => type('reason', text)} onSave={() => settle('explain-change')} />
      ) : (
        <button type="button" class="quiet" disabled={state.is === 'waiting'} onClick={() => setState({ is: 'writing' })}>
          {CHANGE_WORDS.explain}
        </button>
      )}{' '}
      {isRestorable(line) && (
        <button type="button" class="quiet" disabled={state.is === 'waiting'} onClick={() => settle('restore-change')}>
          {CHANGE_WORDS.restore}
        </button>
      )}
    </>
  );
}

/** A row that came or went cannot be put back cell by cell. */
function isRestorable({ code }: ProblemLine): boolean {
  return code === 'plan-changed' || code === 'late-change';
}

type FormProps = { reason: string; onType: (text: string) => void; onSave: () => void };

function ReasonForm({ reason, onType, onSave }: FormProps) {
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <label for={id}>{CHANGE_WORDS.reason}</label>
      <textarea
        id={id}
        rows={2}
        required
        maxLength={1000}
        value={reason}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <button type="submit">{CHANGE_WORDS.save}</button>
    </form>
  );
}
