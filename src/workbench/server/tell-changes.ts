import type { ChangedTab } from './changed-lines.ts';
import type { Desk } from './desk-state.ts';
import type { Book } from './open-book.ts';
import { peopleOf } from './people.ts';
import { lineViews } from './tab-view.ts';

/** Beyond so many lines the whole tab is asked again. */
const MOST_LINES = 1000;

/** Tells all windows what of the workbook differs from what they were told last; false when nothing does. */
export function tellChanges(desk: Desk): boolean {
  const { tabs, isOther } = desk.book.watch.look();
  for (const changed of tabs) tellTab(desk, changed);
  if (isOther || (tabs.length > 0 && arePeopleOther(desk.book))) tellAnew(desk, null);
  return isOther || tabs.length > 0;
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

function tellTab(desk: Desk, { sheet, lines }: ChangedTab): void {
  if (lines === null || lines.length > MOST_LINES) {
    tellAnew(desk, sheet.id);
    return;
  }
  const { looks, host } = desk.book;
  const shown = [...lines].sort((a, b) => a - b).map(lineViews(sheet, { looks, sidecar: host.sidecar, now: host.now() }));
  desk.version += 1;
  desk.tell({ is: 'cells', version: desk.version, tab: sheet.id, lines: shown, looks: [...looks.all] });
}
