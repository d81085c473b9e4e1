import { sayRefused } from '../words/pages/workbench.ts';
import { cellAddress } from './address.ts';
import type { Connection, Heard } from './connection.ts';
import type { Told, Typing } from './protocol.ts';
import { cellKey, type Store, sayRefusal } from './store.ts';

type Waiting = { readonly tab: number; readonly typing: Typing };

const AGAIN_AFTER = 2000;
/** The news of an edit come with its answer; should they not, the tab is asked again. */
const NEWS_WITHIN = 3000;

type Parts = { readonly store: Store; readonly connection: Connection; readonly refetch: () => void };

/** Sends what is typed, one after the other; what cannot be sent stays on the screen and is tried again until it is answered. */
export function createTyping({ store, connection, refetch }: Parts) {
  const waiting: Waiting[] = [];
  let answered: { readonly version: number; readonly typed: Waiting }[] = [];
  let sending: Promise<void> | null = null;

  /** The sheet holds an answered text from the version on that the answer named. */
  const settle = (version = store.get().book?.version ?? 0) => {
    for (const { typed } of answered.filter((one) => one.version <= version)) mark(store, typed, false);
    answered = answered.filter((one) => one.version > version);
  };
  const send = async (one: Waiting): Promise<void> => {
    const heard = await untilHeard(store, () => connection.tell('type', one));
    if (!heard.ok) {
      mark(store, one, false);
      refuse(store, one, heard);
      return;
    }
    answered.push({ version: heard.reply.version, typed: one });
    settle();
    setTimeout(() => answered.some(({ typed }) => typed === one) && refetch(), NEWS_WITHIN);
  };
  const pump = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await send(one);
    sending = null;
  };
  return {
    settle: () => settle(),
    /** Once all that was typed is answered: what is asked next is asked of a workbook that holds it. */
    whenSent: async (): Promise<void> => {
      await sending;
    },
    /** After the whole tab was read, everything answered stands in it. */
    settleAll: () => settle(Number.POSITIVE_INFINITY),
    type: (tab: number, typing: Typing) => {
      const one = { tab, typing };
      mark(store, one, true);
      waiting.push(one);
      sending ??= pump();
    },
  };
}

async function untilHeard<Reply>(store: Store, tell: () => Promise<Heard<Reply>>): Promise<Told<Reply>> {
  for (;;) {
    const heard = await tell();
    if (heard !== 'lost' && heard !== 'stranger') {
      if (store.get().link === 'lost') store.set({ link: 'live' });
      return heard;
    }
    store.set({ link: heard });
    await new Promise((wake) => setTimeout(wake, AGAIN_AFTER));
  }
}

/** Shows a text in its cells before it is answered, or no longer. */
function mark(store: Store, { tab, typing }: Waiting, on: boolean): void {
  const pending = new Map(store.get().pending);
  for (const [key, text] of textsOf(tab, typing)) {
    if (on) pending.set(key, text);
    else if (pending.get(key) === text) pending.delete(key);
  }
  store.set({ pending });
}

function textsOf(tab: number, { row, column, rows }: Typing): [string, string][] {
  return rows.flatMap((texts, down) =>
    texts.map((text, right): [string, string] => [cellKey(tab, { row: row + down, column: column + right }), text]),
  );
}

function refuse(store: Store, { tab, typing }: Waiting, { sentence, stale }: { sentence: string; stale?: true }): void {
  const { row, column, rows } = typing;
  const text = rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? '') : '';
  sayRefusal(store, sayRefused(cellAddress(row, column), sentence), {
    stale: stale === true,
    retake: text === '' ? null : { tab, row, column, text },
  });
}
