import { fold } from '../../src/domain/core/word.ts';
import { tabNamed } from '../../src/host/core/look.ts';
import type { CellModel, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';

/** A plan tab, the entry tab of its rows, and what a copied plan row leaves out: copies take no figures from other rows. */
const PAIRS = [
  { plan: 'Kế hoạch - Chỉ tiêu', entry: 'Nhập số liệu', left: 'Cách tính' },
  { plan: 'Kế hoạch - Nhiệm vụ', entry: 'Nhập tiến độ', left: '' },
] as const;

type SheetLine = Map<number, CellModel>;

/** A tab to copy lines in: its columns by folded header, its last row as it grows. */
type Growing = { readonly sheet: SheetModel; readonly columns: ReadonlyMap<string, number>; last: number };

/** A line of the open period, with its line of the plan. */
type Original = {
  readonly entry: Growing;
  readonly line: SheetLine;
  readonly plan: Growing;
  readonly planned: SheetLine;
  readonly left: string;
};

/** Repeats the rows of the plan, and what was typed for them in that period, under new ids until there are this many rows to fill in. */
export function growPlan(model: WorkbookModel, period: string, rows: number): void {
  forgetKeptPlan(model);
  const originals = PAIRS.flatMap(({ plan, entry, left }) =>
    originalsIn({ plan: growing(model, plan), entry: growing(model, entry), left }, period),
  );
  for (let made = originals.length; made < rows; made += 1) {
    const original = originals[made % originals.length];
    if (original !== undefined) repeat(original, Math.floor(made / originals.length));
  }
}

/** A plan that grew so is not the one that was kept: else every copied row would be a change that waits for its reason. */
function forgetKeptPlan(model: WorkbookModel): void {
  const kept = growing(model, 'Bản chốt');
  const names = PAIRS.map(({ plan }) => plan as string);
  for (const [row, line] of kept.sheet.cells) if (names.includes(textIn(kept, line, 'Kỳ'))) kept.sheet.cells.delete(row);
}

function originalsIn({ plan, entry, left }: Pick<Original, 'plan' | 'entry' | 'left'>, period: string): Original[] {
  const planned = new Map([...plan.sheet.cells.values()].map((line) => [textIn(plan, line, 'Mã'), line]));
  return [...entry.sheet.cells.values()].flatMap((line) => {
    const of = planned.get(textIn(entry, line, 'Mã'));
    return of === undefined || textIn(entry, line, 'Kỳ') !== period ? [] : [{ plan, entry, left, line, planned: of }];
  });
}

function repeat({ plan, entry, left, line, planned }: Original, time: number): void {
  const id = `${textIn(entry, line, 'Mã')}x${time}`;
  const again = append(plan, planned, id);
  const cell = again.get(columnOf(plan, left));
  if (cell !== undefined) cell.value = '';
  append(entry, line, id);
}

function append(tab: Growing, line: SheetLine, id: string): SheetLine {
  tab.last += 1;
  const copy: SheetLine = new Map([...line].map(([column, cell]) => [column, { ...cell }]));
  const key = copy.get(columnOf(tab, 'Mã'));
  if (key !== undefined) key.value = id;
  tab.sheet.cells.set(tab.last, copy);
  tab.sheet.maxRows = Math.max(tab.sheet.maxRows, tab.last);
  return copy;
}

const textIn = (tab: Growing, line: SheetLine, header: string): string => String(line.get(columnOf(tab, header))?.value ?? '');
const columnOf = ({ columns }: Growing, header: string): number => columns.get(fold(header)) ?? 0;

function growing(model: WorkbookModel, name: string): Growing {
  const sheet = tabNamed(model, name);
  if (sheet === null) throw new Error(`Bug: the sample has no tab “${name}”`);
  const headers = [...sheet.cells.values()].find((line) =>
    [...line.values()].some(({ value }) => fold(String(value)) === fold('Mã')),
  );
  const columns = new Map([...(headers ?? [])].map(([column, { value }]) => [fold(String(value)), column]));
  return { sheet, columns, last: [...sheet.cells.keys()].reduce((last, at) => Math.max(last, at), 0) };
}
