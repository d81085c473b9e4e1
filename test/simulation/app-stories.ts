import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { CallKind } from '../../src/host/core/calls.ts';
import { newSidecar, type Sidecar } from '../../src/host/core/sidecar.ts';
import type { MemoryTab } from '../app/memory-ports.ts';
import { office, type } from '../app/operations.ts';
import { ensureBuilt } from '../helpers/built.ts';
import type { HumanAct } from './acts.ts';
import { APP_TAB, bookOf, shownIn } from './app-book.ts';
import type { Random } from './random.ts';
import { type Ended, type Happening, openStage, type Stage, type Unflushed } from './stage.ts';

/** The clerk of the small plan, who owns the file. */
const OWNER = 'vanphong@example.vn';
const CLERK = 'can-bo@example.vn';
/** Rows 1 and 2 are the head and the headers of the tab; its six rows follow. */
const [FIRST, LAST] = [3, 8];
/** Columns of the tab by what stands in them. */
const COLUMN = { id: 1, title: 4, numerator: 10, typed: 12, result: 13, explanation: 15, cause: 17, note: 24, toMend: 27 };

/** What the bundle is asked while people edit. */
export type Asked = 'refresh' | 'open-period' | 'close-period';
const REQUESTS: Readonly<Record<Asked, string>> = {
  refresh: '{"call":"refresh","with":{}}',
  'open-period': '{"call":"open-period","with":{"period":"Quý III 2024"}}',
  'close-period': '{"call":"close-period","with":{"period":"6 tháng đầu năm 2024"}}',
};
export const ASKED = Object.keys(REQUESTS) as Asked[];

/** Every kind of human edit at the places of the real tab where it can hurt. */
export const APP_ACTS: readonly HumanAct[] = [
  ...[1, 2, FIRST, 5, LAST].map((row): HumanAct => ({ kind: 'insert-row', row, side: 'above' })),
  { kind: 'insert-row', row: LAST, side: 'below' },
  ...[1, FIRST, 5, LAST].map((row): HumanAct => ({ kind: 'delete-row', row })),
  { kind: 'sort', from: FIRST, to: LAST, column: COLUMN.id, descending: true },
  { kind: 'sort', from: FIRST, to: LAST, column: COLUMN.numerator, descending: true },
  { kind: 'move-column', from: COLUMN.result, to: COLUMN.title },
  { kind: 'move-column', from: COLUMN.cause, to: COLUMN.id },
  { kind: 'move-column', from: COLUMN.numerator, to: COLUMN.note },
  ...[COLUMN.id, COLUMN.typed, COLUMN.explanation, COLUMN.note].map((before): HumanAct => ({ kind: 'add-column', before })),
  { kind: 'rename-header', row: 2, column: COLUMN.result, text: 'Tên khác' },
  { kind: 'rename-header', row: 2, column: COLUMN.id, text: 'Tên khác' },
  { kind: 'rename-tab', name: 'Số liệu năm nay' },
  { kind: 'clear', area: { row: 4, column: COLUMN.numerator, rows: 2, columns: 2 } },
  {
    kind: 'paste-over',
    row: 4,
    column: COLUMN.numerator,
    rows: [
      ['310', '500'],
      ['499', '500'],
    ],
  },
  { kind: 'paste-over', row: FIRST, column: COLUMN.note, rows: [['gõ thêm']] },
  { kind: 'merge', area: { row: 4, column: COLUMN.cause, rows: 2, columns: 2 } },
  { kind: 'filter' },
];

let compiled: Script | null = null;
/** The very bundle that is pushed. */
function bundle(): Script {
  ensureBuilt();
  compiled ??= new Script(readFileSync('dist/Code.js', 'utf8'), { filename: 'Code.js' });
  return compiled;
}

export type AppStory = {
  readonly asked: Asked;
  readonly unflushed: Unflushed;
  readonly at: readonly { readonly gap: number; readonly does: Happening }[];
};
export type AppTold = { readonly findings: readonly string[]; readonly gaps: number; readonly history: readonly string[] };

