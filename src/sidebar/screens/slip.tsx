import { useState } from 'preact/hooks';
import type { Answer } from '../../app/calls.ts';
import { ENTER_FORM } from '../../words/entry/enter-form.ts';
import { Files } from '../parts/files.tsx';
import { askServer } from '../parts/server.ts';

/** The page to sign with all that one role has entered, and its work of the whole year; '' = the roles of the caller. */
export function Slip({ period, role }: { period: string; role: string }) {
  const [answer, setAnswer] = useState<Answer<'slip'> | 'waiting' | null>(null);
  const isWaiting = answer === 'waiting';
  const print = async (paper: 'slip' | 'year-work') => {
    if (isWaiting) return;
    setAnswer('waiting');
    setAnswer(await askServer(paper, { period, role }));
  };
  return (
    <section class="after">
      <button type="button" class="quiet" aria-disabled={isWaiting} onClick={() => print('slip')}>
        {role === '' ? ENTER_FORM.slip : ENTER_FORM.slipOf(role)}
      </button>
      <button type="button" class="quiet" aria-disabled={isWaiting} onClick={() => print('year-work')}>
        {ENTER_FORM.yearWork}
      </button>
      <div role="status">
        {answer === 'waiting' && <p class="waiting">{ENTER_FORM.slipWaiting}</p>}
        {answer !== null && answer !== 'waiting' && answer.ok && (
          <>
            <p>{ENTER_FORM.slipMade}</p>
            <Files files={answer.reply.files} notKept={answer.reply.notKept} />
          </>
        )}
      </div>
      {answer !== null && answer !== 'waiting' && !answer.ok && (
        <p role="alert" class="failure">
          {answer.sentence}
        </p>
      )}
    </section>
  );
}
