import { useState } from 'preact/hooks';
import type { EnterRequest } from '../../app/replies/enter.ts';
import { CHECK_WORDS } from '../../words/pages/indicator-screen.ts';
import { askServer } from './server.ts';

/** Types into a cell what was plainly meant, with one click; what somebody else typed meanwhile is not written over. */
export function Mend({ mend }: { mend: EnterRequest }) {
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly text: string } | null>(null);
  const [text = ''] = Object.values(mend.values);
  const write = async () => {
    const answer = await askServer('enter', mend);
    setSaid({ ok: answer.ok, text: answer.ok ? CHECK_WORDS.mended(text) : answer.sentence });
  };
  return (
    <>
      {said?.ok !== true && (
        <button type="button" class="quiet" onClick={write}>
          {CHECK_WORDS.mend(text)}
        </button>
      )}
      <span role="status">{said?.text}</span>
    </>
  );
}
