import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { sameKey } from '../../src/workbench/line-moves.ts';
import type { LineKey, ServerEvent, TabView, Told } from '../../src/workbench/protocol.ts';
import type { SessionCommand } from '../../src/workbench/server/commands.ts';
import type { ToSession } from '../../src/workbench/server/messages.ts';
import { runSession } from '../../src/workbench/server/run-session.ts';
import { cellAt, followed, type Sheet, seenLines, sheetOf, withLines } from '../../src/workbench/sheet.ts';

/** What somebody at one of the windows does; numbers are taken modulo what there is. */
type Act =
  | { readonly do: 'draft' | 'commit' | 'hear' | 'undo' | 'again' | 'script'; readonly window: number; readonly at: number }
  | { readonly do: 'type' | 'block' | 'rename' | 'insert' | 'delete' | 'sort'; readonly window: number; readonly at: number };

const WINDOWS = 3;
const [KEY, PERIOD, FIGURE, MARK] = [1, 2, 3, 4] as const;
const HEADERS = ['Mã', 'Kỳ', 'Số liệu', 'Dấu'];
const LINES = 9;
/** A script that moves lines without anybody being told how: it writes them in the opposite order. */
const SCRIPT = `function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Đảo', 'reverse').addToUi(); }
function onEdit() {}
function reverse() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  const range = sheet.getRange(2, 1, sheet.getDataRange().getValues().length - 1, 4);
  range.setValues(range.getValues().reverse());
}`;

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    do: fc.constantFrom<Act['do']>(
      ...(['draft', 'draft', 'commit', 'commit', 'commit', 'type', 'type', 'block', 'rename', 'again'] as const),
      ...(['insert', 'insert', 'delete', 'sort', 'undo', 'undo', 'hear', 'hear', 'script'] as const),
    ),
    window: fc.nat(WINDOWS - 1),
    at: fc.nat(40),
  }),
  { minLength: 10, maxLength: 30 },
);

export type Counts = { interleavings: number; acts: number; acknowledged: number; refused: number; moved: number };

