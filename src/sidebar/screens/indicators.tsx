import { useContext, useState } from 'preact/hooks';
import type { IndicatorsReply } from '../../app/replies/views.ts';
import type { Verdict } from '../../domain/judging/verdict.ts';
import { ORIGIN_LABELS, VERDICT_LABELS } from '../../words/core/labels.ts';
import { sayCount } from '../../words/core/number.ts';
import { INDICATOR_WORDS, plainLetters, sayVerdictCounts } from '../../words/pages/indicator-screen.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { LongList } from '../parts/long-list.tsx';
import { PeriodChoice } from '../parts/period-choice.tsx';
import { TITLE_ID, WayContext } from '../parts/place.ts';
import { Failure, Frame } from '../parts/screen.tsx';
import { useCall } from '../parts/server.ts';
import { saysMore, VerdictWord } from '../parts/verdict-word.tsx';
import { IndicatorScreen } from './indicator.tsx';

/** The worst first: what a person looks for. */
const WORST_FIRST: readonly Verdict[] = [
  'not-met',
  'nearly-met',
  'no-data',
  'met',
  'not-due',
  'nothing-arose',
  'track-only',
  'not-applicable',
];

type IndicatorRow = IndicatorsReply['rows'][number];

/** `Chỉ tiêu`: the list, or one of them opened; the list stays as it was for the way back, which ends at the row it began from. */
export function Indicators() {
  const [period, setPeriod] = useState('');
  const carried = period === '' ? {} : { period };
  const list = useCall('indicators', carried);
  const way = useContext(WayContext);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [focus, setFocus] = useState(way.focus);
  const open = (id: string) => {
    setOpened(id);
    setFocus(TITLE_ID);
  };
  const back = () => {
    setOpened(null);
    setFocus(`of-${opened}`);
  };
  return (
    <WayContext.Provider value={{ ...way, focus }}>
      {opened === null ? (
        <Frame title={SCREEN_WORDS.indicators.title} busy={list.waiting} ready={list.reply !== null} onReload={list.load}>
          {list.failure !== null && <Failure sentence={list.failure} onRetry={list.load} />}
          {list.reply !== null && <PeriodChoice open={list.reply.open} chosen={list.reply.period ?? ''} onChoose={setPeriod} />}
          {list.reply !== null && <List reply={list.reply} query={query} onQuery={setQuery} onOpen={open} />}
        </Frame>
      ) : (
        <IndicatorScreen id={opened} carried={carried} onBack={back} />
      )}
    </WayContext.Provider>
  );
}

type ListProps = { reply: IndicatorsReply; query: string; onQuery: (text: string) => void; onOpen: (id: string) => void };

function List({ reply: { period, rows }, query, onQuery, onOpen }: ListProps) {
  const sought = plainLetters(query.trim());
  const found = rows.filter(({ id, title }) => plainLetters(`${id} ${title}`).includes(sought));
  const counts = WORST_FIRST.map(
    (code) => [VERDICT_LABELS[code], rows.filter(({ verdict, proposed }) => verdict === code && !proposed).length] as const,
  );
  const beside = [ORIGIN_LABELS.proposed, rows.filter(({ proposed }) => proposed).length] as const;
  return (
    <>
      <p class="period">{period === null ? INDICATOR_WORDS.noPeriod : `${INDICATOR_WORDS.period} ${period}`}</p>
      <p>{sayVerdictCounts([...counts, beside])}</p>
      <label for="search">{INDICATOR_WORDS.search}</label>
      <input
        id="search"
        type="search"
        value={query}
        aria-describedby="search-hint"
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
      />
      <p id="search-hint" class="empty">
        {INDICATOR_WORDS.searchHint}
      </p>
      <div role="status">{found.length === 0 && <p class="empty">{INDICATOR_WORDS.noneFound}</p>}</div>
      {groupsOf(found).map(([field, mine]) => (
        <details key={`${field} ${sought}`} open={sought !== '' || mine.some(isTrouble)}>
          <summary>
            <h2 class="inline">
              {field === '' ? INDICATOR_WORDS.noField : field}: {sayCount(mine.length)}
            </h2>
          </summary>
          <LongList items={mine} first={firstOf(mine, sought)}>
            {(row) => <Line row={row} onOpen={onOpen} />}
          </LongList>
        </details>
      ))}
    </>
  );
}

const TROUBLE: readonly (Verdict | null)[] = ['not-met', 'nearly-met', 'no-data'];
const isTrouble = ({ verdict }: IndicatorRow): boolean => TROUBLE.includes(verdict);

/** Of a field that has trouble only that is shown at first; what was searched for is shown. */
function firstOf(rows: readonly IndicatorRow[], sought: string): number | undefined {
  const trouble = rows.filter(isTrouble).length;
  return sought === '' && trouble > 0 ? trouble : undefined;
}

/** By field, the field with the worst row first; within it the worst rows first. */
function groupsOf(rows: readonly IndicatorRow[]): [string, IndicatorRow[]][] {
  const place = ({ verdict }: IndicatorRow): number => (verdict === null ? WORST_FIRST.length : WORST_FIRST.indexOf(verdict));
  const groups = new Map<string, IndicatorRow[]>();
  for (const row of rows) groups.set(row.field, [...(groups.get(row.field) ?? []), row]);
  const worst = (mine: readonly IndicatorRow[]): number => Math.min(...mine.map(place));
  return [...groups]
    .map(([field, mine]): [string, IndicatorRow[]] => [field, [...mine].sort((one, other) => place(one) - place(other))])
    .sort(([, one], [, other]) => worst(one) - worst(other));
}

function Line({ row: { id, title, verdict, why }, onOpen }: { row: IndicatorRow; onOpen: (id: string) => void }) {
  return (
    <>
      <button type="button" class="row" id={`of-${id}`} onClick={() => onOpen(id)}>
        {id}: {title}
      </button>
      {verdict !== null && <VerdictWord verdict={verdict} />}
      {saysMore(why) && <span class="mend">{why}</span>}
    </>
  );
}
