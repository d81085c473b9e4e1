import { useEffect, useRef, useState } from 'preact/hooks';
import type { Conflict, EnterRequest } from '../../app/replies/enter.ts';
import type { FormTexts, MyRow } from '../../app/replies/my-rows.ts';
import { FORM_FIELDS, type FormField } from '../../domain/plan/asked-fields.ts';
import { ENTER_FORM } from '../../words/entry/enter-form.ts';
import { useDraft } from '../parts/drafts.ts';
import { GoTo } from '../parts/go-to.tsx';
import { judgeTyping } from '../parts/judge-typing.ts';
import { idOf } from '../parts/read-form.ts';
import { focusOn } from '../parts/screen.tsx';
import { askServer } from '../parts/server.ts';
import { Appraisal } from './appraisal.tsx';
import { type Board, shownTexts } from './board.ts';
import { Conflicts } from './conflicts.tsx';
import { Fields } from './enter-fields.tsx';

type State =
  | { readonly is: 'typing' | 'saving' }
  | { readonly is: 'failed'; readonly sentence: string; readonly conflicts: readonly Conflict[] };

type Props = {
  row: MyRow;
  board: Board;
  /** Says what was done, and goes on to the next row unless there is more to do here. */
  onMove: (sentence: string, stays: boolean) => void;
  onOpen: (key: string) => void;
};

/** The form of one row: what the plan asks, the fields that apply, and the verdict while typing. */
export function EnterRow({ row, board, onMove, onOpen }: Props) {
  const { context } = board;
  const stored = shownTexts(row);
  const draft = useDraft(`enter ${context.period.name} ${row.of} ${idOf(row)}`, stored as Readonly<Record<string, string>>);
  const [state, setState] = useState<State>({ is: 'typing' });
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const typing = judgeTyping(row, draft.texts, context);
  const fail = (sentence: string, conflicts: readonly Conflict[] = []) => setState({ is: 'failed', sentence, conflicts });
  const save = async () => {
    const [bad] = Object.keys(typing.unreadable);
    const request = requestFor(row, board, draft.typed);
    if (bad !== undefined) focusOn(`field-${bad}`);
    if (bad !== undefined || Object.keys(request.values).length === 0)
      return fail(bad === undefined ? ENTER_FORM.nothingNew : ENTER_FORM.unreadable);
    setState({ is: 'saving' });
    const answer = await askServer('enter', request);
    if (!answer.ok) return fail(answer.sentence, answer.conflicts);
    const isWhole = draft.forget();
    board.save(row, draft.texts, answer.reply);
    setState({ is: 'typing' });
    // Whoever went elsewhere meanwhile is not called away from there.
    if (isHere.current) onMove(ENTER_FORM.saved(idOf(row), answer.reply.result, answer.reply.sentence), !isWhole);
  };
  const settle = ({ header, now }: Conflict, keepsTyped: boolean) => {
    const field = FORM_FIELDS[row.of].find((each) => context.headers[row.of][each] === header);
    if (field === undefined || state.is !== 'failed') return;
    if (!keepsTyped) draft.give(field);
    board.see(row, { [field]: now });
    const conflicts = state.conflicts.filter((each) => each.header !== header);
    setState(conflicts.length === 0 ? { is: 'typing' } : { ...state, conflicts });
    if (conflicts.length === 0) focusOn('row-save');
  };
  const saving = state.is === 'saving';
  return (
    <form
      aria-labelledby="row-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) save();
      }}
    >
      <h2 id="row-title" tabIndex={-1}>
        {idOf(row)}: {(row.of === 'actual' ? row.indicator : row.task).title}
      </h2>
      <Facts row={row} />
      <Fields row={row} board={board} texts={draft.texts} typing={typing} onType={draft.type} onOpen={onOpen} />
      {Object.keys(draft.typed).length === 0 && <Appraisal row={row} board={board} />}
      {state.is === 'failed' && (
        <div role="alert" class="failure">
          <p>{state.sentence}</p>
        </div>
      )}
      {state.is === 'failed' && <Conflicts conflicts={state.conflicts} onSettle={settle} />}
      <div role="status">
        {saving && <p class="waiting">{ENTER_FORM.saving}</p>}
        {!saving && Object.keys(draft.typed).length > 0 && <p class="waiting">{ENTER_FORM.draft}</p>}
      </div>
      <div class="buttons">
        <button id="row-save" type="submit" aria-disabled={saving}>
          {ENTER_FORM.save}
        </button>
        <button type="button" class="quiet" onClick={() => onMove('', false)}>
          {ENTER_FORM.skip}
        </button>
        {row.at !== null && <GoTo place={row.at} />}
      </div>
    </form>
  );
}

/** What the sheet shows beside the cells to type into. */
function Facts({ row: { facts } }: { row: MyRow }) {
  return (
    <dl class="facts">
      {facts.map(([header, text]) => (
        <div key={header}>
          <dt>{header}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Only what was typed, each beside what stood there. */
function requestFor(row: MyRow, { context }: Board, typed: FormTexts): EnterRequest {
  const headers = context.headers[row.of];
  const named = (Object.keys(typed) as FormField[]).map((field) => ({ field, header: headers[field] ?? '' }));
  return {
    tab: row.tab,
    id: idOf(row),
    period: context.period.name,
    values: Object.fromEntries(named.map(({ field, header }) => [header, typed[field] ?? ''])),
    before: Object.fromEntries(named.map(({ field, header }) => [header, row.texts[field] ?? ''])),
  };
}
