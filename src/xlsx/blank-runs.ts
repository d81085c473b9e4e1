import { LAST_ROW } from './address.ts';
import type { BlankRun, CellModel, CellStyle, SheetModel } from './model.ts';

type Look = ReadonlyMap<number, CellStyle>;

/** What the cells of a row in a run of blank rows look like; undefined when the row is in none. */
export function blankLookAt(runs: readonly BlankRun[], row: number): Look | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.from ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run === undefined ? undefined : run.looks[run.lookOf[row - run.from] ?? -1];
}

/** A row's cells, those of a blank row in a run among them. */
export function lineAt({ cells, blankRuns }: SheetModel, row: number): ReadonlyMap<number, CellModel> | undefined {
  const held = cells.get(row);
  const look = held === undefined ? blankLookAt(blankRuns, row) : undefined;
  return look === undefined ? held : cellsOf(look);
}

const cellsOf = (look: Look): Map<number, CellModel> =>
  new Map([...look].map(([column, style]) => [column, { value: '', formula: null, style }]));

/** Takes a row out of its run, so that its cells are there to be changed. */
export function claimRow(sheet: SheetModel, row: number): void {
  const look = blankLookAt(sheet.blankRuns, row);
  if (look === undefined) return;
  sheet.cells.set(row, cellsOf(look));
  sheet.blankRuns = sheet.blankRuns.flatMap((run) => piecesOf(run, (at) => (at === row ? null : at)));
}

/** The runs after their rows went elsewhere, or away (null); no row goes below the last of the format. */
export function movedRuns(runs: readonly BlankRun[], to: (row: number) => number | null): BlankRun[] {
  return runs.flatMap((run) => piecesOf(run, to)).sort((one, other) => one.from - other.from);
}

/** A run as pieces whose rows all move by as much. */
function piecesOf(run: BlankRun, to: (row: number) => number | null): BlankRun[] {
  return shiftsIn({ from: run.from, to: run.from + run.lookOf.length - 1 }, to).map(({ from, howMany, by }) => ({
    from: from + by,
    looks: run.looks,
    lookOf: run.lookOf.subarray(from - run.from, from - run.from + howMany),
  }));
}

/** Rows one after another that move by as much. */
type Shift = { readonly from: number; readonly howMany: number; readonly by: number };

/** The rows of a stretch that stay, in pieces that move by as much each. */
export function shiftsIn(rows: { readonly from: number; readonly to: number }, to: (row: number) => number | null): Shift[] {
  const shifts: { from: number; howMany: number; by: number }[] = [];
  for (let row = rows.from; row <= rows.to; row += 1) {
    const target = to(row);
    if (target === null || target > LAST_ROW) continue;
    const last = shifts.at(-1);
    if (last !== undefined && last.from + last.howMany === row && last.by === target - row) last.howMany += 1;
    else shifts.push({ from: row, howMany: 1, by: target - row });
  }
  return shifts;
}

/** The runs with each of their looks changed. */
export function relookedRuns(runs: readonly BlankRun[], change: (look: Look) => Look): BlankRun[] {
  const changed = new Map<Look, Look>();
  const once = (look: Look): Look => {
    const known = changed.get(look) ?? change(look);
    changed.set(look, known);
    return known;
  };
  return runs.map((run) => ({ ...run, looks: run.looks.map(once) }));
}