const sharedSidecar = (): Sidecar => ({ ...newSidecar(OWNER), editors: [CLERK] });

/** Figures were typed since the last run, so that there is something to write from the first row to the last. */
function openOffice(): MemoryTab[] {
  const desk = office();
  for (const id of ['T1', 'T4', 'T6']) type(desk.tab(APP_TAB), [id, 'Tử số'], 499);
  return desk.tabs;
}

function open(unflushed: Unflushed): Stage {
  const tabs = openOffice();
  const tab = tabs.find(({ name }) => name === APP_TAB)?.sheetId ?? 0;
  return openStage({ script: bundle(), book: bookOf(tabs), sidecar: sharedSidecar(), tab, unflushed });
}

function ask(stage: Stage, asked: Asked, at: AppStory['at'] = []): Ended {
  return stage.run({ name: 'ask', user: OWNER, entry: 'page', args: () => [REQUESTS[asked]], at });
}

/**
 * Plays one story of the bundle, then the person asks again and the day's run comes; the sheet must be what it is when people and
 * bundle had waited for each other: what was typed stands where its person put it, and every grey cell beside its own key.
 */
export function tellApp({ asked, unflushed, at }: AppStory): AppTold {
  const stage = open(unflushed);
  const ended = ask(stage, asked, at);
  const orders = ordersOf(at).map((order) => inOrder(order, { asked, at }));
  if (ended.killed || refusedIn(ended)) ask(stage, asked);
  ask(stage, 'refresh');
  const failures = ended.failure === null ? [] : [`the script fails: ${ended.failure}`];
  const found = orders
    .map((people) => differences(stage, people, isHeaderLost(at)))
    .sort((one, other) => one.length - other.length);
  return { findings: [...failures, ...(found[0] ?? [])], gaps: ended.gaps, history: stage.history };
}

type Order = readonly ('asked' | 'edit' | 'run')[];

/** Every order in which they could have waited for each other. */
function ordersOf(at: AppStory['at']): Order[] {
  const others = at.flatMap(({ does }) => (does.do === 'edit' || does.do === 'run' ? [does.do] : []));
  return others.reduce<Order[]>(
    (orders, other) =>
      orders.flatMap((order) =>
        order.concat('asked').map((_, place) => [...order.slice(0, place), other, ...order.slice(place)]),
      ),
    [['asked']],
  );
}

/** What stands when everybody had waited for everybody, and the day's run came last. */
function inOrder(order: Order, { asked, at }: Pick<AppStory, 'asked' | 'at'>): Stage {
  const people = open('landed');
  for (const step of order) {
    if (step === 'asked') ask(people, asked);
    for (const { does } of at) {
      if (does.do === 'edit' && step === 'edit') people.edit(does.what);
      if (does.do === 'run' && step === 'run') people.run({ name: does.name, user: does.user, at: [] });
    }
  }
  ask(people, 'refresh');
  return people;
}

function refusedIn({ result }: Ended): boolean {
  return typeof result === 'string' && JSON.parse(result).ok === false;
}

/**
 * An opening or a closing is followed by the judging of all rows. Whoever renames a header in between leaves rows that are done and cannot
 * be judged any more: their verdict and what the machine says of the row (`Ô cần sửa`) are blank, or still those of the last judging, where a new one would stand had the person waited.
 */
function isHeaderLost(at: AppStory['at']): boolean {
  return at.some(({ does }) => does.do === 'edit' && does.what.kind === 'rename-header');
}
const JUDGED: readonly number[] = [COLUMN.result, COLUMN.result + 1, COLUMN.explanation, COLUMN.toMend].map(
  (column) => column - 1,
);

