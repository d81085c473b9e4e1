import type { ExtrasView } from '../../app/replies/extras.ts';
import { EXTRAS, type Extra } from '../../domain/plan/extras.ts';
import { EXTRA_HINTS, EXTRA_LABELS, EXTRA_PAGE } from '../../words/extras/extras.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { Screen } from '../parts/screen.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Inspections } from './inspections.tsx';
import { Scores } from './scores.tsx';
import { Surveys } from './surveys.tsx';

/** `Theo dõi thêm`: the registers that this office keeps, and those that it may begin to keep. */
export function Extras() {
  return (
    <Screen title={SCREEN_WORDS.extras.title} call="extras" carried={{}}>
      {(view, load) => (
        <>
          {view.keeps && lackingIn(view).length < EXTRAS.length && <Feeds view={view} onFed={load} />}
          {view.inspections !== null && <Inspections view={view.inspections} onSaved={load} />}
          {view.surveys !== null && <Surveys view={view.surveys} onSaved={load} />}
          {view.scores !== null && <Scores view={view.scores} keeps={view.keeps} onSaved={load} />}
          {lackingIn(view).map((extra) => (
            <NotKept key={extra} extra={extra} keeps={view.keeps} onAdded={load} />
          ))}
        </>
      )}
    </Screen>
  );
}

/** Writes what the registers count into the figures of each open period. */
function Feeds({ view, onFed }: { view: ExtrasView; onFed: () => void }) {
  return (
    <>
      {view.differs > 0 && <p class="must-fix">{EXTRA_PAGE.differs(view.differs)}</p>}
      {view.periods.map((period) => (
        <Feed key={period} period={period} onFed={onFed} />
      ))}
    </>
  );
}

function Feed({ period, onFed }: { period: string; onFed: () => void }) {
  const { work, run } = useWork();
  const feed = async () => {
    const answer = await askServer('feed', { period });
    if (!answer.ok) return answer;
    onFed();
    return { ok: true, sentence: answer.reply.sentence };
  };
  return (
    <>
      <button type="button" class="quiet" disabled={work.is === 'waiting'} onClick={() => run(feed)}>
        {EXTRA_PAGE.feed(period)}
      </button>
      <WorkDone work={work} />
    </>
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
