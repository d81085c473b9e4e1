import type { ColumnRole, MappedTable } from './columns.ts';
import type { Cell } from './document.ts';
import { foldText } from './fold-text.ts';
import { numberIn } from './levels.ts';
import type { ImportedRow } from './row.ts';
import { type Target, targetsIn, type YearLevel } from './targets.ts';
import { tasksInTable } from './task-table.ts';
import type { PlanYears } from './years-in.ts';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The targets of a table with a column of targets and one or several of levels. */
export function targetsInTable(table: MappedTable, plan: PlanYears | null): ImportedRow[] {
  const levels = table.columns.filter(({ role }) => role === 'level');
  return tasksInTable(table, '').tasks.flatMap(({ field, task, lead, with: support, deadline, product }): ImportedRow[] => {
    const row = rowOf(table, task.at);
    const said = levels.flatMap(({ column, years }) => {
      const cell = row === null ? null : table.grid.at(row, column);
      return cell === null || cell.text.trim() === '' ? [] : [{ cell, years }];
    });
    const unit = row === null ? null : (cellOf(table, row, 'unit')?.text.trim() ?? null);
    const rest = {
      field: field === '' ? null : oneLine(field),
      passage: task.passage,
      at: task.at,
      deadline: deadline?.text ?? null,
      deadline_kind: null,
      due: null,
      lead: lead?.text ?? null,
      with: support?.text ?? null,
      product: product?.text ?? null,
      watcher: null,
    };
    if (said.length === 0)
      return targetsIn(task.text, plan).map((target) => ({
        ...rest,
        ...valuesOf(target),
        proof: { text: { at: task.at, words: task.passage } },
      }));
    const [first] = said;
    const target = joined(task.text, unit, said, plan);
    const proof = {
      text: { at: task.at, words: task.passage },
      ...(first === undefined ? {} : { level: { at: first.cell.at, words: first.cell.text } }),
    };
    return [{ ...rest, ...valuesOf(target), proof }];
  });
}

type Said = { readonly cell: Cell; readonly years: readonly number[] };

/** One target out of the cells of its levels; the column's years say when each holds. */
function joined(text: string, unit: string | null, said: readonly Said[], plan: PlanYears | null): Target {
  const read = said.map(({ cell, years }) => ({ years, target: levelIn(cell.text, unit, plan) }));
  const [first] = read;
  const held: Record<string, YearLevel> = {};
  for (const { years, target } of read) for (const year of years) if (target.low !== null) held[String(year)] = target.low;
  const base = first?.target ?? levelIn('', unit, plan);
  return { ...base, text, unit: base.unit ?? unit, years: Object.keys(held).length > 0 ? held : base.years, doubts: [] };
}

/** «98», «≥ 98%», «từ 98% trở lên», «Tốt», «Top 10»: the unit may stand in a column of its own. */
function levelIn(text: string, unit: string | null, plan: PlanYears | null): Target {
  const sign = unit !== null && foldText(unit).text.trim() === '%' ? '%' : unit === null ? '' : ` ${unit}`;
  const bare = /^\s*([<>≥≤=]*)\s*(\d+(?:[.,]\d+)*)\s*$/u.exec(text);
  const [target] = targetsIn(bare === null ? text : `đạt ${bare[1] ?? ''} ${bare[2] ?? ''}${sign}`, plan);
  if (target !== undefined && target.op !== 'none') return { ...target, unit: target.unit ?? unit };
  const number = bare === null ? null : numberIn(bare[2] ?? '');
  return {
    text,
    op: number === null ? 'none' : '=',
    low: number,
    high: null,
    unit,
    years: null,
    mood: null,
    exception: null,
    doubts: [],
  };
}

function valuesOf({ text, op, low, high, unit, years, mood, exception }: Target) {
  return { kind: 'indicator' as const, text: oneLine(text), op, target_from: low, target_to: high, unit, years, mood, exception };
}

function cellOf(table: MappedTable, row: number, role: ColumnRole): Cell | null {
  const column = table.columns.find((one) => one.role === role)?.column;
  return column === undefined ? null : table.grid.at(row, column);
}

function rowOf(table: MappedTable, at: string): number | null {
  return table.grid.table.cells.find((cell) => cell.at === at)?.row ?? null;
}
