import type { Evaluation } from '../../domain/judging/evaluate.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Book } from '../core/book.ts';
import type { Block } from '../core/cell.ts';
import type { RowEdit, TabTable } from '../core/tab.ts';
import { deadlineCells, judgedCells, planCells, statusCells } from './grey-values.ts';
import { rowBlocks, rowOf } from './write.ts';

/**
 * What the grey columns must say: on the plan tabs the verdicts and statuses given, on the entry tabs the rows of that
 * period. Rows of other periods stay as they are. Nothing where the cells say it already.
 */
export function judgementEdits(book: Book, period: Period, evaluation: Evaluation): Block[] {
  const { tables } = book;
  const edits = {
    indicators: indicatorEdits(book, evaluation),
    tasks: taskEdits(book, evaluation),
    actuals: actualEdits(book, period, evaluation),
    entries: entryEdits(book, period, evaluation),
    narratives: narrativeEdits(book, period),
  };
  return (['indicators', 'tasks', 'actuals', 'entries', 'narratives'] as const).flatMap((key) => {
    const table = tables.get(key);
    return table === undefined ? [] : rowBlocks(table, edits[key](table));
  });
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
  return (table) => [
    ...book.plan.tasks.flatMap((task) => {
      const standing = standings.get(task.id);
      const told = standing === undefined ? {} : { ...statusCells(task, standing), ...deadlineCells(task, standing) };
      return editOf(table, [task.id, period.name], { ...ofTask(task), ...told });
    }),
    ...calmedRows(book, period)(table),
  ];
}

/** Rows of other periods are painted no more: the row of this period speaks for its task, or the task is done. */
function calmedRows({ entries }: Book, { name }: Period): Edits {
  const others = entries.filter((entry) => entry.period !== name);
  return (table) => others.flatMap((entry) => editOf(table, [entry.task, entry.period], { remindFrom: '', overdueFrom: '' }));
}

function narrativeEdits({ plan }: Book, period: Period): Edits {
  return (table) => plan.outline.flatMap(({ place, title }) => editOf(table, [period.name, place], { title }));
}
