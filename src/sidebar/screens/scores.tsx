import { useId, useState } from 'preact/hooks';
import type { PapersReply } from '../../app/replies/actions.ts';
import type { ExtrasView, ScoreLine } from '../../app/replies/extras.ts';
import { sayCount } from '../../words/core/number.ts';
import { EXTRA_LABELS, EXTRA_PAGE } from '../../words/extras/extras.ts';
import { Choices } from '../dialogs/fields.tsx';
import { Files } from '../parts/files.tsx';
import { GoTo } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { RecordForm } from './record-form.tsx';

type View = NonNullable<ExtrasView['scores']>;
type Shown = { view: View; keeps: boolean; onSaved: () => void };

/** The points of a year: the sum, where points are lost, each criterion with its form, and the sheet to sign. */
export function Scores({ view, keeps, onSaved }: Shown) {
  return (
    <section aria-labelledby="extra-scores">
      <h2 id="extra-scores" tabIndex={-1}>
        {EXTRA_LABELS.scores}: {sayCount(view.lines.length)}
      </h2>
      {view.summary !== '' && <p>{view.summary}</p>}
      {view.lines.length > 0 && <PrintSheet year={view.year} />}
      <LongList items={view.lines}>{(line) => <Criterion line={line} form={view.form} onSaved={onSaved} />}</LongList>
      {keeps && (
        <details>
          <summary>{EXTRA_PAGE.laySet}</summary>
          <LaySet view={view} onSaved={onSaved} />
        </details>
      )}
    </section>
  );
}

/** The sheet as .docx and .xlsx, with their bytes to download. */
function PrintSheet({ year }: { year: number }) {
  const [made, setMade] = useState<PapersReply | null>(null);
  const { work, run } = useWork();
  const print = async () => {
    const answer = await askServer('score-sheet', { year });
    if (!answer.ok) return answer;
    setMade(answer.reply);
    return { ok: true, sentence: EXTRA_PAGE.sheetMade };
  };
  return (
    <>
      <button type="button" class="quiet" disabled={work.is === 'waiting'} onClick={() => run(print)}>
        {EXTRA_PAGE.printSheet(year)}
      </button>
      <WorkDone work={work} />
      {made !== null && <Files files={made.files} notKept={made.notKept} />}
    </>
  );
}

function Criterion({ line, form, onSaved }: { line: ScoreLine; form: View['form']; onSaved: () => void }) {
  const cells = form.filter(({ header }) => line.mine.includes(header));
  return (
    <div class={line.lost > 0 ? 'must-fix' : undefined}>
      <p>
        <b>{line.text}</b>
        <br />
        {line.said}
      </p>
      {line.asked !== '' && <p class="empty">{line.asked}</p>}
      {line.at !== null && <GoTo place={line.at} />}
      {cells.length > 0 && (
        <details>
          <summary>{EXTRA_PAGE.edit(line.id.split('|')[0] ?? '')}</summary>
          <RecordForm register="scores" id={line.id} cells={cells} texts={line.texts} onSaved={onSaved} />
        </details>
      )}
    </div>
  );
}

function LaySet({ view, onSaved }: { view: View; onSaved: () => void }) {
  const [set, setSet] = useState(view.sets[0]?.key ?? '');
  const [year, setYear] = useState(String(view.year));
  const { work, run } = useWork();
  const id = useId();
  const lay = async () => {
    const answer = await askServer('lay-criteria', { set, year: Number(year) });
    if (!answer.ok) return answer;
    onSaved();
    return { ok: true, sentence: answer.reply.sentence };
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(lay);
      }}
    >
      <Choices label={EXTRA_PAGE.set} options={view.sets.map(({ key, title }) => [key, title])} chosen={set} onChoose={setSet} />
      <p>
        <label for={id}>{EXTRA_PAGE.year}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          maxLength={4}
          value={year}
          onInput={({ currentTarget }) => setYear(currentTarget.value)}
        />
      </p>
      <button type="submit" disabled={work.is === 'waiting'}>
        {EXTRA_PAGE.laySet}
      </button>
      <WorkDone work={work} />
    </form>
  );
}
