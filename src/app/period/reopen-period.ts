import { isBlank } from '../../domain/core/word.ts';
import { isClosed, type Period } from '../../domain/period/period.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import { stepBlocks } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { refreshBook } from '../judging/refresh.ts';

/**
 * Lets officials type into a closed period again, for a reason that the log keeps; its frozen facts stay, and closing it again
 * makes the next version.
 */
export function reopenPeriod(ports: Ports, { period: name, reason }: { readonly period: string; readonly reason: string }) {
  if (isBlank(reason)) refuse(REFUSALS.noReason);
  const reply = verifiedWrite(ports, openBook(ports), (book) => {
    const period = reopenable(book, name);
    const blocks = stepBlocks(ports, book, { period, operation: 'reopen-period', to: 'reopened', note: reason.trim() });
    return { blocks, reply: { period: period.name } };
  });
  refreshBook(ports, openBook(ports));
  return reply;
}

function reopenable(book: Book, name: string): Period {
  const period = knownPeriod(book, name);
  return isClosed(period) ? period : refuse(REFUSALS.notClosed(period.name));
}
