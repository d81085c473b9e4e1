import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable } from '../../host/core/unusable.ts';
import { keepFile } from '../../host/file/files.ts';
import { sayRecovery } from '../../host/recovery.ts';
import {
  LINE_REFUSALS,
  sayCellNamed,
  UNDO_SAID,
  WORKBENCH_BUSY,
  WORKBENCH_REFUSALS,
} from '../../words/pages/workbench-server.ts';
import { type Area, a1 } from '../../xlsx/areas.ts';
import type { SheetModel } from '../../xlsx/model.ts';
import { movedBack, movedBy } from '../line-moves.ts';
import type { BookView, Command, LineMove, Replies } from '../protocol.ts';
import { bookView, captionOf, workbooksIn } from './book-view.ts';
import { shownText } from './cell-text.ts';
import { watchBook } from './changed-lines.ts';
import { atWork, hangMenu, tellFiles, userAt } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { lineKeysOf } from './line-keys.ts';
import { openBook } from './open-book.ts';
import { Misplaced, placedLines } from './placed-lines.ts';
import { demandSeatRight, seatOf } from './seat-rights.ts';
import { tabView } from './tab-view.ts';
import { logReread, tellAnew } from './tell-changes.ts';
import { areaOf, blocksAt, readingOf, runsOf, type TypedBlock, typeBlocks, untypeBlocks } from './type-block.ts';

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
  tab: (desk, { tab, since }, window) => {
    const { looks, host, lines } = desk.book;
    const seen = { looks, sidecar: host.sidecar, now: host.now() };
    const moves = since === null ? null : lines.movesSince(tab, since);
    const seat = seatOf(host, userAt(desk, window));
    return tabView(sheetOf(desk, tab), seen, { seat, since: { version: desk.version, moves } });
  },
  type: (desk, command, window) => {
    const last = desk.typed.get(window);
    if (last?.nth === command.nth) return { version: last.version };
    atWork(desk, { window, busy: null, isScript: false }, () => typeInto(desk, command, window));
    desk.typed.set(window, { nth: command.nth, version: desk.version });
    return { version: desk.version };
  },
  undo: (desk, _, window) => ({
    text: atWork(desk, { window, busy: null, isScript: false }, () => desk.book.deeds.back(window)),
  }),
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
    desk.say({ is: 'bringing', file: kept });
    try {
      return opened(desk, window, kept);
    } catch (thrown) {
      rmSync(join(workspace, kept), { force: true });
      throw thrown;
    } finally {
      desk.say({ is: 'bringing', file: null });
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
      logReread(desk);
      return viewOf(desk, window);
    });
  },
};

function viewOf({ book, start, version, seats }: Desk, window: string): BookView {
  return bookView({ ...book, workspace: start.workspace, fileKey: start.fileKey, version }, userAt({ seats }, window));
}

function sheetOf({ book }: Desk, tab: number): SheetModel {
  const found = book.host.model.sheets.find(({ id }) => id === tab);
  if (found === undefined) throw new Unusable(WORKBENCH_REFUSALS.noTab);
  return found;
}

function typeInto(desk: Desk, { tab, typing, seen }: Of<'type'>, window: string): void {
  const { host, deeds } = desk.book;
  const sheet = sheetOf(desk, tab);
  if (seen.keys.length !== typing.rows.length) throw new Unusable(WORKBENCH_REFUSALS.shape);
  const rows = placedLines(desk, { window, sheet, row: typing.row, seen });
  const { column } = typing;
  const typings = runsOf(rows).map(({ at, row, count }) => ({ row, column, rows: typing.rows.slice(at, at + count) }));
  demandRights(desk, window, { sheet, areas: typings.map(areaOf) });
  const typed = typeBlocks(host, sheet, typings);
  // Whatever this very act tells the windows comes with a later version.
  const { version } = desk;
  if (typed.length === 0) return;
  deeds.did({
    window,
    movesLines: false,
    demandRight: () => demandRights(desk, window, { sheet: sheetOf(desk, tab), areas: typed.map(({ area }) => area) }),
    back: () => untype(desk, { window, version, typed }),
  });
}

type Typed = { readonly window: string; readonly version: number; readonly typed: readonly TypedBlock[] };

/** Gives back what was typed, where its lines are now. */
function untype(desk: Desk, { window, version, typed }: Typed): string {
  const { host, lines } = desk.book;
  const sheet = sheetOf(desk, typed[0]?.tab ?? 0);
  const moves = lines.movesSince(sheet.id, version);
  if (moves === null) throw new Unusable(WORKBENCH_REFUSALS.undoLost);
  const moved = movedBy(moves);
  const blocks = typed.flatMap((block) => {
    const rows = Array.from({ length: block.area.rows }, (_, down) => moved(block.area.row + down));
    if (rows.includes(null)) throw new Unusable(WORKBENCH_REFUSALS.undoGone(block.area.row));
    return blocksAt(
      block,
      rows.filter((row) => row !== null),
    );
  });
  demandRights(desk, window, { sheet, areas: blocks.map(({ area }) => area) });
  untypeBlocks(host, sheet, blocks);
  const cells = blocks.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  return UNDO_SAID.type(cells, cellNamed(desk, sheet, blocks[0]?.area ?? { row: 1, column: 1 }));
}

