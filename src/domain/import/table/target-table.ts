import type { Cell } from '../document.ts';
import { foldText } from '../fold-text.ts';
import type { ImportedRow, Passage } from '../row.ts';
import { type Target, targetsIn, type YearLevel } from '../targets.ts';
import type { PlanYears } from '../years-in.ts';
import type { ColumnRole, MappedTable } from './columns.ts';
import { tasksInTable } from './task-table.ts';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The targets of a table with a column of targets and one or several of levels. */
export function targetsInTable(table: MappedTable, above: string, plan: PlanYears | null): ImportedRow[] {
  // What stands below a year before the plan is what was reached.
  const isAhead = ({ years }: { years: readonly number[] }): boolean =>
    plan === null || years.length === 0 || years.some((year) => year >= plan.from);
  const levels = table.columns.filter((one) => one.role === 'level' && isAhead(one));
  return tasksInTable(table, above).tasks.flatMap(({ field, task, lead, with: support, deadline, product }): ImportedRow[] => {
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
    const besides = { text: passageOf([task]), ...proofsOf({ lead, with: support, deadline, product }) };
    if (said.length === 0)
      return targetsIn(task.text, plan).map((target) => ({
        ...rest,
        ...valuesOf(target),
        proof: besides,
      }));
    const target = joined(task.text, unit, said, plan);
    const unitSaid = row === null ? null : cellOf(table, row, 'unit');
    const levelCells = [...said.map(({ cell }) => cell), ...(unitSaid === null ? [] : [unitSaid])];
    const proof = { ...besides, level: passageOf(levelCells) };
    return [{ ...rest, ...valuesOf(target), proof }];
  });
}

/** A place with the words that stand there: a cell, or a value out of one. */
type Stands = { readonly at: string; readonly text: string; readonly passage?: string };

function passageOf(cells: readonly Stands[]): Passage {
  return { at: cells.map(({ at }) => at).join('; '), words: cells.map(({ text, passage }) => passage ?? text).join('\n') };
}

function proofsOf(values: Readonly<Record<string, Stands | null>>): Record<string, Passage> {
  return Object.fromEntries(Object.entries(values).flatMap(([of, value]) => (value === null ? [] : [[of, passageOf([value])]])));
}

/** The targets in a column beside that of the tasks: of them the table says nothing but their words and numbers. */
export function targetsBesideTasks(table: MappedTable, above: string, plan: PlanYears | null): ImportedRow[] {
  const columns = table.columns.filter(({ role }) => ['number', 'field', 'target', 'unit'].includes(role));
  return targetsInTable({ ...table, columns }, above, plan);
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

/** «98», «≥ 98%», «không quá 15», «từ 98 trở lên», «Tốt», «Top 10», «Hoàn thành»: the unit may stand in a column of its own. */
function levelIn(text: string, unit: string | null, plan: PlanYears | null): Target {
  const readings = [text, withSign(text), `xếp loại ${text}`];
  for (const [at, reading] of readings.entries()) {
    const [target] = targetsIn(reading, plan);
    if (target === undefined || target.op === 'none') continue;
    return { ...target, unit: at === 1 ? unit : (target.unit ?? unit) };
  }
  const op = DONE.test(foldText(text).text.trim()) ? 'yes' : 'none';
  return { text, op, low: null, high: null, unit, years: null, mood: null, exception: null, doubts: [] };
}

/** A milestone, in a column of levels. */
const DONE = /^(?:có|đạt|hoàn thành|ban hành|xong|x|✓|✔)(?! ?\d)/u;

/** The last number as a percentage: how it is compared does not hang on what it counts. */
function withSign(text: string): string {
  return /\d/u.test(text) ? `đạt ${text.replace(/(\d(?:[\d.,]*\d)?)(?!.*\d)/su, '$1%')}` : text;
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