/** Plays so many interleavings of three windows on one workbook. Throws with the first act that puts a figure where nobody meant it. */
export async function playInterleavings(runs: number, seed: number): Promise<Counts> {
  const workspace = mkdtempSync(join(tmpdir(), 'so-cchc-lines-'));
  const counts: Counts = { interleavings: 0, acts: 0, acknowledged: 0, refused: 0, moved: 0 };
  try {
    const bytes = await smallBook();
    fc.assert(
      fc.property(acts, (list) => {
        counts.interleavings += 1;
        bytes(join(workspace, 'so.xlsx'));
        play(workspace, list, counts);
      }),
      { numRuns: runs, seed },
    );
    return counts;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** Lines with a key of their own, two that share one, and two without any. */
async function smallBook(): Promise<(path: string) => void> {
  const { readFileSync, writeFileSync } = await import('node:fs');
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-lines-'));
  const book = new Workbook();
  const sheet = book.addWorksheet('Số liệu');
  sheet.addRow(HEADERS);
  for (let n = 1; n <= LINES; n += 1) {
    const key = n === 4 || n === 7 ? '' : n === 8 ? 'T2' : `T${n}`;
    sheet.addRow([key, key === '' ? '' : 'Quý I', `s${n}`, `m${n}`]);
  }
  await book.xlsx.writeFile(join(folder, 'so.xlsx'));
  const bytes = readFileSync(join(folder, 'so.xlsx'));
  rmSync(folder, { recursive: true });
  return (path) => writeFileSync(path, bytes);
}

type Draft = { row: number; readonly seenRow: number; readonly sheet: Sheet };
type Page = {
  readonly name: string;
  sheet: Sheet;
  draft: Draft | null;
  last: SessionCommand | null;
  readonly unheard: ServerEvent[];
  nth: number;
  readonly typed: Set<string>;
  readonly log: string[];
};
/** Each line as it truly is, from top to bottom. */
type Truth = readonly { readonly row: number; readonly key: LineKey; readonly figure: string; readonly mark: string }[];

function play(workspace: string, list: readonly Act[], counts: Counts): void {
  const pages: Page[] = [];
  const steps = script(list, pages, counts);
  let told: Told | null = null;
  let isEnded = false;
  let id = 0;
  const next = (): ToSession => {
    if (isEnded) return { is: 'close' };
    const step = steps.next(told as Told);
    if (step.done === true) {
      isEnded = true;
      return { is: 'close' };
    }
    id += 1;
    return { is: 'command', id, ...step.value };
  };
  const start = { workspace, workbook: 'so.xlsx', today: '2024-06-20', smtpUrl: null, fileKey: 'k', notes: [], code: SCRIPT };
  runSession(start, { next }, (message) => {
    if (message.is === 'told') told = message.told;
    if (message.is === 'news') for (const page of pages) page.unheard.push(message.news);
  });
}

type Asked = { readonly window: string; readonly command: SessionCommand };
type Talk<Result> = Generator<Asked, Result, Told>;

function* script(list: readonly Act[], pages: Page[], counts: Counts): Talk<void> {
  const book = yield* reply<{ tabs: { id: number }[] }>({ window: 'x', command: { do: 'book' } });
  const tab = book.tabs[0]?.id ?? 0;
  const log: string[] = [];
  for (let n = 0; n < WINDOWS; n += 1) {
    const sheet = sheetOf(yield* viewOf(tab, null));
    pages.push({ name: `w${n}`, sheet, draft: null, last: null, unheard: [], nth: 0, typed: new Set(), log });
  }
  for (const act of list) {
    const page = pages[act.window];
    if (page === undefined) continue;
    counts.acts += 1;
    yield* perform(page, act, counts);
  }
}

function* reply<Reply>(asked: Asked): Talk<Reply> {
  const told = yield asked;
  if (!told.ok) throw new Error(`Bug: ${told.sentence}`);
  return told.reply as Reply;
}

const viewOf = (tab: number, since: number | null): Talk<TabView> =>
  reply<TabView>({ window: 'x', command: { do: 'tab', tab, since } });

function* truthOf(tab: number): Talk<Truth> {
  const sheet = sheetOf(yield* viewOf(tab, null));
  const at = (row: number, column: number) => cellAt(sheet, { row, column }).t;
  return [...sheet.lines.keys()]
    .filter((row) => row > 1)
    .map((row) => ({
      row,
      key: [at(row, KEY), at(row, PERIOD)],
      figure: at(row, FIGURE),
      mark: at(row, MARK),
    }));
}

let figures = 0;

function* perform(page: Page, act: Act, counts: Counts): Talk<void> {
  const row = 2 + (act.at % (LINES + 2));
  if (act.do === 'hear') return yield* hear(page);
  if (act.do === 'draft') {
    page.draft = { row, seenRow: row, sheet: page.sheet };
    return;
  }
  const before = yield* truthOf(page.sheet.id);
  const command = COMMANDS[act.do](page, row, act.at);
  if (command !== null) yield* commanded({ page, act, command, before }, counts);
}

type Commanded = { readonly page: Page; readonly act: Act; readonly command: SessionCommand; readonly before: Truth };

function* commanded({ page, act, command, before }: Commanded, counts: Counts): Talk<void> {
  const told = yield { window: page.name, command };
  const after = yield* truthOf(page.sheet.id);
  if (told.ok) counts.acknowledged += 1;
  else counts.refused += 1;
  if (['insert-rows', 'delete-rows', 'sort'].includes(command.do) && told.ok) counts.moved += 1;
  const wrong = told.ok ? wrongOf({ page, command, isAgain: act.do === 'again' }, before, after) : differences(before, after);
  page.log.push(`${act.do} ${JSON.stringify(command)} → ${JSON.stringify(told)} ${JSON.stringify(differences(before, after))}`);
  if (act.do === 'undo') noteUndone(page, before, after);
  if (wrong.length > 0)
    throw new Error(`${JSON.stringify(wrong)}: ${page.log.join('\n')}\n${JSON.stringify([...page.sheet.lines])}`);
  if (command.do === 'type' && told.ok) page.last = command;
}

/** What a window took back itself is its own again. */
function noteUndone({ typed }: Page, before: Truth, after: Truth): void {
  const known = new Set(held(before));
  for (const line of after)
    if (!known.has(held([line])[0] ?? '')) for (const text of [line.figure, line.key[0] ?? '']) typed.add(text);
}

/** The page as it hears what it was told: lines one by one, or the tab anew and the draft where its line went. */
function* hear(page: Page): Talk<void> {
  for (const news of page.unheard.splice(0)) {
    if (news.is === 'changed' && news.version > page.sheet.version) yield* reread(page);
    const isNew = news.is === 'cells' && news.tab === page.sheet.id && news.version > page.sheet.version;
    if (isNew) page.sheet = withLines(page.sheet, news.lines, news.version);
  }
}

function* reread(page: Page): Talk<void> {
  const view = yield* viewOf(page.sheet.id, page.sheet.version);
  const sheet = sheetOf(view);
  const to = page.draft === null ? null : followed(page.sheet, sheet, view.moves)(page.draft.row);
  page.draft = page.draft === null || to === null ? null : { ...page.draft, row: to };
  page.sheet = sheet;
}

type Texts = { readonly rows: readonly number[]; readonly column: number; readonly letter: string };

function typing(page: Page, on: Sheet, { rows, column, letter }: Texts): SessionCommand {
  page.nth += 1;
  const texts = rows.map(() => {
    figures += 1;
    page.typed.add(`${letter}${figures}`);
    return [`${letter}${figures}`];
  });
  return { do: 'type', tab: on.id, typing: { row: rows[0] ?? 1, column, rows: texts }, seen: seenLines(on, rows), nth: page.nth };
}

type Commanding = (page: Page, row: number, at: number) => SessionCommand | null;

const COMMANDS: Readonly<Record<Exclude<Act['do'], 'hear' | 'draft'>, Commanding>> = {
  commit: (page) => {
    const { draft } = page;
    page.draft = null;
    return draft === null ? null : typing(page, draft.sheet, { rows: [draft.seenRow], column: FIGURE, letter: 'f' });
  },
  type: (page, row) => typing(page, page.sheet, { rows: [row], column: FIGURE, letter: 'f' }),
  block: (page, row) => typing(page, page.sheet, { rows: [row, row + 1, row + 2], column: FIGURE, letter: 'f' }),
  rename: (page, row) => typing(page, page.sheet, { rows: [row], column: KEY, letter: 'K' }),
  again: ({ last }) => last,
  insert: ({ sheet }, row, at) => ({
    do: 'insert-rows',
    tab: sheet.id,
    row,
    count: 1 + (at % 2),
    seen: seenLines(sheet, [row]),
  }),
  delete: ({ sheet }, row) => ({ do: 'delete-rows', tab: sheet.id, row, count: 1, seen: seenLines(sheet, [row]) }),
  sort: ({ sheet }, _, at) => ({
    do: 'sort',
    tab: sheet.id,
    column: at % 2 === 0 ? KEY : FIGURE,
    descending: at % 3 === 0,
    version: sheet.version,
  }),
  script: () => ({ do: 'menu', run: 'reverse' }),
  undo: () => ({ do: 'undo' }),
};

/** Lines by what they hold, wherever they stand; blank ones do not count. */
const held = (truth: Truth): string[] =>
  truth
    .flatMap(({ key, figure, mark }) => (key.join('') + figure + mark === '' ? [] : [`${key.join('·')}|${figure}|${mark}`]))
    .sort();

/** What stands in one list and not, or not as often, in the other. */
function differences(before: Truth, after: Truth): string[] {
  const left = held(after);
  const gone = held(before).filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...gone.map((line) => `- ${line}`), ...left.map((line) => `+ ${line}`)];
}

type Done = { readonly page: Page; readonly command: SessionCommand; readonly isAgain: boolean };

/** What an acknowledged act did that nobody at its window meant. */
function wrongOf({ page, command, isAgain }: Done, before: Truth, after: Truth): string[] {
  const changes = differences(before, after);
  if (isAgain || ['insert-rows', 'sort', 'menu'].includes(command.do)) return changes;
  if (command.do === 'type') return wrongTyping({ page, command, isAgain }, after, changes);
  return command.do === 'delete-rows' ? wrongDeleting(page, changes) : [];
}

/** At most the one line, as the page sees it or itself wrote it: nothing goes that nobody at this window has seen. */
function wrongDeleting({ sheet, typed }: Page, changes: readonly string[]): string[] {
  if (changes.length > 1) return [...changes];
  const lines = [...sheet.lines.keys()].map((row) =>
    [KEY, PERIOD, FIGURE, MARK].map((column) => cellAt(sheet, { row, column }).t),
  );
  const known = new Set(lines.map(([key, period, figure, mark]) => `- ${key}·${period}|${figure}|${mark}`));
  const isOwn = (line: string): boolean => [line.split('|')[1], line.slice(2).split('·')[0]].some((text = '') => typed.has(text));
  return changes.filter((line) => !known.has(line) && !isOwn(line));
}

/** Every text stands, once, in a line of the key that the writer saw, or gave it. */
function wrongTyping({ page, command }: Done, after: Truth, changes: readonly string[]): string[] {
  if (command.do !== 'type') return [];
  const { typing, seen } = command;
  if (typing.column === KEY) return changes.length > 2 ? [...changes] : [];
  const misplaced = typing.rows.flatMap(([text = ''], down) => {
    const line = after.find(({ figure }) => figure === text);
    if (line === undefined) return [`${text} stands nowhere`];
    const key = seen.keys[down] ?? [];
    return sameKey(line.key, key) || page.typed.has(line.key[0] ?? '')
      ? []
      : [`${text} for «${key.join('·')}» stands under «${line.key.join('·')}»`];
  });
  return changes.length > 2 * typing.rows.length ? [...misplaced, ...changes] : misplaced;
}
