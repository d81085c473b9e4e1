import { sayLineObstacles, WORKBENCH_REFUSALS } from '../words/pages/workbench-server.ts';
import { extent } from '../xlsx/areas.ts';
import type { SheetModel } from '../xlsx/model.ts';
import { type LineObstacle, lineObstacles, type RowMove, rowTexts, sheetIn, withRowsMoved } from '../xlsx/move-rows.ts';
import { readBook } from '../xlsx/read.ts';
import { Unusable } from './core/unusable.ts';
import type { Undo } from './human/contents.ts';
import { deleteLines, insertLines } from './human/lines.ts';
import { sortedRows, sortRows } from './human/sort-rows.ts';
import { headerRowOf } from './key-place.ts';
import { demandRight } from './services/protection.ts';
import { environmentOf, type Session, save } from './session.ts';

/** What a person does to whole lines of a tab. */
export type LineAct = { readonly sheet: SheetModel } & (
  | { readonly do: 'insert-rows' | 'delete-rows'; readonly row: number; readonly count: number }
  | { readonly do: 'sort'; readonly column: number; readonly descending: boolean }
);

/** How lines changed places; `order` holds the old numbers in their new order, from line `from` on. */
export type LineMove =
  | { readonly is: 'inserted' | 'deleted'; readonly row: number; readonly count: number }
  | { readonly is: 'sorted'; readonly from: number; readonly order: readonly number[] };

/** What moved, and the way back. */
export type MovedLines = { readonly move: LineMove; readonly back: Undo };

/** How an act moves rows, in the file and in the model, there and back. */
type Plan = {
  readonly from: number;
  readonly isSort: boolean;
  readonly move: LineMove;
  readonly there: RowMove['to'];
  readonly back: RowMove['to'];
  /** The rows that go away, to be kept until they come back. */
  readonly gone: { readonly from: number; readonly howMany: number };
  change(): Undo;
};

const MOST_LINES = 500;

/**
 * Moves whole lines of a tab, in the file as it stands and in the model, and saves at once, because the journal keeps typing only.
 * Gives the way back. Throws `Unusable`, having changed nothing, when the person may not, or something stands in the way.
 */
export function moveLines(session: Session, act: LineAct): MovedLines {
  const { sheet } = act;
  const plan = planOf(session, act);
  demandRight(environmentOf(session, 'menu'), sheet, {
    row: plan.from,
    column: 1,
    rows: Math.max(1, sheet.maxRows - plan.from + 1),
    columns: sheet.maxColumns,
  });
  save(session);
  let kept = new Map<number, string>();
  const undo = moved(session, plan.change, (bytes) => {
    const { from, howMany } = plan.gone;
    const book = readBook(bytes, (id, row) => id === sheet.id && row >= from && row < from + howMany);
    const read = sheetIn(book, sheet.id);
    refuse(sheet, lineObstacles(book, read, plan));
    kept = rowTexts(read, plan.gone);
    return withRowsMoved(book, read, { to: plan.there });
  });
  const back = (): void => {
    demandRight(environmentOf(session, 'menu'), sheet, { row: plan.from, column: 1, rows: 1, columns: sheet.maxColumns });
    save(session);
    moved(
      session,
      () => backAndForth(undo, plan),
      (bytes) => {
        const book = readBook(bytes);
        return withRowsMoved(book, sheetIn(book, sheet.id), { to: plan.back, back: kept });
      },
    );
  };
  return { move: plan.move, back };
}

/** Undoing, and what undoes that when the file cannot be written. */
function backAndForth(undo: Undo, plan: Plan): Undo {
  undo();
  return () => void plan.change();
}

/** The file first, so that what it refuses leaves the model alone; what cannot be written leaves both. */
function moved(session: Session, change: () => Undo, file: (bytes: Uint8Array) => Uint8Array): Undo {
  let undo: Undo | null = null;
  try {
    session.store.reshape((bytes) => {
      const next = file(bytes);
      undo = change();
      return next;
    });
    Object.assign(session, { dirty: false, kept: 0 });
  } catch (thrown) {
    (undo as Undo | null)?.();
    throw thrown;
  }
  return () => (undo as Undo | null)?.();
}

function refuse({ name }: SheetModel, obstacles: readonly LineObstacle[]): void {
  if (obstacles.length > 0) throw new Unusable(sayLineObstacles(name, obstacles));
}

function planOf(session: Session, act: LineAct): Plan {
  const { sheet } = act;
  const head = Math.max(headerRowOf(sheet) ?? 0, sheet.frozenRows);
  if (act.do === 'sort')
    return sortPlan(sheet, { from: head + 1, to: extent(sheet).rows, column: act.column, descending: act.descending });
  const { row, count } = act;
  if (row <= head) throw new Unusable(WORKBENCH_REFUSALS.headerLines);
  if (count > MOST_LINES) throw new Unusable(WORKBENCH_REFUSALS.tooManyLines(MOST_LINES));
  const isOutside = row > sheet.maxRows + 1 || (act.do === 'delete-rows' && row + count - 1 > sheet.maxRows);
  if (isOutside) throw new Unusable(WORKBENCH_REFUSALS.outside);
  const context = environmentOf(session, 'menu');
  const wider = (line: number): number => (line < row ? line : line + count);
  const later = (line: number): number | null => (line < row + count ? null : line - count);
  const narrower = (line: number): number | null => (line < row ? line : later(line));
  const common = { from: row, isSort: false };
  if (act.do === 'insert-rows') {
    const change = (): Undo => insertLines(context, sheet, { axis: 'row', before: row, howMany: count });
    const move = { is: 'inserted', row, count } as const;
    return { ...common, move, there: wider, back: narrower, gone: { from: 0, howMany: 0 }, change };
  }
  const change = (): Undo => deleteLines(context, sheet, { axis: 'row', from: row, howMany: count });
  const move = { is: 'deleted', row, count } as const;
  return { ...common, move, there: narrower, back: wider, gone: { from: row, howMany: count }, change };
}

function sortPlan(sheet: SheetModel, by: { from: number; to: number; column: number; descending: boolean }): Plan {
  if (by.to <= by.from) throw new Unusable(WORKBENCH_REFUSALS.nothingToSort);
  const order = sortedRows(sheet, by);
  const targets = new Map(order.map((row, i) => [row, by.from + i]));
  return {
    from: by.from,
    isSort: true,
    move: { is: 'sorted', from: by.from, order },
    there: (row) => targets.get(row) ?? row,
    back: (row) => order[row - by.from] ?? row,
    gone: { from: 0, howMany: 0 },
    change: () => sortRows(sheet, by),
  };
}
