import { checkEntry } from '../../domain/checks/check-entry.ts';
import { checkOwnFigures } from '../../domain/checks/check-own.ts';
import type { Day } from '../../domain/core/day.ts';
import type { Evaluation } from '../../domain/judging/evaluate.ts';
import { completedLater } from '../../domain/judging/occurrences.ts';
import { publishedLater } from '../../domain/judging/published.ts';
import type { Judgement } from '../../domain/judging/verdict.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { actualsIn, entriesIn } from '../../domain/plan/rows-in.ts';
import type { Task, TaskStanding } from '../../domain/plan/task.ts';
import { MARKS } from '../../words/entry/marks.ts';
import type { Book } from '../core/book.ts';
import type { Block, CellValue } from '../core/cell.ts';
import type { RowEdit, TabTable } from '../core/tab.ts';
import { closedNames, lockOfIndicator, lockOfTask, marksOf } from './entry-marks.ts';
import { deadlineCells, judgedCells, planCells, statusCells } from './grey-values.ts';
import { rowBlocks, rowOf } from './write.ts';

/** A period with all its verdicts and statuses. */
export type Judged = { readonly period: Period; readonly evaluation: Evaluation };

/** Rows of periods that nobody enters: results that came out later, and work that was missed and done later. */
export type LateRows = {
  /** As of which day; `null`: the rows are kept as they were judged, and nothing of them is marked. */
  readonly today: Day | null;
  readonly results: readonly { readonly indicator: Indicator; readonly period: Period; readonly judgement: Judgement }[];
  readonly tasks: readonly { readonly task: Task; readonly period: Period; readonly standing: TaskStanding }[];
  /** What the explanation of a row says beside its verdict, by `Mã|Kỳ`. */
  readonly beside?: ReadonlyMap<string, string>;
};

const NO_LATE_ROWS: LateRows = { today: null, results: [], tasks: [] };

/**
 * What the grey columns must say: on the plan tabs the verdicts and statuses of the first period given, on the entry tabs the rows of each. Rows of
 * other periods stay as they are. Nothing where the cells say it already; one rectangle a tab, however many periods.
 */
export function judgementEdits(book: Book, judged: readonly Judged[], late: LateRows = NO_LATE_ROWS): Block[] {
  const { tables } = book;
  const [main] = judged;
  if (main === undefined) return lateBlocks(book, late);
  const open = new Set(judged.map(({ period }) => period.name));
  const inEach = (edits: (one: Judged) => Edits): Edits => {
    return (table) => judged.flatMap((one) => edits(one)(table));
  };
  const edits = {
    indicators: indicatorEdits(book, main.evaluation),
    tasks: taskEdits(book, main.evaluation),
    actuals: (table: TabTable) => [
      ...inEach((one) => actualEdits(book, one, late))(table),
      ...lockedRows(book.actuals, ({ indicator }) => indicator, book)(table),
      ...resultEdits(late)(table),
    ],
    entries: (table: TabTable) => [
      ...inEach((one) => entryEdits(book, one, late.today))(table),
      ...calmedRows(book, open)(table),
      ...lockedRows(book.entries, ({ task }) => task, book)(table),
      ...doneEdits(late)(table),
    ],
    narratives: (table: TabTable) => [
      ...inEach(({ period }) => narrativeEdits(book, period))(table),
      ...lockedNarratives(book)(table),
    ],
  };
  return (['indicators', 'tasks', 'actuals', 'entries', 'narratives'] as const).flatMap((key) => {
    const table = tables.get(key);
    return table === undefined ? [] : rowBlocks(table, edits[key](table));
  });
}

function resultEdits({ results }: LateRows): Edits {
  return (table) =>
    results.flatMap(({ indicator, period, judgement }) =>
      editOf(table, [indicator.id, period.name], judgedCells(indicator, judgement)),
    );
}

function doneEdits({ tasks }: LateRows): Edits {
  return (table) =>
    tasks.flatMap(({ task, period, standing }) => editOf(table, [task.id, period.name], statusCells(task, standing)));
}

/** Where no period is open. */
function lateBlocks(book: Book, late: LateRows): Block[] {
  const locked = {
    actuals: lockedRows(book.actuals, ({ indicator }) => indicator, book),
    entries: lockedRows(book.entries, ({ task }) => task, book),
    narratives: lockedNarratives(book),
  };
  const told: Readonly<Record<keyof typeof locked, Edits>> = {
    actuals: resultEdits(late),
    entries: doneEdits(late),
    narratives: () => [],
  };
  return (['actuals', 'entries', 'narratives'] as const).flatMap((key) => {
    const table = book.tables.get(key);
    return table === undefined ? [] : rowBlocks(table, [...locked[key](table), ...told[key](table)]);
  });
}

