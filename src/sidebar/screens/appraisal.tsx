import { useState } from 'preact/hooks';
import type { MyRow } from '../../app/replies/my-rows.ts';
import type { Appraisal as Said } from '../../domain/period/appraisal.ts';
import { APPRAISAL_WORDS, sayAppraisal } from '../../words/entry/appraisal.ts';
import { idOf } from '../parts/read-form.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import type { Board } from './board.ts';

/** What whoever keeps the plan said of the row, and, for him, what he says. */
export function Appraisal({ row, board }: { row: MyRow; board: Board }) {
  const [reason, setReason] = useState('');
  const { work, run } = useWork();
  const { appraisal } = row;
  if (appraisal === null) return null;
  const say = (said: Said) =>
    run(async () => {
      const { period } = board.context;
      const answer = await askServer('appraise', { tab: row.tab, id: idOf(row), period: period.name, appraisal: said, reason });
      if (answer.ok) board.appraise(row, answer.reply);
      return { ok: answer.ok, sentence: answer.ok ? '' : answer.sentence };
    });
  return (
    <fieldset class="choice">
      <legend>{APPRAISAL_WORDS.title}</legend>
      <p class={appraisal.state === 'returned' ? 'failure' : ''}>{sayAppraisal(appraisal.state, appraisal.reason)}</p>
      {board.appraises && (
        <>
          <button type="button" onClick={() => say('agreed')}>
            {APPRAISAL_WORDS.agree}
          </button>
          <label for="appraisal-reason">{APPRAISAL_WORDS.reason}</label>
          <textarea
            id="appraisal-reason"
            rows={2}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <button type="button" class="quiet" onClick={() => say('returned')}>
            {APPRAISAL_WORDS.giveBack}
          </button>
          <WorkDone work={work} />
        </>
      )}
    </fieldset>
  );
}
