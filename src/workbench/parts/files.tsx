import { useState } from 'preact/hooks';
import { MOST_WORKBOOK_BYTES, WORKBOOK_SIZE } from '../../words/host/workbook-file.ts';
import { FILES, sayMoment, saySize } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import type { BookView, FileView } from '../protocol.ts';
import { base64Of, bytesOf } from './base64.ts';
import { Letter } from './letter.tsx';
import { Modal } from './modal.tsx';
import { Paper } from './paper.tsx';
import { save } from './save.ts';

type Props = { readonly book: BookView; readonly actions: PageActions; readonly onClose: () => void };

const KINDS = [
  ['workbook', FILES.workbook],
  ['report', FILES.reports],
  ['package', FILES.packages],
  ['letter', FILES.letters],
  ['other', FILES.other],
  ['consolidated', FILES.consolidated],
  ['left', FILES.left],
] as const;

/** Told only where there are such. */
const SELDOM: readonly FileView['kind'][] = ['package', 'consolidated', 'other', 'left'];
/** What can be looked at here; the others are for other programs. */
const SHOWN: readonly FileView['kind'][] = ['report', 'letter', 'consolidated'];

/** The files of the workspace: to look at, to download, and workbooks to open. */
export function Files({ book, actions, onClose }: Props) {
  const [seen, setSeen] = useState<FileView | null>(null);
  const [pdf, setPdf] = useState('');
  const makePdf = async ({ path }: FileView) => {
    setPdf(FILES.makingPdf);
    const made = await actions.ask('pdf', { path });
    if (made !== null) save(made.name, bytesOf(made.file));
    setPdf(made === null ? FILES.noPdf : FILES.madePdf(made.name));
  };
  return (
    <Modal title={FILES.open} onClose={onClose} class="files">
      {KINDS.filter(([kind]) => !SELDOM.includes(kind) || book.files.some((file) => file.kind === kind)).map(([kind, title]) => (
        <section key={kind}>
          <h3>{title}</h3>
          {kind === 'report' && book.noPdf !== null && <p class="empty">{book.noPdf}</p>}
          <List
            files={book.files.filter((file) => file.kind === kind)}
            onShow={setSeen}
            onPdf={book.noPdf === null ? makePdf : null}
          />
          {kind === 'report' && <p role="status">{pdf}</p>}
        </section>
      ))}
      <section>
        <h3>{FILES.others}</h3>
        <Others book={book} actions={actions} onClose={onClose} />
      </section>
      {seen !== null && <Shown file={seen} actions={actions} onClose={() => setSeen(null)} />}
    </Modal>
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

type Listed = {
  readonly files: readonly FileView[];
  readonly onShow: (file: FileView) => void;
  readonly onPdf: ((file: FileView) => void) | null;
};

function List({ files, onShow, onPdf }: Listed) {
  if (files.length === 0) return <p class="empty">{FILES.none}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.path}>
          <span class="file-name">
            {nameOf(file.path)}{' '}
            <span class="empty">
              {saySize(file.bytes)}, {sayMoment(file.changed)}
            </span>
          </span>
          {SHOWN.includes(file.kind) && (
            <button type="button" class="quiet" aria-label={`${FILES.show}: ${nameOf(file.path)}`} onClick={() => onShow(file)}>
              {FILES.show}
            </button>
          )}
          {file.kind === 'report' && onPdf !== null && (
            <button type="button" class="quiet" aria-label={`${FILES.pdf}: ${nameOf(file.path)}`} onClick={() => onPdf(file)}>
              {FILES.pdf}
            </button>
          )}
          <a href={file.address} download={nameOf(file.path)} aria-label={`${FILES.download}: ${nameOf(file.path)}`}>
            {FILES.download}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Shown({ file, actions, onClose }: { file: FileView; actions: PageActions; onClose: () => void }) {
  const View = file.kind === 'letter' ? Letter : Paper;
  if (file.kind === 'consolidated')
    return (
      <Modal title={FILES.consolidated} onClose={onClose} class="page whole">
        <iframe src={file.address.replace(/^\/tep\//u, '/xem/')} title={FILES.consolidated} />
      </Modal>
    );
  return (
    <Modal title={nameOf(file.path)} onClose={onClose} class="shown">
      <View path={file.path} actions={actions} />
    </Modal>
  );
}

/** The other workbooks of the workspace, and one from elsewhere. */
export function Others({ book, actions, onClose }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const bring = async (file: File | undefined) => {
    if (file === undefined) return;
    const why = !/\.xlsx$/iu.test(file.name) ? FILES.notXlsx : file.size > MOST_WORKBOOK_BYTES ? WORKBOOK_SIZE.chosen : null;
    setSaid(why ?? FILES.reading);
    if (why !== null) return;
    const base64 = await base64Of(file);
    if (base64 === null) return setSaid(FILES.unreadable);
    await actions.bring(file.name, base64);
    onClose();
  };
  return (
    <>
      <ul>
        {book.workbooks.map((workbook) => (
          <li key={workbook}>
            <span class="file-name">{workbook}</span>
            <button
              type="button"
              class="quiet"
              aria-label={`${FILES.openOther}: ${workbook}`}
              onClick={() => actions.openWorkbook(workbook).then(onClose)}
            >
              {FILES.openOther}
            </button>
          </li>
        ))}
      </ul>
      <label for="bring">{FILES.bring}</label>
      <input
        id="bring"
        type="file"
        accept=".xlsx"
        aria-describedby="bring-hint"
        onChange={(event) => bring(event.currentTarget.files?.[0])}
      />
      <p id="bring-hint" class="empty">
        {FILES.bringHint}
      </p>
      <p role="status">{said}</p>
    </>
  );
}
