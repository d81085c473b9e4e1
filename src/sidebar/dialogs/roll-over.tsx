import { useState } from 'preact/hooks';
import type { Calls } from '../../app/calls.ts';
import type { RollOverState } from '../../app/replies/plan.ts';
import { sameWord } from '../../domain/core/word.ts';
import { PLAN_KINDS } from '../../domain/plan/plan.ts';
import { FATES, type Fate, type RowFate } from '../../domain/plan/roll-over.ts';
import type { CalendarKind } from '../../domain/plan/set-up.ts';
import { PLAN_KIND_LABELS } from '../../words/core/labels.ts';
import { CALENDAR_LABELS } from '../../words/pages/dialogs.ts';
import { ROLL_OVER_WORDS, sayFates, sayRolledOver } from '../../words/plan/roll-over.ts';
import { useDraft } from '../parts/drafts.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';
import { fateIn, fateKey, type Texts, type Type, withKey } from './fate-in.ts';
import { Choices, Field } from './fields.tsx';
import { FateRows } from './roll-over-rows.tsx';

type Asked = Calls['roll-over-state']['request'];

/** `Sang kế hoạch mới`: the next plan, and what becomes of each row of the last. */
export function RollOver() {
  const [asked, setAsked] = useState<Asked>({});
  return (
    <Dialog name="roll-over" call="roll-over-state" carried={asked}>
      {(state, finish) => <Form key={JSON.stringify(asked)} state={state} onAsk={setAsked} onDone={finish} />}
    </Dialog>
  );
}

function startOf({ from, next, rows }: RollOverState): Texts {
  const { id, title, kind, first, last, number, issuedOn } = next;
  return {
    ...{ from, id, title, kind, first: String(first), last: String(last), number, issuedOn, calendar: 'cchc' },
    ...{ levels: '', baselines: '' },
    ...Object.fromEntries(rows.flatMap((row) => [[fateKey(row), row.proposed.fate] as const, [withKey(row), row.proposed.with]])),
  };
}

type FormProps = { state: RollOverState; onAsk: (asked: Asked) => void; onDone: (sentences: readonly string[]) => void };

function Form({ state, onAsk, onDone }: FormProps) {
  const { texts, type, forget } = useDraft<Texts>('roll-over', startOf(state));
  const { work, run } = useWork();
  const fates = state.rows.map((row) => fateIn(texts, row));
  const counts = Object.fromEntries(FATES.map((fate) => [fate, fates.filter((each) => each.fate === fate).length]));
  const start = () =>
    run(async () => {
      const answer = await askServer('roll-over', requestOf(texts, fates));
      if (!answer.ok) return { ok: false, sentence: withOtherWay(answer.sentence, 'roll-over') };
      forget();
      onDone(sayRolledOver(answer.reply));
      return { ok: true, sentence: '' };
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <NextPlan state={state} texts={texts} type={type} onAsk={onAsk} />
      <fieldset class="choice">
        <legend>{ROLL_OVER_WORDS.rows}</legend>
        <p class="empty">{state.rows.length === 0 ? ROLL_OVER_WORDS.nothing : ROLL_OVER_WORDS.rowsHint}</p>
        <FateRows state={state} texts={texts} type={type} />
      </fieldset>
      <p role="status">{sayFates(counts as Record<Fate, number>)}</p>
      <WorkDone work={work} />
      <div class="buttons">
        <button type="submit" disabled={work.is === 'waiting'}>
          {ROLL_OVER_WORDS.do}
        </button>
        <CloseButton quiet />
      </div>
    </form>
  );
}

function requestOf(texts: Texts, rows: readonly RowFate[]): Calls['roll-over']['request'] {
  const said = (key: string): string => (texts[key] ?? '').trim();
  const calendar = said('calendar');
  return {
    from: said('from'),
    plan: {
      ...{ id: said('id'), title: said('title'), kind: PLAN_KINDS.find((kind) => kind === said('kind')) ?? 'stage' },
      ...{ first: Number(said('first')), last: Number(said('last')), number: said('number'), issuedOn: said('issuedOn') },
    },
    periods: calendar === 'monthly' || calendar === 'none' ? calendar : 'cchc',
    levels: said('levels') !== '',
    baselines: said('baselines') !== '',
    rows: [...rows],
  };
}

type Part = { state: RollOverState; texts: Texts; type: Type };

/** A code that is there already asks again: its rows may be the ones that the last plan's go on as. */
function NextPlan({ state, texts, type, onAsk }: Part & { onAsk: (asked: Asked) => void }) {
  const said = (key: string): string => texts[key] ?? '';
  const isThere = (id: string): boolean => state.plans.some((plan) => plan.id !== '' && sameWord(plan.id, id));
  return (
    <fieldset class="choice">
      <legend>{ROLL_OVER_WORDS.plan}</legend>
      {state.plans.length > 1 && (
        <Choices
          label={ROLL_OVER_WORDS.from}
          options={state.plans.map(({ id, title }) => [id, title === '' ? id : `${id}: ${title}`])}
          chosen={state.from}
          onChoose={(from) => onAsk({ from })}
        />
      )}
      <Field
        label={ROLL_OVER_WORDS.id}
        value={said('id')}
        hint={ROLL_OVER_WORDS.idHint}
        required
        onType={(id) => {
          type('id', id);
          if (isThere(id) && !sameWord(id, state.next.id)) onAsk({ from: state.from, to: id });
        }}
      />
      <Field label={ROLL_OVER_WORDS.title} value={said('title')} required onType={(title) => type('title', title)} />
      <Choices
        label={ROLL_OVER_WORDS.kind}
        options={PLAN_KINDS.map((kind) => [kind, PLAN_KIND_LABELS[kind]])}
        chosen={said('kind')}
        onChoose={(kind) => type('kind', kind)}
      />
      <div class="years">
        <Field label={ROLL_OVER_WORDS.first} value={said('first')} digits onType={(first) => type('first', first)} />
        <Field label={ROLL_OVER_WORDS.last} value={said('last')} digits onType={(last) => type('last', last)} />
      </div>
      <Field label={ROLL_OVER_WORDS.number} value={said('number')} onType={(number) => type('number', number)} />
      <Field
        label={ROLL_OVER_WORDS.issuedOn}
        value={said('issuedOn')}
        hint={ROLL_OVER_WORDS.issuedHint}
        onType={(issuedOn) => type('issuedOn', issuedOn)}
      />
      <Choices
        label={ROLL_OVER_WORDS.calendar}
        options={(Object.entries(CALENDAR_LABELS) as [CalendarKind, string][]).filter(([kind]) => kind !== 'template')}
        chosen={said('calendar')}
        onChoose={(calendar) => type('calendar', calendar)}
      />
      <Tick label={ROLL_OVER_WORDS.levels} on={said('levels') !== ''} onTick={(on) => type('levels', on ? 'x' : '')} />
      <Tick label={ROLL_OVER_WORDS.baselines} on={said('baselines') !== ''} onTick={(on) => type('baselines', on ? 'x' : '')} />
    </fieldset>
  );
}

function Tick({ label, on, onTick }: { label: string; on: boolean; onTick: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
      {label}
    </label>
  );
}
