import { useState } from 'preact/hooks';
import type { Answer } from '../../app/calls.ts';
import { SIDEBAR_FILES } from '../../words/pages/sidebar-files.ts';
import { FilePick } from '../parts/file-pick.tsx';
import { askServer } from '../parts/server.ts';

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
