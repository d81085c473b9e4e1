import { tidy } from '../../domain/core/word.ts';
import type { Indicator, TargetLevel } from '../../domain/plan/indicator.ts';
import type { Task } from '../../domain/plan/task.ts';
import { linksIn, sumsIn } from '../core/grammar.ts';
import { cellAt, isBlankCell } from '../core/key.ts';
import { LIST_LABELS } from '../core/lists.ts';
import type { ListName } from '../core/tab.ts';
import type { TabTable } from '../core/table.ts';
import { INDICATORS } from '../tabs/indicators.ts';
import { TASKS } from '../tabs/tasks.ts';
import { yearKey, yearsOf } from './find-columns.ts';
import { type Reading, readCellOf, readRows, rowProblem } from './read-rows.ts';

/** The rows of `Kế hoạch - Chỉ tiêu`. */
export function readIndicators(table: TabTable | undefined, reading: Reading): Indicator[] {
  if (table === undefined) return [];
  return readRows(INDICATORS, table, reading).map((cells) => {
    const { row, id, kind, measure, judged, data, origin, result: _, verdict: __, explanation: ___, ...rest } = cells;
    if (kind === null) demandChoice(table, { row, key: 'kind', list: 'target-kind' }, reading);
    return {
      ...rest,
      id: tidy(id),
      // Without a kind nothing can be judged, and nothing is called unmet.
      kind: kind ?? 'track-only',
      targets: readTargets(table, row, reading),
      measure,
      links: linksIn(measure),
      sumOf: sumsIn(measure),
      judged: judged ?? 'every-period',
      data: data ?? 'cumulative',
      origin: origin ?? 'plan',
    };
  });
}

function readTargets(table: TabTable, row: number, reading: Reading): ReadonlyMap<number, TargetLevel> {
  const levels = yearsOf(table.columns).flatMap((year) => {
    const level = readCellOf(table, { row, key: yearKey(year), kind: 'level' }, reading);
    return level === null ? [] : [[year, level] as const];
  });
  return new Map(levels);
}

/** The rows of `Kế hoạch - Nhiệm vụ`. */
export function readTasks(table: TabTable | undefined, reading: Reading): Task[] {
  if (table === undefined) return [];
  return readRows(TASKS, table, reading).map((cells) => {
    const { row, id, frequency, dueRule, origin, status: _, explanation: __, ...rest } = cells;
    if (frequency === null) demandChoice(table, { row, key: 'frequency', list: 'frequency' }, reading);
    return {
      ...rest,
      id: tidy(id),
      frequency: frequency ?? (rest.due === null ? 'continuous' : 'dated'),
      dueRule: dueRule ?? 'by-end-of',
      origin: origin ?? 'plan',
    };
  });
}

type Choice = { readonly row: number; readonly key: string; readonly list: ListName };

/** A list cell that may not be blank; a wrong word in it was told already, and a missing column too. */
function demandChoice(table: TabTable, { row, key, list }: Choice, { problems }: Reading): void {
  const column = table.columns.get(key);
  if (column === undefined || !isBlankCell(cellAt(table.raw, row, column))) return;
  const facts = { value: '', list: Object.values(LIST_LABELS[list]).join(' / ') };
  problems.push(rowProblem(table, { row, key }, { code: 'not-in-list', facts }));
}
