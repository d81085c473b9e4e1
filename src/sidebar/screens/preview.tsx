import { useState } from 'preact/hooks';
import type { Calls } from '../../app/calls.ts';
import type { PreviewReply, ReportReply } from '../../app/replies/actions.ts';
import { parseDay } from '../../domain/core/day.ts';
import { sayCount } from '../../words/core/number.ts';
import { REPORT_WORDS, sayAsOf, sayMade, sayMissingCount, sayVersion, sayVersions } from '../../words/pages/indicator-screen.ts';
import { sayProblemCounts } from '../../words/pages/menu-sentences.ts';
import { Files } from '../parts/files.tsx';
import { LongList } from '../parts/long-list.tsx';
import { useOpen } from '../parts/place.ts';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';
import { Fact } from './indicator.tsx';

type Props = { preview: PreviewReply; onPeriod: (period: string) => void };

/** What the report would be, the button that makes it, and the versions made so far. */
export function Preview({ preview, onPeriod }: Props) {
  const { period, periods, made: before } = preview;
  const [made, setMade] = useState<ReportReply | null>(null);
  const { work, run } = useWork();
  const make = () =>
    run(async () => {
      const answer = await askServer('report', { period });
      if (!answer.ok) return answer;
      setMade(answer.reply);
      return { ok: true, sentence: sayOutcome(answer.reply) };
    });
  return (
    <>
      <label for="period">{REPORT_WORDS.period}</label>
      <select id="period" value={period} onChange={({ currentTarget }) => onPeriod(currentTarget.value)}>
        {periods.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <About preview={preview} />
      <Missing missing={preview.missing} />
      <Wrong problems={preview.problems} />
      <button type="button" disabled={work.is === 'waiting'} onClick={make}>
        {REPORT_WORDS.make}
      </button>
      <WorkDone work={work} />
      {made !== null && <Made reply={made} />}
      <Versions made={made === null || made.unchanged ? before : [{ ...made, on: null }, ...before]} />
    </>
  );
}

function sayOutcome({ unchanged, again, version }: ReportReply): string {
  if (!unchanged) return sayMade(version);
  return again ? REPORT_WORDS.again : REPORT_WORDS.unchanged;
}

function About({ preview }: Pick<Props, 'preview'>) {
  const { file, asOf, beforeCutOff, draft, addressees, recipients, signer } = preview;
  const day = parseDay(asOf);
  return (
    <>
      <p>
        {REPORT_WORDS.willMake}: <b>{file}</b>
      </p>
      <p>
        {day !== null && sayAsOf(day, beforeCutOff)} {draft && REPORT_WORDS.draft}
      </p>
      <dl class="about">
        <Fact name={REPORT_WORDS.addressees}>{addressees.join('; ') || REPORT_WORDS.notTyped}</Fact>
        <Fact name={REPORT_WORDS.recipients}>{recipients.join('; ') || REPORT_WORDS.notTyped}</Fact>
        <Fact name={REPORT_WORDS.signer}>{signer}</Fact>
      </dl>
    </>
  );
}

/** What is missing, and whose: closed, because the clerk first wants to know how much. */
function Missing({ missing }: Pick<PreviewReply, 'missing'>) {
  const all = missing.reduce((sum, { items }) => sum + items.length, 0);
  if (all === 0) return <p>{REPORT_WORDS.complete}</p>;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{sayMissingCount(all)}</h2>
      <p class="empty">{REPORT_WORDS.blank}</p>
      {missing.map(({ role, items }) => (
        <details key={role}>
          <summary>
            {role}: {sayCount(items.length)}
          </summary>
          <LongList items={items}>{(item) => item}</LongList>
        </details>
      ))}
    </section>
  );
}

function Wrong({ problems }: Pick<PreviewReply, 'problems'>) {
  const open = useOpen();
  const count = (severity: PreviewReply['problems'][number]['severity']) =>
    problems.filter((line) => line.severity === severity).length;
  if (problems.length === 0) return null;
  return (
    <p>
      {sayProblemCounts({ 'must-fix': count('must-fix'), review: count('review'), note: count('note') })}{' '}
      <button type="button" class="cell" onClick={() => open('check')}>
        {REPORT_WORDS.toCheck}
      </button>
    </p>
  );
}

function Made({ reply: { files, notKept, missing, layout } }: { reply: Calls['report']['reply'] }) {
  return (
    <>
      <Files files={files} notKept={notKept} />
      {missing.length > 0 && <p>{sayMissingCount(missing.length)}.</p>}
      {layout.length > 0 && (
        <>
          <h3>{REPORT_WORDS.layout}</h3>
          <LongList items={layout}>{(line) => line}</LongList>
        </>
      )}
    </>
  );
}

function Versions({ made }: Pick<PreviewReply, 'made'>) {
  if (made.length === 0) return null;
  return (
    <details>
      <summary>{sayVersions(made.length)}</summary>
      {made.map(({ version, on, files }) => (
        <div key={version}>
          <h2>{sayVersion(version, on === null ? null : parseDay(on))}</h2>
          <Files files={files} />
        </div>
      ))}
    </details>
  );
}
