import { Unusable } from '../../host/core/unusable.ts';
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
import type { Command, LineMove } from '../protocol.ts';
import { shownText } from './lines/cell-text.ts';
import { lineKeysOf } from './lines/line-keys.ts';
import { areaOf, blocksAt, readingOf, runsOf, type TypedBlock, typeBlocks, untypeBlocks } from './lines/type-block.ts';
import type { PastePart } from './lines/undo-list.ts';
import { demandRightAt, windowUserOf } from './people/window-rights.ts';
import { Misplaced, placedLines } from './placed-lines.ts';
import type { WorkbookSession } from './session-state.ts';
import { atWork, userAt } from './workbook-session.ts';

/** A tab of the open workbook. Throws `Unusable` when there is none of that id. */
export function sheetOf({ book }: WorkbookSession, tab: number): SheetModel {
  const found = book.host.model.sheets.find(({ id }) => id === tab);
  if (found === undefined) throw new Unusable(WORKBENCH_REFUSALS.noTab);
  return found;
}

type Typed = Extract<Command, { do: 'type' }>;
type Moving = Extract<Command, { do: 'insert-rows' | 'delete-rows' | 'sort' }>;

/** Types where the lines are now that were meant. Throws `Unusable` and what Google refuses. */
export function typeInto(session: WorkbookSession, { tab, typing, seen, nth, with: first = nth }: Typed, window: string): void {
  const { host, undoList } = session.book;
  const sheet = sheetOf(session, tab);
  if (seen.keys.length !== typing.rows.length) throw new Unusable(WORKBENCH_REFUSALS.shape);
  const rows = placedLines(session, { window, sheet, row: typing.row, seen });
  const { column } = typing;
  const typings = runsOf(rows).map(({ at, row, count }) => ({ row, column, rows: typing.rows.slice(at, at + count) }));
  demandRights(session, window, { sheet, areas: typings.map(areaOf) });
  const typed = typeBlocks(host, sheet, typings);
  // Whatever this very act tells the windows comes with a later version.
  const part: PastePart = { version: session.version, typed };
  if (typed.length === 0) return;
  const paste = undoList.pasteOf(window, first);
  if (paste !== null) {
    paste.add(part);
    return;
  }
  const parts = [part];
  const areas = (): Area[] => parts.flatMap((one) => one.typed.map(({ area }) => area));
  undoList.did({
    window,
    movesLines: false,
    demandRight: () => demandRights(session, window, { sheet: sheetOf(session, tab), areas: areas() }),
    back: () => untype(session, { window, tab, parts }),
    paste: { first, add: (next) => void parts.push(next) },
  });
}

type Done = { readonly window: string; readonly tab: number; readonly parts: readonly PastePart[] };

/** Gives back what was typed, where its lines are now. */
function untype(session: WorkbookSession, { window, tab, parts }: Done): string {
  const { host } = session.book;
  const sheet = sheetOf(session, tab);
  const blocks = parts.flatMap((part) => blocksNow(session, sheet, part));
  demandRights(session, window, { sheet, areas: blocks.map(({ area }) => area) });
  untypeBlocks(host, sheet, blocks);
  const cells = blocks.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  return UNDO_SAID.type(cells, cellNamed(session, sheet, blocks[0]?.area ?? { row: 1, column: 1 }));
}

/** The blocks of a part where their lines are now. */
function blocksNow({ book: { lines } }: WorkbookSession, sheet: SheetModel, { version, typed }: PastePart): TypedBlock[] {
  const moves = lines.movesSince(sheet.id, version);
  if (moves === null) throw new Unusable(WORKBENCH_REFUSALS.undoLost);
  const moved = movedBy(moves);
  return typed.flatMap((block) => {
    const rows = Array.from({ length: block.area.rows }, (_, down) => moved(block.area.row + down));
    if (rows.includes(null)) throw new Unusable(WORKBENCH_REFUSALS.undoGone(block.area.row));
    return blocksAt(
      block,
      rows.filter((row) => row !== null),
    );
  });
}

/** A cell as a person knows it. */
function cellNamed({ book }: WorkbookSession, sheet: SheetModel, { row, column }: { row: number; column: number }): string {
  const reading = readingOf(book.host);
  const keys = lineKeysOf(sheet, reading);
  const header = sheet.cells.get(keys.headerRow)?.get(column);
  return sayCellNamed({
    address: a1(row, column),
    header: header === undefined ? '' : shownText(header, reading),
    key: keys.of(row),
  });
}

/** Inserts, deletes or sorts the lines that were meant. Throws `Unusable` and what Google refuses. */
export function moveLines(session: WorkbookSession, command: Moving, window: string): { version: number } {
  const { host, undoList } = session.book;
  atWork(session, { window, busy: WORKBENCH_BUSY[command.do], isScript: false }, () => {
    const sheet = sheetOf(session, command.tab);
    const demandRight = () => demandRights(session, window, { sheet, areas: [wholeOf(sheet)] });
    demandRight();
    const { move, back } = host.moveLines({ ...actNow(session, command, window), sheet });
    session.moved.set(sheet.id, move);
    const undo = { sheet: command.tab, move, back, what: command.do };
    undoList.did({ window, movesLines: true, demandRight, back: () => moveBack(session, undo) });
  });
  return { version: session.version };
}

type Areas = { readonly sheet: SheetModel; readonly areas: readonly Area[] };

/** Throws `Unusable` where who sits at the window may not write all of it. */
function demandRights(session: WorkbookSession, window: string, { sheet, areas }: Areas): void {
  const { host } = session.book;
  const windowUser = windowUserOf(host, userAt(session, window));
  for (const area of areas) demandRightAt(host, windowUser, { sheet, area });
}

const wholeOf = ({ maxRows, maxColumns }: SheetModel) => ({ row: 1, column: 1, rows: maxRows, columns: maxColumns });

/** The act on the lines that were meant, where they are now. What was written since is not deleted unseen. */
function actNow(session: WorkbookSession, command: Moving, window: string) {
  const sheet = sheetOf(session, command.tab);
  if (command.do === 'sort') {
    if (command.version < session.book.openedAs) throw new Misplaced(LINE_REFUSALS['other-book'], null);
    return command;
  }
  const { row, count, seen } = command;
  if (seen.keys.length !== (command.do === 'insert-rows' ? 1 : count)) throw new Unusable(WORKBENCH_REFUSALS.shape);
  const rows = placedLines(session, { window, sheet, row, seen });
  const [first = row, ...more] = rows;
  if (more.some((one, at) => one !== first + at + 1)) throw new Misplaced(LINE_REFUSALS.apart, null);
  const written = session.book.lines.writtenByOthers(sheet.id, { version: seen.version, window });
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
function moveBack(session: WorkbookSession, { sheet: tab, move, back, what }: MoveBack): string {
  const sheet = sheetOf(session, tab);
  if (move.is === 'inserted' && isFilled(sheet, move)) throw new Unusable(WORKBENCH_REFUSALS.undoFilled);
  back();
  session.moved.set(tab, movedBack(move));
  return UNDO_SAID[what](sheet.name);
}

function isFilled({ cells }: SheetModel, { row, count }: { row: number; count: number }): boolean {
  const inside = Array.from({ length: count }, (_, down) => [...(cells.get(row + down)?.values() ?? [])]).flat();
  return inside.some(({ value, formula }) => value !== '' || formula !== null);
}
