import type { Period } from '../domain/period.ts';
import { isBlank } from '../domain/word.ts';
import { REFUSALS } from '../words/app.ts';
import type { Book } from '../workbook/book.ts';
import type { Calls } from './calls.ts';
import { carefully } from './careful.ts';
import { knownPeriod, openBook } from './open-book.ts';
import { isClosed, stepBlocks } from './period-state.ts';
import type { Ports } from './ports.ts';
import { refreshBook } from './refresh.ts';
import { refuse } from './refusal.ts';

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
