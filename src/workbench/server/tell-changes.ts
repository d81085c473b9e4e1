import { sameKey } from '../line-moves.ts';
import type { LineMove } from '../protocol.ts';
import type { ChangedTab } from './lines/changed-lines.ts';
import { lineKeysOf } from './lines/line-keys.ts';
import type { Renamed } from './lines/line-log.ts';
import { readingOf } from './lines/type-block.ts';
import type { Book } from './open-book.ts';
import { peopleOf } from './people/people.ts';
import type { WorkbookSession } from './session-state.ts';
import { lineViews } from './tab-view.ts';

/** Beyond so many lines the whole tab is asked again. */
const MOST_LINES = 1000;

/** Tells all windows what of the workbook differs from what they were told last; false when nothing does. */
export function tellChanges(session: WorkbookSession): boolean {
  const { tabs, isOther } = session.book.watch.look();
  for (const changed of tabs) {
    if (session.moved.has(changed.sheet.id)) continue;
    tellTab(session, changed);
    logWritten(session, changed);
  }
  const hasMoved = session.moved.size > 0;
  tellMoves(session);
  if (isOther || (tabs.length > 0 && arePeopleOther(session.book))) tellAnew(session, null);
  return isOther || tabs.length > 0 || hasMoved;
}

/** A move is told even where no line looks otherwise: what a page asks of line 12 afterwards is asked of the new one. */
function tellMoves(session: WorkbookSession): void {
  const moves: [number, LineMove][] = [...session.moved];
  session.moved.clear();
  for (const [tab, move] of moves) {
    tellAnew(session, tab);
    session.book.lines.happened(tab, { version: session.version, is: 'moved', move });
  }
}

/** Keeps which lines were written and renamed, and by whom; a script that gave lines other names has rearranged them. */
function logWritten(session: WorkbookSession, { sheet, lines }: ChangedTab): void {
  const { lines: log, host } = session.book;
  const keys = lineKeysOf(sheet, readingOf(host));
  const renamed = [...lines].flatMap(([row, cells]): Renamed[] => {
    const names = { row, before: keys.of(row, cells), after: keys.of(row) };
    return sameKey(names.before, names.after) ? [] : [names];
  });
  const { version } = session;
  const job = session.jobs.at(-1);
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
export function tellAnew(session: WorkbookSession, tab: number | null): void {
  session.version += 1;
  session.tell({ is: 'changed', version: session.version, tab });
}

function tellTab(session: WorkbookSession, { sheet, lines, isWhole }: ChangedTab): void {
  if (isWhole || lines.size > MOST_LINES) {
    tellAnew(session, sheet.id);
    return;
  }
  const { looks, host } = session.book;
  const rows = [...lines.keys()].sort((a, b) => a - b);
  const shown = rows.map(lineViews(sheet, { looks, sidecar: host.sidecar, now: host.now() }));
  session.version += 1;
  session.tell({ is: 'cells', version: session.version, tab: sheet.id, lines: shown, looks: [...looks.all] });
}

/** The file was read again: only keys lead on from an older view, and nothing where the columns are others. */
export function logReread({ book, version }: WorkbookSession): void {
  book.lines.rearranged(null, version);
  for (const { id } of book.host.model.sheets) book.lines.columnsChanged(id, version);
}
