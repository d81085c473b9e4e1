import type { Area } from '../../xlsx/areas.ts';
import type { LineChange } from './line-change.ts';

/** A piece of an area after a change, and the line on which the piece stood at its beginning before. */
export type Piece = { readonly area: Area; readonly from: number };

/**
 * What becomes of an area: it widens where lines come in, shrinks where they go, and falls into pieces where a line leaves it.
 * Of an area that goes away whole nothing is left.
 */
export function piecesAfter(area: Area, change: LineChange): Piece[] {
  const [start, length] = change.axis === 'row' ? (['row', 'rows'] as const) : (['column', 'columns'] as const);
  const moved = Array.from({ length: area[length] }, (_, i) => area[start] + i)
    .flatMap((from) => {
      const to = change.to(from);
      return to === null ? [] : [{ from, to }];
    })
    .sort((a, b) => a.to - b.to);
  const pieces: { from: number; first: number; last: number }[] = [];
  for (const { from, to } of moved) {
    const open = pieces.at(-1);
    if (open !== undefined && joins(open.last, to, change)) open.last = to;
    else pieces.push({ from, first: to, last: to });
  }
  return pieces.map(({ from, first, last }) => ({
    area: {
      row: area.row,
      column: area.column,
      rows: area.rows,
      columns: area.columns,
      [start]: first,
      [length]: last - first + 1,
    },
    from,
  }));
}

/** Neighbours, or parted only by lines that came in between. */
function joins(last: number, next: number, change: LineChange): boolean {
  for (let line = last + 1; line < next; line += 1) if (!change.isNew(line)) return false;
  return true;
}
