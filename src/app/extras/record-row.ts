import type { Source } from '../../domain/core/source.ts';
import { tidy } from '../../domain/core/word.ts';
import type { Extra } from '../../domain/plan/extras.ts';
import { EXTRA_REFUSALS, EXTRA_WORDS } from '../../words/extras/extras.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { cellAt, joinKey, keysIn, plainText } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { appendRows, rowOf } from '../../workbook/write/write.ts';
import { type JournalEntry, journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks } from '../base/office-cells.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mustBeAsSeen, typedCell, typedColumn, typedValue } from '../base/typed-cell.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { markOf, rowMarks } from '../import/row-marks.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { RecordReply, RecordRequest } from '../replies/extras.ts';
import { specOf } from './add-extra.ts';
import { type Hand, handOf } from './whose-row.ts';

/** The rows that a form may begin, and how their `Mã` starts. */
const PREFIXES: Partial<Record<Extra, string>> = { inspections: 'KN', surveys: 'KS' };
const KINDS: Readonly<Record<Extra, Source['of']>> = { inspections: 'recommendation', surveys: 'survey', scores: 'score' };

/**
 * Writes a row of a register from a form: a new one under its own `Mã`, or the cells of one that is there. Who may: the keeper all of it, who
 * is to mend a finding what became of it, whoever supervises his own findings (`whose-row.ts`).
 */
export function recordRow(ports: Ports, request: RecordRequest): RecordReply {
  const { id, isNew } = verifiedWrite(ports, openBook(ports), (book) => decided(ports, book, request));
  refreshBook(ports, openBook(ports));
  return { id, sentence: isNew === null ? EXTRA_WORDS.nothingNew : EXTRA_WORDS.recorded(id) };
}

type Decided = Decision<{ readonly id: string; readonly isNew: boolean | null }>;

function decided(ports: Ports, book: Book, request: RecordRequest): Decided {
  const spec = specOf(request.register);
  const table = book.tables.get(spec.key) ?? refuse(EXTRA_REFUSALS.notThere(spec.name));
  const id = tidy(request.id);
  const hand = handOf(ports, book, request.register, id);
  for (const header of Object.keys(request.values)) {
    const { field } = typedColumn(table, header);
    if (hand.fields?.includes(field) === false) refuse(EXTRA_REFUSALS.notYourColumn(header));
  }
  return id === '' ? begun(ports, book, { table, request, hand }) : changed(ports, book, { table, id, request });
}

type Begun = { readonly table: TabTable; readonly request: RecordRequest; readonly hand: Hand };

/** A whole row in one block, so that a cut run leaves it whole or not at all; the log says its mark, by which it can be taken back. */
function begun(ports: Ports, book: Book, { table, request, hand }: Begun): Decided {
  const prefix = PREFIXES[request.register] ?? refuse(EXTRA_REFUSALS.notYours(table.spec.name));
  const typed = Object.entries(request.values).map(([header, text]): [string, CellValue] => {
    const { field } = typedColumn(table, header);
    return [field, typedValue(book, table, { field, text, format: '' })];
  });
  const said: Record<string, CellValue> = { ...Object.fromEntries(typed), ...hand.given };
  // A run that was cut behind the row, or a button pressed twice, does not write it twice.
  const known = rowSaying(table, said);
  if (known !== null) return { blocks: [], reply: { id: known, isNew: true } };
  const key = freeKey(table, prefix, said);
  const values: Record<string, CellValue> = { ...said, ...key };
  const id = joinKey(table.spec.rowKey.map((part) => plainText(values[part] ?? '')));
  if (rowOf(table, [id]) !== null) refuse(EXTRA_REFUSALS.doubled(table.spec.name, id));
  const blank = Object.fromEntries([...table.columns.keys()].map((key): [string, CellValue] => [key, '']));
  const note = rowMarks([{ id, mark: markOf(table, values) }]);
  const entry: JournalEntry = { operation: 'record', place: table.spec.name, before: '', after: id, note };
  return {
    blocks: [...journalBlocks(ports, book, notYetLogged(book, [entry])), ...appendRows(table, [{ ...blank, ...values }])],
    reply: { id, isNew: true },
  };
}

/** The key of a row that says all of this, whatever its own `Mã`. */
function rowSaying(table: TabTable, said: Readonly<Record<string, CellValue>>): string | null {
  const { rowKey } = table.spec;
  const bare = (values: Readonly<Record<string, CellValue>>): string =>
    markOf(table, Object.fromEntries(Object.entries(values).filter(([key]) => !rowKey.includes(key) || key in said)));
  const valuesAt = (row: number) =>
    Object.fromEntries([...table.columns].map(([key, column]): [string, CellValue] => [key, cellAt(table.raw, row, column)]));
  const found = [...table.rows].find(([, row]) => bare(valuesAt(row)) === bare(said));
  return found?.[0] ?? null;
}

/** What the form leaves out of a row's key: `KN-07` behind the last that stands anywhere in the tab, and the next question of a survey. */
function freeKey(table: TabTable, prefix: string, said: Readonly<Record<string, CellValue>>): Record<string, CellValue> {
  const pattern = new RegExp(`^${prefix}-?(\\d{1,6})(?:\\||$)`, 'iu');
  const keys = [...keysIn(table)];
  const last = keys.reduce((most, key) => Math.max(most, Number(pattern.exec(key)?.[1] ?? 0)), 0);
  const typed = tidy(plainText(said['id'] ?? ''));
  const id = typed === '' ? `${prefix}-${String(last + 1).padStart(2, '0')}` : typed;
  if (!table.spec.rowKey.includes('question')) return { id };
  const question = tidy(plainText(said['question'] ?? ''));
  return { id, question: question === '' ? String(keys.filter((key) => key.startsWith(`${id}|`)).length + 1) : question };
}

type Changed = { readonly table: TabTable; readonly id: string; readonly request: RecordRequest };

function changed(ports: Ports, book: Book, { table, id, request }: Changed): Decided {
  const [own = '', second = ''] = id.split('|');
  const at = { of: KINDS[request.register], id: own, period: second };
  if (rowOf(table, [id]) === null) refuse(EXTRA_REFUSALS.unknownRow(table.spec.name, id));
  const typed = Object.entries(request.values).map(([header, text]) => typedCell(book, table, at, { header, text }));
  mustBeAsSeen(typed, request.before ?? {});
  const cells = typed.filter(({ before, after }) => before !== after);
  const entries = cells.map((cell) => ({
    operation: 'enter' as const,
    place: cellName(cell.at),
    before: cell.before,
    after: cell.after,
  }));
  return {
    blocks: [
      ...journalBlocks(ports, book, notYetLogged(book, entries)),
      ...officeBlocks(
        book,
        cells.map((cell) => ({ at: cell.at, text: cell.after })),
      ),
    ],
    reply: { id, isNew: cells.length === 0 ? null : false },
  };
}
