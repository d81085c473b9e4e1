import { isClosed, isOpen, type Period } from '../../domain/period/period.ts';
import { PERIOD_STATE_LABELS } from '../../words/core/labels.ts';
import { JOURNAL_WORDS, REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { periodRows } from '../../workbook/write/prepare.ts';
import { appendRows } from '../../workbook/write/write.ts';
import { journalBlocks, now, whoAsks } from '../base/journal.ts';
import { knownPeriod, openBook, tableOf } from '../base/open-book.ts';
import { stepBlocks } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { keepPlanBlocks } from '../judging/changes.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { OpenPeriodReply } from '../replies/actions.ts';

const ENTRY_TABS = ['actuals', 'entries', 'narratives'] as const;

/** Prepares a period's rows and lets officials type; opening it again only adds rows that are missing. The first opening keeps the plan. */
export function openPeriod(ports: Ports, { period: name }: { readonly period: string }): OpenPeriodReply {
  const { added, kept, period, changed } = verifiedWrite(ports, openBook(ports), (book) => opened(ports, book, name));
  if (changed) refreshBook(ports, openBook(ports));
  return { period, added, kept };
}

function opened(ports: Ports, book: Book, name: string): Decision<OpenPeriodReply & { readonly changed: boolean }> {
  const period = openable(book, knownPeriod(book, name));
  const rows = periodRows(book, period);
  const added = ENTRY_TABS.reduce((sum, key) => sum + rows[key].length, 0);
  const kept = ENTRY_TABS.reduce((sum, key) => sum + keptRows(book, key, period), 0);
  const changed = added > 0 || !isOpen(period);
  const blocks = changed
    ? [
        ...ENTRY_TABS.flatMap((key) => appendRows(tableOf(book, key), rows[key])),
        ...keepPlanBlocks(book, { at: now(ports), who: whoAsks(ports) }),
        ...recorded(ports, book, { period, rows, all: added + kept }),
      ]
    : [];
  return { blocks, reply: { period: period.name, added, kept, changed } };
}

type Opened = { readonly period: Period; readonly rows: ReturnType<typeof periodRows>; readonly all: number };

/** Rows added to an open period are named one by one, because nothing else tells them from those of its opening. */
function recorded(ports: Ports, book: Book, { period, rows, all }: Opened): Block[] {
  if (!isOpen(period))
    return stepBlocks(ports, book, { period, operation: 'open-period', to: 'entering', note: JOURNAL_WORDS.prepared(all) });
  const keys = ENTRY_TABS.flatMap((key) => rows[key].map(({ id, place }) => String(id ?? place)));
  const state = PERIOD_STATE_LABELS[period.state];
  return journalBlocks(ports, book, [
    { operation: 'open-period', place: period.name, before: state, after: state, note: JOURNAL_WORDS.addedRows(keys) },
  ]);
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
