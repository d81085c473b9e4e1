import { useId, useState } from 'preact/hooks';
import type { SetUpState } from '../../app/view-calls.ts';
import { SET_UP_WORDS, sayAdded, sayTabsToMake } from '../../words/dialogs.ts';
import { DONE } from '../../words/menu.ts';
import { unitIn, yearsIn } from '../../words/set-up.ts';
import { sayUpgrade } from '../../words/upgrade.ts';
import { useDraft } from '../drafts.ts';
import { askServer } from '../server.ts';
import { useWork, WorkDone } from '../work.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';
import { Near, Template, Years } from './set-up-fields.tsx';

/** `Thiết lập lần đầu`: the template, the unit's name and the years, beside what is there already. */
export function SetUp() {
  return (
    <Dialog name="set-up" call="set-up-state">
      {(state, finish) => <Form state={state} onDone={finish} />}
    </Dialog>
  );
}

function Form({ state, onDone }: { state: SetUpState; onDone: (sentences: readonly string[]) => void }) {
  const [first] = state.templates;
  const { texts, type } = useDraft('set-up', {
    template: first?.key ?? '',
    unit: state.unit || unitIn(first?.settings ?? []),
    near: '',
  });
  const template = state.templates.find(({ key }) => key === texts.template) ?? first;
  const all = yearsIn(template?.periods ?? []);
  const [left, setLeft] = useState<readonly number[]>([]);
  const { work, run } = useWork();
  const id = useId();
  const years = all.filter((year) => !left.includes(year));
  const setUp = () =>
    run(async () => {
      const adopt = state.near.length === 0 ? {} : { adopt: texts.near === 'use' };
      const answer = await askServer('set-up', { template: texts.template, unit: texts.unit.trim(), years, ...adopt });
      if (!answer.ok) return { ok: false, sentence: withOtherWay(answer.sentence, 'set-up') };
      const { added, upgraded, indicators, tasks, statistics } = answer.reply;
      const done = DONE.setUp(answer.reply, DONE.planRows(indicators, tasks, statistics)).split('\n');
      onDone([...done, sayAdded(added), upgraded === null ? '' : sayUpgrade(upgraded)]);
      return { ok: true, sentence: '' };
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setUp();
      }}
    >
      <Template templates={state.templates} chosen={texts.template} onChoose={(key) => type('template', key)} />
      <label for={id}>{SET_UP_WORDS.unit}</label>
      <input
        id={id}
        type="text"
        required
        readOnly={state.unit !== ''}
        maxLength={200}
        value={texts.unit}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => type('unit', currentTarget.value)}
      />
      <p id={`${id}-hint`} class="empty">
        {state.unit === '' ? SET_UP_WORDS.unitHint : SET_UP_WORDS.unitThere}
      </p>
      <Years all={all} there={state.years} left={left} onLeft={setLeft} />
      <Near lines={state.near} chosen={texts.near} onChoose={(way) => type('near', way)} />
      <p>
        {sayTabsToMake(state.made, state.lacking)} {SET_UP_WORDS.kept}
      </p>
      <WorkDone work={work} />
      <div class="buttons">
        <button type="submit" disabled={work.is === 'waiting'}>
          {SET_UP_WORDS.do}
        </button>
        <CloseButton quiet />
      </div>
    </form>
  );
}
