import type { AreaView, Typing } from '../protocol.ts';
import { cellAt, type Sheet, typedText } from '../sheet.ts';
import { readTsv, writeTsv } from '../tsv.ts';
import { runsOf } from './moves.ts';

const MOST_CELLS = 200_000;

/** The shown lines of an area. */
export function rowsIn({ row, rows }: AreaView, shown: readonly number[]): number[] {
  return shown.filter((one) => one >= row && one < row + rows);
}

const columnsIn = ({ column, columns }: AreaView): number[] => Array.from({ length: columns }, (_, at) => column + at);

/** The area as text for the clipboard: each cell as one would type it. */
export function copyText(sheet: Sheet, area: AreaView, shown: readonly number[]): string {
  return writeTsv(rowsIn(area, shown).map((row) => columnsIn(area).map((column) => typedText(cellAt(sheet, { row, column })))));
}

/** What emptying an area types, line block by line block. */
export function emptying(area: AreaView, shown: readonly number[]): Typing[] {
  const blank = columnsIn(area).map(() => '');
  return inRuns(
    rowsIn(area, shown).map((row) => ({ row, texts: blank })),
    area.column,
  );
}

/** What a copied text types at an area: one cell fills all of it, more begin at its corner; null when it is too much. */
export function pasting(text: string, area: AreaView, shown: readonly number[]): Typing[] | null {
  const cells = readTsv(text);
  const single = cells.length === 1 && cells[0]?.length === 1;
  const lines = single
    ? rowsIn(area, shown).map((row) => ({ row, texts: columnsIn(area).map(() => cells[0]?.[0] ?? '') }))
    : below(area.row, shown, cells.length).map((row, at) => ({ row, texts: cells[at] ?? [] }));
  const count = lines.reduce((sum, { texts }) => sum + texts.length, 0);
  return count > MOST_CELLS ? null : inRuns(lines, area.column);
}

/** The next lines from this one on; after the last shown one the sheet grows. */
function below(row: number, shown: readonly number[], count: number): number[] {
  const next = shown.filter((one) => one >= row).slice(0, count);
  let last = shown[shown.length - 1] ?? row - 1;
  while (next.length < count) {
    last += 1;
    next.push(last);
  }
  return next;
}

type LineTexts = { readonly row: number; readonly texts: readonly string[] };

function inRuns(lines: readonly LineTexts[], column: number): Typing[] {
  let at = 0;
  return runsOf(lines.map(({ row }) => row)).map(([row, count]) => {
    const rows = lines.slice(at, at + count).map(({ texts }) => texts);
    at += count;
    return { row, column, rows };
  });
}
