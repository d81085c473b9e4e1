import { sayRefused } from '../words/workbench.ts';
import { cellAddress } from './address.ts';
import type { Connection } from './connection.ts';
import type { Typing } from './protocol.ts';
import { cellKey, type Store, sayRefusal } from './store.ts';

type Waiting = { readonly tab: number; readonly typing: Typing };

const AGAIN_AFTER = 2000;
/** The news of an edit come with its answer; should they not, the tab is asked again. */
const NEWS_WITHIN = 3000;

/** Sends what is typed, one after the other; what cannot be sent stays on the screen and is tried again until it is answered. */
export function createTyping({ store, connection, refetch }: { store: Store; connection: Connection; refetch: () => void }) {
  const waiting: Waiting[] = [];
  let answered: { readonly version: number; readonly typed: Waiting }[] = [];
  let sending = false;

  const mark = ({ tab, typing }: Waiting, on: boolean) => {
    const pending = new Map(store.get().pending);
    for (const [key, text] of textsOf(tab, typing)) {
      if (on) pending.set(key, text);
      else if (pending.get(key) === text) pending.delete(key);
    }
    store.set({ pending });
  };

  /** The sheet holds an answered text from the version on that the answer named. */
  const settle = () => {
    const version = store.get().book?.version ?? 0;
    for (const { typed } of answered.filter((one) => one.version <= version)) mark(typed, false);
    answered = answered.filter((one) => one.version > version);
  };

  const send = async (one: Waiting): Promise<void> => {
    for (;;) {
      const heard = await connection.tell('type', one);
      if (heard === 'lost' || heard === 'stranger') {
        store.set({ link: heard });
        await new Promise((wake) => setTimeout(wake, AGAIN_AFTER));
      } else if (heard.ok) {
        answered.push({ version: heard.reply.version, typed: one });
        settle();
        setTimeout(() => answered.some(({ typed }) => typed === one) && refetch(), NEWS_WITHIN);
        return;
      } else {
        mark(one, false);
        refuse(store, one, heard);
        return;
      }
    }
  };

  const pump = async () => {
    if (sending) return;
    sending = true;
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await send(one);
    sending = false;
  };

  return {
    settle,
    /** After the whole tab was read, everything answered stands in it. */
    settleAll: () => {
      for (const { typed } of answered) mark(typed, false);
      answered = [];
    },
    type: (tab: number, typing: Typing) => {
      const one = { tab, typing };
      mark(one, true);
      waiting.push(one);
      pump();
    },
  };
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
