import { useId, useState } from 'preact/hooks';
import type { SetUpState } from '../../app/replies/views.ts';
import type { Extra } from '../../domain/plan/extras.ts';
import type { CalendarKind, PostSet } from '../../domain/plan/set-up.ts';
import { CALENDAR_LABELS, POST_SET_LABELS, SET_UP_WORDS, sayAdded, sayTabsToMake } from '../../words/pages/dialogs.ts';
import { DONE } from '../../words/pages/menu-sentences.ts';
import { partsOfUnit, postsOf, UNIT_KINDS, unitNameOf } from '../../words/set-up/offices.ts';
import { unitIn, yearsIn } from '../../words/set-up/set-up.ts';
import { sayUpgrade } from '../../words/set-up/upgrade.ts';
import { useDraft } from '../parts/drafts.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';
import { Choices, Field, Lines } from './fields.tsx';
import { ExtrasWished } from './set-up-extras.tsx';

/** `Thiết lập lần đầu`: what the office is, its plan, its posts and its calendar, beside what is there already. */
export function SetUp() {
  return (
    <Dialog name="set-up" call="set-up-state">
      {(state, finish) => <Form state={state} onDone={finish} />}
    </Dialog>
  );
}

type TemplateState = SetUpState['templates'][number];
type Texts = Readonly<
  Record<
    'template' | 'kind' | 'name' | 'since' | 'addressees' | 'near' | 'posts' | 'keeper' | 'calendar' | 'first' | 'last',
    string
  >
>;
type Type = (key: keyof Texts, text: string) => void;

function startOf({ templates, unit, thisYear }: SetUpState): Texts {
  const [first] = templates;
  // The name in a template is another office's, or invented.
  const { kind } = partsOfUnit(unit || unitIn(first?.settings ?? []));
  return {
    template: first?.key ?? '',
    kind: kind ?? UNIT_KINDS[0],
    name: '',
    since: '',
    addressees: '',
    near: '',
    posts: 'template',
    keeper: '',
    calendar: first?.isBlank === true ? 'cchc' : 'template',
    first: String(thisYear),
    last: String(thisYear),
  };
}

/** The full name: the one in force, else the kind and the name that are typed. */
const unitOf = (state: SetUpState, { kind, name }: Texts): string =>
  state.unit || unitNameOf(UNIT_KINDS.find((known) => known === kind) ?? UNIT_KINDS[0], name);

function Form({ state, onDone }: { state: SetUpState; onDone: (sentences: readonly string[]) => void }) {
  const { texts, type } = useDraft('set-up', startOf(state));
  const template = state.templates.find(({ key }) => key === texts.template) ?? state.templates[0];
  const [left, setLeft] = useState<readonly number[]>([]);
  const [extras, setExtras] = useState<readonly Extra[]>([]);
  const { work, run } = useWork();
  const isOwnCalendar = texts.calendar !== 'template';
  const years =
    isOwnCalendar || template?.isBlank === true
      ? spanOf(texts)
      : yearsIn(template?.periods ?? []).filter((year) => !left.includes(year));
  const setUp = () =>
    run(async () => {
      const answer = await askServer('set-up', {
        ...requestOf(state, texts, years),
        ...(extras.length === 0 ? {} : { extras: [...extras] }),
      });
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
      <Office state={state} texts={texts} type={type} />
      <ThePlan state={state} texts={texts} type={type} />
      <Posts template={template} texts={texts} type={type} />
      <Calendar template={template} texts={texts} type={type} />
      {!isOwnCalendar && template?.isBlank !== true && (
        <Years all={yearsIn(template?.periods ?? [])} there={state.years} left={left} onLeft={setLeft} />
      )}
      <ExtrasWished chosen={extras} onChoose={setExtras} />
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

/** From the first to the last year typed; none where they are no years. */
function spanOf({ first, last }: Texts): number[] {
  const [from, to] = [Number(first), Number(last)];
  if (!Number.isInteger(from) || !Number.isInteger(to) || to < from || to - from > 20) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Only what was chosen travels: the rest is as the template has it. */
function requestOf(state: SetUpState, texts: Texts, years: readonly number[]) {
  const posts = (Object.keys(POST_SET_LABELS) as PostSet[]).find((set) => set === texts.posts) ?? 'template';
  const periods = (Object.keys(CALENDAR_LABELS) as CalendarKind[]).find((kind) => kind === texts.calendar) ?? 'template';
  return {
    template: texts.template,
    unit: unitOf(state, texts).trim(),
    years: [...years],
    ...(periods === 'template' ? {} : { periods }),
    ...(posts === 'template' ? {} : { posts }),
    ...(texts.since.trim() === '' ? {} : { since: texts.since.trim() }),
    ...(texts.addressees.trim() === '' ? {} : { addressees: texts.addressees.trim() }),
    ...(texts.keeper === '' ? {} : { keeper: texts.keeper }),
    ...(state.near.length === 0 ? {} : { adopt: texts.near === 'use' }),
  };
}

type Part = { texts: Texts; type: Type };

function Office({ state, texts, type }: Part & { state: SetUpState }) {
  const isThere = state.unit !== '';
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.office}</legend>
      {isThere ? (
        <Field label={SET_UP_WORDS.unit} value={state.unit} hint={SET_UP_WORDS.unitThere} readOnly />
      ) : (
        <>
          <Choices
            label={SET_UP_WORDS.kind}
            options={UNIT_KINDS.map((kind) => [kind, kind.charAt(0).toUpperCase() + kind.slice(1)])}
            chosen={texts.kind}
            onChoose={(kind) => type('kind', kind)}
          />
          <Field
            label={SET_UP_WORDS.unit}
            value={texts.name}
            hint={texts.name.trim() === '' ? SET_UP_WORDS.unitExample : SET_UP_WORDS.unitHint(unitOf(state, texts))}
            required
            onType={(name) => type('name', name)}
          />
          <Field
            label={SET_UP_WORDS.since}
            value={texts.since}
            hint={SET_UP_WORDS.sinceHint}
            onType={(since) => type('since', since)}
          />
        </>
      )}
      <Lines
        label={SET_UP_WORDS.addressees}
        value={texts.addressees}
        hint={SET_UP_WORDS.addresseesHint}
        onType={(addressees) => type('addressees', addressees)}
      />
    </fieldset>
  );
}

function ThePlan({ state, texts, type }: Part & { state: SetUpState }) {
  const template = state.templates.find(({ key }) => key === texts.template);
  const choose = (key: string): void => {
    const next = state.templates.find((each) => each.key === key);
    type('template', key);
    type('keeper', '');
    type('calendar', next?.isBlank === true ? 'cchc' : 'template');
  };
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.plan}</legend>
      <Choices
        label={SET_UP_WORDS.template}
        options={state.templates.map(({ key, title }) => [key, title])}
        chosen={texts.template}
        onChoose={choose}
      />
      <p class="empty">{template?.isBlank === true ? SET_UP_WORDS.blankHint : SET_UP_WORDS.templateHint}</p>
      {template?.isBlank === true && <Span texts={texts} type={type} />}
    </fieldset>
  );
}

