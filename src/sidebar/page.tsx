import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TodayView } from '../app/calls.ts';
import { SIDEBAR } from '../words/sidebar.ts';
import { Reconcile } from './reconcile.tsx';
import { askServer } from './server.ts';
import { Template } from './template.tsx';
import { Today } from './today.tsx';

type State =
  | { readonly is: 'waiting' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'shown'; readonly view: TodayView };

/** The page: asks once, then shows the day, or what went wrong with a way to try again. */
export function Page() {
  const [state, setState] = useState<State>({ is: 'waiting' });
  const load = useCallback(async () => {
    setState({ is: 'waiting' });
    const answer = await askServer('today', {});
    setState(answer.ok ? { is: 'shown', view: answer.reply } : { is: 'failed', sentence: answer.sentence });
  }, []);
  useEffect(() => {
    load();
  }, [load]);
  useEffect(() => {
    if (state.is === 'shown') bringWantedPart();
  }, [state.is]);
  return (
    <main aria-busy={state.is === 'waiting'}>
      <header>
        <h1>{SIDEBAR.title}</h1>
        {state.is === 'shown' && (
          <button type="button" class="quiet" onClick={load}>
            {SIDEBAR.refresh}
          </button>
        )}
      </header>
      <div role="status">{state.is === 'waiting' && <p class="waiting">{SIDEBAR.waiting}</p>}</div>
      {state.is === 'failed' && <Failure sentence={state.sentence} onRetry={load} />}
      {state.is === 'shown' && <Today view={state.view} />}
      {state.is === 'shown' && <Reconcile />}
      {state.is === 'shown' && <Template />}
    </main>
  );
}

function Failure({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <div role="alert" class="failure">
      <p>{sentence}</p>
      <button type="button" onClick={onRetry}>
        {SIDEBAR.retry}
      </button>
    </div>
  );
}

/** A menu item may ask for one part of the page (`data-part` on the document), which then gets the focus. */
function bringWantedPart(): void {
  const wanted = document.documentElement.dataset['part'];
  if (wanted !== undefined) document.getElementById(wanted)?.focus();
}
