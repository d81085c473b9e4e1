import { sameWord } from '../../domain/core/word.ts';
import { type LogGroup, type LogRow, standingGroups } from '../../domain/history/journal.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { sayUndo } from '../../words/history/changes.ts';
import type { Book } from '../../workbook/core/book.ts';
import { journalBlocks, whoAsks } from '../base/journal.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { UndoPreviewReply } from '../replies/actions.ts';
import { tabsOf, takingBack } from './undo-operations.ts';

/** The last operation, in words; `null` where there is nothing that can be undone. Writes nothing. */
export function undoPreview(ports: Ports): UndoPreviewReply {
  const last = lastGroup(openBook(ports));
  return last === null ? null : { of: nameOf(last), text: sayUndo(last) };
}

/**
 * Undoes the last operation, as long as its cells are unchanged since. `of` is what the preview named: when somebody did
 * something else meanwhile, nothing is undone. Who is no keeper may undo only what he did himself.
 */
export function undo(ports: Ports, { of }: { readonly of: string }): { readonly text: string } {
  const first = openBook(ports);
  const tabs = tabsToDrop(first);
  if (tabs.length > 0) {
    takeBack(ports, first, { of, isLogged: false });
    for (const tab of tabs) ports.workbook.dropEmptied(tab);
    ports.workbook.flush();
  }
  // The log last: until it says so, the same thing is taken back again, which changes nothing any more.
  const text = takeBack(ports, tabs.length > 0 ? openBook(ports) : first, { of, isLogged: true });
  dropEditContexts(ports.cache);
  refreshBook(ports, openBook(ports));
  return { text };
}

type How = { readonly of: string; readonly isLogged: boolean };

function takeBack(ports: Ports, first: Book, { of, isLogged }: How): string {
  return verifiedWrite(ports, first, (book) => {
    const last = lastGroup(book) ?? refuse(REFUSALS.nothingToUndo);
    if (nameOf(last) !== of) refuse(REFUSALS.undoneMeanwhile);
    if (!isTheirs(ports, book, last)) refuse(REFUSALS.notAllowed);
    const [{ place, before, after }] = last;
    const entry = { operation: 'undo', place, before: after, after: before, note: sayUndo(last) } as const;
    return {
      blocks: [...takingBack(book, last), ...(isLogged ? journalBlocks(ports, book, [entry]) : [])],
      prepare: () => {
        if (last[0].operation === 'drop-tab') ports.workbook.addTab(place);
      },
      reply: sayUndo(last),
    };
  });
}

function tabsToDrop(book: Book): string[] {
  const last = lastGroup(book);
  return last === null ? [] : tabsOf(last);
}

function lastGroup({ journal }: Book): LogGroup | null {
  const groups = standingGroups(journal);
  const last = groups[groups.length - 1] ?? null;
  return last?.[0].operation === 'set-up' ? null : last;
}

/** Rows of the log are distinguished by their number and their content. */
function nameOf(rows: LogGroup): string {
  const nameOfRow = ({ row, operation, place, after }: LogRow): string => [row, operation, place, after].join('|');
  return `${nameOfRow(rows[0])} ${rows.length}`;
}

function isTheirs(ports: Ports, { plan }: Book, [{ who }]: LogGroup): boolean {
  return mayKeepPlan(plan, ports.who.email(), ports.clock.today()) || sameWord(who, whoAsks(ports));
}
