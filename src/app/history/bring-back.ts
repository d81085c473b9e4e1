import { isTyped } from '../../domain/report/printed.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { RECONCILE, RECONCILE_REFUSALS } from '../../words/reconcile/reconcile.ts';
import { a1 } from '../../workbook/core/address.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import type { BringBackRequest } from '../replies/actions.ts';
import type { Place } from '../replies/lines.ts';

/** A cell of Excel holds 32,767 characters; one of Sheets more. */
const LONGEST_CELL = 32_000;

/**
 * «Đưa về bảng»: a sentence that was changed in the finished document goes back into the cell it came from, with the consent
 * of a keeper, as long as the cell still reads as it did when they were compared. `Nhật ký` says so; it can be undone.
 */
export function bringBack(ports: Ports, { at: source, before, after }: BringBackRequest): { readonly at: Place } {
  if (!isTyped(source)) refuse(REFUSALS.badRequest);
  if (after.length > LONGEST_CELL) refuse(RECONCILE_REFUSALS.cannotHold);
  const reply = verifiedWrite(ports, openBook(ports), (book) => {
    if (!mayKeepPlan(book.plan, ports.who.email(), ports.clock.today())) refuse(REFUSALS.notAllowed);
    const address = book.addressOf(source) ?? refuse(RECONCILE_REFUSALS.noCell);
    const now = textAt(book, source);
    if (now !== before && now !== after) refuse(RECONCILE_REFUSALS.cellChanged(a1(address)));
    const entry = { operation: 'enter', place: cellName(source), before, after, note: RECONCILE.takenBack } as const;
    return {
      blocks: [...journalBlocks(ports, book, notYetLogged(book, [entry])), ...officeBlocks(book, [{ at: source, text: after }])],
      reply: { at: { tab: address.tab, row: address.row, column: address.column, a1: a1(address) } },
    };
  });
  dropEditContexts(ports.cache);
  return reply;
}
