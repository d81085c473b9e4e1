import type { Source } from '../../domain/core/source.ts';
import { sameWord, tidy } from '../../domain/core/word.ts';
import { isOpen } from '../../domain/period/period.ts';
import type { PlanInForce } from '../../domain/plan/plan.ts';
import { isTask, type Joined, type RollOver, type RowFate, rollOver } from '../../domain/plan/roll-over.ts';
import type { CalendarKind } from '../../domain/plan/set-up.ts';
import { sayWrittenRows } from '../../words/import/say-written.ts';
import { ROLL_OVER_REFUSALS, ROLL_OVER_WORDS, type RolledOver, sayFateFault, sayLostLinks } from '../../words/plan/roll-over.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { kindOf, textOfCell } from '../../workbook/core/cell-text.ts';
import { keysIn, plainText } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { versionOf, WORKBOOK_VERSION } from '../../workbook/core/version.ts';
import { renewals } from '../../workbook/migrations/renewal.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { levelColumns, yearKey } from '../../workbook/read/find-columns.ts';
import { keptPlan } from '../../workbook/read/plan-facts.ts';
import { appendRows, rowBlocks } from '../../workbook/write/write.ts';
import { type JournalEntry, journalBlocks, notYetLogged } from '../base/journal.ts';
import { type Headers, headerPlace, lackingHeaders, withHeaders } from '../base/lacking-headers.ts';
import { openBook, tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { rollBack } from '../base/roll-back.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { markOf, rowMarks } from '../import/row-marks.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import { refreshBook } from '../judging/refresh.ts';
import { type CarryContext, carriedValues, codesAfter, lostLinks, yearsOf } from './carry-rows.ts';
import { leftPlan, type NewRows, type NextPlan, nextPeriods, planRows, type Values } from './next-plan.ts';

/** What is asked: from which plan ('' = as is usual) into which, the calendar, what is proposed, and what becomes of the rows. */
export type RollOverAsked = {
  readonly from: string;
  readonly plan: NextPlan;
  readonly periods: Exclude<CalendarKind, 'template'>;
  readonly levels: boolean;
  readonly baselines: boolean;
  /** Of rows that are not named, the fate is as proposed. */
  readonly rows: readonly RowFate[];
};

/**
 * Begins the next plan from the last: each row of the last goes on, is renamed, merged or ends, once; the rows of the next one say which they go on
 * from, and history follows them. The last plan stays as it is. One operation of `Nhật ký`, and taken back as one.
 */
export function rollOverPlan(ports: Ports, asked: RollOverAsked): RolledOver {
  // First the log of all of it and the headers, then the rows under them: a tab whose columns and rows both move under a write can be given back.
  const head = verifiedWrite(ports, openBook(ports), (book) => {
    const planned = plannedRollOver(book, asked);
    const blocks = headBlocks(ports, book, planned);
    return { blocks, reply: { book, blocks, headers: planned.headers } };
  });
  const reply = orElse(
    () => writeRows(ports, asked, head.headers),
    () => takeBack(ports, head),
  );
  dropEditContexts(ports.cache);
  refreshBook(ports, openBook(ports));
  return reply;
}

function writeRows(ports: Ports, asked: RollOverAsked, headers: readonly Headers[]): RolledOver {
  if (headers.length > 0) ports.workbook.renew(renewals(openBook(ports), [{ tabs: columnsOf(headers) }]));
  return verifiedWrite(ports, openBook(ports), (book) => {
    const planned = plannedRollOver(book, asked);
    return { blocks: [...logBlocks(ports, book, planned), ...rowsBlocks(planned)], reply: replyOf(book, planned, headers) };
  });
}

/** What a refusal says, that nothing was written, must be true: a row of the last plan may go after the headers were written. */
function orElse<Reply>(act: () => Reply, takeItBack: () => void): Reply {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof Refusal) takeItBack();
    throw thrown;
  }
}

function takeBack(ports: Ports, { book, blocks }: { readonly book: Book; readonly blocks: readonly Block[] }): void {
  for (const table of book.tables.values()) {
    const written = blocks.filter(({ sheetId }) => sheetId === table.raw.sheetId);
    if (written.length > 0) rollBack(ports, table, written);
  }
}

