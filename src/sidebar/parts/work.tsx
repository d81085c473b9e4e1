import { useState } from 'preact/hooks';
import { WORK_WAITING } from '../../words/pages/dialogs.ts';

/** Something a person asked to be done: not yet, under way, done or failed, each with a sentence. */
export type Work =
  | { readonly is: 'idle' }
  | { readonly is: 'waiting' }
  | { readonly is: 'done' | 'failed'; readonly sentence: string };
type Outcome = { readonly ok: boolean; readonly sentence: string };

/** Runs one operation at a time; what was typed stays, whatever comes of it. */
export function useWork(): { readonly work: Work; readonly run: (operation: () => Promise<Outcome>) => Promise<void> } {
  const [work, setWork] = useState<Work>({ is: 'idle' });
  const run = async (operation: () => Promise<Outcome>) => {
    setWork({ is: 'waiting' });
    const { ok, sentence } = await operation();
    setWork({ is: ok ? 'done' : 'failed', sentence });
  };
  return { work, run };
}

/** Says that it is under way, what was done, or why not, visibly and to screen readers. */
export function WorkDone({ work }: { work: Work }) {
  return (
    <>
      <div role="status">
        {work.is === 'waiting' && <p class="waiting">{WORK_WAITING}</p>}
        {work.is === 'done' && work.sentence.split('\n').map((line) => <p key={line}>{line}</p>)}
      </div>
      {work.is === 'failed' && (
        <div role="alert" class="failure">
          {work.sentence.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </>
  );
}
