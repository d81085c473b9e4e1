import type { ExtrasView } from '../../app/replies/extras.ts';
import { EXTRAS, type Extra } from '../../domain/plan/extras.ts';
import { EXTRA_HINTS, EXTRA_LABELS, EXTRA_PAGE } from '../../words/extras/extras.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { Screen } from '../parts/screen.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Inspections } from './inspections.tsx';

/** `Theo dõi thêm`: the registers that this office keeps, and those that it may begin to keep. */
export function Extras() {
  return (
    <Screen title={SCREEN_WORDS.extras.title} call="extras" carried={{}}>
      {(view, load) => (
        <>
          {view.inspections !== null && (
            <Inspections view={view.inspections} periods={view.periods} keeps={view.keeps} onSaved={load} />
          )}
          {lackingIn(view).map((extra) => (
            <NotKept key={extra} extra={extra} keeps={view.keeps} onAdded={load} />
          ))}
        </>
      )}
    </Screen>
  );
}

function lackingIn(view: ExtrasView): Extra[] {
  return EXTRAS.filter((extra) => view[extra] === null);
}

function NotKept({ extra, keeps, onAdded }: { extra: Extra; keeps: boolean; onAdded: () => void }) {
  const { work, run } = useWork();
  const add = async () => {
    const answer = await askServer('add-extra', { extra });
    if (!answer.ok) return answer;
    onAdded();
    return { ok: true, sentence: answer.reply.sentence };
  };
  return (
    <section aria-labelledby={`extra-${extra}`}>
      <h2 id={`extra-${extra}`}>{EXTRA_LABELS[extra]}</h2>
      <p>{EXTRA_HINTS[extra]}</p>
      {keeps ? (
        <button type="button" class="quiet" disabled={work.is === 'waiting'} onClick={() => run(add)}>
          {EXTRA_PAGE.add(EXTRA_LABELS[extra])}
        </button>
      ) : (
        <p class="empty">{EXTRA_PAGE.notKept}</p>
      )}
      <WorkDone work={work} />
    </section>
  );
}
