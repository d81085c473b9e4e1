import { useState } from 'preact/hooks';
import type { Answer } from '../../app/calls.ts';
import type { ReadPlanReply } from '../../app/replies/import.ts';
import type { MappedColumns } from '../../domain/import/table/columns.ts';
import { DIALOG_TITLES, DIALOG_WORDS } from '../../words/pages/dialogs.ts';
import { IMPORT_WORDS } from '../../words/pages/import.ts';
import { FilePick } from '../parts/file-pick.tsx';
import { Frame, focusOn } from '../parts/screen.tsx';
import { askServer } from '../parts/server.ts';
import { CloseButton, withOtherWay } from './dialog.tsx';
import { Columns, remembered } from './import-columns.tsx';
import { Review } from './import-review.tsx';

/** What is read: a file as base64, or a text that was pasted. */
type Source = { readonly file: string; readonly text: string };

/** `Đưa kế hoạch vào sổ`: a document is read, looked through row by row, and written at the end as one operation. */
export function Import() {
  const [source, setSource] = useState<Source | null>(null);
  const [answer, setAnswer] = useState<Answer<'read-plan'> | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [done, setDone] = useState<readonly string[] | null>(null);
  const read = async (from: Source, columns: readonly MappedColumns[]) => {
    setSource(from);
    setWaiting(true);
    const first = await askServer('read-plan', { ...from, plan: '', columns: carried(columns) });
    const known = first.ok && columns.length === 0 ? remembered(first.reply.tables) : [];
    setAnswer(known.length === 0 ? first : await askServer('read-plan', { ...from, plan: '', columns: carried(known) }));
    setWaiting(false);
    setTimeout(() => focusOn('review'));
  };
  const finish = (sentences: readonly string[]) => {
    setDone(sentences);
    setTimeout(() => focusOn('done'));
  };
  const reply = answer?.ok === true ? answer.reply : null;
  return (
    <Frame title={DIALOG_TITLES.import} busy={waiting}>
      {done === null && reply === null && <Pick onRead={(from) => read(from, [])} />}
      {answer?.ok === false && (
        <div role="alert" class="failure">
          <p>{withOtherWay(answer.sentence, 'import')}</p>
        </div>
      )}
      {done === null && reply !== null && source !== null && (
        <Read reply={reply} onColumns={(columns) => read(source, columns)} onAnother={() => setAnswer(null)} onDone={finish} />
      )}
      {done !== null && <Done sentences={done} />}
    </Frame>
  );
}

/** As it travels. */
function carried(columns: readonly MappedColumns[]) {
  return columns.map(({ at, first, columns: own }) => ({
    ...{ at, first },
    columns: own.map(({ role, column, years }) => ({ role, column, years: [...years] })),
  }));
}

function Pick({ onRead }: { onRead: (source: Source) => Promise<void> }) {
  const [text, setText] = useState('');
  return (
    <>
      <FilePick
        id="plan-file"
        label={IMPORT_WORDS.pick}
        hint={IMPORT_WORDS.pickHint}
        accept=".docx,.xlsx,.txt"
        onFile={(file) => onRead({ file, text: '' })}
      />
      <details>
        <summary>{IMPORT_WORDS.paste}</summary>
        <label for="plan-text">{IMPORT_WORDS.pasteLabel}</label>
        <textarea id="plan-text" rows={8} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        <button type="button" disabled={text.trim() === ''} onClick={() => onRead({ file: '', text })}>
          {IMPORT_WORDS.pasteDo}
        </button>
      </details>
    </>
  );
}

type ReadProps = {
  reply: ReadPlanReply;
  onColumns: (columns: readonly MappedColumns[]) => Promise<void>;
  onAnother: () => void;
  onDone: (sentences: readonly string[]) => void;
};

function Read({ reply, onColumns, onAnother, onDone }: ReadProps) {
  return (
    <>
      <h2 id="review" tabIndex={-1}>
        {reply.title || DIALOG_TITLES.import}
      </h2>
      {reply.said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {reply.tables.length > 0 && <Columns tables={reply.tables} open={reply.rows.length === 0} onColumns={onColumns} />}
      {reply.rows.length > 0 && <Review reply={reply} onDone={onDone} />}
      <div class="buttons">
        <button type="button" class="quiet" onClick={onAnother}>
          {IMPORT_WORDS.another}
        </button>
        <CloseButton quiet />
      </div>
    </>
  );
}

function Done({ sentences }: { sentences: readonly string[] }) {
  return (
    <>
      <div id="done" tabIndex={-1} role="status">
        {[...sentences, IMPORT_WORDS.undoHint].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <CloseButton text={DIALOG_WORDS.close} />
    </>
  );
}
