import { letters } from './address.ts';
import { rewritten, spliced } from './elements.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import type { ReadBook, ReadSheet } from './read.ts';
import type { RowSpot } from './sheet-scan.ts';
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
    return row === null ? [] : [[row, renumbered(scan.xml, spot, row)]];
  });
  const rows = [...moved, ...(back ?? [])].sort(([a], [b]) => a - b);
  const [first, last] = [scan.rows[0], scan.rows.at(-1)];
  if (first === undefined || last === undefined) return rezip(book.pkg.zip, new Map());
  const edits = [{ from: first.start, to: last.end, text: rows.map(([, text]) => text).join('') }, ...dimension(sheet, rows)];
  return rezip(book.pkg.zip, new Map([[place.part, Buffer.from(spliced(scan.xml, edits), 'utf8')]]));
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

function dimension({ scan }: ReadSheet, rows: readonly (readonly [number, string])[]) {
  const element = scan.children.find(({ name }) => name === 'dimension');
  const [from = 'A1', to = from] = (element === undefined ? '' : (read(element, 'ref') ?? '')).split(':');
  const last = rows.at(-1)?.[0];
  if (element === undefined || last === undefined) return [];
  const ref = `${from}:${to.replace(/\d+$/u, String(last))}`;
  return [{ from: element.start, to: element.end, text: rewritten(element, { ref }) }];
}
