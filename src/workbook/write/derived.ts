import type { Day } from '../../domain/core/day.ts';
import type { Evaluation } from '../../domain/judging/evaluate.ts';
import { completedLater } from '../../domain/judging/occurrences.ts';
import { publishedLater } from '../../domain/judging/published.ts';
import type { Judgement } from '../../domain/judging/verdict.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import type { Task, TaskStanding } from '../../domain/plan/task.ts';
import type { Book } from '../core/book.ts';
import type { Block } from '../core/cell.ts';
import type { RowEdit, TabTable } from '../core/tab.ts';
import { deadlineCells, judgedCells, planCells, statusCells } from './grey-values.ts';
import { rowBlocks, rowOf } from './write.ts';

/** A period with all its verdicts and statuses. */
export type Judged = { readonly period: Period; readonly evaluation: Evaluation };

/** Rows of periods that nobody enters: results that came out later, and work that was missed and done later. */
export type LateRows = {
  readonly results: readonly { readonly indicator: Indicator; readonly period: Period; readonly judgement: Judgement }[];
  readonly tasks: readonly { readonly task: Task; readonly period: Period; readonly standing: TaskStanding }[];
};

const NO_LATE_ROWS: LateRows = { results: [], tasks: [] };

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
      ...inEach(({ period, evaluation }) => actualEdits(book, period, evaluation))(table),
      ...resultEdits(late)(table),
    ],
    entries: (table: TabTable) => [
      ...inEach(({ period, evaluation }) => entryEdits(book, period, evaluation))(table),
      ...calmedRows(book, open)(table),
      ...doneEdits(late)(table),
    ],
    narratives: inEach(({ period }) => narrativeEdits(book, period)),
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

function lateBlocks({ tables }: Book, late: LateRows): Block[] {
  const [actuals, entries] = [tables.get('actuals'), tables.get('entries')];
  return [
    ...(actuals === undefined ? [] : rowBlocks(actuals, resultEdits(late)(actuals))),
    ...(entries === undefined ? [] : rowBlocks(entries, doneEdits(late)(entries))),
  ];
}

/** What came out after its period, and what was done after it, as of a day. */
export function lateRows(book: Pick<Book, 'plan' | 'actuals' | 'entries'>, today: Day): LateRows {
  return { results: publishedLater(book), tasks: completedLater(book, today) };
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

function actualEdits(book: Book, period: Period, { judgements }: Evaluation): Edits {
  const { ofIndicator } = planCells(book, period);
  return (table) =>
    book.plan.indicators.flatMap((indicator) => {
      const judgement = judgements.get(indicator.id);
      const judged = judgement === undefined ? {} : judgedCells(indicator, judgement);
      return editOf(table, [indicator.id, period.name], { ...ofIndicator(indicator), ...judged });
    });
}

function entryEdits(book: Book, period: Period, { standings }: Evaluation): Edits {
  const { ofTask } = planCells(book, period);
  return (table) =>
    book.plan.tasks.flatMap((task) => {
      const standing = standings.get(task.id);
      const told = standing === undefined ? {} : { ...statusCells(task, standing), ...deadlineCells(task, standing) };
      return editOf(table, [task.id, period.name], { ...ofTask(task), ...told });
    });
}

/** Rows of periods that nobody enters are painted no more: a row of an open period speaks for its task, or the task is done. */
function calmedRows({ entries }: Book, open: ReadonlySet<string>): Edits {
  const others = entries.filter((entry) => !open.has(entry.period));
  return (table) => others.flatMap((entry) => editOf(table, [entry.task, entry.period], { remindFrom: '', overdueFrom: '' }));
}

function narrativeEdits({ plan }: Book, period: Period): Edits {
  return (table) => plan.outline.flatMap(({ place, title }) => editOf(table, [period.name, place], { title }));
}
