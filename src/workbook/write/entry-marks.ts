import type { Finding } from '../../domain/checks/finding.ts';
import { isClosed, type Period } from '../../domain/period/period.ts';
import { askedFigures, asksCompletionDay } from '../../domain/plan/asked-fields.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Task } from '../../domain/plan/task.ts';
import { sayCellProblem } from '../../words/checks/problems.ts';
import { MARKS, sayColumns, sayToMend } from '../../words/entry/marks.ts';
import type { Book } from '../core/book.ts';
import { cellAt, isBlankCell } from '../core/key.ts';
import type { SheetProblem } from '../core/problem.ts';
import type { CellKind, TabSpec, TabTable } from '../core/tab.ts';
import { ACTUALS } from '../tabs/actuals.ts';
import { ENTRIES } from '../tabs/entries.ts';

/** What is wrong in the typed cells of one row. */
export type RowMarks = {
  /** `Ô cần sửa`. */
  readonly toMend: string;
  /** Why what the verdict depends on could not be read; '' where all of it could. */
  readonly unread: string;
};

/** The verdict and the status of a row are made from these. */
const JUDGED = ['numerator', 'denominator', 'typed', 'progress', 'completedOn'];

/** The typed columns whose cells are marked: all but the long texts, which cannot be wrong by themselves. */
export function markedColumns({ columns }: Pick<TabSpec, 'columns'>): string[] {
  const isMarked = (kind: CellKind): boolean => kind !== 'text' && kind !== 'long-text';
  return Object.entries(columns).flatMap(([key, { by, kind }]) => (by === 'office' && isMarked(kind) ? [key] : []));
}

/** Reads the marks of a tab's rows; the problems are sorted by row once. */
export function marksOf({ problems }: Pick<Book, 'problems'>, table: TabTable) {
  const byRow = new Map<number, SheetProblem[]>();
  for (const problem of problems) {
    if (problem.at?.sheetId !== table.raw.sheetId) continue;
    byRow.set(problem.at.row, [...(byRow.get(problem.at.row) ?? []), problem]);
  }
  const marked = markedColumns(table.spec);
  return (row: number, found: readonly Finding[]): RowMarks => {
    const unread = byRow.get(row) ?? [];
    const wrong = new Set(found.filter(({ severity }) => severity !== 'note').map(({ at }) => at.field));
    const isWrong = (key: string): boolean => {
      const column = table.columns.get(key);
      if (column === undefined) return false;
      return unread.some(({ at }) => at?.column === column) || (wrong.has(key) && !isBlankCell(cellAt(table.raw, row, column)));
    };
    const judged = new Set(JUDGED.map((key) => table.columns.get(key)));
    return {
      toMend: sayToMend(marked.filter(isWrong).map((key) => headerIn(table.spec, key))),
      unread: unread
        .filter(({ at }) => judged.has(at?.column))
        .map(sayCellProblem)
        .join(' '),
    };
  };
}

function headerIn({ columns }: Pick<TabSpec, 'columns'>, key: string): string {
  return columns[key]?.header ?? '';
}

/** `Không nhập` of an indicator's row: its period is closed, or its figures come from other rows or are not asked for. */
export function lockOfIndicator(indicator: Indicator, period: Period): string {
  if (isClosed(period)) return MARKS.closedRow;
  const asked = askedFigures(indicator);
  const sides = (['numerator', 'denominator'] as const).filter((side) => asked[side] !== 'typed');
  return sayColumns(sides.map((side) => headerIn(ACTUALS, side)));
}

/** `Không nhập` of a task's row. */
export function lockOfTask(task: Task, period: Period): string {
  if (isClosed(period)) return MARKS.closedRow;
  return asksCompletionDay(task) ? '' : headerIn(ENTRIES, 'completedOn');
}

/** The closed periods by name: their rows take no more typing without a reason. */
export function closedNames({ periods }: Pick<Plan, 'periods'>): ReadonlySet<string> {
  return new Set(periods.filter(isClosed).map(({ name }) => name));
}
