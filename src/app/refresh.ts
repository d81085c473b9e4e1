import type { Book } from '../workbook/book.ts';
import type { Block } from '../workbook/cell.ts';
import { judgementEdits } from '../workbook/derived.ts';
import { overviewBlocks } from '../workbook/overview.ts';
import { assess } from './assess.ts';
import type { RefreshReply } from './calls.ts';
import { dropEditContexts } from './edit-context.ts';
import { now } from './journal.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { mayKeepPlan } from './roles.ts';

/**
 * Judges the period being entered as of today and writes the grey cells, the overview and the «Cập nhật lúc …» stamps.
 * An unchanged workbook is not written to: the stamp too waits for another change or another day, which is enough for
 * the head that turns red after 26 hours.
 */
export function refresh(ports: Ports): RefreshReply {
  return refreshBook(ports, openBook(ports));
}

/** The same on a book just read. */
export function refreshBook(ports: Ports, book: Book): RefreshReply {
  const assessed = assess(book, ports.clock.today());
  const blocks = allowed(ports, book, wanted(ports, book, assessed));
  if (blocks.length > 0) {
    ports.workbook.write(blocks);
    ports.workbook.flush();
    dropEditContexts(ports.cache);
  }
  return { counts: assessed.counts, written: blocks.length, problems: assessed.problems };
}
