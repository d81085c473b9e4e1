import type { AreaView } from '../protocol.ts';
import type { Sheet } from '../sheet.ts';

const known = new WeakMap<readonly AreaView[], ReadonlyMap<number, readonly AreaView[]>>();

/** The merged cells of each line; made once for the areas that the server told. */
export function mergesByRow({ merges }: Pick<Sheet, 'merges'>): ReadonlyMap<number, readonly AreaView[]> {
  const found = known.get(merges) ?? byRow(merges);
  known.set(merges, found);
  return found;
}

function byRow(merges: readonly AreaView[]): ReadonlyMap<number, readonly AreaView[]> {
  const rows = new Map<number, AreaView[]>();
  for (const area of merges)
    for (let row = area.row; row < area.row + area.rows; row += 1) rows.set(row, [...(rows.get(row) ?? []), area]);
  return rows;
}

/** The merged cells that one cell is a part of. */
export function mergeAt(merges: readonly AreaView[] | undefined, column: number): AreaView | null {
  return merges?.find((area) => column >= area.column && column < area.column + area.columns) ?? null;
}
