import { useState } from 'preact/hooks';
import type { OpenChoices } from '../../app/replies/views.ts';
import { PERIOD_STATE_LABELS } from '../../words/core/labels.ts';
import { DIALOG_WORDS, REOPEN_WORDS } from '../../words/pages/dialogs.ts';
import { STEPS } from '../../words/pages/steps.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';
import { Choices, Lines } from './fields.tsx';

/** `Mở lại kỳ đã chốt`: which one, what it means, and why, which the log keeps. */
export function ReopenPeriod() {
  return (
    <Dialog name="reopen-period" call="open-choices">
      {({ closed }, finish) => (closed.length === 0 ? <Nothing /> : <Form closed={closed} onDone={finish} />)}
    </Dialog>
  );
}

function Nothing() {
  return (
    <>
      <p>{REOPEN_WORDS.none}</p>
      <CloseButton text={DIALOG_WORDS.close} />
    </>
  );
}

type FormProps = { closed: OpenChoices['closed']; onDone: (sentences: readonly string[]) => void };

function Form({ closed, onDone }: FormProps) {
  const [period, setPeriod] = useState(closed[0]?.name ?? '');
  const [reason, setReason] = useState('');
  const { work, run } = useWork();
  const reopen = () =>
    run(async () => {
      const answer = await askServer('reopen-period', { period, reason: reason.trim() });
      if (!answer.ok) return { ok: false, sentence: withOtherWay(answer.sentence, 'reopen-period') };
      onDone([STEPS.reopened(answer.reply.period)]);
      return { ok: true, sentence: '' };
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reopen();
      }}
    >
      <Choices
        label={REOPEN_WORDS.period}
        options={closed.map(({ name, state }) => [name, `${name} (${PERIOD_STATE_LABELS[state].toLowerCase()})`])}
        chosen={period}
        onChoose={setPeriod}
      />
      <p>{REOPEN_WORDS.what}</p>
      <Lines label={REOPEN_WORDS.reason} value={reason} hint={REOPEN_WORDS.reasonHint} onType={setReason} />
      <WorkDone work={work} />
      <div class="buttons">
        <button type="submit" disabled={reason.trim() === '' || work.is === 'waiting'}>
          {REOPEN_WORDS.do}
        </button>
        <CloseButton quiet />
      </div>
    </form>
  );
}
