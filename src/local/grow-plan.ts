import { fold } from '../domain/word.ts';
import { tabNamed } from './look.ts';
import type { CellModel, SheetModel, WorkbookModel } from './xlsx/model.ts';

/** A plan tab, the entry tab of its rows, and what a copied plan row leaves out: copies take no figures from other rows. */
const PAIRS = [
  { plan: 'Kế hoạch - Chỉ tiêu', entry: 'Nhập số liệu', left: 'Cách tính' },
  { plan: 'Kế hoạch - Nhiệm vụ', entry: 'Nhập tiến độ', left: '' },
] as const;

type Line = Map<number, CellModel>;

/** Repeats the rows of the plan, and what was typed for them in that period, under new ids until there are so many rows to fill in. */
export function growPlan(model: WorkbookModel, period: string, rows: number): void {
  forgetKeptPlan(model);
  const pairs = PAIRS.map(({ plan, entry, left }) => ({ plan: tabOf(model, plan), entry: tabOf(model, entry), left }));
  const originals = pairs.flatMap((pair) => rowsIn(pair.entry, period).map((line) => ({ ...pair, line })));
  for (let made = originals.length; made < rows; made += 1) {
    const original = originals[made % originals.length];
    if (original !== undefined) repeat(original, Math.floor(made / originals.length));
  }
}

/** A plan that grew so is not the one that was kept: else every copied row would be a change that waits for its reason. */
function forgetKeptPlan(model: WorkbookModel): void {
  const kept = tabOf(model, 'Bản chốt');
  const names = PAIRS.map(({ plan }) => plan as string);
  for (const [row, line] of kept.cells) if (names.includes(textIn(kept, line, 'Kỳ'))) kept.cells.delete(row);
}

function repeat(
  { plan, entry, left, line }: { plan: SheetModel; entry: SheetModel; left: string; line: Line },
  time: number,
): void {
  const id = textIn(entry, line, 'Mã');
  const planned = [...plan.cells.values()].find((row) => textIn(plan, row, 'Mã') === id);
  if (planned === undefined) return;
  const again = append(plan, planned, `${id}x${time}`);
  const cell = again.get(columnOf(plan, left));
  if (cell !== undefined) cell.value = '';
  append(entry, line, `${id}x${time}`);
}

function append(sheet: SheetModel, line: Line, id: string): Line {
  const row = [...sheet.cells.keys()].reduce((last, at) => Math.max(last, at), 0) + 1;
  const copy: Line = new Map([...line].map(([column, cell]) => [column, { ...cell }]));
  const key = copy.get(columnOf(sheet, 'Mã'));
  if (key !== undefined) key.value = id;
  sheet.cells.set(row, copy);
  sheet.maxRows = Math.max(sheet.maxRows, row);
  return copy;
}

function rowsIn(sheet: SheetModel, period: string): Line[] {
  return [...sheet.cells.values()].filter((line) => textIn(sheet, line, 'Kỳ') === period);
}

const textIn = (sheet: SheetModel, line: Line, header: string): string => String(line.get(columnOf(sheet, header))?.value ?? '');

function columnOf(sheet: SheetModel, header: string): number {
  for (const line of sheet.cells.values()) {
    const texts = [...line].map(([column, { value }]) => ({ column, text: fold(String(value)) }));
    if (texts.some(({ text }) => text === fold('Mã'))) return texts.find(({ text }) => text === fold(header))?.column ?? 0;
  }
  return 0;
}

function tabOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = tabNamed(model, name);
  if (sheet === null) throw new Error(`Bug: the sample has no tab “${name}”`);
  return sheet;
}
