import { useState } from 'preact/hooks';
import type { ReadPlanReply } from '../../app/replies/import.ts';
import type { SaidColumns } from '../../domain/import/table/said-columns.ts';
import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import { sayWritten } from '../../words/import/say-written.ts';
import { IMPORT_WORDS, sayOpen, saySame, saySameFile, saySure, sayToWrite } from '../../words/pages/import.ts';
import { GoTo } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { askServer, canShow, showBeside } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Choices as Choose, Field } from './fields.tsx';
import { Cards } from './import-cards.tsx';
import { type Choices, dayOf, useChoices } from './import-choices.ts';

type Props = { reply: ReadPlanReply; said: readonly SaidColumns[]; onDone: (sentences: readonly string[]) => void };

/** All rows of a document that was read: the sure ones together, the doubtful one by one; only the last button writes. */
export function Review({ reply, said, onDone }: Props) {
  const choices = useChoices(reply);
  const { sure, look, same, kept } = choices.parts;
  const isKnown = sure.length + look.length === 0;
  return (
    <>
      {same + kept > 0 && <p>{saySame(same, kept)}</p>}
      {isKnown && reply.gone.length === 0 && <p>{saySameFile}</p>}
      {reply.roles.length > 0 && <Roles reply={reply} choices={choices} />}
      {sure.length > 0 && <Sure choices={choices} />}
      {look.length > 0 && <Cards reply={reply} choices={choices} />}
      {reply.gone.length > 0 && <Gone gone={reply.gone} />}
      {!isKnown && <Write reply={reply} said={said} choices={choices} onDone={onDone} />}
    </>
  );
}

function Roles({ reply: { roles, known }, choices }: { reply: ReadPlanReply; choices: Choices }) {
  return (
    <fieldset class="choice">
      <legend>{IMPORT_WORDS.roles}</legend>
      <p class="empty">{IMPORT_WORDS.rolesHint}</p>
      {roles.map(({ name, guess }) => {
        const others = known.filter((role) => role !== guess);
        return (
          <Choose
            key={name}
            label={name}
            options={[
              ['', IMPORT_WORDS.keepName(name)],
              ...[...(guess === '' ? [] : [guess]), ...others].map((role) => [role, role] as const),
            ]}
            chosen={choices.roles[name] ?? ''}
            onChoose={(role) => choices.setRole(name, role)}
          />
        );
      })}
    </fieldset>
  );
}

function Sure({ choices: { parts, sure, setSure } }: { choices: Choices }) {
  const targets = parts.sure.filter(({ row }) => row.row.kind === 'indicator').length;
  return (
    <section aria-labelledby="sure">
      <h2 id="sure">{saySure(targets, parts.sure.length - targets)}</h2>
      <label class="check">
        <input type="checkbox" checked={sure} onChange={({ currentTarget }) => setSure(currentTarget.checked)} />{' '}
        {IMPORT_WORDS.all}
      </label>
      <details>
        <summary>{IMPORT_WORDS.seeAll}</summary>
        <LongList items={parts.sure} first={40}>
          {({ row: { row, place, level } }) => (
            <div class="proof">
              <blockquote>
                {row.passage}
                <footer>{canShow() ? <Show row={row} place={place} /> : place}</footer>
              </blockquote>
              <p>{[row.text, level, row.deadline, row.lead].filter((text) => text).join(' · ')}</p>
            </div>
          )}
        </LongList>
      </details>
    </section>
  );
}

/** As it travels. */
const carried = ({ header, roles }: SaidColumns) => ({ header: [...header], roles: [...roles] });

/** Marks a passage in the document beside the page. */
function Show({ row: { at, passage }, place }: { row: PlanRow; place: string }) {
  return (
    <button type="button" class="quiet" onClick={() => showBeside({ passage: { at, words: passage } })}>
      {place}
    </button>
  );
}

function Gone({ gone }: { gone: ReadPlanReply['gone'] }) {
  return (
    <section aria-labelledby="gone">
      <h2 id="gone">{IMPORT_WORDS.gone}</h2>
      <p class="empty">{IMPORT_WORDS.goneHint}</p>
      <LongList items={gone}>
        {({ id, title, at }) => (
          <>
            {id}: {title} <GoTo place={at} />
          </>
        )}
      </LongList>
    </section>
  );
}

function Write({ reply, said, choices, onDone }: Props & { choices: Choices }) {
  const [number, setNumber] = useState(reply.number);
  const [day, setDay] = useState(reply.day === null ? '' : reply.day.split('-').reverse().join('/'));
  const { work, run } = useWork();
  const { taken, open } = choices;
  const changed = taken.filter(({ row }) => row.id !== '').length;
  const write = () =>
    run(async () => {
      const issuedOn = dayOf(day);
      if (day.trim() !== '' && issuedOn === null) return { ok: false, sentence: IMPORT_WORDS.dayWrong };
      if (taken.length === 0) return { ok: false, sentence: IMPORT_WORDS.nothing };
      const facts = { number: number.trim(), issuedOn: issuedOn ?? '' };
      const answer = await askServer('import-plan', {
        rows: choices.rows(),
        years: reply.years,
        plan: '',
        facts,
        columns: said.map(carried),
      });
      if (!answer.ok) return answer;
      onDone(sayWritten(answer.reply));
      return { ok: true, sentence: '' };
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      <fieldset class="choice">
        <legend>{IMPORT_WORDS.facts}</legend>
        <Field label={IMPORT_WORDS.number} value={number} hint={IMPORT_WORDS.numberHint} onType={setNumber} />
        <Field label={IMPORT_WORDS.day} value={day} hint={IMPORT_WORDS.dayHint} onType={setDay} />
      </fieldset>
      <p aria-live="polite">
        {sayToWrite(taken.length - changed, changed)} {open.length > 0 && sayOpen(open.length)}
      </p>
      <WorkDone work={work} />
      <div class="buttons">
        <button type="submit" disabled={work.is === 'waiting'}>
          {IMPORT_WORDS.write}
        </button>
      </div>
    </form>
  );
}