/** What came out after its period, and what was done after it, as of a day. */
export function lateRows(book: Pick<Book, 'plan' | 'actuals' | 'entries'>, today: Day): LateRows {
  return { today, results: publishedLater(book), tasks: completedLater(book, today) };
}

type Edits = (table: TabTable) => RowEdit[];

function editOf(table: TabTable, key: readonly string[], values: RowEdit['values']): RowEdit[] {
  const row = rowOf(table, key);
  return row === null ? [] : [{ row, values }];
}

function indicatorEdits({ plan }: Book, { judgements }: Evaluation): Edits {
  return (table) =>
    plan.indicators.flatMap((indicator) => {
      const judgement = judgements.get(indicator.id);
      return judgement === undefined ? [] : editOf(table, [indicator.id], judgedCells(indicator, judgement));
    });
}

function taskEdits({ plan }: Book, { standings }: Evaluation): Edits {
  return (table) =>
    plan.tasks.flatMap((task) => {
      const standing = standings.get(task.id);
      return standing === undefined ? [] : editOf(table, [task.id], statusCells(task, standing));
    });
}

function actualEdits(book: Book, { period, evaluation: { judgements } }: Judged, { today, beside }: LateRows): Edits {
  const { plan } = book;
  const { ofIndicator } = planCells(book, period);
  const actuals = actualsIn(book.actuals, period.name);
  return (table) => {
    const marks = marksOf(book, table);
    return plan.indicators.flatMap((indicator) => {
      const row = rowOf(table, [indicator.id, period.name]);
      if (row === null) return [];
      const judgement = judgements.get(indicator.id);
      const actual = actuals.get(indicator.id) ?? null;
      const repeated = { ...ofIndicator(indicator), locked: lockOfIndicator(indicator, period) };
      if (judgement === undefined || actual === null) return [{ row, values: repeated }];
      const found = today === null ? [] : checkOwnFigures(indicator, actual, { plan, today });
      const { toMend, unread } = marks(row, found);
      const judged = judgedCells(indicator, judgement);
      const more = beside?.get(`${indicator.id}|${period.name}`);
      const explanation = explained(judged['explanation'], more, unread);
      return [{ row, values: { ...repeated, ...judged, explanation, toMend } }];
    });
  };
}

/** What could not be read stands before the verdict; where a figure comes from stands behind it. */
function explained(said: CellValue = '', more = '', unread = ''): CellValue {
  if (unread !== '') return unread;
  return more === '' ? said : `${said} ${more}`.trim();
}

function entryEdits(book: Book, { period, evaluation: { standings } }: Judged, today: Day | null): Edits {
  const { ofTask } = planCells(book, period);
  const entries = entriesIn(book.entries, period.name);
  return (table) => {
    const marks = marksOf(book, table);
    return book.plan.tasks.flatMap((task) => {
      const row = rowOf(table, [task.id, period.name]);
      if (row === null) return [];
      const standing = standings.get(task.id);
      const entry = entries.get(task.id);
      const repeated = { ...ofTask(task), locked: lockOfTask(task, period) };
      if (standing === undefined || entry === undefined) return [{ row, values: repeated }];
      const { toMend, unread } = marks(row, today === null ? [] : checkEntry(task, entry, { standing, today }));
      const told = { ...statusCells(task, standing), ...deadlineCells(task, standing) };
      return [{ row, values: { ...repeated, ...told, ...(unread === '' ? {} : { explanation: unread }), toMend } }];
    });
  };
}

/** Rows of closed periods say so, and ask for no mend: what is typed there now waits for a reason. */
function lockedRows<Row extends { readonly period: string }>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  { plan }: Book,
): Edits {
  const closed = closedNames(plan);
  const mine = rows.filter(({ period }) => closed.has(period));
  return (table) => mine.flatMap((row) => editOf(table, [idOf(row), row.period], { locked: MARKS.closedRow, toMend: '' }));
}

/** A reopened period's narratives are free again. */
function lockedNarratives({ plan, narratives }: Book): Edits {
  const closed = closedNames(plan);
  return (table) =>
    narratives.flatMap(({ period, place }) =>
      editOf(table, [period, place], { locked: closed.has(period) ? MARKS.closedRow : '' }),
    );
}

/** Rows of periods that nobody enters are painted no more: a row of an open period speaks for its task, or the task is done. */
function calmedRows({ entries }: Book, open: ReadonlySet<string>): Edits {
  const others = entries.filter((entry) => !open.has(entry.period));
  return (table) => others.flatMap((entry) => editOf(table, [entry.task, entry.period], { remindFrom: '', overdueFrom: '' }));
}

function narrativeEdits({ plan }: Book, period: Period): Edits {
  return (table) => plan.outline.flatMap(({ place, title }) => editOf(table, [period.name, place], { title }));
}
