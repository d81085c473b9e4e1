import type { Cell } from '../document.ts';

type Place = { readonly row: number; readonly column: number; readonly rows?: number; readonly columns?: number };

/** A cell that holds one text and no numbering of its own. */
export function plainCell(at: string, { row, column, rows = 1, columns = 1 }: Place, text: string, bold = false): Cell {
  const paragraphs = [{ at, text, number: '', level: 0, bold, heading: null }];
  return { at, row, column, rows, columns, text, number: '', bold, paragraphs };
}
