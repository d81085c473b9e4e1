import { sameWord, tidy } from '../../domain/core/word.ts';
import { standingGroups } from '../../domain/history/journal.ts';
import { pairRows } from '../../domain/import/pairing.ts';
import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { kindOf, textOfCell } from '../../workbook/core/cell-text.ts';
import { cellAt } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { headerOf, levelColumns } from '../../workbook/read/find-columns.ts';
import { rowOf } from '../../workbook/write/write.ts';
import { tableOf } from '../base/open-book.ts';
import { type RowContext, sheetRow } from './import-rows.ts';
import { markAt, markOf, rowMarksIn } from './row-marks.ts';

/**
 * What a row of a document is to the workbook. `changed`: the document says something else now, and nobody touched the row;
 * `kept`: the document is as it was, the office changed the row; `both`: both changed, or nobody can tell any more.
 */
export type RowState = 'new' | 'same' | 'changed' | 'kept' | 'both';
export type CellChange = { readonly key: string; readonly header: string; readonly before: string; readonly after: string };
export type Compared = {
  readonly state: RowState;
  /** Its `Mã`, '' of a new one. */
  readonly id: string;
  /** The mark of the row as it stands, so that nothing is written over what changed meanwhile. */
  readonly was: string;
  readonly changes: readonly CellChange[];
};
/** A row of the workbook that came from the document as it was, and stands in it no more. */
export type Gone = { readonly id: string; readonly tab: string; readonly title: string; readonly row: number };

const KEYS = { indicator: 'indicators', task: 'tasks' } as const;
type Kind = PlanRow['kind'];

/** The three sides of each row: the document as it was imported (by the mark of it), the document now, and the sheet. */
export function compareRows(book: Book, rows: readonly PlanRow[], context: Omit<RowContext, 'columns'>) {
  const marks = importedMarks(book);
  const compared = rows.map((): Compared => NEW);
  const gone: Gone[] = [];
  for (const kind of Object.keys(KEYS) as Kind[]) {
    const table = tableOf(book, KEYS[kind]);
    const mine = rows.flatMap((row, at) => (row.kind === kind ? [{ row, at }] : []));
    const standing = standingRows(book, kind, context.plan);
    const paired = pairRows(
      mine.map(({ row }) => row),
      standing,
    );
    for (const [place, id] of paired.ids.entries()) {
      const one = mine[place];
      if (one !== undefined && id !== null) compared[one.at] = stateOf(table, { id, row: one.row, mark: marks.get(id) }, context);
    }
    // Only what came from a document can have left it.
    gone.push(...paired.gone.filter((id) => marks.has(id)).flatMap((id) => goneRow(table, id, standing)));
  }
  return { compared, gone };
}

const NEW: Compared = { state: 'new', id: '', was: '', changes: [] };

/** The mark of each row as an import left it, by `Mã`. */
function importedMarks({ journal }: Book): ReadonlyMap<string, string> {
  const rows = standingGroups(journal)
    .flat()
    .filter(({ operation }) => operation === 'import');
  return new Map(rows.flatMap(({ note }) => rowMarksIn(note)).map(({ id, mark }) => [id, mark]));
}

function standingRows({ plan: { indicators, tasks } }: Book, kind: Kind, plan: string) {
  const rows = kind === 'indicator' ? indicators : tasks;
  return rows.filter((row) => plan === '' || tidy(row.plan) === '' || sameWord(row.plan, plan));
}

function goneRow(table: TabTable, id: string, standing: readonly { readonly id: string; readonly title: string }[]): Gone[] {
  const row = rowOf(table, [id]);
  const title = standing.find((one) => one.id === id)?.title ?? '';
  return row === null ? [] : [{ id, tab: table.raw.name, title, row }];
}

type Asked = { readonly id: string; readonly row: PlanRow; readonly mark: string | undefined };

function stateOf(table: TabTable, { id, row, mark }: Asked, context: Omit<RowContext, 'columns'>): Compared {
  const at = rowOf(table, [id]);
  if (at === null) return NEW;
  const values = cellsOf(table, row, id, context);
  const changes = changesOf(table, at, values);
  const was = markAt(table, at);
  if (changes.length === 0) return { state: 'same', id, was, changes };
  if (mark !== undefined && markOf(table, values) === mark) return { state: 'kept', id, was, changes: [] };
  return { state: was === mark ? 'changed' : 'both', id, was, changes };
}

/** What an import would write for this row. */
export function cellsOf(table: TabTable, row: PlanRow, id: string, context: Omit<RowContext, 'columns'>) {
  return sheetRow(row, id, { ...context, columns: levelColumns(table.columns.keys()) }).values;
}

/** Never compared: the key, and what the import sets for every row. */
const FIXED = ['id', 'plan', 'origin'];

/** The cells of a row that say something else than the document: its levels too, which it may have no more. */
export function changesOf(table: TabTable, at: number, values: Readonly<Record<string, CellValue>>): CellChange[] {
  const levels = levelColumns(table.columns.keys()).map(({ key }) => key);
  const keys = [...new Set([...Object.keys(values), ...levels])].filter((key) => !FIXED.includes(key));
  return keys.flatMap((key): CellChange[] => {
    const column = table.columns.get(key);
    if (column === undefined) return [];
    const [kind, format] = [kindOf(table.spec, key), table.raw.formats[at - 1]?.[column - 1] ?? ''];
    const before = textOfCell(kind, cellAt(table.raw, at, column), format);
    const after = textOfCell(kind, values[key] ?? '', '');
    return before === after ? [] : [{ key, header: headerOf(table.spec, key), before, after }];
  });
}
