import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fold, sameWord } from '../../domain/core/word.ts';
import { Unusable } from '../../host/core/unusable.ts';
import { keepFile } from '../../host/file/files.ts';
import { safeName } from '../../host/file/safe-name.ts';
import { sayRecovery } from '../../host/recovery.ts';
import { WORKBENCH_BUSY, WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import { OVERVIEW } from '../../workbook/tabs/all.ts';
import type { BookView, Command, Replies } from '../protocol.ts';
import { bookView, captionOf, workbooksIn } from './book-view.ts';
import { moveLines, sheetOf, typeInto } from './line-commands.ts';
import { watchBook } from './lines/changed-lines.ts';
import { openBook } from './open-book.ts';
import { windowUserOf } from './people/window-rights.ts';
import type { WorkbookSession } from './session-state.ts';
import { tabView } from './tab-view.ts';
import { logReread, tellAnew } from './tell-changes.ts';
import { atWork, hangMenu, tellFiles, userAt } from './workbook-session.ts';

/** What the thread with the workbook does; papers are read where they are served. */
export type SessionCommand = Exclude<Command, { do: 'letter' | 'report' | 'pdf' | 'demonstrate' }>;
type Of<Name extends SessionCommand['do']> = Extract<SessionCommand, { do: Name }>;
type Does = {
  readonly [Name in SessionCommand['do']]: (session: WorkbookSession, command: Of<Name>, window: string) => Replies[Name];
};

/** Does what a window asked. Throws what the person is to be told. */
export function doCommand(session: WorkbookSession, command: SessionCommand, window: string): unknown {
  const work = COMMANDS[command.do] as (session: WorkbookSession, command: SessionCommand, window: string) => unknown;
  return work(session, command, window);
}

const COMMANDS: Does = {
  book: (session, _, window) => viewOf(session, window),
  tab: (session, { tab, since }, window) => {
    freshen(session, tab, window);
    const { looks, host, lines } = session.book;
    const seen = { looks, sidecar: host.sidecar, now: host.now() };
    const moves = since === null ? null : lines.movesSince(tab, since);
    const windowUser = windowUserOf(host, userAt(session, window));
    return tabView(sheetOf(session, tab), seen, { windowUser, since: { version: session.version, moves } });
  },
  type: (session, command, window) => {
    const last = session.typed.get(window);
    if (last?.nth === command.nth) return { version: last.version };
    atWork(session, { window, busy: null, isScript: false }, () => typeInto(session, command, window));
    session.isOverviewOld = true;
    session.typed.set(window, { nth: command.nth, version: session.version });
    return { version: session.version };
  },
  undo: (session, _, window) => ({
    text: undone(session, window),
  }),
  'insert-rows': moveLines,
  'delete-rows': moveLines,
  sort: moveLines,
  menu: (session, { run }, window) => {
    const caption = captionOf(session.book.menu, run);
    if (caption === null) throw new Unusable(WORKBENCH_REFUSALS.noMenu);
    atWork(session, { window, busy: WORKBENCH_BUSY.menu(caption), isScript: true }, () => session.book.host.run(run));
    return {};
  },
  answer: ({ dialogs }, { dialog, button, text }, window) => {
    if (!dialogs.answer({ window, dialog, button, text })) throw new Unusable(WORKBENCH_REFUSALS.notAsked);
    return {};
  },
  'choose-user': (session, { user }, window) => {
    const known = viewOf(session, window).people.some((person) => person.user === user);
    if (!known) throw new Unusable(WORKBENCH_REFUSALS.noUser);
    session.users.set(window, user);
    return viewOf(session, window);
  },
  open: (session, { workbook }, window) => {
    if (!workbooksIn(session.start.workspace).includes(workbook)) throw new Unusable(WORKBENCH_REFUSALS.noWorkbook);
    return opened(session, window, workbook);
  },
  new: (session, { name }, window) => {
    const workbook = `${safeName(name.replace(/\.xls[xm]$/iu, '')).replace(/^[~.]+/u, '')}.xlsx`;
    if (workbooksIn(session.start.workspace).some((known) => fold(known) === fold(workbook)))
      throw new Unusable(WORKBENCH_REFUSALS.thereAlready(workbook));
    const view = opened(session, window, workbook, true);
    atWork(session, { window, busy: null, isScript: true }, () => session.book.host.run('menuSetUp'));
    return view;
  },
  bring: (session, { name, file }, window) => {
    if (!/\.xls[xm]$/iu.test(name)) throw new Unusable(WORKBENCH_REFUSALS.notXlsx);
    demandNobodyWaits(session);
    const { workspace } = session.start;
    const kept = keepFile(workspace, name.replace(/^[~.]+/u, ''), Buffer.from(file, 'base64'));
    session.say({ is: 'bringing', file: kept });
    try {
      return opened(session, window, kept);
    } catch (thrown) {
      rmSync(join(workspace, kept), { force: true });
      throw thrown;
    } finally {
      session.say({ is: 'bringing', file: null });
    }
  },
  reload: (session, _, window) => {
    demandNobodyWaits(session);
    return atWork(session, { window, busy: WORKBENCH_BUSY.reload, isScript: false }, () => {
      const { book } = session;
      book.notes = sayRecovery(book.host.reload());
      book.undoList.forget();
      book.watch = watchBook(book.host);
      tellAnew(session, null);
      logReread(session);
      return viewOf(session, window);
    });
  },
};

function viewOf({ book, start, version, users }: WorkbookSession, window: string): BookView {
  const { workspace, fileKey, welcome = false } = start;
  return bookView({ ...book, workspace, fileKey, version, welcome }, userAt({ users }, window));
}

function undone(session: WorkbookSession, window: string): string | null {
  session.isOverviewOld = true;
  return atWork(session, { window, busy: null, isScript: false }, () => session.book.undoList.back(window));
}

/** Whoever opens the overview sees what was typed until now; not while a script waits for a person. */
function freshen(session: WorkbookSession, tab: number, window: string): void {
  if (!session.isOverviewOld || session.dialogs.open() || !sameWord(sheetOf(session, tab).name, OVERVIEW.name)) return;
  session.isOverviewOld = false;
  atWork(session, { window, busy: WORKBENCH_BUSY.overview, isScript: true }, () => session.book.host.ask('refresh', {}));
}

/** A script that waits for a person holds on to the workbook. */
function demandNobodyWaits({ dialogs }: WorkbookSession): void {
  if (dialogs.open()) throw new Unusable(WORKBENCH_REFUSALS.waiting);
}

function opened(session: WorkbookSession, window: string, workbook: string, create = false): BookView {
  demandNobodyWaits(session);
  if (workbook === session.book.workbook) return viewOf(session, window);
  return atWork(session, { window, busy: WORKBENCH_BUSY.open, isScript: false }, () => {
    const before = session.book;
    const how = { screen: session.screen, version: session.version + 1, notes: [], before: null, create };
    session.book = openBook({ ...session.start, ...how, workbook });
    session.say({ is: 'opened', opened: session.book.opened });
    before.host.close();
    session.logged = 0;
    session.users.clear();
    hangMenu(session);
    tellFiles(session);
    tellAnew(session, null);
    return viewOf(session, window);
  });
}
