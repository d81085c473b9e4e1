import { useContext, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../app/calls.ts';
import type { PapersReply } from '../../app/replies/actions.ts';
import { REPORT_WORDS, sayFilesMade } from '../../words/pages/indicator-screen.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { SIDEBAR_FILES } from '../../words/pages/sidebar.ts';
import { DRAFT_WORDS } from '../../words/report/drafts.ts';
import { FilePick } from '../parts/file-pick.tsx';
import { Files } from '../parts/files.tsx';
import { LongList } from '../parts/long-list.tsx';
import { WayContext } from '../parts/place.ts';
import { Failure, Frame } from '../parts/screen.tsx';
import { askServer, useCall } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Preview } from './preview.tsx';
import { Reconcile } from './reconcile.tsx';

/** `Báo cáo`: what would be made and of what, the versions so far, other papers, a finished report held against the workbook. */
export function Report() {
  const [period, setPeriod] = useState('');
  const { reply, waiting, failure, load } = useCall('report-preview', { period });
  return (
    <Frame title={SCREEN_WORDS.report.title} busy={waiting} onReload={load}>
      {failure !== null && <Failure sentence={failure} onRetry={load} />}
      {reply !== null && <Preview key={reply.period} preview={reply} onPeriod={setPeriod} />}
      {reply !== null && <Draft period={reply.period} onDone={load} />}
      {reply !== null && <Papers period={reply.period} />}
      <Reconcile />
      <Template />
    </Frame>
  );
}

/** Drafts of the parts that the office writes itself. */
function Draft({ period, onDone }: { period: string; onDone: () => void }) {
  const { work, run } = useWork();
  const draft = () =>
    run(async () => {
      const answer = await askServer('draft-narratives', { period });
      if (!answer.ok) return answer;
      onDone();
      return { ok: true, sentence: answer.reply.sentence };
    });
  return (
    <section>
      <p class="hint">{DRAFT_WORDS.hint}</p>
      <button type="button" class="quiet" disabled={work.is === 'waiting'} onClick={draft}>
        {DRAFT_WORDS.button}
      </button>
      <WorkDone work={work} />
    </section>
  );
}

/** A text to send by hand, with a button that copies it; where the browser forbids that, the text is selected. */
function ShortText({ text }: { text: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<string>('');
  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(REPORT_WORDS.copied);
    } catch {
      setCopied(REPORT_WORDS.selected);
    }
  };
  return (
    <>
      <label for="short">{REPORT_WORDS.text}</label>
      <textarea id="short" ref={box} rows={5} readOnly value={text} />
      <button type="button" class="quiet" onClick={copy}>
        {REPORT_WORDS.copy}
      </button>
      <p role="status">{copied}</p>
    </>
  );
}

/** The papers beside the report, one button each; what was made stands under them. */
export function Papers({ period }: { period: string }) {
  const [reply, setReply] = useState<PapersReply | null>(null);
  const { focus } = useContext(WayContext);
  const { work, run } = useWork();
  const make = (asked: () => ReturnType<typeof askServer<'brief'>>) =>
    run(async () => {
      setReply(null);
      const answer = await asked();
      if (!answer.ok) return answer;
      setReply(answer.reply);
      return { ok: true, sentence: sayFilesMade(answer.reply.files.length) };
    });
  const button = (text: string, asked: Parameters<typeof make>[0]) => (
    <button type="button" class="quiet" disabled={work.is === 'waiting'} onClick={() => make(asked)}>
      {text}
    </button>
  );
  return (
    <details open={focus === 'papers'}>
      <summary id="papers">{REPORT_WORDS.papers}</summary>
      <div class="buttons">
        {button(REPORT_WORDS.brief, () => askServer('brief', { period }))}
        {button(REPORT_WORDS.meeting, () => askServer('meeting', { period }))}
        {button(REPORT_WORDS.letters, () => askServer('letters', { period }))}
        {button(REPORT_WORDS.matrix, () => askServer('matrix', {}))}
        {button(REPORT_WORDS.slip, () => askServer('slip', { period, role: '' }))}
        {button(REPORT_WORDS.yearWork, () => askServer('year-work', { period, role: '' }))}
        {button(REPORT_WORDS.forms, () => askServer('forms', { period }))}
      </div>
      <WorkDone work={work} />
      {reply !== null && <Files files={reply.files} notKept={reply.notKept} />}
      {reply?.text != null && <ShortText text={reply.text} />}
      {reply !== null && reply.layout.length > 0 && <LongList items={reply.layout}>{(line) => line}</LongList>}
    </details>
  );
}

/** The office's own Word template: choose it, and read what is wrong with it or that it is kept. */
export function Template() {
  const [answer, setAnswer] = useState<Answer<'store-template'> | null>(null);
  const store = async (file: string) => {
    setAnswer(null);
    setAnswer(await askServer('store-template', { file }));
  };
  const said = answer === null ? [] : (answer.ok ? answer.reply.sentence : answer.sentence).split('\n');
  return (
    <section aria-labelledby="template">
      <h2 id="template" tabIndex={-1}>
        {SIDEBAR_FILES.template}
      </h2>
      <FilePick id="template-file" label={SIDEBAR_FILES.pickTemplate} hint={SIDEBAR_FILES.templateHint} onFile={store} />
      {said.length > 0 && (
        <div role="alert" class={answer?.ok === true ? '' : 'failure'}>
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </section>
  );
}
