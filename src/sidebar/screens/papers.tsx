import { useState } from 'preact/hooks';
import type { PapersReply } from '../../app/calls.ts';
import { REPORT_WORDS, sayFilesMade } from '../../words/pages/report-screen.ts';
import { Files } from '../parts/files.tsx';
import { LongList } from '../parts/long-list.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';

/** The papers beside the report, one button each; what was made stands under them. */
export function Papers({ period }: { period: string }) {
  const [reply, setReply] = useState<PapersReply | null>(null);
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
    <details>
      <summary>{REPORT_WORDS.papers}</summary>
      <div class="buttons">
        {button(REPORT_WORDS.brief, () => askServer('brief', { period }))}
        {button(REPORT_WORDS.letters, () => askServer('letters', { period }))}
        {button(REPORT_WORDS.matrix, () => askServer('matrix', {}))}
        {button(REPORT_WORDS.slip, () => askServer('slip', { period, role: '' }))}
      </div>
      <WorkDone work={work} />
      {reply !== null && <Files files={reply.files} />}
      {reply?.text != null && (
        <>
          <label for="short">{REPORT_WORDS.text}</label>
          <textarea id="short" rows={5} readOnly value={reply.text} />
        </>
      )}
      {reply !== null && reply.layout.length > 0 && <LongList items={reply.layout}>{(line) => line}</LongList>}
    </details>
  );
}
