import { sameKey } from '../line-moves.ts';
import type { LineMove } from '../protocol.ts';
import type { ChangedTab } from './changed-lines.ts';
import type { Desk } from './desk-state.ts';
import { lineKeysOf } from './line-keys.ts';
import type { Renamed } from './line-log.ts';
import type { Book } from './open-book.ts';
import { peopleOf } from './people.ts';
import { lineViews } from './tab-view.ts';
import { readingOf } from './type-block.ts';

/** Beyond so many lines the whole tab is asked again. */
const MOST_LINES = 1000;

/** Tells all windows what of the workbook differs from what they were told last; false when nothing does. */
export function tellChanges(desk: Desk): boolean {
  const { tabs, isOther } = desk.book.watch.look();
  for (const changed of tabs) {
    if (desk.moved.has(changed.sheet.id)) continue;
    tellTab(desk, changed);
    logWritten(desk, changed);
  }
  const hasMoved = desk.moved.size > 0;
  tellMoves(desk);
  if (isOther || (tabs.length > 0 && arePeopleOther(desk.book))) tellAnew(desk, null);
  return isOther || tabs.length > 0 || hasMoved;
}

/** A move is told even where no line looks otherwise: what a page asks of line 12 afterwards is asked of the new one. */
function tellMoves(desk: Desk): void {
  const moves: [number, LineMove][] = [...desk.moved];
  desk.moved.clear();
  for (const [tab, move] of moves) {
    tellAnew(desk, tab);
    desk.book.lines.happened(tab, { version: desk.version, is: 'moved', move });
  }
}

/** Keeps which lines were written and renamed, and by whom; a script that gave lines other names has rearranged them. */
function logWritten(desk: Desk, { sheet, lines }: ChangedTab): void {
  const { lines: log, host } = desk.book;
  const keys = lineKeysOf(sheet, readingOf(host));
  const renamed = [...lines].flatMap(([row, cells]): Renamed[] => {
    const names = { row, before: keys.of(row, cells), after: keys.of(row) };
    return sameKey(names.before, names.after) ? [] : [names];
  });
  const { version } = desk;
  const job = desk.jobs.at(-1);
  log.happened(sheet.id, { version, is: 'written', window: job?.window ?? '', rows: [...lines.keys()], renamed });
  if (job?.isScript !== true) return;
  if (renamed.length > 0 || keys.columns.length === 0) log.rearranged(sheet.id, version);
  if (lines.has(keys.headerRow)) log.columnsChanged(sheet.id, version);
}

/** Who may sit at a window stands in the workbook itself. */
function arePeopleOther(book: Book): boolean {
  const people = JSON.stringify(peopleOf(book.host.model, book.host.now().day));
  const isOther = people !== book.people;
  book.people = people;
  return isOther;
}

/** Tells all windows to ask a tab, or with `null` the book, again. */
export function tellAnew(desk: Desk, tab: number | null): void {
  desk.version += 1;
  desk.tell({ is: 'changed', version: desk.version, tab });
}

function tellTab(desk: Desk, { sheet, lines, isWhole }: ChangedTab): void {
  if (isWhole || lines.size > MOST_LINES) {
    tellAnew(desk, sheet.id);
    return;
  }
  const { looks, host } = desk.book;
  const rows = [...lines.keys()].sort((a, b) => a - b);
  const shown = rows.map(lineViews(sheet, { looks, sidecar: host.sidecar, now: host.now() }));
  desk.version += 1;
  desk.tell({ is: 'cells', version: desk.version, tab: sheet.id, lines: shown, looks: [...looks.all] });
}

/** The file was read again: only keys lead on from an older view, and nothing where the columns are others. */
export function logReread({ book, version }: Desk): void {
  book.lines.rearranged(null, version);
  for (const { id } of book.host.model.sheets) book.lines.columnsChanged(id, version);
}
