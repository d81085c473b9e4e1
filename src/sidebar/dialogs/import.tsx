import { useState } from 'preact/hooks';
import type { Answer } from '../../app/calls.ts';
import type { ReadPlanReply } from '../../app/replies/import.ts';
import type { MappedColumns } from '../../domain/import/table/columns.ts';
import type { SaidColumns } from '../../domain/import/table/said-columns.ts';
import { DIALOG_TITLES, DIALOG_WORDS } from '../../words/pages/dialogs.ts';
import { IMPORT_WORDS } from '../../words/pages/import.ts';
import { FilePick } from '../parts/file-pick.tsx';
import { Frame, focusOn } from '../parts/screen.tsx';
import { askServer, canShow, showBeside } from '../parts/server.ts';
import { CloseButton, withOtherWay } from './dialog.tsx';
import { Columns, keptColumns } from './import-columns.tsx';
import { Review } from './import-review.tsx';

/** What is read: a file as base64, or a text that was pasted; a Word file can be shown beside the page as it is. */
type Source = { readonly file: string; readonly text: string; readonly isWord: boolean };

/** `Đưa kế hoạch vào sổ`: a document is read, looked through row by row, and written at the end as one operation. */
export function Import() {
  const [source, setSource] = useState<Source | null>(null);
  const [answer, setAnswer] = useState<Answer<'read-plan'> | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [said, setSaid] = useState<readonly SaidColumns[]>([]);
  const [done, setDone] = useState<readonly string[] | null>(null);
  const read = async (from: Source, columns: readonly MappedColumns[]) => {
    const { file, text, isWord } = from;
    if (columns.length > 0 && answer?.ok) setSaid(keptColumns(answer.reply.tables, columns));
    setSource(from);
    setWaiting(true);
    const lines = canShow() && !isWord;
    const got = await askServer('read-plan', { file, text, plan: '', columns: carried(columns), lines });
    setAnswer(got);
    setWaiting(false);
    showBeside({ document: got.ok ? { file: isWord ? file : '', lines: got.reply.lines } : null });
    setTimeout(() => focusOn('review'));
  };
  const another = () => {
    setAnswer(null);
    setSaid([]);
    showBeside({ document: null });
  };
  const finish = (sentences: readonly string[]) => {
    showBeside({ document: null });
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
        <Read reply={reply} onColumns={(columns) => read(source, columns)} said={said} onAnother={another} onDone={finish} />
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
        accept={canShow() ? '.docx,.xlsx,.txt,.pdf' : '.docx,.xlsx,.txt'}
        onFile={(file, name) => onRead({ file, text: '', isWord: /\.docx$/i.test(name) })}
      />
      <details>
        <summary>{IMPORT_WORDS.paste}</summary>
        <label for="plan-text">{IMPORT_WORDS.pasteLabel}</label>
        <textarea id="plan-text" rows={8} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        <button type="button" disabled={text.trim() === ''} onClick={() => onRead({ file: '', text, isWord: false })}>
          {IMPORT_WORDS.pasteDo}
        </button>
      </details>
    </>
  );
}

type ReadProps = {
  reply: ReadPlanReply;
  said: readonly SaidColumns[];
  onColumns: (columns: readonly MappedColumns[]) => Promise<void>;
  onAnother: () => void;
  onDone: (sentences: readonly string[]) => void;
};

function Read({ reply, said, onColumns, onAnother, onDone }: ReadProps) {
  return (
    <>
      <h2 id="review" tabIndex={-1}>
        {reply.title || DIALOG_TITLES.import}
      </h2>
      {reply.said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {reply.tables.length > 0 && <Columns tables={reply.tables} open={reply.rows.length === 0} onColumns={onColumns} />}
      {reply.rows.length > 0 && <Review reply={reply} said={said} onDone={onDone} />}
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
