import type { Day } from '../../domain/core/day.ts';
import { evaluate } from '../../domain/judging/evaluate.ts';
import { judgedAsOf, openPeriods } from '../../domain/period/calendar.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, CellValue, RawTab } from '../../workbook/core/cell.ts';
import { cellAt, joinKey, keyPart } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { judgementEdits, lateRows } from '../../workbook/write/derived.ts';
import { fitted, sameCell } from '../../workbook/write/write.ts';
import type { Ports } from '../base/ports.ts';
import { hasMoved } from '../base/verify.ts';
import type { EditContext, EntryKey } from './edit-context.ts';

/** The rows to judge, by number or by key. */
export type Wanted = {
  readonly rows: readonly number[];
  readonly keys: readonly string[];
  /** The tab as just read, when it was. */
  readonly read: RawTab | null;
};

/** `moved`: headers or rows are no longer where they were read; `written` is empty where every grey cell was right already. */
export type Judged = {
  readonly moved: boolean;
  readonly keys: readonly string[];
  readonly written: readonly Block[];
  readonly book: Book;
  readonly table: TabTable;
};

/** The grey columns that a verdict or a status fills; the other grey columns repeat the plan and wait for the batch. */
const COMPUTED: Readonly<Record<EntryKey, readonly string[]>> = {
  actuals: ['result', 'verdict', 'explanation', 'toMend'],
  entries: ['status', 'explanation', 'remindFrom', 'overdueFrom', 'toMend'],
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
  const written = greyBlocks(table, judgedCells(book, { table, rows, columns }, ports.clock.today()), columns);
  if (written.length === 0) return { moved: false, keys, written, book, table };
  ports.workbook.write(written);
  ports.workbook.flush();
  return { moved: hasMoved(ports, table, written), keys, written, book, table };
}

/** The rows with a whole, unique key; with those whose indicator takes its figures from an edited row, and the rows of the same task in other open periods. */
function rowsToJudge(book: Book, table: TabTable, { rows, keys }: Wanted): number[] {
  const numbers = new Set(rows);
  const byKey = new Set(keys);
  const judgeable = [...table.rows.values()];
  const edited = judgeable.filter((row) => numbers.has(row) || byKey.has(keyAt(table, row)));
  const linked = new Set(edited.flatMap((row) => [...linkedKeys(book, table, row), ...siblingKeys(book, table, row)]));
  const mine = new Set(edited);
  return judgeable.filter((row) => mine.has(row) || linked.has(keyAt(table, row)));
}

function linkedKeys({ plan }: Book, table: TabTable, row: number): string[] {
  const id = textAt(table, row, 'id');
  const takers = plan.indicators.filter(({ links }) => links !== null && [...links.numerator, ...links.denominator].includes(id));
  return takers.map((taker) => joinKey([taker.id, textAt(table, row, 'period')]));
}

/** What is typed of a task in one period is what the next begins from. */
function siblingKeys({ plan }: Book, table: TabTable, row: number): string[] {
  if (table.spec.key !== 'entries') return [];
  return openPeriods(plan.periods).map(({ name }) => joinKey([textAt(table, row, 'id'), name]));
}

/** Each row is judged in its own period, as of the day that the batch judges it on too. */
function judgedCells(
  book: Book,
  { table, rows, columns }: { table: TabTable; rows: number[]; columns: number[] },
  today: Day,
): GreyCells {
  const names = new Set(rows.map((row) => textAt(table, row, 'period')));
  const cells = new Map<number, ReadonlyMap<number, CellValue>>();
  const narrow = narrowed(book, table, rows);
  for (const period of book.plan.periods.filter(({ name }) => names.has(name))) {
    const mine = rows.filter((row) => textAt(table, row, 'period') === period.name);
    const only = new Set(mine.map((row) => textAt(table, row, 'id')));
    const evaluation = evaluate(book, { period, asOf: judgedAsOf(period, book.plan.periods, today), only });
    const blocks = judgementEdits(narrow, [{ period, evaluation }], lateRows(book, today));
    for (const [row, values] of chosenCells(blocks, { sheetId: table.raw.sheetId, rows: mine, columns })) cells.set(row, values);
  }
  return cells;
}

/** The book as if only these rows of the tab could be written: a figure typed in a tab of thousands makes no sentence for the others. */
function narrowed(book: Book, table: TabTable, rows: readonly number[]): Book {
  const mine = new Set(rows);
  const few = { ...table, rows: new Map([...table.rows].filter(([, row]) => mine.has(row))) };
  return { ...book, tables: new Map([[table.spec.key, few]]) };
}

function keyAt(table: TabTable, row: number): string {
  return joinKey([textAt(table, row, 'id'), textAt(table, row, 'period')]);
}

/** One part of a row's key, as the readers compare it. */
function textAt({ raw, columns }: TabTable, row: number, key: string): string {
  return keyPart(cellAt(raw, row, columns.get(key) ?? 0));
}

/** Values for cells of one tab: row → column → value, both counted from 1. */
export type GreyCells = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;

/** A choice of rows and columns of one tab. */
export type Choice = { readonly sheetId: number; readonly rows: readonly number[]; readonly columns: readonly number[] };

/** The part of the blocks that lies in the chosen rows and columns. */
export function chosenCells(blocks: readonly Block[], { sheetId, rows, columns }: Choice): GreyCells {
  const cells = new Map(rows.map((row) => [row, new Map<number, CellValue>()]));
  for (const block of blocks.filter((candidate) => candidate.sheetId === sheetId)) {
    for (const row of rows) {
      for (const column of columns) {
        const value = block.values[row - block.row]?.[column - block.column];
        if (value !== undefined) cells.get(row)?.set(column, value);
      }
    }
  }
  return cells;
}

/**
 * One block per run of neighbouring rows and columns in which anything differs, so that a paste costs as few writes as one
 * row; cells in between that stay as they are, are written as they were read.
 */
export function greyBlocks(table: TabTable, cells: GreyCells, columns: readonly number[]): Block[] {
  const rowRuns = runsOf([...cells.keys()]);
  return runsOf(columns).flatMap((across) =>
    rowRuns.flatMap((down) => {
      const values = down.map((row) =>
        across.map((column) => cells.get(row)?.get(column) ?? fitted(cellAt(table.raw, row, column))),
      );
      const differs = down.some((row, y) =>
        across.some((column, x) => !sameCell(values[y]?.[x] ?? '', cellAt(table.raw, row, column))),
      );
      return differs ? [{ sheetId: table.raw.sheetId, row: down[0] ?? 1, column: across[0] ?? 1, values }] : [];
    }),
  );
}

/** Numbers in order, cut where one is missing. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of [...new Set(numbers)].sort((left, right) => left - right)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[last.length - 1] === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs;
}