const columnsOf = (headers: readonly Headers[]) =>
  Object.fromEntries(headers.map(({ table, keys }) => [table.spec.key, { columns: keys }]));

/** All that is to be written: the rows of each tab, headers, and cells of rows that the next plan has already. */
type Planned = {
  readonly mapped: RollOver;
  readonly context: CarryContext;
  readonly rows: readonly NewRows[];
  readonly headers: readonly Headers[];
};

function plannedRollOver(book: Book, asked: RollOverAsked): Planned {
  if ((versionOf(book) ?? 1) < WORKBOOK_VERSION) refuse(ROLL_OVER_REFUSALS.older);
  const next = { ...asked.plan, id: tidy(asked.plan.id) };
  const from = leftPlan(book, asked.from, next.id);
  if (sameWord(from.id, next.id)) refuse(ROLL_OVER_REFUSALS.samePlan(next.id));
  const years = { first: next.first, last: next.last };
  const mapped = rollOver(book.plan, { from, to: next, years }, { chosen: asked.rows, taken: takenCodes(book) });
  if (mapped.faults.length > 0) refuse(mapped.faults.map(sayFateFault).join('\n'));
  const codes = codesAfter(book.plan, mapped, next.id);
  const context: CarryContext = {
    book,
    from,
    to: { id: next.id, years },
    levels: asked.levels,
    baselines: asked.baselines,
    codes,
  };
  const headers = [
    ...lackingHeaders(book, 'indicators', ['plan', 'follows', ...lackingYears(tableOf(book, 'indicators'), years)]),
    ...lackingHeaders(book, 'tasks', ['plan', 'follows']),
  ];
  const rows = [planRows(book, from, next), nextPeriods(book, next, asked.periods), ...carriedRows(mapped, context)];
  return {
    ...{ mapped, context, headers },
    rows: rows.map((part) => ({ ...part, table: withHeaders(part.table, headers) })),
  };
}

/** A year that a column of its own or of a stage speaks for needs none. */
function lackingYears(table: TabTable, years: { first: number; last: number }): string[] {
  const known = levelColumns(table.columns.keys()).flatMap((column) => column.years);
  return yearsOf(years)
    .filter((year) => !known.includes(year))
    .map(yearKey);
}

/** Every code that stands anywhere, in an old figure or a closed period too: a new row inherits nothing by accident. */
function takenCodes(book: Book): ReadonlySet<string> {
  return new Set([
    ...keysIn(tableOf(book, 'indicators')),
    ...keysIn(tableOf(book, 'tasks')),
    ...book.actuals.map(({ indicator }) => indicator),
    ...book.entries.map(({ task }) => task),
    ...book.frozen.map(({ id }) => id),
  ]);
}

function carriedRows({ carried }: RollOver, context: CarryContext): NewRows[] {
  return (['indicators', 'tasks'] as const).map((key) => ({
    table: tableOf(context.book, key),
    rows: carried.filter(({ row }) => isTask(row) === (key === 'tasks')).map((each) => carriedValues(each, context)),
  }));
}

/** The log first: rows that nobody can take back are worse than a line about rows that are not there. */
function logBlocks(ports: Ports, book: Book, { rows, headers, mapped: { joined } }: Planned): Block[] {
  const full = rows.filter((part) => part.rows.length > 0);
  const entries: JournalEntry[] = [
    ...full.flatMap(({ table, rows: values }) => reasons(book, table, values)),
    ...full.map(({ table, rows: values }) => rowsEntry(table, values)),
    ...headers.flatMap(({ table, names }) => names.map((name) => entry(headerPlace(table, name), '', name))),
    ...joined.map((each) => entry(placeOfFollows(each), each.row.follows.join('; '), each.follows.join('; '))),
  ];
  return journalBlocks(ports, book, notYetLogged(book, entries));
}

function headBlocks(ports: Ports, book: Book, planned: Planned): Block[] {
  return [...logBlocks(ports, book, planned), ...planned.headers.map(({ block }) => block)];
}

function rowsBlocks({ rows, mapped: { joined } }: Planned): Block[] {
  return rows.flatMap(({ table, rows: values }) => [...appended(table, values), ...followBlocks(table, joined)]);
}

