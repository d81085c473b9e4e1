import { useState } from 'preact/hooks';
import type { Answer } from '../../app/calls.ts';
import type { ReconcileLine, ReconcileReply } from '../../app/replies/actions.ts';
import { SIDEBAR_FILES } from '../../words/pages/sidebar.ts';
import { FilePick } from '../parts/file-pick.tsx';
import { Files } from '../parts/files.tsx';
import { Line } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { askServer } from '../parts/server.ts';

/** `Đối chiếu báo cáo với số liệu…`: choose a finished report, read what differs, go to the cell or take the sentence back. */
export function Reconcile() {
  const [answer, setAnswer] = useState<Answer<'reconcile'> | null>(null);
  const [chosen, setChosen] = useState('');
  const compare = async (file: string) => {
    setAnswer(null);
    setChosen(file);
    setAnswer(await askServer('reconcile', { file, period: '', keep: false }));
  };
  return (
    <section aria-labelledby="reconcile">
      <h2 id="reconcile" tabIndex={-1}>
        {SIDEBAR_FILES.title}
      </h2>
      <FilePick id="reconcile-file" label={SIDEBAR_FILES.pick} hint={SIDEBAR_FILES.hint} onFile={compare} />
      {answer !== null && !answer.ok && (
        <p role="alert" class="failure">
          {answer.sentence}
        </p>
      )}
      {answer?.ok === true && <Result reply={answer.reply} file={chosen} />}
    </section>
  );
}

function Result({ reply: { summary, notes, findings }, file }: { reply: ReconcileReply; file: string }) {
  return (
    <div aria-live="polite">
      {[summary, ...notes].map((text) => (
        <p key={text}>{text}</p>
      ))}
      <LongList items={findings}>{(line) => <Cause line={line} />}</LongList>
      <Keep file={file} />
    </div>
  );
}

/** The result as a paper of its own, when somebody wants it in the file. */
function Keep({ file }: { file: string }) {
  const [answer, setAnswer] = useState<Answer<'reconcile'> | null>(null);
  const keep = async () => setAnswer(await askServer('reconcile', { file, period: '', keep: true }));
  if (answer?.ok === true && answer.reply.file !== null) {
    return (
      <div role="status">
        <p>{SIDEBAR_FILES.kept}</p>
        <Files files={[answer.reply.file]} notKept={answer.reply.notKept} />
      </div>
    );
  }
  return (
    <>
      <button type="button" class="quiet" onClick={keep}>
        {SIDEBAR_FILES.keep}
      </button>
      {answer?.ok === false && <p role="alert">{answer.sentence}</p>}
    </>
  );
}

function Cause({ line: { text, at, places, bringBack } }: { line: ReconcileLine }) {
  return (
    <>
      <Line text={text} at={at} />
      {places.length > 0 && (
        <details>
          <summary>{SIDEBAR_FILES.places}</summary>
          <ul>
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </details>
      )}
      {bringBack !== null && <BringBack offer={bringBack} />}
    </>
  );
}

/** The button is the consent: what the cell will say stands above it. */
function BringBack({ offer }: { offer: NonNullable<ReconcileLine['bringBack']> }) {
  const [said, setSaid] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const write = async () => {
    const answer = await askServer('bring-back', offer);
    setDone(answer.ok);
    setSaid(answer.ok ? SIDEBAR_FILES.takenBack : answer.sentence);
  };
  return (
    <>
      {!done && (
        <p class="empty">
          {SIDEBAR_FILES.becomes} {offer.after}
        </p>
      )}
      {!done && (
        <button type="button" onClick={write}>
          {SIDEBAR_FILES.bringBack}
        </button>
      )}
      {said !== null && <p role="alert">{said}</p>}
    </>
  );
}
