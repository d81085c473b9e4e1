import { useEffect, useState } from 'preact/hooks';
import type { ReadPlanReply, ReadRow } from '../../app/replies/import.ts';
import { parseDay } from '../../domain/core/day.ts';
import { sayDay } from '../../words/core/day.ts';
import { IMPORT_WORDS, sayAt, sayLook } from '../../words/pages/import.ts';
import { focusOn } from '../parts/screen.tsx';
import { showBeside } from '../parts/server.ts';
import { Fact } from '../screens/indicator.tsx';
import { Choices as Choose, Field, Lines } from './fields.tsx';
import type { Choice, Choices, Edits } from './import-choices.ts';

type CardsProps = { reply: ReadPlanReply; choices: Choices };

const STATES: Readonly<Record<Choice, string>> = {
  taken: IMPORT_WORDS.taken,
  left: IMPORT_WORDS.left,
  open: IMPORT_WORDS.open,
};
const KEYS: Readonly<Record<string, 'taken' | 'left' | 1 | -1>> = { '1': 'taken', '2': 'left', ArrowRight: 1, ArrowLeft: -1 };

/** The rows that need a look, one at a time: its passage on the left, what would be written on the right. */
export function Cards({ reply, choices }: CardsProps) {
  const { look } = choices.parts;
  const [place, setPlace] = useState(0);
  const shown = look[place];
  const { at, passage } = shown?.row.row ?? { at: '', passage: '' };
  useEffect(() => showBeside({ passage: { at, words: passage } }), [at, passage]);
  if (shown === undefined) return null;
  const go = (step: number) => {
    setPlace((at) => Math.min(look.length - 1, Math.max(0, at + step)));
    setTimeout(() => focusOn('card'));
  };
  const decide = (choice: Choice) => {
    choices.choose(shown.at, choice);
    go(1);
  };
  const press = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
    const act = isTyping ? undefined : KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    if (typeof act === 'number') go(act);
    else decide(act);
  };
  return (
    <section aria-labelledby="look" onKeyDown={press}>
      <h2 id="look">{sayLook(look.length)}</h2>
      <p class="empty">{IMPORT_WORDS.keys}</p>
      <h3 id="card" tabIndex={-1}>
        {sayAt(place + 1, look.length, STATES[choices.choiceOf(shown.at)])}
      </h3>
      <div class="beside">
        <Passage row={shown.row} />
        <Row
          key={shown.at}
          row={shown.row}
          fields={reply.fields}
          edits={choices.editsOf(shown.at)}
          onEdit={(edit) => choices.edit(shown.at, edit)}
        />
      </div>
      <Buttons row={shown.row} onDecide={decide} onGo={go} onRest={choices.takeRest} />
    </section>
  );
}

type ButtonsProps = {
  row: ReadRow;
  onDecide: (choice: Choice) => void;
  onGo: (step: number) => void;
  onRest: () => void;
};

function Buttons({ row, onDecide, onGo, onRest }: ButtonsProps) {
  const isNew = row.state === 'new';
  return (
    <div class="buttons">
      <button type="button" onClick={() => onDecide('taken')}>
        {isNew ? IMPORT_WORDS.take : IMPORT_WORDS.takeNew}
      </button>
      <button type="button" class="quiet" onClick={() => onDecide('left')}>
        {isNew ? IMPORT_WORDS.leave : IMPORT_WORDS.keepOld}
      </button>
      <button type="button" class="quiet" onClick={() => onGo(-1)}>
        {IMPORT_WORDS.previous}
      </button>
      <button type="button" class="quiet" onClick={() => onGo(1)}>
        {IMPORT_WORDS.next}
      </button>
      <button type="button" class="quiet" onClick={onRest}>
        {IMPORT_WORDS.takeRest}
      </button>
    </div>
  );
}

/** The words of the document with what stands around them there. */
function Passage({ row: { row, place, before, after, doubts, state } }: { row: ReadRow }) {
  return (
    <div>
      <h4>{IMPORT_WORDS.passage}</h4>
      {before !== '' && <p class="empty">{before}</p>}
      <blockquote>
        {row.passage}
        <footer>{place}</footer>
      </blockquote>
      {after !== '' && <p class="empty">{after}</p>}
      {(state === 'changed' || state === 'both') && <p class="look">{IMPORT_WORDS[state]}</p>}
      {doubts.length > 0 && (
        <>
          <h4>{IMPORT_WORDS.doubts}</h4>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt} class="look">
                {doubt}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type RowProps = { row: ReadRow; fields: readonly string[]; edits: Edits; onEdit: (edit: Edits) => void };

function Row({ row: shown, fields, edits, onEdit }: RowProps) {
  const { row, level, changes } = shown;
  const field = edits.field ?? row.field ?? '';
  const day = parseDay(row.due ?? '');
  const due = edits.due ?? (day === null ? '' : sayDay(day));
  const facts: readonly (readonly [string, string | null])[] = [
    [IMPORT_WORDS.level, level],
    [IMPORT_WORDS.deadline, row.deadline],
    [IMPORT_WORDS.with, row.with],
    [IMPORT_WORDS.product, row.product],
  ];
  return (
    <div>
      <h4>{IMPORT_WORDS.row}</h4>
      {changes.length > 0 && <Changes changes={changes} />}
      <Lines label={IMPORT_WORDS.title} value={edits.text ?? row.text} hint="" onType={(text) => onEdit({ text })} />
      <Choose
        label={IMPORT_WORDS.field}
        options={[
          ['', IMPORT_WORDS.noField],
          ...[...new Set([...(field === '' ? [] : [field]), ...fields])].map((one) => [one, one] as const),
        ]}
        chosen={field}
        onChoose={(chosen) => onEdit({ field: chosen })}
      />
      <Field label={IMPORT_WORDS.lead} value={edits.lead ?? row.lead ?? ''} onType={(lead) => onEdit({ lead })} />
      {row.kind === 'task' && (
        <Field label={IMPORT_WORDS.due} value={due} hint={IMPORT_WORDS.dueHint} onType={(day) => onEdit({ due: day })} />
      )}
      <dl class="about">
        {facts.map(([name, said]) =>
          said === null || said === '' ? null : (
            <Fact key={name} name={name}>
              {said}
            </Fact>
          ),
        )}
      </dl>
    </div>
  );
}

function Changes({ changes }: { changes: ReadRow['changes'] }) {
  return (
    <ul>
      {changes.map(({ header, before, after }) => (
        <li key={header}>
          <strong>{header}</strong>: <del>{before || IMPORT_WORDS.blank}</del> ({IMPORT_WORDS.now}) →{' '}
          <ins>{after || IMPORT_WORDS.blank}</ins> ({IMPORT_WORDS.written})
        </li>
      ))}
    </ul>
  );
}
