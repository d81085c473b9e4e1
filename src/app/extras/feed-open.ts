import { type Feed, fedCells } from '../../domain/checks/check-feeds.ts';
import type { Source } from '../../domain/core/source.ts';
import { openPeriods } from '../../domain/period/calendar.ts';
import { FEED_WORDS } from '../../words/extras/extras.ts';
import type { Book } from '../../workbook/core/book.ts';
import { plainText } from '../../workbook/core/key.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { feedsOf } from '../../workbook/read/feeds.ts';
import { journalBlocks } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';

type Count = { readonly at: Source; readonly before: string; readonly after: string; readonly note: string };

/**
 * Keeps the rows of the open periods that are counted from a register at what it counts, before they are judged: a blank cell, and one that holds what was
 * counted last. What a person typed there is left, and a check tells where it differs. Answers the book to go on with, which is read again only when something
 * was written. Nothing to undo: the figure follows its register.
 */
export function feedOpen(ports: Ports, book: Book): Book {
  if (countsOf(book).length === 0 || !mayKeepPlan(book.plan, ports.who.email(), ports.clock.today())) return book;
  verifiedWrite(ports, book, (read) => {
    const counts = countsOf(read);
    const entries = counts.map(({ at, ...said }) => ({ operation: 'feed' as const, place: cellName(at), ...said }));
    const cells = counts.map(({ at, after }) => ({ at, text: after }));
    const unlogged = entries.filter((entry) => !isLogged(read, entry));
    return { blocks: [...journalBlocks(ports, read, unlogged), ...officeBlocks(read, cells)], reply: null };
  });
  dropEditContexts(ports.cache);
  return openBook(ports);
}

function countsOf(book: Book): Count[] {
  return openPeriods(book.plan.periods).flatMap((period) => feedsOf(book, period).flatMap((feed) => countsIn(book, feed)));
}

function countsIn(book: Book, feed: Feed): Count[] {
  return fedCells(feed).flatMap(({ at, value }) => {
    const [before, after] = [textAt(book, at), plainText(value)];
    const isLeft = before === null || before === after || !(before === '' || isCounted(book, at, before));
    return isLeft ? [] : [{ at, before, after, note: FEED_WORDS.from(feed.from) }];
  });
}

/** Whether the cell still holds what was counted into it. */
function isCounted({ journal }: Book, at: Source, text: string): boolean {
  const last = lastAt(journal, cellName(at));
  return last !== undefined && last.after === text && last.note.startsWith(FEED_WORDS.from(''));
}

/** A run that was cut after the log and before the cells is finished by the next one without a second row. */
function isLogged({ journal }: Book, { place, before, after }: { place: string; before: string; after: string }): boolean {
  const last = lastAt(journal, place);
  return last?.operation === 'feed' && last.before === before && last.after === after;
}

function lastAt(journal: Book['journal'], place: string): Book['journal'][number] | undefined {
  return journal.filter((row) => row.place === place).pop();
}

/** Of the rows whose cells hold what a register counts, the sentence for their explanation, by `Mã|Kỳ`. */
export function countedRows(book: Book): ReadonlyMap<string, string> {
  const feeds = openPeriods(book.plan.periods).flatMap((period) => feedsOf(book, period));
  const isHeld = (feed: Feed): boolean => fedCells(feed).every(({ at, value }) => textAt(book, at) === plainText(value));
  return new Map(feeds.filter(isHeld).map((feed) => [`${feed.indicator}|${feed.period}`, FEED_WORDS.counted(feed.from)]));
}