/** A cell as a person knows it. */
function cellNamed({ book }: Desk, sheet: SheetModel, { row, column }: { row: number; column: number }): string {
  const reading = readingOf(book.host);
  const keys = lineKeysOf(sheet, reading);
  const header = sheet.cells.get(keys.headerRow)?.get(column);
  return sayCellNamed({
    address: a1(row, column),
    header: header === undefined ? '' : shownText(header, reading),
    key: keys.of(row),
  });
}

function moveLines(desk: Desk, command: Of<'insert-rows' | 'delete-rows' | 'sort'>, window: string): { version: number } {
  const { host, deeds } = desk.book;
  atWork(desk, { window, busy: WORKBENCH_BUSY[command.do], isScript: false }, () => {
    const sheet = sheetOf(desk, command.tab);
    const demandRight = () => demandRights(desk, window, { sheet, areas: [wholeOf(sheet)] });
    demandRight();
    const { move, back } = host.moveLines({ ...actNow(desk, command, window), sheet });
    desk.moved.set(sheet.id, move);
    const undo = { sheet: command.tab, move, back, what: command.do };
    deeds.did({ window, movesLines: true, demandRight, back: () => moveBack(desk, undo) });
  });
  return { version: desk.version };
}

type Areas = { readonly sheet: SheetModel; readonly areas: readonly Area[] };

/** Throws `Unusable` where who sits at the window may not write all of it. */
function demandRights(desk: Desk, window: string, { sheet, areas }: Areas): void {
  const { host } = desk.book;
  const seat = seatOf(host, userAt(desk, window));
  for (const area of areas) demandSeatRight(host, seat, { sheet, area });
}

const wholeOf = ({ maxRows, maxColumns }: SheetModel) => ({ row: 1, column: 1, rows: maxRows, columns: maxColumns });

/** The act on the lines that were meant, where they are now. What was written since is not deleted unseen. */
function actNow(desk: Desk, command: Of<'insert-rows' | 'delete-rows' | 'sort'>, window: string) {
  const sheet = sheetOf(desk, command.tab);
  if (command.do === 'sort') {
    if (command.version < desk.book.openedAs) throw new Misplaced(LINE_REFUSALS['other-book'], null);
    return command;
  }
  const { row, count, seen } = command;
  if (seen.keys.length !== (command.do === 'insert-rows' ? 1 : count)) throw new Unusable(WORKBENCH_REFUSALS.shape);
  const rows = placedLines(desk, { window, sheet, row, seen });
  const [first = row, ...more] = rows;
  if (more.some((one, at) => one !== first + at + 1)) throw new Misplaced(LINE_REFUSALS.apart, null);
  const written = desk.book.lines.writtenByOthers(sheet.id, { version: seen.version, window });
  const fresh = rows.filter((one) => written === null || written.has(one));
  if (command.do === 'delete-rows' && fresh.length > 0) throw new Misplaced(LINE_REFUSALS.fresh(fresh), first);
  return { do: command.do, row: first, count };
}

type MoveBack = {
  readonly sheet: number;
  readonly move: LineMove;
  readonly back: () => void;
  readonly what: 'insert-rows' | 'delete-rows' | 'sort';
};

/** Lines that came in go only while nothing stands in them. */
function moveBack(desk: Desk, { sheet: tab, move, back, what }: MoveBack): string {
  const sheet = sheetOf(desk, tab);
  if (move.is === 'inserted' && isFilled(sheet, move)) throw new Unusable(WORKBENCH_REFUSALS.undoFilled);
  back();
  desk.moved.set(tab, movedBack(move));
  return UNDO_SAID[what](sheet.name);
}

function isFilled({ cells }: SheetModel, { row, count }: { row: number; count: number }): boolean {
  const inside = Array.from({ length: count }, (_, down) => [...(cells.get(row + down)?.values() ?? [])]).flat();
  return inside.some(({ value, formula }) => value !== '' || formula !== null);
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
    desk.book = openBook({ ...desk.start, workbook, screen: desk.screen, version: desk.version + 1, notes: [] });
    before.host.close();
    desk.logged = 0;
    desk.seats.clear();
    hangMenu(desk);
    tellFiles(desk);
    tellAnew(desk, null);
    return viewOf(desk, window);
  });
}
