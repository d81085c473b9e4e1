import type { PlanFact, PlanFacts } from '../../domain/history/changes.ts';
import { codeOf, ORIGIN_LABELS } from '../../words/core/labels.ts';
import type { Book } from '../core/book.ts';
import { kindOf, textOfCell, tidyLines } from '../core/cell-text.ts';
import { cellAt, keysIn } from '../core/key.ts';
import type { TabTable } from '../core/tab.ts';
import { INDICATORS } from '../tabs/indicators.ts';
import { TASKS } from '../tabs/tasks.ts';
import { fittedText } from '../write/write.ts';
import { refusedAnyway } from './cell-reading.ts';
import { levelColumns } from './find-columns.ts';

/** The two tabs of the approved plan; `Bản chốt` keeps each under its tab's name. */
export const PLAN_TABS = [
  { key: 'indicators', of: 'indicator', name: INDICATORS.name },
  { key: 'tasks', of: 'task', name: TASKS.name },
] as const;

/** Columns that name the row, say which one it goes on from, are the office's own remarks, or tell what became of its money during the year. */
const NOT_PLANNED = ['id', 'follows', 'note', 'allotted', 'spent'];

/** A plan tab as it stands; rows with a doubled `Mã` stand in it, but cannot be compared. */
export function planFactsOf(table: TabTable): PlanFacts {
  const fields = plannedColumns(table);
  const facts = [...table.rows].flatMap(([id, row]) =>
    fields.flatMap(([field, column]): PlanFact[] => {
      const value = cellAt(table.raw, row, column);
      // What no cell reads is told as a problem of its own, and would not come back out of `Bản chốt` as it went in.
      const format = table.raw.formats[row - 1]?.[column - 1] ?? '';
      // As `Bản chốt` would give it back.
      const text = refusedAnyway(value) === null ? fittedText(textOfCell(kindOf(table.spec, field), value, format)) : '';
      return text === '' ? [] : [{ id, field, text }];
    }),
  );
  return { facts, ids: keysIn(table), fields: new Set(fields.map(([field]) => field)) };
}

function plannedColumns({ spec, columns }: TabTable): (readonly [string, number])[] {
  const levels = new Set(levelColumns(columns.keys()).map(({ key }) => key));
  return [...columns].filter(([key]) => levels.has(key) || (spec.columns[key]?.by === 'office' && !NOT_PLANNED.includes(key)));
}

/** The plan as it was kept, without what a reader would not call a change: `null` when none was kept. */
export function keptPlan({ frozen }: Book, name: string): { facts: PlanFact[]; proposed: ReadonlySet<string> } | null {
  const rows = frozen.filter(({ period }) => period === name);
  if (rows.length === 0) return null;
  const facts = rows.map(({ id, field, raw }) => ({ id, field, text: tidyLines(raw) }));
  const proposed = facts.filter(({ field, text }) => field === 'origin' && codeOf(ORIGIN_LABELS, text) === 'proposed');
  return { facts, proposed: new Set(proposed.map(({ id }) => id)) };
}