function Span({ texts, type }: Part) {
  return (
    <div class="years">
      <Field label={SET_UP_WORDS.firstYear} value={texts.first} digits onType={(first) => type('first', first)} />
      <Field label={SET_UP_WORDS.lastYear} value={texts.last} digits onType={(last) => type('last', last)} />
    </div>
  );
}

/** Under another set of posts the rows of a template name those that the work falls to. */
function Posts({ template, texts, type }: Part & { template: TemplateState | undefined }) {
  const set = (Object.keys(POST_SET_LABELS) as PostSet[]).find((each) => each === texts.posts) ?? 'template';
  const posts =
    set === 'template' ? (template?.roles ?? []) : postsOf(set, UNIT_KINDS.find((kind) => kind === texts.kind) ?? null);
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.posts}</legend>
      <Choices
        label={SET_UP_WORDS.posts}
        options={(Object.entries(POST_SET_LABELS) as [PostSet, string][]).filter(
          ([key]) => key !== 'template' || posts.length > 0,
        )}
        chosen={set}
        onChoose={(next) => {
          type('posts', next);
          type('keeper', '');
        }}
      />
      <Choices
        label={SET_UP_WORDS.keeper}
        options={[['', SET_UP_WORDS.keeperDefault], ...posts.slice(1).map((post): [string, string] => [post, post])]}
        chosen={texts.keeper}
        onChoose={(keeper) => type('keeper', keeper)}
      />
    </fieldset>
  );
}

function Calendar({ template, texts, type }: Part & { template: TemplateState | undefined }) {
  const offered = (Object.entries(CALENDAR_LABELS) as [CalendarKind, string][]).filter(
    ([kind]) => kind !== 'template' || template?.isBlank !== true,
  );
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.calendar}</legend>
      <Choices
        label={SET_UP_WORDS.calendar}
        options={offered}
        chosen={texts.calendar}
        onChoose={(kind) => type('calendar', kind)}
      />
      {template?.isBlank !== true && texts.calendar !== 'template' && texts.calendar !== 'none' && (
        <Span texts={texts} type={type} />
      )}
    </fieldset>
  );
}

type YearsProps = {
  all: readonly number[];
  there: readonly number[];
  left: readonly number[];
  onLeft: (years: readonly number[]) => void;
};

/** The years whose periods are laid out; those that are there stay, whatever is chosen. */
function Years({ all, there, left, onLeft }: YearsProps) {
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.years}</legend>
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
function Near({ lines, chosen, onChoose }: NearProps) {
  const id = useId();
  if (lines.length === 0) return null;
  const way = (value: string, text: string) => (
    <label class="tick">
      <input type="radio" name={`${id}-near`} required checked={chosen === value} onChange={() => onChoose(value)} />
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
