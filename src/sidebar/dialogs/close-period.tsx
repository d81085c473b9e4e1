import { useState } from 'preact/hooks';
import type { ToClose } from '../../app/replies/views.ts';
import { whatAndMend } from '../../words/checks/causes.ts';
import { sayCount } from '../../words/core/number.ts';
import { NO_LEAD } from '../../words/entry/owed.ts';
import { CLOSE_WORDS, DIALOG_WORDS, sayDays, sayNewestReport, sayNotEnded, sayReview } from '../../words/pages/dialogs.ts';
import { DONE } from '../../words/pages/menu-sentences.ts';
import { sayCell, sayRows } from '../../words/pages/sidebar.ts';
import { LongList } from '../parts/long-list.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { CloseButton, Dialog, withOtherWay } from './dialog.tsx';

/** `Chốt kỳ báo cáo`: what is missing or must be fixed, whether the day has come, and that the chairman has agreed. */
export function ClosePeriod() {
  return (
    <Dialog name="close-period" call="close-choice">
      {(reply, finish) => (reply.period === null ? <Nothing /> : <Look choice={reply} onDone={finish} />)}
    </Dialog>
  );
}

function Nothing() {
  return (
    <>
      <p>{CLOSE_WORDS.none}</p>
      <CloseButton text={DIALOG_WORDS.close} />
    </>
  );
}

type LookProps = { choice: ToClose; onDone: (sentences: readonly string[]) => void };

function Look({ choice: { period, hasEnded, missing, appraisals, problems, report }, onDone }: LookProps) {
  const review = problems.filter(({ severity }) => severity === 'review').length;
  const newest = report === null ? CLOSE_WORDS.noReport : sayNewestReport(report.version, report.madeOn);
  return (
    <>
      <p class="period">
        {period.name} ({sayDays(period)})
      </p>
      {!hasEnded && <p class="failure">{sayNotEnded(period.end)}</p>}
      <Missing missing={missing} />
      {appraisals !== '' && <p class="failure">{appraisals}</p>}
      <MustFix lines={problems.filter(({ severity }) => severity === 'must-fix')} />
      <p>
        {sayReview(review)} {newest}
      </p>
      {hasEnded ? <Form period={period.name} onDone={onDone} /> : <CloseButton text={DIALOG_WORDS.close} />}
    </>
  );
}

function Missing({ missing }: Pick<ToClose, 'missing'>) {
  const all = missing.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p>{CLOSE_WORDS.complete}</p>;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">
        {CLOSE_WORDS.missing}: {sayRows(all)}
      </h2>
      <LongList items={missing}>
        {({ role, count }) => (
          <>
            {role === '' ? NO_LEAD : role}: {sayRows(count)}
          </>
        )}
      </LongList>
    </section>
  );
}

function MustFix({ lines }: { lines: ToClose['problems'] }) {
  if (lines.length === 0) return <p>{CLOSE_WORDS.good}</p>;
  return (
    <section class="must-fix" aria-labelledby="must-fix">
      <h2 id="must-fix">
        {CLOSE_WORDS.mustFix}: {sayCount(lines.length)}
      </h2>
      <LongList items={lines}>
        {({ text, at }) => (
          <>
            {at !== null && <b>{sayCell(at.tab, at.a1)}: </b>}
            {whatAndMend(text)[0]}
            <span class="mend">{whatAndMend(text)[1]}</span>
          </>
        )}
      </LongList>
    </section>
  );
}

function Form({ period, onDone }: { period: string; onDone: LookProps['onDone'] }) {
  const [agreed, setAgreed] = useState(false);
  const { work, run } = useWork();
  const close = () =>
    run(async () => {
      const answer = await askServer('close-period', { period });
      if (!answer.ok) return { ok: false, sentence: withOtherWay(answer.sentence, 'close-period') };
      const { period: closed, version, facts, package: packed } = answer.reply;
      onDone([DONE.closed(closed, version, facts), packed]);
      return { ok: true, sentence: '' };
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <label class="tick">
        <input type="checkbox" required checked={agreed} onChange={({ currentTarget }) => setAgreed(currentTarget.checked)} />
        {CLOSE_WORDS.agreed}
      </label>
      <p class="empty">{CLOSE_WORDS.agreedHint}</p>
      <WorkDone work={work} />
      <div class="buttons">
        <button type="submit" disabled={!agreed || work.is === 'waiting'}>
          {CLOSE_WORDS.do}
        </button>
        <CloseButton quiet />
      </div>
    </form>
  );
}
