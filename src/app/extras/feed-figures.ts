import { fedCells } from '../../domain/checks/check-feeds.ts';
import { isOpen } from '../../domain/period/period.ts';

import { FEED_WORDS } from '../../words/extras/extras.ts';
import type { Book } from '../../workbook/core/book.ts';
import { plainText } from '../../workbook/core/key.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { feedsOf } from '../../workbook/read/feeds.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { FeedReply } from '../replies/extras.ts';

/**
 * Writes what the registers count into the rows of `Nhập số liệu` that are counted from them, each with its source in `Ghi chú` of the
 * log; a figure that says otherwise is written over, which can be taken back. Only an open period takes figures.
 */
export function feedFigures(ports: Ports, { period }: { readonly period: string }): FeedReply {
  const reply = verifiedWrite(ports, openBook(ports), (book) => fed(ports, book, period));
  dropEditContexts(ports.cache);
  refreshBook(ports, openBook(ports));
  return reply;
}

function fed(ports: Ports, book: Book, name: string): Decision<FeedReply> {
  const period = knownPeriod(book, name);
  if (!isOpen(period)) refuse(FEED_WORDS.closed(period.name));
  const feeds = feedsOf(book, period);
  if (feeds.length === 0) refuse(FEED_WORDS.nothing);
  const changed = feeds.flatMap((feed) =>
    fedCells(feed).flatMap(({ at, value }) => {
      const [before, after] = [textAt(book, at), plainText(value)];
      return before === null || before === after ? [] : [{ at, before, after, note: FEED_WORDS.from(feed.from) }];
    }),
  );
  const entries = changed.map(({ at, before, after, note }) => ({
    operation: 'enter' as const,
    place: cellName(at),
    before,
    after,
    note,
  }));
  const cells = changed.map(({ at, after }) => ({ at, text: after }));
  return {
    blocks: [...journalBlocks(ports, book, notYetLogged(book, entries)), ...officeBlocks(book, cells)],
    reply: { period: period.name, written: changed.length, sentence: FEED_WORDS.done(changed.length, period.name) },
  };
}
