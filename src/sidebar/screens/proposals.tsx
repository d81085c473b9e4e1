import { useState } from 'preact/hooks';
import type { ProposalLine } from '../../app/replies/views.ts';
import { parseDay } from '../../domain/core/day.ts';
import { sayDay } from '../../words/core/day.ts';
import { sayCount } from '../../words/core/number.ts';
import { CHECK_WORDS, PROPOSAL_GROUPS, sayConfirmed } from '../../words/pages/indicator-screen.ts';
import { GoTo } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { askServer } from '../parts/server.ts';
import { useWork, WorkDone } from '../parts/work.tsx';

const GROUPS = ['task', 'indicator', 'statistic'] as const;

/** What the plan only proposes: chosen by hand, confirmed by one button. */
export function Proposals({ proposals }: { proposals: readonly ProposalLine[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const { work, run } = useWork();
  const left = proposals.filter(({ id }) => !gone.has(id));
  const turn = (ids: readonly string[], on: boolean) =>
    setChosen((known) => new Set(on ? [...known, ...ids] : [...known].filter((id) => !ids.includes(id))));
  const confirm = () =>
    run(async () => {
      if (chosen.size === 0) return { ok: false, sentence: CHECK_WORDS.chooseFirst };
      const answer = await askServer('confirm-proposals', { ids: [...chosen] });
      if (!answer.ok) return answer;
      setGone(new Set([...gone, ...answer.reply.confirmed]));
      setChosen(new Set());
      return { ok: true, sentence: sayConfirmed(answer.reply.confirmed.length, answer.reply.left) };
    });
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals" tabIndex={-1}>
        {CHECK_WORDS.proposals}: {sayCount(left.length)}
      </h2>
      <p class="empty">{left.length === 0 ? CHECK_WORDS.noProposals : CHECK_WORDS.whyProposals}</p>
      {GROUPS.map((of) => (
        <Group key={of} of={of} lines={left.filter((line) => line.of === of)} chosen={chosen} onTurn={turn} />
      ))}
      <WorkDone work={work} />
      {left.length > 0 && (
        <button type="button" disabled={work.is === 'waiting'} onClick={confirm}>
          {CHECK_WORDS.confirm}
          {chosen.size > 0 && ` (${sayCount(chosen.size)})`}
        </button>
      )}
    </section>
  );
}

/** A deadline that stands as a day reads `YYYY-MM-DD`. */
function sayDue(what: string): string {
  const day = parseDay(what);
  return day === null ? what : sayDay(day);
}

type GroupProps = {
  of: (typeof GROUPS)[number];
  lines: readonly ProposalLine[];
  chosen: ReadonlySet<string>;
  onTurn: (ids: readonly string[], on: boolean) => void;
};

function Group({ of, lines, chosen, onTurn }: GroupProps) {
  if (lines.length === 0) return null;
  const ids = lines.map(({ id }) => id);
  return (
    <details>
      <summary>
        <h3>
          {PROPOSAL_GROUPS[of]}: {sayCount(lines.length)}
        </h3>
      </summary>
      <label class="tick">
        <input
          type="checkbox"
          checked={ids.every((id) => chosen.has(id))}
          onChange={({ currentTarget }) => onTurn(ids, currentTarget.checked)}
        />
        {CHECK_WORDS.all}
      </label>
      <LongList items={lines}>
        {({ id, text, what, at }) => (
          <>
            <label class="tick">
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={({ currentTarget }) => onTurn([id], currentTarget.checked)}
              />
              <span>
                {text}
                {what !== '' && <b>: {sayDue(what)}</b>}
              </span>
            </label>
            {at !== null && <GoTo place={at} />}
          </>
        )}
      </LongList>
    </details>
  );
}
