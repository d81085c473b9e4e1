import type { Ask } from './connection.ts';
import type { Moved } from './line-moves.ts';
import type { BookView, Look, ServerEvent, TabView } from './protocol.ts';
import { firstOpenRow, followed, sheetOf, withLines } from './sheet.ts';
import { followSelection, type Store, select } from './store.ts';

type Change = Extract<ServerEvent, { readonly is: 'cells' | 'changed' }>;
const AGAIN_AFTER = 2000;

type Reread = (tab: number, version: number, moved: Moved) => void;

/** Reads the workbook and its tabs into what the page knows; `onReread` is told where the lines of the open tab went. */
export function createReading(store: Store, ask: Ask, onReread: Reread) {
  /** What could not be asked is asked once more: the news that should have told of it may be lost on the same way. */
  const again = (): void => {
    if (store.get().link === 'lost') setTimeout(openBook, AGAIN_AFTER);
  };
  const { openTab, take, wanted } = readingTabs({ store, ask, onReread, again });
  const takeBook = async (book: BookView | null): Promise<void> => {
    if (book === null) return again();
    // The tab that was asked for last, though it may not be here yet.
    const open = wanted() ?? store.get().sheet?.id;
    const stays = book.name === store.get().book?.name && book.tabs.some(({ id }) => id === open);
    store.set({ book, looks: book.looks, link: 'live', ...(stays ? {} : { sheet: null }) });
    const first = book.tabs.find(({ hidden }) => !hidden) ?? book.tabs[0];
    const tab = stays ? open : first?.id;
    if (tab !== undefined) await openTab(tab);
  };
  const openBook = async (): Promise<void> => takeBook(await ask('book', {}));
  return { openTab, takeBook, openBook, take };
}

type Parts = { readonly store: Store; readonly ask: Ask; readonly onReread: Reread; readonly again: () => void };

/** One tab after the other: the lines of a view are followed from the one before it. */
function readingTabs({ store, ask, onReread, again }: Parts) {
  let wanted: number | null = null;
  let isDue = false;
  let running: Promise<void> | null = null;
  /** What was told while a tab was on its way: its view may be older or newer than that. */
  let late: Change[] = [];

  const readOnce = async (tab: number): Promise<void> => {
    const open = store.get().sheet;
    late = [];
    const view = await ask('tab', { tab, since: open?.id === tab ? open.version : null });
    // Another tab may have been wanted meanwhile.
    if (view === null) again();
    if (view === null || wanted !== tab) return;
    showTab(store, view, onReread);
    for (const news of late) if (news.tab === tab && news.version > view.version) takeNow(news);
  };
  const readOn = async (): Promise<void> => {
    while (isDue && wanted !== null) {
      isDue = false;
      await readOnce(wanted);
    }
    running = null;
  };
  const openTab = (tab: number): Promise<void> => {
    [wanted, isDue] = [tab, true];
    running ??= readOn();
    return running;
  };
  /** Lines are taken in one by one only by a sheet whose lines still stand where they stood. */
  const takeNow = (news: Change): void => {
    const { sheet } = store.get();
    if (sheet === null || sheet.id !== news.tab || news.version <= sheet.version) return;
    if (isDue) late.push(news);
    else if (news.is === 'changed') openTab(sheet.id);
    else store.set({ sheet: withLines(sheet, news.lines, news.version), looks: newer(store.get().looks, news.looks) });
  };
  return {
    openTab,
    wanted: () => wanted,
    /** A change that was told of the tab that is open. */
    take: (news: Change) => (running === null ? takeNow(news) : void late.push(news)),
  };
}

/** The same tab stays where it is read, at the same lines; another one begins at the first line of the open period, else below the headers. */
function showTab(store: Store, view: TabView, onReread: Reread): void {
  const { sheet: before, looks } = store.get();
  const sheet = sheetOf(view);
  const isSame = before?.id === view.id;
  const first = isSame ? null : firstOpenRow(sheet, store.get().book?.openPeriods ?? []);
  if (!isSame) select(store, { row: first ?? view.frozenRows + 1, column: 1 });
  const moved: Moved = isSame ? followed(before, sheet, view.moves) : (row) => row;
  store.set({ sheet, looks: newer(looks, view.looks) });
  if (isSame && !followSelection(store, moved)) store.set({ lost: store.get().lost + 1 });
  onReread(view.id, view.version, moved);
}

/** Looks keep their places: as long as none is added, the known ones stay, and no line need be drawn again. */
function newer(known: readonly Look[], told: readonly Look[]): readonly Look[] {
  return told.length === known.length ? known : told;
}
