import type { Evaluation } from '../../domain/judging/evaluate.ts';
import type { Judgement } from '../../domain/judging/verdict.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import type { Book } from '../core/book.ts';
import type { Block } from '../core/cell.ts';
import type { RowEdit, TabTable } from '../core/tab.ts';
import { deadlineCells, judgedCells, planCells, statusCells } from './grey-values.ts';
import { rowBlocks, rowOf } from './write.ts';

/** A period with all its verdicts and statuses. */
export type Judged = { readonly period: Period; readonly evaluation: Evaluation };

/** A row of a period that nobody enters, whose result came out later. */
export type LateRow = { readonly indicator: Indicator; readonly period: Period; readonly judgement: Judgement };

/**
 * What the grey columns must say: on the plan tabs the verdicts and statuses of the first period given, on the entry tabs the rows of each. Rows of
 * other periods stay as they are. Nothing where the cells say it already; one rectangle a tab, however many periods.
 */
export function judgementEdits(book: Book, judged: readonly Judged[], late: readonly LateRow[] = []): Block[] {
  const { tables } = book;
  const [main] = judged;
  if (main === undefined) return lateBlocks(book, late);
  const inEach = (edits: (one: Judged) => Edits): Edits => {
    return (table) => judged.flatMap((one) => edits(one)(table));
  };
  const edits = {
    indicators: indicatorEdits(book, main.evaluation),
    tasks: taskEdits(book, main.evaluation),
    actuals: (table: TabTable) => [
      ...inEach(({ period, evaluation }) => actualEdits(book, period, evaluation))(table),
      ...lateEdits(late)(table),
    ],
    entries: (table: TabTable) => [
      ...inEach(({ period, evaluation }) => entryEdits(book, period, evaluation))(table),
      ...calmedRows(book, new Set(judged.map(({ period }) => period.name)))(table),
    ],
    narratives: inEach(({ period }) => narrativeEdits(book, period)),
  };
  return (['indicators', 'tasks', 'actuals', 'entries', 'narratives'] as const).flatMap((key) => {
    const table = tables.get(key);
    return table === undefined ? [] : rowBlocks(table, edits[key](table));
  });
}

function lateEdits(late: readonly LateRow[]): Edits {
  return (table) =>
    late.flatMap(({ indicator, period, judgement }) =>
      editOf(table, [indicator.id, period.name], judgedCells(indicator, judgement)),
    );
}

function lateBlocks({ tables }: Book, late: readonly LateRow[]): Block[] {
  const table = tables.get('actuals');
  return table === undefined ? [] : rowBlocks(table, lateEdits(late)(table));
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
