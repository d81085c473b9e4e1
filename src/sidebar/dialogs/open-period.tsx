import { useId, useState } from 'preact/hooks';
import type { OpenChoices } from '../../app/replies/views.ts';
import { sayDay } from '../../words/core/day.ts';
import { PERIOD_STATE_LABELS } from '../../words/core/labels.ts';
import { DIALOG_WORDS, OPEN_WORDS, sayDays, sayPrepared, sayWhyProposed } from '../../words/pages/dialogs.ts';
import { DONE } from '../../words/pages/menu-sentences.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Fact } from '../screens/indicator.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';

/** `Mở kỳ báo cáo`: which period is proposed and why, what would be prepared, and what is still open. */
export function OpenPeriod() {
  return (
    <Dialog name="open-period" call="open-choices">
      {(reply, finish) => <Form reply={reply} onDone={finish} />}
    </Dialog>
  );
}

type Choice = OpenChoices['choices'][number];

type FormProps = { reply: OpenChoices; onDone: (sentences: readonly string[]) => void };

function Form({ reply: { today, proposed, choices }, onDone }: FormProps) {
  const [name, setName] = useState(proposed ?? choices[0]?.name ?? '');
  const { work, run } = useWork();
  const id = useId();
  const chosen = choices.find((choice) => choice.name === name);
  if (chosen === undefined) return <Nothing />;
  const open = () =>
    run(async () => {
      const answer = await askServer('open-period', { period: name });
      if (!answer.ok) return { ok: false, sentence: withOtherWay(answer.sentence, 'open-period') };
      onDone([DONE.opened(answer.reply.period, answer.reply.added, answer.reply.kept)]);
      return { ok: true, sentence: '' };
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      {proposed !== null && <p class="period">{sayWhyProposed(proposed, hasEnded(choices, proposed, today))}</p>}
      <label for={id}>{OPEN_WORDS.period}</label>
      <select id={id} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.name} value={choice.name}>
            {choice.name} ({PERIOD_STATE_LABELS[choice.state].toLowerCase()})
          </option>
        ))}
      </select>
      <About choice={chosen} />
      <StillOpen choices={choices} />
      <WorkDone work={work} />
      <div class="buttons">
        <button type="submit" disabled={work.is === 'waiting'}>
          {OPEN_WORDS.do}
        </button>
        <CloseButton quiet />
      </div>
    </form>
  );
}

function hasEnded(choices: readonly Choice[], name: string, today: string): boolean {
  return choices.some((choice) => choice.name === name && choice.end < today);
}

/** The days of the period chosen, until when officials enter, and what would be prepared. */
function About({ choice }: { choice: Choice }) {
  return (
    <dl class="about" aria-live="polite">
      <Fact name={OPEN_WORDS.days}>{sayDays(choice)}</Fact>
      {choice.entryDueOn !== null && <Fact name={OPEN_WORDS.due}>{sayDay(choice.entryDueOn)}</Fact>}
      <Fact name={OPEN_WORDS.prepared}>{sayPrepared(choice.rows)}</Fact>
    </dl>
  );
}

/** The periods that are being entered already. */
function StillOpen({ choices }: { choices: readonly Choice[] }) {
  const open = choices.filter(({ state }) => state !== 'unopened').map(({ name }) => name);
  if (open.length === 0) return null;
  return (
    <p class="empty">
      {OPEN_WORDS.open} {open.join('; ')}. {OPEN_WORDS.openHint}
    </p>
  );
}

function Nothing() {
  return (
    <>
      <p>{OPEN_WORDS.none}</p>
      <CloseButton text={DIALOG_WORDS.close} />
    </>
  );
}
