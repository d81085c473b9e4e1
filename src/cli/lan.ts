import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { bundlePage } from '../host/core/dist.ts';
import { LAN_SENTENCES } from '../words/pages/lan.ts';
import { sayPerson } from '../words/pages/workbench.ts';
import type { BookView, PersonView } from '../workbench/protocol.ts';
import { codesFor } from '../workbench/server/lan/codes.ts';
import { serveLan } from '../workbench/server/lan/door.ts';
import { LAN_WINDOW } from '../workbench/server/lan/window.ts';
import type { SessionThread } from '../workbench/server/session-thread.ts';

type Wanted = {
  readonly workspace: string;
  readonly workbook: string;
  readonly port: number;
  readonly session: Pick<SessionThread, 'call' | 'command'>;
};

/** What is printed of it, and how it ends. */
export type Lan = { readonly lines: readonly string[]; close(): void };

/** Lets the people of `Phân công` in from the office's network; says why where it cannot be. */
export async function openLan({ workspace, workbook, port, session }: Wanted): Promise<Lan> {
  const host = networkAddress();
  const mine = (await peopleOf(session)).filter(({ user }) => user !== '');
  const stays = (sentence: string): Lan => ({ lines: [sentence], close: () => undefined });
  if (host === null) return stays(LAN_SENTENCES.noNetwork);
  // Without a keeper who has an address everybody would be one.
  if (mine.length === 0 || mine.every(({ keeps }) => keeps)) return stays(LAN_SENTENCES.nobody);
  const file = join(workspace, `${workbook}.cchc-lan.json`);
  const codes = codesFor(
    file,
    mine.map(({ user }) => user),
  );
  const { address, close } = await serveLan({ host, port, page: () => bundlePage('sidebar') ?? '', codes, session });
  const told = mine.flatMap(({ user, roles }) => {
    const code = codes.fresh.get(user);
    return code === undefined ? [] : [LAN_SENTENCES.person(sayPerson(roles, user), `${address}/?ma=${code}`)];
  });
  const known = mine.length - codes.fresh.size;
  return {
    lines: [LAN_SENTENCES.serving(address), ...told, ...(known > 0 ? [LAN_SENTENCES.known(known)] : []), LAN_SENTENCES.plain],
    close,
  };
}

async function peopleOf(session: Wanted['session']): Promise<readonly PersonView[]> {
  const told = await session.command(LAN_WINDOW, { do: 'book' });
  // The reply to this command is the book's.
  return told.ok ? (told.reply as BookView).people : [];
}

/** This machine's first address in a network of its own kind. */
function networkAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
