import { isBlank } from '../../domain/core/word.ts';
import type { Period } from '../../domain/period/period.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import { isClosed, stepBlocks } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { carefully } from '../base/verified-write.ts';
import type { Calls } from '../calls.ts';
import { refreshBook } from '../judging/refresh.ts';

/** Lets officials type into a closed period again, for a reason that the log keeps; its frozen facts stay, and closing it again makes the next version. */
export function reopenPeriod(ports: Ports, { period: name, reason }: Calls['reopen-period']['request']) {
  if (isBlank(reason)) refuse(REFUSALS.noReason);
  const reply = carefully(ports, openBook(ports), (book) => {
    const period = reopenable(book, name);
    const blocks = stepBlocks(ports, book, { period, deed: 'reopen-period', to: 'reopened', note: reason.trim() });
    return { blocks, reply: { period: period.name } };
  });
  refreshBook(ports, openBook(ports));
  return reply;
}

function reopenable(book: Book, name: string): Period {
  const period = knownPeriod(book, name);
  return isClosed(period) ? period : refuse(REFUSALS.notClosed(period.name));
}