const entry = (place: string, from: string, after: string): JournalEntry => ({
  operation: 'roll-over',
  place,
  before: from,
  after,
});

function placeOfFollows({ row }: Joined): string {
  const at: Source = { of: isTask(row) ? 'task' : 'indicator', id: row.id, period: '', field: 'follows' };
  return cellName(at);
}

/** T2 before T10. */
function byCode(one: string, other: string): number {
  const [mine, theirs] = [one, other].map((id) => id.replace(/\d+/gu, (digits) => digits.padStart(6, '0'))) as [string, string];
  return mine < theirs ? -1 : Number(mine > theirs);
}

const keyOf = ({ spec }: TabTable, values: Values): string => spec.rowKey.map((key) => plainText(values[key] ?? '')).join(' ');

/** Rows of the plan by their codes: whoever sorts the tab between the log and the rows makes no second line of it. */
function rowsEntry(table: TabTable, values: readonly Values[]): JournalEntry {
  const marks = values.map((row) => ({ id: keyOf(table, row), mark: markOf(table, row) }));
  if (table.spec.key === 'indicators' || table.spec.key === 'tasks') marks.sort((one, other) => byCode(one.id, other.id));
  const [keys, note] = [marks.map(({ id }) => id), rowMarks(marks)];
  return { operation: 'roll-over', place: table.spec.name, before: '', after: sayWrittenRows(keys), note };
}

/** Where a plan is kept (`Bản chốt`), each new row is a change of it, and this is its reason. */
function reasons(book: Book, { spec }: TabTable, values: readonly Values[]): JournalEntry[] {
  const of = spec.key === 'indicators' ? 'indicator' : spec.key === 'tasks' ? 'task' : null;
  if (of === null || keptPlan(book, spec.name) === null) return [];
  return values.map((row) => ({
    operation: 'plan-change',
    place: cellName({ of, id: String(row['id']), period: '', field: 'title' }),
    before: '',
    after: textOfCell(kindOf(spec, 'title'), row['title'] ?? '', ''),
    note: ROLL_OVER_WORDS.reason,
  }));
}

/** Every column of ours, the grey ones blank: so a row is one block, and a run that is cut leaves it whole or not at all. */
function appended(table: TabTable, values: readonly Values[]): Block[] {
  const blank = Object.fromEntries([...table.columns.keys()].map((key) => [key, '']));
  return appendRows(
    table,
    values.map((row) => ({ ...blank, ...row })),
  );
}

/** What rows that were there go on from. */
function followBlocks(table: TabTable, joined: readonly Joined[]): Block[] {
  const own = joined.filter(({ row }) => table.spec.key === (isTask(row) ? 'tasks' : 'indicators'));
  const edits = own.flatMap(({ row, follows }) => {
    const at = table.rows.get(row.id);
    return at === undefined ? [] : [{ row: at, values: { follows: follows.join('; ') } }];
  });
  return rowBlocks(table, edits, { allowOffice: true });
}

function replyOf(book: Book, { mapped, rows, context }: Planned, headers: readonly Headers[]): RolledOver {
  const { carried, joined } = mapped;
  const [, periods] = rows;
  const isStatistic = ({ row }: (typeof carried)[number]): boolean => !isTask(row) && row.kind === 'statistic';
  return {
    plan: context.to.id,
    from: planName(context.from),
    indicators: carried.filter((each) => !isTask(each.row) && !isStatistic(each)).length,
    statistics: carried.filter(isStatistic).length,
    tasks: carried.filter(({ row }) => isTask(row)).length,
    renamed: carried.filter(({ row, title }) => title !== row.title).length,
    merged: [...carried, ...joined].reduce((sum, { follows }) => sum + Math.max(0, follows.length - 1), 0),
    joined: joined.length,
    periods: (periods?.rows ?? []).map((row) => String(row['name'])),
    columns: headers.flatMap(({ table, names }) => names.map((name) => headerPlace(table, name))),
    lost: lostLinks(mapped, context).map(({ id, links }) => sayLostLinks(id, links)),
    open: book.plan.periods.filter(isOpen).map(({ name }) => name),
  };
}

const planName = ({ id, title }: PlanInForce): string => title || id;
