import { periodBeingEntered } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import { evaluate } from '../domain/evaluate.ts';
import type { Period } from '../domain/period.ts';
import type { Book } from '../workbook/book.ts';
import type { CellValue, RawTab } from '../workbook/cell.ts';
import { judgementEdits } from '../workbook/derived.ts';
import { cellAt, joinKey, keyPart } from '../workbook/key.ts';
import { readBook } from '../workbook/read-book.ts';
import type { TabTable } from '../workbook/table.ts';
import { sameCell } from '../workbook/write.ts';
import type { EditContext, EntryKey } from './edit-context.ts';
import { chosenCells, type GreyCells, greyBlocks } from './grey-cells.ts';
import type { Ports } from './ports.ts';

/** The rows to judge by number and by key, and what an earlier try wrote that may now stand beside another key. */
export type Wanted = {
  readonly rows: readonly number[];
  readonly keys: readonly string[];
  readonly earlier: GreyCells;
  /** The tab as just read, when it was. */
  readonly read: RawTab | null;
};

/** `moved`: the rows are no longer where they were read; `written` is empty where every grey cell was right already. */
export type Judged = {
  readonly moved: boolean;
  readonly keys: readonly string[];
  readonly written: GreyCells;
  readonly book: Book;
};

/** The grey columns that a verdict or a status fills; the other grey columns repeat the plan and wait for the batch. */
const COMPUTED: Readonly<Record<EntryKey, readonly string[]>> = {
  actuals: ['result', 'verdict', 'explanation'],
  entries: ['status', 'explanation', 'remindFrom', 'overdueFrom'],
};

/** One try: read the tab, judge the rows, write what differs, look whether the rows stayed; `null` = the tab cannot be judged. */
export function judgeRows(ports: Ports, { entry, entrySheetId, plan }: EditContext, wanted: Wanted): Judged | null {
  const tab = wanted.read ?? ports.workbook.readTab(entrySheetId);
  const book = tab === null ? null : readBook({ ...plan, tabs: [...plan.tabs, tab] });
  const table = book?.tables.get(entry);
  if (book === null || table === undefined) return null;
  const columns = COMPUTED[entry].flatMap((key) => table.columns.get(key) ?? []);
  const rows = rowsToJudge(book, table, wanted);
  const keys = rows.map((row) => keyAt(table, row));
  const judged = judgedCells(book, { table, rows, columns }, ports.clock.today());
  const cells: GreyCells = new Map([...putBack(table, wanted.earlier), ...judged]);
  const blocks = greyBlocks(table, cells, columns);
  if (blocks.length === 0) return { moved: false, keys, written: new Map(), book };
  ports.workbook.write(blocks);
  ports.workbook.flush();
  return { moved: haveMoved(ports, table, [...cells.keys()]), keys, written: cells, book };
}

/** The rows with a whole, unique key; with those whose indicator takes its figures from an edited row. */
function rowsToJudge(book: Book, table: TabTable, { rows, keys, earlier }: Wanted): number[] {
  const numbers = new Set([...rows, ...earlier.keys()]);
  const byKey = new Set(keys);
  const judgeable = [...table.rows.values()];
  const edited = judgeable.filter((row) => numbers.has(row) || byKey.has(keyAt(table, row)));
  const linked = new Set(edited.flatMap((row) => linkedKeys(book, table, row)));
  const mine = new Set(edited);
  return judgeable.filter((row) => mine.has(row) || linked.has(keyAt(table, row)));
}

function linkedKeys({ plan }: Book, table: TabTable, row: number): string[] {
  const id = textAt(table, row, 'id');
  const takers = plan.indicators.filter(({ links }) => links !== null && [...links.numerator, ...links.denominator].includes(id));
  return takers.map((taker) => joinKey([taker.id, textAt(table, row, 'period')]));
}

/** Each row is judged in its own period: the one being entered as of today, another as of its last day. */
function judgedCells(
  book: Book,
  { table, rows, columns }: { table: TabTable; rows: number[]; columns: number[] },
  today: Day,
): GreyCells {
  const entering = periodBeingEntered(book.plan.periods, today);
  const names = new Set(rows.map((row) => textAt(table, row, 'period')));
  const cells = new Map<number, ReadonlyMap<number, CellValue>>();
  for (const period of book.plan.periods.filter(({ name }) => names.has(name))) {
    const mine = rows.filter((row) => textAt(table, row, 'period') === period.name);
    const evaluation = evaluate(book, { period, asOf: asOfFor(period, entering, today) });
    const blocks = judgementEdits(book, period, evaluation);
    for (const [row, values] of chosenCells(blocks, { sheetId: table.raw.sheetId, rows: mine, columns })) cells.set(row, values);
  }
  return cells;
}

function asOfFor(period: Period, entering: Period | null, today: Day): Day {
  return period.name !== entering?.name && period.end < today ? period.end : today;
}

/** An earlier try wrote beside rows that have no key now: a verdict there would be nobody's, so it goes. */
function putBack(table: TabTable, earlier: GreyCells): GreyCells {
  const judgeable = new Set(table.rows.values());
  const back = new Map<number, ReadonlyMap<number, CellValue>>();
  for (const [row, values] of earlier) {
    const ours = [...values].filter(([column, value]) => sameCell(cellAt(table.raw, row, column), value));
    if (!judgeable.has(row)) back.set(row, new Map(ours.map(([column]) => [column, ''])));
  }
  return back;
}

/** Asks the key columns once more, from the first to the last row that was written. */
function haveMoved({ workbook }: Ports, table: TabTable, rows: readonly number[]): boolean {
  const columns = table.spec.rowKey.flatMap((key) => table.columns.get(key) ?? []);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  const area = { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  const now = workbook.readRange({ sheetId: table.raw.sheetId, ...area });
  return rows.some((at) => columns.some((of) => !sameCell(now[at - row]?.[of - column] ?? '', cellAt(table.raw, at, of))));
}

function keyAt(table: TabTable, row: number): string {
  return joinKey([textAt(table, row, 'id'), textAt(table, row, 'period')]);
}

/** One part of a row's key, as the readers compare it. */
function textAt({ raw, columns }: TabTable, row: number, key: string): string {
  return keyPart(cellAt(raw, row, columns.get(key) ?? 0));
}
