import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import { IMPORT_REFUSALS } from '../../words/import/say-written.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { cellOfText, kindOf } from '../../workbook/core/cell-text.ts';
import type { RowEdit, TabTable } from '../../workbook/core/tab.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { rowBlocks, rowOf } from '../../workbook/write/write.ts';
import type { JournalEntry } from '../base/journal.ts';
import { tableOf } from '../base/open-book.ts';
import { refuse } from '../base/refusal.ts';
import { cellsOf, changesOf } from './compare-rows.ts';
import type { RowContext } from './import-rows.ts';
import { markAt, markOf, rowMarks } from './row-marks.ts';

/** A row that says something else in the new document: which `Mã` it is, and the mark that the row had when a person agreed. */
export type RowUpdate = { readonly row: PlanRow; readonly id: string; readonly was: string };
export type Updates = {
  readonly blocks: readonly Block[];
  readonly entries: readonly JournalEntry[];
  readonly ids: readonly string[];
};

const KEYS = { indicator: 'indicators', task: 'tasks' } as const;

/** The cells that change, each with a line of its own for the log; refuses where a row is not as it was when it was shown. */
export function updatedRows(book: Book, updates: readonly RowUpdate[], context: Omit<RowContext, 'columns'>): Updates {
  const parts = (['indicator', 'task'] as const).map((kind) => {
    const table = tableOf(book, KEYS[kind]);
    const mine = updates.filter(({ row }) => row.kind === kind).map((update) => edited(table, update, context));
    return {
      blocks: rowBlocks(
        table,
        mine.map(({ edit }) => edit),
        { allowOffice: true },
      ),
      entries: mine.flatMap(({ entries }) => entries),
      ids: mine.flatMap(({ id, entries }) => (entries.length === 0 ? [] : [id])),
    };
  });
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    entries: parts.flatMap(({ entries }) => entries),
    ids: parts.flatMap(({ ids }) => ids),
  };
}

type Edited = { readonly id: string; readonly edit: RowEdit; readonly entries: readonly JournalEntry[] };

function edited(table: TabTable, { row, id, was }: RowUpdate, context: Omit<RowContext, 'columns'>): Edited {
  const at = rowOf(table, [id]) ?? refuse(IMPORT_REFUSALS.rowGone(id));
  if (markAt(table, at) !== was) refuse(IMPORT_REFUSALS.changedMeanwhile(id));
  const all = cellsOf(table, row, id, context);
  const changes = changesOf(table, at, all);
  const values: Record<string, CellValue> = Object.fromEntries(
    changes.map(({ key, after }) => [key, cellOfText(kindOf(table.spec, key), after, formatAt(table, at, key))]),
  );
  const note = rowMarks([{ id, mark: markAfter(table, at, values) }]);
  const of = row.kind;
  const entries = changes.map(({ key, before, after }) => {
    return { operation: 'import' as const, place: cellName({ of, id, period: '', field: key }), before, after, note };
  });
  return { id, edit: { row: at, values }, entries };
}

function formatAt({ raw, columns }: TabTable, at: number, key: string): string {
  return raw.formats[at - 1]?.[(columns.get(key) ?? 0) - 1] ?? '';
}

/** The mark that the row will have. */
function markAfter(table: TabTable, at: number, values: Readonly<Record<string, CellValue>>): string {
  const raw = table.raw.values[at - 1] ?? [];
  const cells = [...table.columns].map(([key, column]): [string, CellValue] => [key, raw[column - 1] ?? '']);
  return markOf(table, { ...Object.fromEntries(cells), ...values });
}
