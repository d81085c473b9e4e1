import { isBlank } from '../../domain/core/word.ts';
import { JOURNAL_WORDS, REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { rowBlocks } from '../../workbook/write/write.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks } from '../base/office-cells.ts';
import { openBook, tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { type Change, entryOf, pendingChanges } from '../judging/changes.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import { refreshBook } from '../judging/refresh.ts';

/** Keeps the reason of a change of the plan or of a closed period in `Nhật ký`; from then on it is no problem. */
export function explainChange(ports: Ports, { change: name, reason }: { readonly change: string; readonly reason: string }) {
  if (isBlank(reason)) refuse(REFUSALS.noReason);
  return verifiedWrite(ports, openBook(ports), (book) => {
    const { found, left } = pendingOf(book, name);
    return { blocks: reasonBlocks(ports, book, { found, reason: reason.trim() }), reply: { left } };
  });
}

/** Puts a changed cell back as `Bản chốt` has it, and says so in `Nhật ký`. */
export function restoreChange(ports: Ports, { change: name }: { readonly change: string }) {
  const reply = verifiedWrite(ports, openBook(ports), (book) => {
    const { found, left } = pendingOf(book, name);
    if (found.kind === 'added' || found.kind === 'removed') refuse(REFUSALS.cannotRestore(name));
    const entry = {
      operation: 'restore',
      place: name,
      before: found.after,
      after: found.before,
      note: JOURNAL_WORDS.restored,
    } as const;
    const blocks = [
      ...journalBlocks(ports, book, notYetLogged(book, [entry])),
      ...officeBlocks(book, [{ at: found.at, text: found.before }]),
    ];
    return { blocks, reply: { left } };
  });
  dropEditContexts(ports.cache);
  refreshBook(ports, openBook(ports));
  return reply;
}

function pendingOf(book: Book, name: string): { readonly found: Change; readonly left: number } {
  const pending = pendingChanges(book);
  const found = pending.find((change) => change.name === name) ?? refuse(REFUSALS.unknownChange(name));
  return { found, left: pending.length - 1 };
}

/** In the row that recorded the change, else in a row of its own. */
function reasonBlocks(ports: Ports, book: Book, { found, reason }: { readonly found: Change; readonly reason: string }): Block[] {
  if (found.logged === null) return journalBlocks(ports, book, [{ ...entryOf(found), note: reason }]);
  return rowBlocks(tableOf(book, 'journal'), [{ row: found.logged.row, values: { note: reason } }]);
}
