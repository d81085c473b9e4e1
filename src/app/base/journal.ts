import { lastOperationOn, type Operation } from '../../domain/history/journal.ts';
import { OPERATION_LABELS } from '../../words/core/labels.ts';
import { NOBODY_NAMED } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, DayCell } from '../../workbook/core/cell.ts';
import { appendRows } from '../../workbook/write/write.ts';
import type { Ports } from './ports.ts';

/** One thing that cannot be recomputed; blank cells where it has nothing to say. */
export type JournalEntry = {
  readonly operation: Operation;
  readonly place: string;
  readonly before?: string;
  readonly after?: string;
  readonly note?: string;
  /** '' = nobody knows who; default: the caller. */
  readonly who?: string;
};

/** The rows of `Nhật ký` for these; nothing when that tab is broken, which `check` tells. */
export function journalBlocks(ports: Ports, book: Book, entries: readonly JournalEntry[]): Block[] {
  const table = book.tables.get('journal');
  if (table === undefined || entries.length === 0) return [];
  const [at, me] = [now(ports), whoAsks(ports)];
  return appendRows(
    table,
    entries.map(({ operation, who = me, ...entry }) => ({
      before: '',
      after: '',
      note: '',
      ...entry,
      at,
      who: who || NOBODY_NAMED,
      what: OPERATION_LABELS[operation],
    })),
  );
}

/**
 * Of what is about to be written, what the log does not say already: a run that was cut after the log and before the cells is
 * finished by the next one without a second row.
 */
export function notYetLogged({ journal }: Book, entries: readonly JournalEntry[]): JournalEntry[] {
  return entries.filter(({ operation, place, before, after }) => {
    const last = lastOperationOn(journal, place);
    return last === null || last.operation !== operation || last.before !== before || last.after !== after;
  });
}

/** The moment for a stamp cell. */
export function now({ clock }: Ports): DayCell {
  return { day: clock.today(), minutes: clock.minutes() };
}

/** The name for `Ai`. */
export function whoAsks({ who }: Ports): string {
  return who.email().trim() || NOBODY_NAMED;
}
