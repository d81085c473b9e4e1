import { sameWord, tidy } from '../../domain/core/word.ts';
import { lastOperationOn } from '../../domain/history/journal.ts';
import type { SaidColumns } from '../../domain/import/table/said-columns.ts';
import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import { isOpen } from '../../domain/period/period.ts';
import type { Years } from '../../domain/plan/plan.ts';
import { planYears, settingList } from '../../domain/plan/settings.ts';
import { IMPORT_REFUSALS, type LeftOut, sayLeftOut, sayWrittenRows } from '../../words/import/say-written.ts';
import type { Book } from '../../workbook/core/book.ts';
import { isBlankCell, keysIn } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { splitRoles } from '../../workbook/read/cell-readers.ts';
import { levelColumns } from '../../workbook/read/find-columns.ts';
import { appendRows } from '../../workbook/write/write.ts';
import { type JournalEntry, journalBlocks, notYetLogged } from '../base/journal.ts';
import { openBook, tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { ImportReply } from '../replies/actions.ts';
import { factCells } from './fact-cells.ts';
import { type RowContext, type SheetRow, sheetRow } from './import-rows.ts';
import { columnEntries } from './kept-columns.ts';
import { planNamed } from './plan-named.ts';
import { markOf, rowMarks } from './row-marks.ts';
import { updatedRows } from './update-rows.ts';

/** A row; `update`: it is one of the workbook that says something else now. */
type AskedRow = PlanRow & { readonly update?: { readonly id: string; readonly was: string } };
type Asked = {
  readonly rows: readonly AskedRow[];
  readonly years: Years | null;
  readonly plan: string;
  /** What a person said of tables whose headers were not understood. */
  readonly columns?: readonly SaidColumns[];
  /** Number and day of the plan as somebody typed them; '' = not known. */
  readonly facts?: { readonly number: string; readonly issuedOn: string };
};

/**
 * Writes the rows of a plan under new `Mã`, each with its passage in `Nguyên văn`; a row whose passage stands there already is
 * recognised, so that the same document twice writes nothing. What finds no cell of its own goes into `Ghi chú` and is told.
 */
export function importPlan(ports: Ports, asked: Asked): ImportReply {
  const reply = verifiedWrite(ports, openBook(ports), (book) => imported(ports, book, asked));
  // Also where all rows are recognised: a run that was cut after writing them has not judged them.
  dropEditContexts(ports.cache);
  refreshBook(ports, openBook(ports));
  return reply;
}

type Kind = PlanRow['kind'];
type Part = {
  readonly table: TabTable;
  readonly ids: readonly string[];
  readonly rows: readonly (SheetRow & { row: PlanRow })[];
};

function imported(
  ports: Ports,
  book: Book,
  { rows: asked, years, plan: wanted, facts, columns = [] }: Asked,
): Decision<ImportReply> {
  const rows = asked.filter(({ update }) => update === undefined);
  const { id: plan, years: own } = planNamed(book, wanted);
  const today = ports.clock.today();
  const context = {
    years: years ?? own ?? planYears(book.plan, today),
    plan,
    fields: settingList(book.plan, 'fields', today),
  };
  const fresh = rows.filter((row) => !stands(book, row, plan));
  const parts = (['indicator', 'task'] as const).map((kind) =>
    partOf(
      book,
      kind,
      fresh.filter((row) => row.kind === kind),
      context,
    ),
  );
  const [indicators = [], tasks = []] = parts.map(({ ids }) => ids);
  const updates = asked.flatMap(({ update, ...row }) => (update === undefined ? [] : [{ row, ...update }]));
  const updated = updatedRows(book, updates, context);
  const known = factCells(book, plan, facts);
  return {
    // The log first: rows that nobody can take back are worse than a line about rows that are not there.
    blocks: [
      ...logBlocks(ports, book, parts, [
        ...notYetLogged(book, [...updated.entries, ...known.entries]),
        ...columnEntries(columns, book.journal),
      ]),
      ...parts.flatMap(({ table, rows: made }) => appended(table, made)),
      ...updated.blocks,
      ...known.blocks,
    ],
    reply: {
      ...{ indicators, tasks, recognised: rows.length - fresh.length, updated: updated.ids },
      left: parts.flatMap(leftOf),
      unknownRoles: unknownRoles(book, parts),
      open: book.plan.periods.filter(isOpen).map(({ name }) => name),
    },
  };
}

const KEYS = { indicator: 'indicators', task: 'tasks' } as const;
const PREFIXES = { indicator: 'CT', task: 'NV' } as const;

/** A row is known by its passage; one that was typed without a passage by its words. Rows that name two plans are two. */
function stands({ plan: { indicators, tasks } }: Book, { kind, passage, text }: PlanRow, plan: string): boolean {
  const rows = kind === 'indicator' ? indicators : tasks;
  return rows.some(({ quote, title, plan: other }) => {
    const isOther = plan !== '' && tidy(other) !== '' && !sameWord(other, plan);
    if (isOther) return false;
    return tidy(quote) === '' ? sameWord(title, text) : tidy(quote) === tidy(passage);
  });
}

function partOf(book: Book, kind: Kind, rows: readonly PlanRow[], context: Omit<RowContext, 'columns'>): Part {
  const table = tableOf(book, KEYS[kind]);
  if (!table.columns.has('quote')) refuse(IMPORT_REFUSALS.noPassageColumn(table.spec.name));
  const ids = freeIds(book, PREFIXES[kind], rows.length);
  const columns = levelColumns(table.columns.keys());
  return { table, ids, rows: rows.map((row, at) => ({ ...sheetRow(row, ids[at] ?? '', { ...context, columns }), row })) };
}

/** `Mã` behind the last of its kind that stands anywhere, in an old figure or a closed period too: a new row inherits nothing. */
function freeIds(book: Book, prefix: string, count: number): string[] {
  const used = [
    ...Object.values(KEYS).flatMap((key) => [...keysIn(tableOf(book, key))]),
    ...book.actuals.map(({ indicator }) => indicator),
    ...book.entries.map(({ task }) => task),
    ...book.frozen.map(({ id }) => id),
  ];
  const pattern = new RegExp(`^${prefix}-?(\\d{1,6})$`, 'iu');
  const last = used.reduce((most, id) => Math.max(most, Number(pattern.exec(tidy(id))?.[1] ?? 0)), 0);
  return Array.from({ length: count }, (_, at) => `${prefix}-${String(last + at + 1).padStart(2, '0')}`);
}

/** Every column of ours, the grey ones blank: so a row is one block, and a run that is cut leaves it whole or not at all. */
function appended(table: TabTable, rows: Part['rows']) {
  const blank = Object.fromEntries([...table.columns.keys()].map((key) => [key, '']));
  return appendRows(
    table,
    rows.map(({ values }) => ({ ...blank, ...values })),
  );
}

/** One line for each tab; a line that a cut run left is not written twice. */
function logBlocks(ports: Ports, book: Book, parts: readonly Part[], more: readonly JournalEntry[]) {
  const entries = parts.flatMap(({ table, ids, rows }): JournalEntry[] => {
    if (ids.length === 0) return [];
    const note = rowMarks(rows.map(({ values }, at) => ({ id: ids[at] ?? '', mark: markOf(table, values) })));
    const entry = { operation: 'import', place: table.spec.name, after: sayWrittenRows(ids), note } as const;
    const last = lastOperationOn(book.journal, entry.place);
    const isSaid = last?.operation === 'import' && last.after === entry.after && last.note === note;
    return isSaid ? [] : [entry];
  });
  return journalBlocks(ports, book, [...entries, ...more]);
}

function leftOf({ table, ids, rows }: Part): ImportReply['left'] {
  const lacking = Object.entries(table.spec.columns).filter(
    ([key]) => !table.columns.has(key) && rows.some(({ values }) => !isBlankCell(values[key] ?? '')),
  );
  return [
    ...lacking.map(([, { header }]) => lineOf('', '', { is: 'no-column', tab: table.spec.name, header })),
    ...rows.flatMap(({ left, row: { at } }, index) => left.map((one) => lineOf(ids[index] ?? '', at, one))),
  ];
}

function lineOf(id: string, at: string, left: LeftOut): ImportReply['left'][number] {
  return { id, at, text: sayLeftOut(left) };
}

function unknownRoles({ plan }: Book, parts: readonly Part[]): string[] {
  const named = parts.flatMap(({ rows }) =>
    rows.flatMap(({ values: { lead = '', supports = '', watchers = '' } }) => [
      String(lead),
      ...splitRoles(`${supports};${watchers}`),
    ]),
  );
  const unknown = named.filter((role) => role !== '' && !plan.roles.some((known) => sameWord(known.role, role)));
  return unknown.filter((role, at) => unknown.findIndex((other) => sameWord(other, role)) === at);
}
