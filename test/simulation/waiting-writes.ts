import { setCell } from '../../src/host/human/contents.ts';
import type { CellModel, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';

type Cells = SheetModel['cells'];
/** The cells of every tab as they stood at one moment. */
type Snapshot = ReadonlyMap<number, Cells>;
type Write = { readonly sheetId: number; readonly row: number; readonly column: number; readonly cell: CellModel | undefined };

const copyCells = (cells: Cells): Cells =>
  new Map([...cells].map(([row, line]) => [row, new Map([...line].map(([column, cell]) => [column, { ...cell }]))]));

/** Remembers the cells of every tab. */
function snapshotOf({ sheets }: WorkbookModel): Snapshot {
  return new Map(sheets.map(({ id, cells }) => [id, copyCells(cells)]));
}

/** A workbook of its own with the same contents. */
export function copyOfBook({ sheets }: WorkbookModel): WorkbookModel {
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: copyCells(sheet.cells),
      columnStyles: new Map(sheet.columnStyles),
      columnWidths: new Map(sheet.columnWidths),
    })),
  };
}

/** What one execution wrote and has not flushed. */
export type Buffer = {
  flush(): void;
  /** Lets others work: they see what was flushed, and what waits lands after them where it was aimed. */
  aside(work: () => void): void;
  /** The execution is dead and what it wrote is lost. */
  lose(): void;
};

/** Writes that reach the sheet at once. */
export const LANDED: Buffer = { flush: () => undefined, aside: (work) => work(), lose: () => undefined };

/** Writes that wait for the flush. */
export function waitingWrites(book: WorkbookModel): Buffer {
  let flushed = snapshotOf(book);
  const flush = (): void => {
    flushed = snapshotOf(book);
  };
  return {
    flush,
    aside: (work) => {
      const writes = rollBack(book, flushed);
      work();
      flush();
      land(book, writes);
    },
    lose: () => void rollBack(book, flushed),
  };
}

/** Takes back what was written since the snapshot, and gives it, to land later where it was aimed. Of a script's writes only cells wait. */
function rollBack(book: WorkbookModel, since: Snapshot): Write[] {
  return book.sheets.flatMap((sheet) => {
    const before = since.get(sheet.id);
    if (before === undefined) return [];
    const writes = differences(sheet, before);
    sheet.cells.clear();
    for (const [row, line] of copyCells(before)) sheet.cells.set(row, line);
    return writes;
  });
}

function differences(sheet: SheetModel, before: Cells): Write[] {
  const writes: Write[] = [];
  for (const row of new Set([...sheet.cells.keys(), ...before.keys()])) {
    const [now, then] = [sheet.cells.get(row), before.get(row)];
    for (const column of new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])) {
      const cell = now?.get(column);
      if (!same(cell, then?.get(column))) writes.push({ sheetId: sheet.id, row, column, cell });
    }
  }
  return writes;
}

const same = (a: CellModel | undefined, b: CellModel | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.value === b.value && a.formula === b.formula && a.style === b.style);

/** Lets waiting writes land. */
function land(book: WorkbookModel, writes: readonly Write[]): void {
  for (const { sheetId, row, column, cell } of writes) {
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    if (sheet !== undefined) setCell(sheet, { row, column }, cell === undefined ? undefined : { ...cell });
  }
}
