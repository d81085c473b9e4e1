import { LAST_ROW, letters } from './address.ts';
import { cutMark, uncut } from './blank-rows.ts';
import { rewritten, spliced } from './elements.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { movedCuts } from './patch-blank-rows.ts';
import type { ReadBook, ReadSheet } from './read.ts';
import type { RowSpot, SheetScan } from './sheet-scan.ts';
import { read } from './styles.ts';
import { rezip } from './zip.ts';

/** Where each row of a sheet goes, `null` for one that goes away, and rows that come back as they once stood in the file. */
export type RowMove = { readonly to: (row: number) => number | null; readonly back?: ReadonlyMap<number, string> };

/** The sheet of that id. Throws `NotAWorkbook` when the file has none. */
export function sheetIn(book: ReadBook, sheetId: number): ReadSheet {
  const found = book.sheets.find(({ place }) => place.id === sheetId);
  if (found === undefined) throw new NotAWorkbook('damaged');
  return found;
}

/** Rows as they stand in the file, by number, so that they can come back after they were deleted. */
export function rowTexts({ scan }: ReadSheet, rows: { readonly from: number; readonly howMany: number }): Map<number, string> {
  const held = scan.rows.filter(({ row }) => row >= rows.from && row < rows.from + rows.howMany);
  return new Map(held.map((spot) => [spot.row, scan.xml.slice(spot.start, spot.end)]));
}

/**
 * The file with whole rows of a sheet in other places: heights, borders, rich texts and whatever else a row or cell of the file
 * says goes with it. What stands on rows outside of them (rules, merged cells) is not touched: see `line-obstacles.ts`.
 */
export function withRowsMoved(book: ReadBook, sheet: ReadSheet, { to, back }: RowMove): Uint8Array {
  const { scan, place } = sheet;
  const moved = scan.rows.flatMap((spot): [number, string][] => {
    const row = to(spot.row);
    return row === null || row > LAST_ROW ? [] : [[row, renumbered(scan.xml, spot, row)]];
  });
  const runs = scan.cuts.flatMap((cut) => movedCuts(cut, to));
  const marks = runs.map(({ row }, at): [number, string] => [row, cutMark(at)]);
  const rows = [...moved, ...marks, ...(back ?? [])].sort(([a], [b]) => a - b);
  const span = rowsSpan(scan);
  if (span === null) return rezip(book.pkg.zip, new Map());
  const last = runs.reduce((low, { row, howMany }) => Math.max(low, row + howMany - 1), rows.at(-1)?.[0] ?? 0);
  const edits = [{ ...span, text: rows.map(([, text]) => text).join('') }, ...dimension(sheet, last)];
  const bytes = uncut(
    spliced(scan.xml, edits),
    runs.map((run) => run.bytes),
  );
  return rezip(book.pkg.zip, new Map([[place.part, bytes]]));
}

/** Where the rows of a part stand, from the first to the end of the last; null when there are none. */
function rowsSpan({ rows, cuts }: SheetScan): { from: number; to: number } | null {
  const ends = cuts.map(({ at }, n) => ({ start: at, end: at + cutMark(n).length }));
  const all = [rows[0], rows.at(-1), ...ends].filter((one) => one !== undefined);
  if (all.length === 0) return null;
  return { from: Math.min(...all.map(({ start }) => start)), to: Math.max(...all.map(({ end }) => end)) };
}

function renumbered(xml: string, spot: RowSpot, row: number): string {
  if (spot.row === row) return xml.slice(spot.start, spot.end);
  const pieces = [numbered(xml.slice(spot.start, spot.tagEnd), String(row))];
  let at = spot.tagEnd;
  for (const cell of spot.cells) {
    pieces.push(xml.slice(at, cell.start), numbered(xml.slice(cell.start, cell.tagEnd), `${letters(cell.column)}${row}`));
    at = cell.tagEnd;
  }
  pieces.push(xml.slice(at, spot.end));
  return pieces.join('');
}

/** A row's or cell's opening tag with its place; one that said none counted on its neighbours. */
function numbered(tag: string, place: string): string {
  const held = /(\sr\s*=\s*)("[^"]*"|'[^']*')/u;
  return held.test(tag) ? tag.replace(held, `$1"${place}"`) : tag.replace(/^<[^\s/>]+/u, (name) => `${name} r="${place}"`);
}

function dimension({ scan }: ReadSheet, last: number) {
  const element = scan.children.find(({ name }) => name === 'dimension');
  const [from = 'A1', to = from] = (element === undefined ? '' : (read(element, 'ref') ?? '')).split(':');
  if (element === undefined || last === 0) return [];
  const ref = `${from}:${to.replace(/\d+$/u, String(last))}`;
  return [{ from: element.start, to: element.end, text: rewritten(element, { ref }) }];
}
