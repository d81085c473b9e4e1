import { useId, useState } from 'preact/hooks';
import type { LettersView, RequestLine } from '../../app/replies/letters.ts';
import { LETTERS_WORDS } from '../../words/mail/letters-page.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { Line } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Screen } from '../parts/screen.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Section } from './today.tsx';

/** `Thư và ý kiến chỉ đạo`: what waits for the chairman's word and a form for it, the log of mails, and a letter to oneself. */
export function Letters() {
  return (
    <Screen title={SCREEN_WORDS.mail.title} call="mail-log" carried={{}}>
      {(view, load) => (
        <>
          <Requests view={view} onSaved={load} />
          <Section id="waiting" title={LETTERS_WORDS.waiting} count={view.waiting.length} empty={LETTERS_WORDS.noneWaiting}>
            <ul>
              {view.waiting.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Section>
          <Deliveries view={view} />
          <TestMail onSent={load} />
        </>
      )}
    </Screen>
  );
}

/** What was done is said outside of the section, which has no form any more when the last request is answered. */
function Requests({ view: { asked, requests }, onSaved }: { view: LettersView; onSaved: () => void }) {
  const saving = useWork();
  return (
    <>
      <Section id="requests" title={LETTERS_WORDS.requests} count={requests.length} empty={LETTERS_WORDS.noRequests}>
        <p>{LETTERS_WORDS.asked(asked)}</p>
        <OpinionForm requests={requests} saving={saving} onSaved={onSaved} />
      </Section>
      <WorkDone work={saving.work} />
    </>
  );
}

const keyOf = ({ of, id, period }: RequestLine): string => `${of} ${id} ${period}`;

type Answering = { requests: readonly RequestLine[]; saving: ReturnType<typeof useWork>; onSaved: () => void };

/** One answer to several requests, as a mail gives it: «Đồng ý 1, 3». */
function OpinionForm({ requests, saving: { work, run }, onSaved }: Answering) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opinion, setOpinion] = useState<string>(LETTERS_WORDS.agreed);
  const field = useId();
  const record = async () => {
    const rows = requests.filter((row) => chosen.includes(keyOf(row))).map(({ of, id, period }) => ({ of, id, period }));
    if (rows.length === 0) return { ok: false, sentence: LETTERS_WORDS.chooseFirst };
    const answer = await askServer('record-opinion', { rows, opinion });
    if (!answer.ok) return answer;
    onSaved();
    return { ok: true, sentence: answer.reply.sentence };
  };
  const toggle = (key: string) =>
    setChosen((before) => (before.includes(key) ? before.filter((each) => each !== key) : [...before, key]));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(record);
      }}
    >
      {requests.map((row) => (
        <Request key={keyOf(row)} row={row} isChosen={chosen.includes(keyOf(row))} onToggle={() => toggle(keyOf(row))} />
      ))}
      <label for={field}>{LETTERS_WORDS.opinion}</label>
      <textarea
        id={field}
        rows={2}
        required
        maxLength={1000}
        value={opinion}
        onInput={({ currentTarget }) => setOpinion(currentTarget.value)}
      />
      <button type="submit" disabled={work.is === 'waiting'}>
        {LETTERS_WORDS.record}
      </button>
    </form>
  );
}

function Request({ row, isChosen, onToggle }: { row: RequestLine; isChosen: boolean; onToggle: () => void }) {
  const id = useId();
  return (
    <p>
      <input id={id} type="checkbox" checked={isChosen} onChange={onToggle} />{' '}
      <label for={id}>{row.number === null ? row.text : `${row.number}. ${row.text}`}</label>
    </p>
  );
}

/** What a person must look after stands out by its word; every line leads to its row in the tab. */
function Deliveries({ view: { deliveries, more } }: { view: LettersView }) {
  return (
    <Section id="deliveries" title={LETTERS_WORDS.deliveries} count={deliveries.length} empty={LETTERS_WORDS.noDeliveries}>
      <LongList items={deliveries}>
        {({ head, state, isOpen, at }) => (
          <div class={isOpen ? 'must-fix' : undefined}>
            <Line text={`${head}: ${state}`} at={at} />
          </div>
        )}
      </LongList>
      {more > 0 && <p class="empty">{LETTERS_WORDS.more(more)}</p>}
    </Section>
  );
}

function TestMail({ onSent }: { onSent: () => void }) {
  const { work, run } = useWork();
  const send = async () => {
    const answer = await askServer('test-mail', {});
    if (!answer.ok) return answer;
    onSent();
    return { ok: true, sentence: answer.reply.sentence };
  };
  return (
    <>
      <button type="button" class="quiet" disabled={work.is === 'waiting'} onClick={() => run(send)}>
        {LETTERS_WORDS.test}
      </button>
      <WorkDone work={work} />
    </>
  );
}
