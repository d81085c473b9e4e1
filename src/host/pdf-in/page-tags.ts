import type { RuledCell, RuledTable } from './page-rules.ts';

/** A node of a tagged page, as pdf.js gives it. */
type TagNode = {
  readonly role?: unknown;
  readonly type?: unknown;
  readonly id?: unknown;
  readonly children?: readonly unknown[];
};
/** A piece of text with the mark of the content that it stands in. */
export type MarkedPiece = {
  readonly text: string;
  readonly mark: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};
export type TaggedTable<Piece> = { readonly table: RuledTable; readonly pieces: readonly (readonly Piece[])[] };

/** A table that lays out a letterhead has two columns; of a plan's none has fewer than three. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 2;
/** Where the text of a cell may begin left of where most texts of its column do. */
const NEAR = 6;

/** The tables that a tagged page names, for those that no lines draw: rows and cells by their tags, columns by where their texts begin. */
export function taggedTables<Piece extends MarkedPiece>(tree: unknown, pieces: readonly Piece[]): TaggedTable<Piece>[] {
  const byMark = new Map<string, Piece[]>();
  // Blank pieces reach from one cell into the next.
  for (const piece of pieces)
    if (piece.mark !== null && piece.text.trim() !== '') byMark.set(piece.mark, [...(byMark.get(piece.mark) ?? []), piece]);
  return nodesOf(tree, 'Table').flatMap((table) => {
    const rows = nodesOf(table, 'TR').map((row) =>
      cellsOf(row).map((cell) => marksIn(cell).flatMap((mark) => byMark.get(mark) ?? [])),
    );
    const lefts = leftsOf(rows);
    return lefts.length < LEAST_COLUMNS || rows.length < LEAST_ROWS ? [] : (tableOf(rows, lefts) ?? []);
  });
}

const childrenOf = (node: unknown): readonly TagNode[] =>
  typeof node === 'object' && node !== null && 'children' in node && Array.isArray(node.children) ? node.children : [];

/** Nodes of a role, not those inside another of the same. */
function nodesOf(node: unknown, role: string): TagNode[] {
  return childrenOf(node).flatMap((child) => (child.role === role ? [child] : nodesOf(child, role)));
}

function cellsOf(row: TagNode): TagNode[] {
  return childrenOf(row).filter(({ role }) => role === 'TD' || role === 'TH');
}

function marksIn(node: TagNode): string[] {
  const own = node.type === 'content' && typeof node.id === 'string' ? [node.id] : [];
  return [...own, ...childrenOf(node).flatMap(marksIn)];
}

type Rows<Piece> = readonly (readonly (readonly Piece[])[])[];

/** Where each column begins, by the rows that have a cell in every one. */
function leftsOf<Piece extends MarkedPiece>(rows: Rows<Piece>): number[] {
  const most = Math.max(0, ...rows.map((row) => row.length));
  const whole = rows.filter((row) => row.length === most);
  return Array.from({ length: most }, (_, column) =>
    Math.min(...whole.flatMap((row) => (row[column] ?? []).map(({ x }) => x)), Number.POSITIVE_INFINITY),
  );
}

function tableOf<Piece extends MarkedPiece>(rows: Rows<Piece>, lefts: readonly number[]): TaggedTable<Piece>[] | null {
  const cells: RuledCell[] = [];
  const pieces: (readonly Piece[])[] = [];
  for (const [row, line] of rows.entries()) {
    let free = 0;
    for (const [place, own] of line.entries()) {
      const column = line.length === lefts.length ? place : Math.max(free, columnAt(lefts, own, free));
      free = column + 1;
      if (column >= lefts.length) break;
      // A cell alone in its row reaches over all of it: the heading of a section.
      cells.push({ row, column, rows: 1, columns: line.length === 1 ? lefts.length - column : 1, ...boxOf(own) });
      pieces.push(own);
    }
  }
  const all = pieces.flat();
  if (all.length === 0) return null;
  return [{ table: { ...boxOf(all), rows: rows.length, columns: lefts.length, cells }, pieces }];
}

/** The column at whose edge a text begins, else that in which its middle lies (headers are centred); a cell without one takes the next. */
function columnAt(lefts: readonly number[], own: readonly MarkedPiece[], free: number): number {
  if (own.length === 0) return free;
  const { left, right } = boxOf(own);
  const edge = lefts.findIndex((start) => Math.abs(start - left) <= NEAR);
  if (edge >= 0) return edge;
  const beyond = lefts.findIndex((start) => start > (left + right) / 2);
  return beyond < 0 ? lefts.length - 1 : Math.max(0, beyond - 1);
}

function boxOf(pieces: readonly MarkedPiece[]) {
  return {
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    bottom: Math.min(...pieces.map(({ y }) => y)),
    top: Math.max(...pieces.map(({ y, size }) => y + size)),
  };
}
