import { placeOf } from '../extent.ts';
import { cellAt, type Sheet, type Spot } from '../sheet.ts';
import type { Move } from './keys.ts';

const STEP: Readonly<Record<Move, readonly [number, number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
  home: [0, Number.NEGATIVE_INFINITY],
  end: [0, Number.POSITIVE_INFINITY],
  'page-up': [-20, 0],
  'page-down': [20, 0],
};

type Field = { readonly sheet: Sheet /** The lines that can be gone to, in their order. */; readonly rows: readonly number[] };

/** The cell that a key leads to; `far` goes to the edge of what is filled, as in a spreadsheet. */
export function movedSpot(field: Field, from: Spot, { by, far }: { by: Move; far: boolean }): Spot {
  if (far) return by === 'home' || by === 'end' ? corner(field, by) : farSpot(field, from, STEP[by]);
  return stepped(field, from, STEP[by]);
}

const within = (at: number, most: number): number => Math.min(Math.max(at, 0), most);

function stepped({ sheet, rows }: Field, from: Spot, [down, right]: readonly [number, number]): Spot {
  const row = rows[within(placeOf(rows, from.row) + down, rows.length - 1)] ?? from.row;
  return { row, column: 1 + within(from.column - 1 + right, sheet.columns - 1) };
}

function corner({ sheet, rows }: Field, by: 'home' | 'end'): Spot {
  if (by === 'home') return { row: rows[0] ?? 1, column: 1 };
  const last = rows.filter((row) => Object.keys(sheet.lines.get(row)?.cells ?? {}).length > 0).pop();
  return { row: last ?? 1, column: sheet.columns };
}

const isSame = (one: Spot, other: Spot): boolean => one.row === other.row && one.column === other.column;

function farSpot(field: Field, from: Spot, step: readonly [number, number]): Spot {
  const filled = (spot: Spot) => cellAt(field.sheet, spot).t !== '';
  let spot = stepped(field, from, step);
  // From inside a filled block to its end, else to the next filled cell.
  const along = filled(from) && filled(spot);
  for (;;) {
    const ahead = stepped(field, spot, step);
    const arrived = along ? !filled(ahead) : filled(spot);
    if (arrived || isSame(ahead, spot)) return spot;
    spot = ahead;
  }
}

/** Lines that stand one under the other, as [first, count]: what is written through a filter never touches a hidden line. */
export function runsOf(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] + last[1] === row) last[1] += 1;
    else runs.push([row, 1]);
  }
  return runs;
}
