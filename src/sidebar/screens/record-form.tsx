import { useId, useState } from 'preact/hooks';
import type { FormCell } from '../../app/replies/extras.ts';
import { parseDay } from '../../domain/core/day.ts';
import type { Extra } from '../../domain/plan/extras.ts';
import { sayDay } from '../../words/core/day.ts';
import { EXTRA_PAGE } from '../../words/extras/extras.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';

type Texts = Readonly<Record<string, string>>;
type Props = { register: Extra; id: string; cells: readonly FormCell[]; texts: Texts; onSaved: () => void };

/** One row of a register: what differs from what was shown is sent, beside what was shown. */
export function RecordForm({ register, id, cells, texts, onSaved }: Props) {
  const [typed, setTyped] = useState<Texts>({});
  const { work, run } = useWork();
  const shown = (header: string): string => typed[header] ?? shownText(texts[header] ?? '');
  const save = async () => {
    const values = Object.fromEntries(Object.entries(typed).filter(([header, text]) => text !== shownText(texts[header] ?? '')));
    const before = Object.fromEntries(Object.keys(values).map((header) => [header, texts[header] ?? '']));
    if (Object.keys(values).length === 0) return { ok: false, sentence: EXTRA_PAGE.nothingTyped };
    const answer = await askServer('record', { register, id, values, ...(id === '' ? {} : { before }) });
    if (!answer.ok) return answer;
    setTyped({});
    onSaved();
    return { ok: true, sentence: answer.reply.sentence };
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(save);
      }}
    >
      {cells.map((cell) => (
        <CellField
          key={cell.header}
          cell={cell}
          text={shown(cell.header)}
          onType={(text) => setTyped((known) => ({ ...known, [cell.header]: text }))}
        />
      ))}
      <button type="submit" disabled={work.is === 'waiting'}>
        {EXTRA_PAGE.save}
      </button>
      <WorkDone work={work} />
    </form>
  );
}

/** Days travel as `YYYY-MM-DD` and are read as people write them. */
function shownText(text: string): string {
  const day = parseDay(text);
  return day === null ? text : sayDay(day);
}

function CellField({ cell, text, onType }: { cell: FormCell; text: string; onType: (text: string) => void }) {
  const id = useId();
  return (
    <p>
      <label for={id}>{cell.header}</label>
      <Control id={id} cell={cell} text={text} onType={onType} />
    </p>
  );
}

function Control({ id, cell, text, onType }: { id: string; cell: FormCell; text: string; onType: (text: string) => void }) {
  if (cell.is === 'choice')
    return (
      <select id={id} value={text} onChange={({ currentTarget }) => onType(currentTarget.value)}>
        <option value="">{EXTRA_PAGE.none}</option>
        {cell.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  if (cell.is === 'long')
    return (
      <textarea id={id} rows={2} maxLength={20_000} value={text} onInput={({ currentTarget }) => onType(currentTarget.value)} />
    );
  return (
    <input
      id={id}
      type="text"
      maxLength={1_000}
      placeholder={cell.is === 'day' ? EXTRA_PAGE.dayForm : ''}
      value={text}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}
