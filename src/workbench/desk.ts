import { CONNECTION, WORKBENCH } from '../words/pages/workbench.ts';
import type { Carried, CommandName, Connection } from './connection.ts';
import { hearNews, newer } from './news.ts';
import type { BookView, DialogButton, Replies } from './protocol.ts';
import { type Sheet, type Spot, sheetOf } from './sheet.ts';
import { type Store, sayRefusal, sayToast, select } from './store.ts';
import { createTyping } from './typing.ts';

type Ask = <Name extends CommandName>(name: Name, carried: Carried<Name>) => Promise<Replies[Name] | null>;

/** What a person can do at the page; whatever is refused is said there. */
export type Desk = ReturnType<typeof createDesk>;

/** Binds what the page knows to the server that knows better. */
export function createDesk(store: Store, connection: Connection) {
  const ask = asking(store, connection);
  const { openTab, openBook, takeBook, onRead } = reading(store, ask);
  const typing = createTyping({ store, connection, refetch: openBook });
  onRead(typing.settleAll);
  connection.listen({
    onNews: (news) => hearNews({ store, openTab, openBook, settle: typing.settle }, news),
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
  /** Asks for what changes, or is made from, the workbook: after all that was typed before it. */
  const act: Ask = async (name, carried) => {
    await typing.whenSent();
    return ask(name, carried);
  };
  return {
    ask,
    openTab,
    type: typing.type,
    fileAddress: connection.fileAddress,
    undo: async () => {
      const undone = await act('undo', {});
      if (undone === null) return;
      sayToast(store, undone.text === null ? '' : WORKBENCH.undone, undone.text ?? WORKBENCH.nothingToUndo);
    },
    insert: (tab: number, row: number, count: number) => act('insert-rows', { tab, row, count }),
    remove: (tab: number, row: number, count: number) => act('delete-rows', { tab, row, count }),
    sort: (sheet: Sheet, { column }: Spot, descending: boolean) => act('sort', { tab: sheet.id, column, descending }),
    runMenu: (run: string) => act('menu', { run }),
    answer: (dialog: number, button: DialogButton, text: string) => {
      store.set({ dialogs: store.get().dialogs.filter((one) => one.dialog !== dialog) });
      return ask('answer', { dialog, button, text });
    },
    sit: async (user: string) => takeBook(await act('sit', { user })),
    openWorkbook: async (workbook: string) => takeBook(await act('open', { workbook })),
    bring: async (name: string, file: string) => takeBook(await act('bring', { name, file })),
    reload: async () => takeBook(await ask('reload', {})),
  };
}

/** Asks; a refusal is shown and gives null. */
function asking(store: Store, connection: Connection): Ask {
  return async (name, carried) => {
    const heard = await connection.tell(name, carried);
    if (heard === 'lost' || heard === 'stranger') {
      store.set({ link: heard });
      return null;
    }
    if (store.get().link === 'lost') store.set({ link: 'live' });
    if (heard.ok) return heard.reply;
    sayRefusal(store, heard.sentence, { stale: heard.stale === true });
    return null;
  };
}

/** Reads the workbook and its tabs into what the page knows. */
function reading(store: Store, ask: Ask) {
  let wanted: number | null = null;
  let afterwards = () => {};
  const openTab = async (tab: number): Promise<void> => {
    wanted = tab;
    const view = await ask('tab', { tab });
    // Another tab may have been wanted meanwhile.
    if (view === null || wanted !== tab) return;
    // Another tab begins at its first line below the headers.
    if (store.get().sheet?.id !== tab) select(store, { row: view.frozenRows + 1, column: 1 });
    store.set({ sheet: sheetOf(view), looks: newer(store.get().looks, view.looks) });
    afterwards();
  };
  const takeBook = async (book: BookView | null): Promise<void> => {
    if (book === null) return;
    // The tab that was asked for last, though it may not be here yet.
    const open = wanted ?? store.get().sheet?.id;
    const stays = book.name === store.get().book?.name && book.tabs.some(({ id }) => id === open);
    store.set({ book, looks: book.looks, link: 'live', ...(stays ? {} : { sheet: null }) });
    const first = book.tabs.find(({ hidden }) => !hidden) ?? book.tabs[0];
    const tab = stays ? open : first?.id;
    if (tab !== undefined) await openTab(tab);
  };
  return {
    openTab,
    takeBook,
    openBook: async (): Promise<void> => takeBook(await ask('book', {})),
    onRead: (then: () => void) => {
      afterwards = then;
    },
  };
}
