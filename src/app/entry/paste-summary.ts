import { findings } from '../../domain/checks/checks.ts';
import type { Severity } from '../../domain/checks/finding.ts';
import type { Day } from '../../domain/core/day.ts';
import { sayPastedRows } from '../../words/entry/edited.ts';
import { placeFindings } from '../../workbook/core/address.ts';
import type { Book } from '../../workbook/core/book.ts';
import { cellAt, keyPart } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import type { EntryKey } from '../judging/edit-context.ts';

/** The rows of an entry tab that were just pasted over, in the book as it was judged. */
export type Pasted = {
  readonly book: Book;
  readonly entry: EntryKey;
  readonly rows: readonly number[];
  readonly today: Day;
};

/** How many of the pasted rows are right, need a look, must be fixed; `null` where no row holds anything. */
export function sayPaste({ book, entry, rows, today }: Pasted): string | null {
  const table = book.tables.get(entry);
  const filled = table === undefined ? [] : rows.filter((row) => isFilled(table, row));
  if (table === undefined || filled.length === 0) return null;
  const found = severities({ book, today }, table, filled);
  const mend = filled.filter((row) => found.get(row)?.has('must-fix'));
  const look = filled.filter((row) => found.get(row)?.has('review') && !found.get(row)?.has('must-fix'));
  return sayPastedRows({ right: filled.length - mend.length - look.length, look: look.length, mend: mend.length });
}

function isFilled({ raw, headerRow }: TabTable, row: number): boolean {
  return row > headerRow && (raw.values[row - 1] ?? []).some((cell) => cell !== '');
}

/** Row → the severities found in it, by the sheet and by the rules of the rows' own periods. */
function severities(
  { book, today }: Pick<Pasted, 'book' | 'today'>,
  { raw, columns }: TabTable,
  rows: readonly number[],
): ReadonlyMap<number, ReadonlySet<Severity>> {
  const names = new Set(rows.map((row) => keyPart(cellAt(raw, row, columns.get('period') ?? 0))));
  const periods = book.plan.periods.filter(({ name }) => names.has(name));
  const ruled = periods.flatMap((period) => findings(book, { period, today, locale: '', timeZone: '' }));
  const placed = placeFindings(book, ruled).map(({ finding, at }) => ({ severity: finding.severity, at }));
  const byRow = new Map<number, Set<Severity>>();
  for (const { severity, at } of [...book.problems, ...placed]) {
    if (at?.sheetId === raw.sheetId) byRow.set(at.row, (byRow.get(at.row) ?? new Set<Severity>()).add(severity));
  }
  return byRow;
}
