/** A rectangle of cells; counts from 1. */
export type Rect = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** `A` of column 1. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** The row and column of `B12`; 0 for a part that is not there. */
export function place(reference: string): { row: number; column: number } {
  let column = 0;
  let row = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i);
    if (code >= 48 && code <= 57) row = row * 10 + code - 48;
    else if (code !== 36) column = column * 26 + (code & 31);
  }
  return { row, column };
}

/** The rectangles of an `sqref`: `A1 B2:C9 D:D`. */
export function rects(sqref: string): Rect[] {
  return sqref.split(/\s+/u).filter(Boolean).map(rect);
}

function rect(reference: string): Rect {
  const [from = '', to = from] = reference.split(':');
  const a = place(from);
  const b = place(to);
  const row = a.row || 1;
  const column = a.column || 1;
  return { row, column, rows: (b.row || LAST_ROW) - row + 1, columns: (b.column || LAST_COLUMN) - column + 1 };
}

/** `A1:B2` of a rectangle, `A1` when it is one cell. */
export function reference(area: Rect): string {
  const from = `${letters(area.column)}${area.row}`;
  if (area.rows === 1 && area.columns === 1) return from;
  return `${from}:${letters(area.column + area.columns - 1)}${area.row + area.rows - 1}`;
}