/** Cell by cell, over the tabs that people edit; the log tells when and so may differ. `unjudged`: rows may lack their new verdict. */
function differences(stage: Stage, people: Stage, unjudged: boolean): string[] {
  const [is, should, before] = [shownIn(stage.book), shownIn(people.book), unjudged ? shownIn(open('landed').book) : null];
  return Object.entries(should).flatMap(([id, rows]) => {
    const sheet = people.book.sheets.find((each) => String(each.id) === id);
    if (sheet === undefined || LOGS.includes(sheet.name)) return [];
    const found = is[id] ?? [];
    const height = Math.max(rows.length, found.length);
    return Array.from({ length: height }, (_, at) => at)
      .map((at) => ({
        at,
        wrong: differing(
          found[at] ?? [],
          rows[at] ?? [],
          before !== null && sheet.name === APP_TAB ? (before[id]?.[at] ?? []) : null,
        ),
      }))
      .filter(({ wrong }) => wrong !== '')
      .map(({ at, wrong }) => `${sheet.name}, row ${at + 1}: ${wrong}`);
  });
}

/** `before`: the row as it stood at first, whose verdict may have stayed or gone; `null` where every cell counts. */
function differing(is: readonly unknown[], should: readonly unknown[], before: readonly unknown[] | null): string {
  const columns = Array.from({ length: Math.max(is.length, should.length) }, (_, at) => at);
  const isOld = (at: number): boolean => before !== null && JUDGED.includes(at) && ['', before[at] ?? ''].includes(is[at] ?? '');
  const wrong = columns.filter((at) => (is[at] ?? '') !== (should[at] ?? '') && !isOld(at));
  return wrong
    .map((at) => `column ${at + 1} ${JSON.stringify(is[at] ?? '')} instead of ${JSON.stringify(should[at] ?? '')}`)
    .join(', ');
}

const LOGS: readonly string[] = ['Nhật ký', 'Bản chốt'];

const quiet = new Map<Asked, Ended>();
/** A run in which nothing happens. */
function quietRun(asked: Asked): Ended {
  const known = quiet.get(asked) ?? ask(open('landed'), asked);
  quiet.set(asked, known);
  return known;
}

/** How many gaps a run has in which nothing happens. */
export function gapsOfApp(asked: Asked): number {
  return quietRun(asked).gaps;
}

const WRITING: readonly CallKind[] = ['values-written', 'flush'];

/**
 * The gaps in which an edit can hurt: before everything, and around each write and each flush. Between two readings it only
 * comes earlier or later.
 */
export function tellingGaps(asked: Asked): number[] {
  const around = quietRun(asked).kinds.flatMap((kind, at) => (WRITING.includes(kind) ? [at + 1, at + 2] : []));
  return [...new Set([1, ...around])];
}

/** Every edit in each of these gaps; the two ways of unflushed writes in turn, or both. */
export function* allAppStories(asked: Asked, gaps: readonly number[], ways: readonly Unflushed[] = []): Generator<AppStory> {
  let turn = 0;
  for (const gap of gaps) {
    for (const what of APP_ACTS) {
      turn += 1;
      const here = ways.length > 0 ? ways : ([turn % 2 === 0 ? 'landed' : 'waiting'] as const);
      for (const unflushed of here) yield { asked, unflushed, at: [{ gap, does: { do: 'edit', what } }] };
    }
  }
}

/** A story by chance: an edit, perhaps a kill, perhaps another clerk at the same button. */
export function appStoryOf(random: Random, { kills }: { readonly kills: boolean }): AppStory {
  const asked = random.oneOf(ASKED);
  const gap = (): number => 1 + random.below(gapsOfApp(asked) + 2);
  const edit: AppStory['at'] = [{ gap: gap(), does: { do: 'edit', what: random.oneOf(APP_ACTS) } }];
  const kill: AppStory['at'] = kills ? [{ gap: gap(), does: { do: 'kill' } }] : [];
  const other: AppStory['at'] =
    random.below(3) === 0 ? [{ gap: gap(), does: { do: 'run', name: 'menuRefresh', user: CLERK } }] : [];
  return { asked, unflushed: random.oneOf(['landed', 'waiting'] as const), at: [...edit, ...kill, ...other] };
}
