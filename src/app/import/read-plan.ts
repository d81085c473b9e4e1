import { sameWord, tidy } from '../../domain/core/word.ts';
import type { SourceDocument, Table } from '../../domain/import/document.ts';
import { importPlan as readRows, unreadTables } from '../../domain/import/import-plan.ts';
import { type Around, linesOf, placesOf } from '../../domain/import/places.ts';
import { closestRole } from '../../domain/import/roles.ts';
import type { Doubt, ImportedRow, PlanImport } from '../../domain/import/row.ts';
import type { MappedColumns } from '../../domain/import/table/columns.ts';
import { columnsAsSaid, type SaidColumns } from '../../domain/import/table/said-columns.ts';
import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import { planYears, settingList } from '../../domain/plan/settings.ts';
import { readDocument } from '../../paper/blocks/read-document.ts';
import { readText } from '../../paper/blocks/read-text.ts';
import { DOUBTS, NO_PLAN, READ_FAULTS, sayDoubt, sayFoundCount } from '../../words/import/say-import.ts';
import { sayLevelOf, sayPlace } from '../../words/import/say-review.ts';
import { a1 } from '../../workbook/core/address.ts';
import type { Book } from '../../workbook/core/book.ts';
import { splitRoles } from '../../workbook/read/cell-readers.ts';
import { fileIn } from '../base/file-in.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import type { ReadPlanReply, ReadRow, UnreadTable } from '../replies/import.ts';
import { type Compared, compareRows } from './compare-rows.ts';
import { columnsKept } from './kept-columns.ts';
import { planNamed } from './plan-named.ts';

/** `file`: a document as base64, or '' and the `text` that was pasted; `columns`: what a person said of tables that were not understood. */
type Asked = {
  readonly file: string;
  readonly text: string;
  readonly plan: string;
  readonly columns: readonly MappedColumns[];
  /** The words of the document are wanted, too. */
  readonly lines?: boolean;
};

/** Reads a plan and holds each of its rows against the workbook; writes nothing. */
export function readPlan(ports: Ports, { file, text, plan: id, columns: said, lines: wanted = false }: Asked): ReadPlanReply {
  const document = documentIn(file, text);
  const book = openBook(ports);
  const columns = [...said, ...knownColumns(document, said, columnsKept(book.journal))];
  const lines = wanted ? linesOf(document) : [];
  const result = readRows(document, columns);
  const tables = unreadTables(document, columns).map(asUnread);
  if (result.ok) return { ...reviewed(ports, book, { document, plan: result.plan, id }), tables, lines };
  if (result.why === 'article' || tables.length === 0) return refuse(NO_PLAN[result.why]);
  return { ...NOTHING, tables, lines, said: [NO_PLAN[result.why]] };
}

const NOTHING = { title: '', years: null, number: '', day: null, rows: [], gone: [], roles: [], known: [], fields: [] } as const;

function documentIn(file: string, text: string): SourceDocument {
  if (file === '') return readText(text);
  const read = readDocument(fileIn(file));
  return read.ok ? read.document : refuse(READ_FAULTS[read.fault]);
}

/** Tables that nothing is said of now, with headers of which something was said before. */
function knownColumns(document: SourceDocument, said: readonly MappedColumns[], kept: readonly SaidColumns[]): MappedColumns[] {
  return unreadTables(document, said).flatMap((table) => columnsAsSaid(table, kept) ?? []);
}

const SHOWN_ROWS = 6;

function asUnread({ at, rows, columns, cells }: Table): UnreadTable {
  const shown = Array.from({ length: Math.min(rows, SHOWN_ROWS) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''),
  );
  return { at, place: sayPlace(at), rows: shown };
}

type Read = { readonly document: SourceDocument; readonly plan: PlanImport; readonly id: string };

function reviewed(ports: Ports, book: Book, { document, plan: read, id: wanted }: Read): Omit<ReadPlanReply, 'tables' | 'lines'> {
  const { facts, rows, doubts, counts } = read;
  const today = ports.clock.today();
  const { id: plan, years: own } = planNamed(book, wanted);
  const years = facts.years === null ? null : { first: facts.years.from, last: facts.years.to };
  const fields = settingList(book.plan, 'fields', today);
  const context = { years: years ?? own ?? planYears(book.plan, today), plan, fields };
  const asked = rows.map(({ proof: _, ...row }): PlanRow => row);
  const { compared, gone } = compareRows(book, asked, context);
  const around = placesOf(document);
  const seen = new Set<Doubt>();
  const made = rows.map((row, at) => {
    const mine = doubts.filter((doubt) => isOf(doubt, row));
    for (const doubt of mine) seen.add(doubt);
    const beside = around.get(row.at) ?? NO_SURROUNDINGS;
    return readRow(asked[at] ?? row, { compared: compared[at], doubts: mine, around: beside });
  });
  const known = book.plan.roles.map(({ role }) => role);
  return {
    title: facts.title ?? '',
    years,
    number: facts.number ?? '',
    day: facts.day,
    rows: made,
    gone: gone.map(({ id, title, tab, row }) => ({
      id,
      title,
      at: { tab, row, column: 1, a1: a1({ sheetId: 0, tab, row, column: 1 }) },
    })),
    said: [
      ...counts.map(sayFoundCount),
      ...doubts.filter((doubt) => !seen.has(doubt) && doubt.kind !== 'count-differs').map(sayDoubt),
    ],
    roles: unknownNames(asked, known).map((name) => ({ name, guess: closestRole(name, known) ?? '' })),
    known,
    fields,
  };
}

const NO_SURROUNDINGS: Around = { before: '', after: '' };

/** A doubt is about a row where it stands at its passage or at that of one of its values. */
function isOf({ at }: Doubt, row: ImportedRow): boolean {
  return at === row.at || Object.values(row.proof).some((passage) => passage?.at === at);
}

type Beside = { readonly compared: Compared | undefined; readonly doubts: readonly Doubt[]; readonly around: Around };

function readRow(row: PlanRow, { compared, doubts, around }: Beside): ReadRow {
  const { state = 'new', id = '', was = '', changes = [] } = compared ?? {};
  return {
    row,
    place: sayPlace(row.at),
    ...around,
    level: sayLevelOf(row),
    doubts: doubts.map(({ kind }) => DOUBTS[kind]),
    state,
    id,
    was,
    changes: changes.map(({ header, before, after }) => ({ header, before, after })),
  };
}

function unknownNames(rows: readonly PlanRow[], known: readonly string[]): string[] {
  const named = rows.flatMap(({ lead, with: support, watcher }) => [
    tidy(lead ?? ''),
    ...splitRoles(`${support ?? ''};${watcher ?? ''}`),
  ]);
  const unknown = named.filter((name) => name !== '' && !known.some((role) => sameWord(role, name)));
  return unknown.filter((name, at) => unknown.findIndex((other) => sameWord(other, name)) === at);
}
