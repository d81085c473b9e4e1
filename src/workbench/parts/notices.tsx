import { useEffect } from 'preact/hooks';
import { CONNECTION, sayUnsaved, WORKBENCH } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import { aimAt, closeRefusal, type Refusal, type State, type Store, type Toast } from '../store.ts';

type Props = { readonly state: State; readonly store: Store; readonly actions: PageActions };

/** What goes on and what went wrong, above the grid; nothing here needs an answer before one can go on. */
export function Notices({ state, store, actions }: Props) {
  const { link, refusals, busy, pending, isSlow } = state;
  const unsaved = pending.size === 0 ? '' : ` ${sayUnsaved(pending.size)}`;
  return (
    <div class="notices">
      <div role="alert">
        {link !== 'live' && (
          <p class="notice warning">
            {link === 'lost' ? CONNECTION.lost : CONNECTION.stranger}
            {unsaved}
          </p>
        )}
        {refusals.map((refusal) => (
          <div key={refusal.key} class="notice warning">
            <p>{refusal.sentence}</p>
            <RefusalButtons refusal={refusal} store={store} actions={actions} />
          </div>
        ))}
      </div>
      <div role="status" class="busy">
        {busy !== null && (
          <p>
            {busy === '' ? CONNECTION.working : busy} <progress aria-label={CONNECTION.working} />
          </p>
        )}
        {busy === null && isSlow && link === 'live' && (
          <p>
            {CONNECTION.slow}
            {unsaved} <progress aria-label={CONNECTION.working} />
          </p>
        )}
      </div>
    </div>
  );
}

type RefusalProps = { refusal: Refusal; store: Store; actions: PageActions };

function RefusalButtons({ refusal, store, actions }: RefusalProps) {
  const { retake, stale, copy } = refusal;
  const close = () => closeRefusal(store, refusal.key);
  return (
    <span class="buttons">
      {retake !== null && (
        <button
          type="button"
          class="quiet"
          onClick={async () => {
            close();
            if (store.get().sheet?.id !== retake.tab) await actions.openTab(retake.tab);
            aimAt(store, retake, retake.text);
          }}
        >
          {WORKBENCH.retake}
        </button>
      )}
      {copy !== null && (
        <button type="button" class="quiet" onClick={() => navigator.clipboard.writeText(copy)}>
          {WORKBENCH.copyTyped}
        </button>
      )}
      {stale && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            close();
            actions.reload();
          }}
        >
          {WORKBENCH.reload}
        </button>
      )}
      <button type="button" class="quiet" onClick={close}>
        {WORKBENCH.close}
      </button>
    </span>
  );
}

const TOAST_STAYS = 10_000;

/** Short words of the script, which go away by themselves. */
export function Toasts({ toasts, store }: { toasts: readonly Toast[]; store: Store }) {
  const drop = (key: number) => store.set({ toasts: store.get().toasts.filter((toast) => toast.key !== key) });
  const oldest = toasts[0]?.key;
  useEffect(() => {
    if (oldest === undefined) return;
    const timer = setTimeout(() => drop(oldest), TOAST_STAYS);
    return () => clearTimeout(timer);
  }, [oldest]);
  return (
    <div role="status" class="toasts">
      {toasts.map(({ key, title, text }) => (
        <div key={key} class="toast">
          <p>
            {title !== '' && <strong>{title}</strong>} {text}
          </p>
          <button type="button" class="quiet" onClick={() => drop(key)}>
            {WORKBENCH.close}
          </button>
        </div>
      ))}
    </div>
  );
}
