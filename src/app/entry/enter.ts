import { parseDay } from '../../domain/core/day.ts';
import type { Source } from '../../domain/core/source.ts';
import { sameWord, tidy } from '../../domain/core/word.ts';
import { isClosed, isOpen, type Period } from '../../domain/period/period.ts';
import { turnsInYear } from '../../domain/plan/task.ts';
import { readDay } from '../../words/core/day.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { ACTUALS } from '../../workbook/tabs/actuals.ts';
import { ENTRIES } from '../../workbook/tabs/entries.ts';
import { rowOf } from '../../workbook/write/write.ts';
import { leadOf, onWhoseBehalf } from '../base/entry-rights.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { knownPeriod, openBook, tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mustBeAsSeen, type TypedCell, typedCell } from '../base/typed-cell.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import type { EntryKey } from '../judging/edit-context.ts';
import type { EnterReply, EnterRequest } from '../replies/enter.ts';
import { entered } from './entered.ts';

const TAB_KEYS: readonly (readonly [string, EntryKey])[] = [
  [ACTUALS.name, 'actuals'],
  [ENTRIES.name, 'entries'],
];

/** A row of an entry tab that is being entered. */
type EntryRow = { readonly table: TabTable; readonly of: 'actual' | 'entry'; readonly id: string; readonly period: Period };

/**
 * Saves what was typed in a form into the row of an indicator or a task, judges the row, and says what is left. The lead's own
 * officials may, and the clerk in their place, which `Nhật ký` says. Texts are read as if typed into the sheet; one that cannot be
 * read is refused with its column and the fix, and nothing is saved.
 */
export function enter(ports: Ports, request: EnterRequest): EnterReply {
  const entry = entryKeyOf(request.tab);
  const { book, row, texts } = verifiedWrite(ports, openBook(ports), (read) => {
    const found = rowToEnter(read, entry, request);
    const note = onWhoseBehalf(ports, read.plan, leadOf(read.plan, found.of, found.id));
    const typed = Object.entries(request.values).map(([header, text]) =>
      typedCell(read, found.table, rowOfEntry(found), { header, text }),
    );
    if (!isOpen(found.period) && !isTypedLater(read, found, typed)) refuse(REFUSALS.periodIsClosed(found.period.name));
    mustBeAsSeen(typed, request.before ?? {});
    return { blocks: blocksFor(ports, read, { typed, note }), reply: { book: read, row: found, texts: textsOf(typed) } };
  });
  return { ...entered(ports, book, { entry, id: row.id, period: row.period }), texts };
}

/** Which entry tab is meant; otherwise refuses. */
export function entryKeyOf(tab: string): EntryKey {
  return TAB_KEYS.find(([name]) => sameWord(name, tab))?.[1] ?? refuse(REFUSALS.unknownPlace(tab));
}

/** The row that a form is about, of a period that is open or closed; otherwise refuses. */
export function rowToEnter(
  book: Book,
  entry: EntryKey,
  { id: asked, period: name }: Pick<EnterRequest, 'id' | 'period'>,
): EntryRow {
  const period = knownPeriod(book, name);
  const table = tableOf(book, entry);
  const id = tidy(asked);
  if (!isOpen(period) && !isClosed(period)) refuse(REFUSALS.periodIsClosed(period.name));
  if (rowOf(table, [id, period.name]) === null) refuse(REFUSALS.unknownRow(id, period.name));
  return { table, of: entry === 'actuals' ? 'actual' : 'entry', id, period };
}

function rowOfEntry({ of, id, period }: EntryRow): Omit<Source, 'field'> {
  return { of, id, period: period.name };
}

/** What may be typed into a closed period: a result with its later `Ngày công bố`, and recurring work that was missed and done after the period. */
function isTypedLater(book: Book, { of, id, period }: EntryRow, typed: readonly TypedCell[]): boolean {
  const field = of === 'actual' ? 'publishedOn' : 'completedOn';
  const task = book.plan.tasks.find((row) => row.id === id);
  if (of === 'entry' && (task === undefined || turnsInYear(task) === null)) return false;
  const said = typed.find(({ at }) => at.field === field)?.after ?? textAt(book, { of, id, period: period.name, field }) ?? '';
  const day = parseDay(said) ?? readDay(said);
  return day !== null && day > period.end;
}

function textsOf(typed: readonly TypedCell[]): EnterReply['texts'] {
  return Object.fromEntries(typed.map(({ header, after }) => [header, after]));
}

function blocksFor(ports: Ports, book: Book, { typed, note }: { typed: readonly TypedCell[]; note: string }): Block[] {
  const changed = typed.filter(({ before, after }) => before !== after);
  const entries = changed.map(({ at, before, after }) => ({
    operation: 'enter' as const,
    place: cellName(at),
    before,
    after,
    note,
  }));
  return [
    ...journalBlocks(ports, book, notYetLogged(book, entries)),
    ...officeBlocks(
      book,
      changed.map(({ at, after }) => ({ at, text: after })),
    ),
  ];
}
