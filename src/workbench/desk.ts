import { CONNECTION, WORKBENCH } from '../words/workbench.ts';
import type { Carried, CommandName, Connection } from './connection.ts';
import type { AreaView, BookView, DialogButton, Look, News, Replies } from './protocol.ts';
import { type Sheet, type Spot, sheetOf, withLines } from './sheet.ts';
import { type Store, sayRefusal, sayToast, select } from './store.ts';
import { createTyping } from './typing.ts';

/** What a person can do at the page; whatever is refused is said there. */
export type Desk = ReturnType<typeof createDesk>;

/** Binds what the page knows to the server that knows better. */
export function createDesk(store: Store, connection: Connection) {
  /** Asks; a refusal is shown and gives null. */
  const ask = async <Name extends CommandName>(name: Name, carried: Carried<Name>): Promise<Replies[Name] | null> => {
    const heard = await connection.tell(name, carried);
    if (heard === 'lost' || heard === 'stranger') {
      store.set({ link: heard });
      return null;
    }
    if (heard.ok) return heard.reply;
    sayRefusal(store, heard.sentence, { stale: heard.stale === true });
    return null;
  };

  let wanted: number | null = null;
  const openTab = async (tab: number) => {
    wanted = tab;
    const view = await ask('tab', { tab });
    // Another tab may have been wanted meanwhile.
    if (view === null || wanted !== tab) return;
    // Another tab begins at its first line below the headers.
    if (store.get().sheet?.id !== tab) select(store, { row: view.frozenRows + 1, column: 1 });
    store.set({ sheet: sheetOf(view), looks: newer(store.get().looks, view.looks) });
    typing.settleAll();
  };
  const takeBook = async (book: BookView | null) => {
    if (book === null) return;
    const open = store.get().sheet?.id;
    const stays = book.name === store.get().book?.name && book.tabs.some(({ id }) => id === open);
    store.set({ book, looks: book.looks, link: 'live', ...(stays ? {} : { sheet: null }) });
    const first = book.tabs.find(({ hidden }) => !hidden) ?? book.tabs[0];
    const tab = stays ? open : first?.id;
    if (tab !== undefined) await openTab(tab);
  };
  const openBook = async () => takeBook(await ask('book', {}));
  const refetch = () => {
    openBook();
  };
  const typing = createTyping({ store, connection, refetch });

  const hear = (news: News) => hearNews({ store, openTab, openBook, settle: typing.settle }, news);
  connection.listen({
    onNews: hear,
    onOpen: () => {
      if (store.get().link === 'lost') sayToast(store, '', CONNECTION.back);
      openBook();
    },
    onLost: async () => {
      if (store.get().link === 'live') store.set({ link: 'lost' });
      // A program that runs anew refuses this page for good.
      if ((await connection.tell('book', {})) === 'stranger') store.set({ link: 'stranger' });
    },
  });

  return {
    openTab,
    type: typing.type,
    fileAddress: connection.fileAddress,
    ask,
    undo: async () => {
      const undone = await ask('undo', {});
      if (undone !== null) sayToast(store, undone.text === null ? '' : WORKBENCH.undone, undone.text ?? WORKBENCH.nothingToUndo);
    },
    insert: (tab: number, row: number, count: number) => ask('insert-rows', { tab, row, count }),
    remove: (tab: number, row: number, count: number) => ask('delete-rows', { tab, row, count }),
    sort: (sheet: Sheet, { column }: Spot, descending: boolean) => ask('sort', { tab: sheet.id, column, descending }),
    runMenu: (run: string) => ask('menu', { run }),
    answer: (dialog: number, button: DialogButton, text: string) => {
      store.set({ dialogs: store.get().dialogs.filter((one) => one.dialog !== dialog) });
      return ask('answer', { dialog, button, text });
    },
    sit: async (user: string) => takeBook(await ask('sit', { user })),
    openWorkbook: async (workbook: string) => takeBook(await ask('open', { workbook })),
    bring: async (name: string, file: string) => takeBook(await ask('bring', { name, file })),
    reload: async () => takeBook(await ask('reload', {})),
  };
}

type Ears = {
  readonly store: Store;
  readonly openTab: (tab: number) => Promise<void>;
  readonly openBook: () => Promise<void>;
  readonly settle: () => void;
};

let aimKey = 0;

/** Selects a cell and brings it before the eyes, with a text to go on typing or without. */
export function aimAt(store: Store, spot: Spot, text?: string): void {
  aimKey += 1;
  store.set({ aim: { ...spot, key: aimKey, ...(text === undefined ? {} : { text }) } });
}

const mine = (news: { readonly window: string }): boolean => news.window === document.body.dataset['window'];

function hearNews(ears: Ears, news: News): void {
  const { store } = ears;
  const { book } = store.get();
  if (news.is === 'cells' || news.is === 'changed') hearChange(ears, news);
  else if (news.is === 'busy') store.set({ busy: news.with });
  else if (news.is === 'files') store.set({ book: book === null ? null : { ...book, files: news.files } });
  else if (mine(news)) hearOwn(ears, news);
}

/** A version that does not follow the last one means that something was missed. */
function hearChange(ears: Ears, news: Extract<News, { is: 'cells' | 'changed' }>): void {
  const { store, openTab, openBook, settle } = ears;
  const { book, sheet } = store.get();
  if (book === null) return;
  if (news.version > book.version + 1 || (news.is === 'changed' && news.tab === null)) {
    openBook();
    return;
  }
  store.set({ book: { ...book, version: Math.max(book.version, news.version) } });
  if (sheet?.id === news.tab) {
    if (news.is === 'cells') store.set({ sheet: withLines(sheet, news.lines), looks: newer(store.get().looks, news.looks) });
    else openTab(sheet.id);
  }
  settle();
}

/** Looks keep their places: as long as none is added, the known ones stay, and no line need be drawn again. */
function newer(known: readonly Look[], told: readonly Look[]): readonly Look[] {
  return told.length === known.length ? known : told;
}

type Own = Extract<News, { readonly window: string }>;

async function hearOwn({ store, openTab }: Ears, news: Own): Promise<void> {
  if (news.is === 'toast') sayToast(store, news.title, news.text);
  else if (news.is === 'dialog') store.set({ dialogs: [...store.get().dialogs, news] });
  else if (news.is === 'page') store.set(news.kind === 'sidebar' ? { sidebar: news } : { modal: news });
  else {
    if (store.get().sheet?.id !== news.tab) await openTab(news.tab);
    aimAt(store, news);
  }
}

/** The area from one corner to the other, whichever stands first. */
export function areaOf(one: Spot, other: Spot): AreaView {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return { row, column, rows: Math.abs(one.row - other.row) + 1, columns: Math.abs(one.column - other.column) + 1 };
}
