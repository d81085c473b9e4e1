import { useState } from 'preact/hooks';
import type { Answer } from '../../app/calls.ts';
import { ENTER_FORM } from '../../words/entry/enter-form.ts';
import { Files } from '../parts/files.tsx';
import { askServer } from '../parts/server.ts';

/** The page to sign: all that one role has entered; '' = the roles of the caller. */
export function Slip({ period, role }: { period: string; role: string }) {
  const [answer, setAnswer] = useState<Answer<'slip'> | 'waiting' | null>(null);
  const print = async () => {
    setAnswer('waiting');
    setAnswer(await askServer('slip', { period, role }));
  };
  return (
    <section class="after">
      <button type="button" class="quiet" aria-disabled={answer === 'waiting'} onClick={() => answer !== 'waiting' && print()}>
        {role === '' ? ENTER_FORM.slip : ENTER_FORM.slipOf(role)}
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
