import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { basename, join } from 'node:path';
import { bundlePage } from '../host/core/dist.ts';
import { readDocument } from '../paper/blocks/read-document.ts';
import { LAN_SENTENCES } from '../words/pages/lan.ts';
import { sayPerson } from '../words/pages/workbench.ts';
import type { BookView, PersonView } from '../workbench/protocol.ts';
import { codesFor } from '../workbench/server/lan/codes.ts';
import { serveLan } from '../workbench/server/lan/door.ts';
import type { MadeReport } from '../workbench/server/lan/report-page.ts';
import type { Tls } from '../workbench/server/lan/tls.ts';
import { LAN_WINDOW } from '../workbench/server/lan/window.ts';
import type { SessionThread } from '../workbench/server/session-thread.ts';

type Wanted = {
  readonly workspace: string;
  readonly workbook: string;
  readonly port: number;
  /** Encrypts; `null`: plain, which is said. */
  readonly tls: Tls | null;
  readonly session: Pick<SessionThread, 'call' | 'command'>;
  /** The address to listen on; default: this machine's first in its network. */
  readonly host?: string;
};

/** What is printed of it, and how it ends. */
export type Lan = { readonly lines: readonly string[]; close(): void };

/** Lets the people of `Phân công` in from the office's network; says why where it cannot be. */
export async function openLan(wanted: Wanted): Promise<Lan> {
  const { workspace, workbook, port, tls, session } = wanted;
  const host = wanted.host ?? networkAddress();
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
  const report = () => newestReport(workspace, session);
  const { address, close } = await serveLan({ host, port, tls, report, page: () => bundlePage('sidebar') ?? '', codes, session });
  const told = mine.flatMap(({ user, roles }) => {
    const code = codes.fresh.get(user);
    return code === undefined ? [] : [LAN_SENTENCES.person(sayPerson(roles, user), `${address}/?ma=${code}`)];
  });
  const known = mine.length - codes.fresh.size;
  return {
    lines: [
      LAN_SENTENCES.serving(address),
      ...told,
      ...(known > 0 ? [LAN_SENTENCES.known(known)] : []),
      tls === null ? LAN_SENTENCES.plain : LAN_SENTENCES.encrypted(tls.names),
    ],
    close,
  };
}

/** The official text, never the page of review: that one is for keepers. */
const OFFICIAL = /^Báo cáo CCHC .*\.docx$/u;

/** The newest report of the workbook that is open now. */
async function newestReport(workspace: string, session: Wanted['session']): Promise<MadeReport | null> {
  const told = await session.command(LAN_WINDOW, { do: 'book' });
  const files = told.ok ? (told.reply as BookView).files : [];
  const path = files.find((file) => file.kind === 'report' && OFFICIAL.test(basename(file.path).normalize('NFC')))?.path;
  if (path === undefined) return null;
  const name = basename(path);
  const read = readDocument(readFileSync(join(workspace, path)));
  return read.ok ? { name: name.replace(/\.docx$/u, ''), document: read.document } : null;
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
