import { sayRefused, sayTyped } from '../words/pages/workbench.ts';
import { cellAddress } from './address.ts';
import type { Connection, Heard } from './connection.ts';
import type { Moved } from './line-moves.ts';
import type { SeenLines, Told, Typing } from './protocol.ts';
import { cellKey, type Store, sayRefusal } from './store.ts';
import { writeTsv } from './tsv.ts';

/** A text or block on its way into the workbook. */
type Sent = {
  readonly tab: number;
  readonly typing: Typing;
  readonly seen: SeenLines;
  readonly nth: number;
  /** The number of the first block of the same paste. */
  readonly first: number;
  /** Where its lines stand in the sheet that is shown; null for one that is gone. */
  at: readonly (number | null)[];
  /** The version that holds it, once it is answered. */
  version: number | null;
};

const AGAIN_AFTER = 2000;
/** The news of an edit come with its answer; should they not, the tab is asked again. */
const NEWS_WITHIN = 3000;

type SeenAt = { readonly seen: SeenLines; readonly at: readonly number[] };
type Block = SeenAt & { readonly typing: Typing };

type Parts = { readonly store: Store; readonly connection: Connection; readonly refetch: () => void };

/** Sends what is typed, one after the other; what cannot be sent stays on the screen and is tried again until it is answered. */
export function createTyping({ store, connection, refetch }: Parts) {
  let all: readonly Sent[] = [];
  let nth = 0;
  let sending: Promise<void> | null = null;

  const keep = (next: readonly Sent[]) => {
    all = next;
    store.set({ pending: pendingOf(all) });
  };
  /** The sheet holds an answered text from the version on that the answer named. */
  const settle = (version = store.get().book?.version ?? 0) => {
    if (all.some((one) => one.version !== null && one.version <= version))
      keep(all.filter((one) => one.version === null || one.version > version));
  };
  const send = async (one: Sent): Promise<void> => {
    const { tab, typing, seen } = one;
    const heard = await untilHeard(store, () =>
      connection.tell('type', { tab, typing, seen, nth: one.nth, ...(one.first === one.nth ? {} : { with: one.first }) }),
    );
    if (!heard.ok) {
      keep(all.filter((other) => other !== one));
      refuse(store, one, heard);
      return;
    }
    one.version = heard.reply.version;
    settle();
    setTimeout(() => all.includes(one) && refetch(), NEWS_WITHIN);
  };
  const pump = async (): Promise<void> => {
    for (let one = nextOf(all); one !== undefined; one = nextOf(all)) await send(one);
    sending = null;
  };
  const typeAll = (tab: number, blocks: readonly Block[]): void => {
    keep([...all, ...numbered(tab, blocks, nth + 1)]);
    nth += blocks.length;
    sending ??= pump();
  };
  return {
    settle: () => settle(),
    /** Once all that was typed is answered: what is asked next is asked of a workbook that holds it. */
    whenSent: async (): Promise<void> => {
      await sending;
    },
    /** The tab was read anew: what was answered by that version stands in it, and what waits is shown where its lines are now. */
    reread: (tab: number, version: number, moved: Moved) => {
      for (const one of all) if (one.tab === tab) one.at = one.at.map((row) => (row === null ? null : moved(row)));
      keep(all.filter((one) => one.tab !== tab || one.version === null || one.version > version));
    },
    /** `at`: the lines that it is typed into, as the sheet numbers them now; `seen`: as they were when it was begun. */
    type: (tab: number, typing: Typing, seenAt: SeenAt) => typeAll(tab, [{ typing, ...seenAt }]),
    /** The blocks of one paste: taken back together. */
    typeAll,
  };
}

function numbered(tab: number, blocks: readonly Block[], first: number): Sent[] {
  return blocks.map((block, more) => ({ tab, ...block, nth: first + more, first, version: null }));
}

const nextOf = (all: readonly Sent[]): Sent | undefined => all.find(({ version }) => version === null);

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

/** The texts that the sheet does not hold yet, by the cell they are shown in. */
function pendingOf(all: readonly Sent[]): ReadonlyMap<string, string> {
  const pending = new Map<string, string>();
  for (const { tab, typing, at } of all)
    for (const [down, texts] of typing.rows.entries()) {
      const row = at[down] ?? null;
      if (row === null) continue;
      for (const [right, text] of texts.entries()) pending.set(cellKey(tab, { row, column: typing.column + right }), text);
    }
  return pending;
}

/** Whatever is refused is said, with what was typed: a cell is opened with its text again, a block can be copied. */
function refuse(store: Store, { tab, typing, at }: Sent, { sentence, stale, row: now }: Extract<Told, { ok: false }>): void {
  const { row, column, rows } = typing;
  const [[single = ''] = []] = rows;
  const isSingle = rows.length === 1 && rows[0]?.length === 1;
  const place = now === undefined ? (at[0] ?? null) : now;
  const said = sayRefused(cellAddress(place ?? row, column), sentence);
  const isOpen = isSingle && single !== '' && place !== null;
  sayRefusal(store, isSingle && !isOpen && single !== '' ? `${said} ${sayTyped(single)}` : said, {
    stale: stale === true,
    retake: isOpen ? { tab, row: place, column, text: single } : null,
    copy: isSingle ? null : writeTsv(rows),
  });
}
