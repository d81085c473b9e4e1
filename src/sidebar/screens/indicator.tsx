import type { ComponentChildren } from 'preact';
import type { IndicatorReply } from '../../app/replies/views.ts';
import { DATA_KIND_LABELS, JUDGED_WHEN_LABELS, ORIGIN_LABELS } from '../../words/core/labels.ts';
import { sayLevel } from '../../words/judging/verdict.ts';
import { INDICATOR_WORDS } from '../../words/pages/indicator-screen.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { GoTo } from '../parts/go-to.tsx';
import { Failure, Frame } from '../parts/screen.tsx';
import { useCall } from '../parts/server.ts';
import { saysMore, VerdictWord } from '../parts/verdict-word.tsx';
import { History } from './history.tsx';

type Props = { id: string; carried: { readonly period?: string }; onBack: () => void };

/** One indicator: its verdict and why, its level of each year, its place in the plan, and behind «Xem thêm» how it went. */
export function IndicatorScreen({ id, carried, onBack }: Props) {
  const { reply, waiting, failure, load } = useCall('indicator', { id, ...carried });
  return (
    <Frame title={`${SCREEN_WORDS.indicators.title} ${id}`} busy={waiting} ready={reply !== null} onReload={load}>
      <button type="button" class="quiet" onClick={onBack}>
        {INDICATOR_WORDS.back}
      </button>
      {failure !== null && <Failure sentence={failure} onRetry={load} />}
      {reply !== null && <Opened reply={reply} />}
    </Frame>
  );
}

function Opened({ reply }: { reply: IndicatorReply }) {
  const { about, period, verdict, why, cause, proposal, places } = reply;
  return (
    <>
      <p class="period">{about.title}</p>
      {period !== null && (
        <p>
          {INDICATOR_WORDS.period} {period.name}
        </p>
      )}
      {verdict !== null && (
        <p>
          <VerdictWord verdict={verdict} /> {saysMore(why) && why}
        </p>
      )}
      <Said name={INDICATOR_WORDS.cause} text={cause} />
      <Said name={INDICATOR_WORDS.proposal} text={proposal} />
      {places.entry !== null && (
        <p>
          {INDICATOR_WORDS.toEntry} <GoTo place={places.entry} />
        </p>
      )}
      <Levels reply={reply} />
      <InPlan about={about} />
      {places.plan !== null && (
        <p>
          {INDICATOR_WORDS.toPlan} <GoTo place={places.plan} />
        </p>
      )}
      <details>
        <summary>
          <h2 class="inline">{INDICATOR_WORDS.more}</h2>
        </summary>
        <History reply={reply} />
      </details>
    </>
  );
}

function Said({ name, text }: { name: string; text: string }) {
  if (text === '') return null;
  return (
    <p>
      <b>{name}:</b> {text}
    </p>
  );
}

function Levels({ reply: { about, targets, period } }: { reply: IndicatorReply }) {
  return (
    <section aria-labelledby="levels">
      <h2 id="levels">{INDICATOR_WORDS.levels}</h2>
      {targets.length === 0 ? (
        <p class="empty">{INDICATOR_WORDS.noLevels}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{INDICATOR_WORDS.year}</th>
              <th scope="col">{INDICATOR_WORDS.level}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(([year, level]) => (
              <tr key={year} class={year === period?.year ? 'now' : ''}>
                <th scope="row">{year}</th>
                <td>
                  {sayLevel(level, about.unit, about.kind)}
                  {year === period?.year && ` (${INDICATOR_WORDS.thisYear})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function InPlan({ about }: Pick<IndicatorReply, 'about'>) {
  return (
    <section aria-labelledby="in-plan">
      <h2 id="in-plan">{INDICATOR_WORDS.place}</h2>
      <dl class="about">
        <Fact name={INDICATOR_WORDS.section}>{about.planPlace || INDICATOR_WORDS.unsaid}</Fact>
        <Fact name={INDICATOR_WORDS.field}>{about.field || INDICATOR_WORDS.unsaid}</Fact>
        <Fact name={INDICATOR_WORDS.lead}>{about.lead || INDICATOR_WORDS.unsaid}</Fact>
        <Fact name={INDICATOR_WORDS.judged}>{JUDGED_WHEN_LABELS[about.judged]}</Fact>
        <Fact name={INDICATOR_WORDS.data}>{DATA_KIND_LABELS[about.data]}</Fact>
        <Fact name={INDICATOR_WORDS.origin}>{ORIGIN_LABELS[about.origin]}</Fact>
      </dl>
    </section>
  );
}

/** A name and what stands beside it. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
