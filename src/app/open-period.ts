import type { Period } from '../domain/period.ts';
import { JOURNAL_WORDS, REFUSALS } from '../words/app.ts';
import { PERIOD_STATE_LABELS } from '../words/labels.ts';
import type { Book } from '../workbook/book.ts';
import { periodRows } from '../workbook/prepare.ts';
import { appendRows } from '../workbook/write.ts';
import type { OpenPeriodReply } from './calls.ts';
import { journalBlocks } from './journal.ts';
import { knownPeriod, openBook, tableOf } from './open-book.ts';
import { isClosed, isOpen, stateBlocks } from './period-state.ts';
import type { Ports } from './ports.ts';
import { refreshBook } from './refresh.ts';
import { refuse } from './refusal.ts';

const ENTRY_TABS = ['actuals', 'entries', 'narratives'] as const;

/** Prepares a period's rows and lets officials type; opening it again only adds rows that are missing. */
export function openPeriod(ports: Ports, { period: name }: { readonly period: string }): OpenPeriodReply {
  const book = openBook(ports);
  const period = openable(book, knownPeriod(book, name));
  const rows = periodRows(book, period);
  const added = ENTRY_TABS.reduce((sum, key) => sum + rows[key].length, 0);
  const kept = ENTRY_TABS.reduce((sum, key) => sum + keptRows(book, key, period), 0);
  if (added > 0 || !isOpen(period)) {
    ports.workbook.write([
      ...ENTRY_TABS.flatMap((key) => appendRows(tableOf(book, key), rows[key])),
      ...(isOpen(period) ? [] : stateBlocks(book, period, 'entering')),
      ...journalBlocks(ports, book, {
        what: JOURNAL_WORDS.openPeriod,
        place: period.name,
        before: PERIOD_STATE_LABELS[period.state],
        after: PERIOD_STATE_LABELS[isOpen(period) ? period.state : 'entering'],
        note: JOURNAL_WORDS.added(added),
      }),
    ]);
    ports.workbook.flush();
    refreshBook(ports, openBook(ports));
  }
  return { period: period.name, added, kept };
}

/** A closed period is not opened here, nor one that ends before a closed one. */
function openable({ plan }: Book, period: Period): Period {
  if (isOpen(period)) return period;
  const later = plan.periods.find((other) => isClosed(other) && other.end > period.end);
  const open = plan.periods.filter((other) => !isClosed(other)).map((other) => other.name);
  if (isClosed(period)) refuse(REFUSALS.alreadyClosed(period.name, open));
  if (later !== undefined) refuse(REFUSALS.laterIsClosed(period.name, later.name));
  return period;
}

function keptRows(book: Book, key: (typeof ENTRY_TABS)[number], period: Period): number {
  return book[key].filter((row) => row.period === period.name).length;
}
