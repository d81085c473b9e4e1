import { NOBODY_NAMED } from '../words/app.ts';
import type { Book } from '../workbook/book.ts';
import type { Block, DayCell } from '../workbook/cell.ts';
import { appendRows } from '../workbook/write.ts';
import type { Ports } from './ports.ts';

/** One thing that cannot be recomputed (design §4); blank cells where it has nothing to say. */
export type JournalEntry = {
  readonly what: string;
  readonly place: string;
  readonly before?: string;
  readonly after?: string;
  readonly note?: string;
};

/** The row of `Nhật ký` for it; nothing when that tab is broken, which `check` tells. */
export function journalBlocks(ports: Ports, book: Book, entry: JournalEntry): Block[] {
  const table = book.tables.get('journal');
  if (table === undefined) return [];
  return appendRows(table, [{ before: '', after: '', note: '', ...entry, at: now(ports), who: whoAsks(ports) }]);
}

/** The moment for a stamp cell. */
export function now({ clock }: Ports): DayCell {
  return { day: clock.today(), minutes: clock.minutes() };
}

/** The name for `Ai`. */
export function whoAsks({ who }: Ports): string {
  return who.email().trim() || NOBODY_NAMED;
}
