import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable } from '../../host/core/unusable.ts';
import { keepFile } from '../../host/file/files.ts';
import { sayRecovery } from '../../host/recovery.ts';
import { UNDO_SAID, WORKBENCH_BUSY, WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import type { SheetModel } from '../../xlsx/model.ts';
import type { BookView, Command, Replies } from '../protocol.ts';
import { bookView, captionOf, workbooksIn } from './book-view.ts';
import { watchBook } from './changed-lines.ts';
import { atWork, hangMenu, tellFiles, userAt } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { openBook } from './open-book.ts';
import { demandSeatRight, seatOf } from './seat-rights.ts';
import { tabView } from './tab-view.ts';
import { tellAnew } from './tell-changes.ts';
import { typeBlock, untypeBlock } from './type-block.ts';

/** What the thread with the workbook does; papers are read where they are served. */
export type DeskCommand = Exclude<Command, { do: 'letter' | 'report' }>;
type Of<Name extends DeskCommand['do']> = Extract<DeskCommand, { do: Name }>;
type Does = { readonly [Name in DeskCommand['do']]: (desk: Desk, command: Of<Name>, window: string) => Replies[Name] };

/** Does what a window asked. Throws what the person is to be told. */
export function doCommand(desk: Desk, command: DeskCommand, window: string): unknown {
  const work = COMMANDS[command.do] as (desk: Desk, command: DeskCommand, window: string) => unknown;
  return work(desk, command, window);
}

const COMMANDS: Does = {
  book: (desk, _, window) => viewOf(desk, window),
  tab: (desk, { tab }, window) => {
    const { looks, host } = desk.book;
    const seen = { looks, sidecar: host.sidecar, now: host.now() };
    return tabView(sheetOf(desk, tab), seen, seatOf(host, userAt(desk, window)));
  },
  type: (desk, command, window) => {
    atWork(desk, { window, busy: null, isScript: false }, () => typeInto(desk, command, window));
    return { version: desk.version };
  },
  undo: (desk, _, window) => ({ text: atWork(desk, { window, busy: null, isScript: false }, () => takeBack(desk, window)) }),
  'insert-rows': moveLines,
  'delete-rows': moveLines,
  sort: moveLines,
  menu: (desk, { run }, window) => {
    const caption = captionOf(desk.book.menu, run);
    if (caption === null) throw new Unusable(WORKBENCH_REFUSALS.noMenu);
    atWork(desk, { window, busy: WORKBENCH_BUSY.menu(caption), isScript: true }, () => desk.book.host.run(run));
    return {};
  },
  answer: ({ dialogs }, { dialog, button, text }, window) => {
    if (!dialogs.answer({ window, dialog, button, text })) throw new Unusable(WORKBENCH_REFUSALS.notAsked);
    return {};
  },
  sit: (desk, { user }, window) => {
    const known = viewOf(desk, window).people.some((person) => person.user === user);
    if (!known) throw new Unusable(WORKBENCH_REFUSALS.noUser);
    desk.seats.set(window, user);
    return viewOf(desk, window);
  },
  open: (desk, { workbook }, window) => {
    if (!workbooksIn(desk.start.workspace).includes(workbook)) throw new Unusable(WORKBENCH_REFUSALS.noWorkbook);
    return opened(desk, window, workbook);
  },
  bring: (desk, { name, file }, window) => {
    if (!/\.xls[xm]$/iu.test(name)) throw new Unusable(WORKBENCH_REFUSALS.notXlsx);
    demandNobodyWaits(desk);
    const { workspace } = desk.start;
    const kept = keepFile(workspace, name.replace(/^[~.]+/u, ''), Buffer.from(file, 'base64'));
    try {
      return opened(desk, window, kept);
    } catch (thrown) {
      rmSync(join(workspace, kept), { force: true });
      throw thrown;
    }
  },
  reload: (desk, _, window) => {
    demandNobodyWaits(desk);
    return atWork(desk, { window, busy: WORKBENCH_BUSY.reload, isScript: false }, () => {
      const { book } = desk;
      book.notes = sayRecovery(book.host.reload());
      book.deeds.forget();
      book.watch = watchBook(book.host);
      tellAnew(desk, null);
      return viewOf(desk, window);
    });
  },
};

function viewOf({ book, start, version, seats }: Desk, window: string): BookView {
  return bookView({ ...book, workspace: start.workspace, version }, userAt({ seats }, window));
}

function sheetOf({ book }: Desk, tab: number): SheetModel {
  const found = book.host.model.sheets.find(({ id }) => id === tab);
  if (found === undefined) throw new Unusable(WORKBENCH_REFUSALS.noTab);
  return found;
}

function typeInto(desk: Desk, { tab, typing }: Of<'type'>, window: string): void {
  const { host, deeds } = desk.book;
  const sheet = sheetOf(desk, tab);
  const area = { row: typing.row, column: typing.column, rows: typing.rows.length, columns: typing.rows[0]?.length ?? 0 };
  demandSeatRight(host, seatOf(host, userAt(desk, window)), { sheet, area });
  const typed = typeBlock(host, sheet, typing);
  if (typed === null) return;
  deeds.did({ movesLines: false, tab, area, back: () => UNDO_SAID.type(untypeBlock(host, sheetOf(desk, tab), typed)) });
}

function moveLines(desk: Desk, command: Of<'insert-rows' | 'delete-rows' | 'sort'>, window: string): { version: number } {
  const { host, deeds } = desk.book;
  atWork(desk, { window, busy: WORKBENCH_BUSY[command.do], isScript: false }, () => {
    const sheet = sheetOf(desk, command.tab);
    const whole = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
    demandSeatRight(host, seatOf(host, userAt(desk, window)), { sheet, area: whole });
    const back = host.moveLines({ ...command, sheet });
    const undone = (): string => {
      back();
      return UNDO_SAID[command.do];
    };
    deeds.did({ movesLines: true, tab: sheet.id, area: whole, back: undone });
  });
  return { version: desk.version };
}

/** What somebody else did is given back only by who might do it. */
function takeBack(desk: Desk, window: string): string | null {
  const { host, deeds } = desk.book;
  return deeds.back(({ tab, area }) =>
    demandSeatRight(host, seatOf(host, userAt(desk, window)), { sheet: sheetOf(desk, tab), area }),
  );
}

/** A script that waits for a person holds on to the workbook. */
function demandNobodyWaits({ dialogs }: Desk): void {
  if (dialogs.open()) throw new Unusable(WORKBENCH_REFUSALS.waiting);
}

function opened(desk: Desk, window: string, workbook: string): BookView {
  demandNobodyWaits(desk);
  if (workbook === desk.book.workbook) return viewOf(desk, window);
  return atWork(desk, { window, busy: WORKBENCH_BUSY.open, isScript: false }, () => {
    const before = desk.book;
    desk.book = openBook({ ...desk.start, workbook, screen: desk.screen });
    before.host.close();
    desk.logged = 0;
    desk.seats.clear();
    hangMenu(desk);
    tellFiles(desk);
    tellAnew(desk, null);
    return viewOf(desk, window);
  });
}
