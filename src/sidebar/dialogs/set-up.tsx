import { useId, useState } from 'preact/hooks';
import type { SetUpState } from '../../app/replies/views.ts';
import { SET_UP_WORDS, sayAdded, sayTabsToMake } from '../../words/pages/dialogs.ts';
import { DONE } from '../../words/pages/menu.ts';
import { unitIn, yearsIn } from '../../words/set-up/set-up.ts';
import { sayUpgrade } from '../../words/set-up/upgrade.ts';
import { useDraft } from '../parts/drafts.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';

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

type TemplateProps = { templates: SetUpState['templates']; chosen: string; onChoose: (key: string) => void };

/** The plan to lay out; a choice only where there is more than one. */
export function Template({ templates, chosen, onChoose }: TemplateProps) {
  const id = useId();
  const [only] = templates;
  if (templates.length === 1) {
    return (
      <p>
        {SET_UP_WORDS.template}: <b>{only?.title}</b>
      </p>
    );
  }
  return (
    <>
      <label for={id}>{SET_UP_WORDS.template}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {templates.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
    </>
  );
}

type YearsProps = {
  all: readonly number[];
  there: readonly number[];
  left: readonly number[];
  onLeft: (years: readonly number[]) => void;
};

/** The years whose periods are laid out; those that are there stay, whatever is chosen. */
export function Years({ all, there, left, onLeft }: YearsProps) {
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.years}</legend>
      <p class="empty">{SET_UP_WORDS.yearsHint}</p>
      <div class="years">
        {all.map((year) => (
          <label key={year} class="tick">
            <input
              type="checkbox"
              checked={there.includes(year) || !left.includes(year)}
              disabled={there.includes(year)}
              onChange={({ currentTarget }) =>
                onLeft(currentTarget.checked ? left.filter((other) => other !== year) : [...left, year])
              }
            />
            {year}
            {there.includes(year) && ` (${SET_UP_WORDS.there})`}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type NearProps = { lines: readonly string[]; chosen: string; onChoose: (way: string) => void };

/** Tabs of the office that are nearly ours: the person says whether they are used. */
export function Near({ lines, chosen, onChoose }: NearProps) {
  if (lines.length === 0) return null;
  const way = (value: string, text: string) => (
    <label class="tick">
      <input type="radio" name="near" required checked={chosen === value} onChange={() => onChoose(value)} />
      {text}
    </label>
  );
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.near}</legend>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {way('use', SET_UP_WORDS.useNear)}
      {way('beside', SET_UP_WORDS.makeBeside)}
    </fieldset>
  );
}
