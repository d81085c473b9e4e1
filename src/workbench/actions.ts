import { CONNECTION, WORKBENCH } from '../words/pages/workbench.ts';
import type { Ask, Connection } from './connection.ts';
import type { DialogButton } from './protocol.ts';
import { createReading } from './reading.ts';
import { hearServerEvent } from './server-events.ts';
import { type Sheet, type Spot, seenLines } from './sheet.ts';
import { type Store, sayRefusal, sayToast } from './store.ts';
import { createTyping } from './typing.ts';

/** What a person can do at the page; whatever is refused is said there. */
export type PageActions = ReturnType<typeof createActions>;

/** Binds what the page knows to the server that knows better. */
export function createActions(store: Store, connection: Connection) {
  const ask = asking(store, connection);
  const { openTab, openBook, takeBook, take } = createReading(store, ask, (...read) => typing.reread(...read));
  const typing = createTyping({ store, connection, refetch: openBook });
  connection.onWaiting = (isLong) => store.set({ isSlow: isLong });
  connection.listen({
    mayRest: () => store.get().dialogs.length === 0,
    onEvent: (news) => hearServerEvent({ store, openTab, openBook, take, settle: typing.settle }, news),
    onOpen: () => {
      if (store.get().link === 'lost') sayToast(store, '', CONNECTION.back);
      takePlace(store, { ask, takeBook });
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
    typeAll: typing.typeAll,
    /** Where a file of the workspace is downloaded from; null for one that the page does not know. */
    fileAddress: (path: string) => store.get().book?.files.find((file) => file.path === path)?.address ?? null,
    undo: async () => {
      const undone = await act('undo', {});
      if (undone === null) return;
      sayToast(store, undone.text === null ? '' : WORKBENCH.undone, undone.text ?? WORKBENCH.nothingToUndo);
    },
    // The lines are those that are seen now, though the act may wait for what was typed before it.
    insert: (sheet: Sheet, row: number, count: number) =>
      act('insert-rows', { tab: sheet.id, row, count, seen: seenLines(sheet, [row]) }),
    remove: (sheet: Sheet, row: number, count: number) => {
      const rows = Array.from({ length: count }, (_, down) => row + down);
      return act('delete-rows', { tab: sheet.id, row, count, seen: seenLines(sheet, rows) });
    },
    sort: (sheet: Sheet, { column }: Spot, descending: boolean) =>
      act('sort', { tab: sheet.id, column, descending, version: sheet.version }),
    runMenu: (run: string) => act('menu', { run }),
    answer: (dialog: number, button: DialogButton, text: string) => {
      store.set({ dialogs: store.get().dialogs.filter((one) => one.dialog !== dialog) });
      return ask('answer', { dialog, button, text });
    },
    chooseUser: async (user: string) => takeBook(await act('choose-user', { user })),
    ...openingOf(connection, act, takeBook),
    reload: async () => takeBook(await ask('reload', {})),
  };
}

type TakeBook = ReturnType<typeof createReading>['takeBook'];

/** What opens another workbook. */
function openingOf(connection: Connection, act: Ask, takeBook: TakeBook) {
  return {
    openWorkbook: async (workbook: string) => takeBook(await act('open', { workbook })),
    /** Why it was not made, for the window that asks over all else; null: it was. */
    newWorkbook: async (name: string): Promise<string | null> => {
      const heard = await connection.tell('new', { name });
      if (heard === 'lost' || heard === 'stranger') return CONNECTION.lost;
      if (!heard.ok) return heard.sentence;
      await takeBook(heard.reply);
      return null;
    },
    demonstrate: async (year: string) => takeBook(await act('demonstrate', { year })),
    bring: async (name: string, file: string) => takeBook(await act('bring', { name, file })),
  };
}

type Reading = { readonly ask: Ask; readonly takeBook: TakeBook };

/**
 * A program that runs anew does not know who sits at this window: it is told before anything is shown, since the page at the side
 * begins anew for another person and what is half typed there would go.
 */
async function takePlace(store: Store, { ask, takeBook }: Reading): Promise<void> {
  const before = store.get().book?.user ?? '';
  const book = await ask('book', {});
  const isForgotten = before !== '' && book?.user === '' && book.people.some(({ user }) => user === before);
  await takeBook(isForgotten ? await ask('choose-user', { user: before }) : book);
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
