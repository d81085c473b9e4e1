import { fold } from '../domain/word.ts';
import type { Block, CellValue, RawTab } from './cell.ts';
import { cellAt, isBlankCell, joinKey, keyParts, plainText } from './key.ts';
import type { TabTable } from './table.ts';
import { sameCell } from './write.ts';

/** The cells of a tab that hold what we wrote: row → column → what stands there. */
type Hits = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;
/** Where the lines of the tab as it stands now were when it was read. */
type Lines = { readonly headerRow: number; readonly columns: ReadonlyMap<number, number> };

/** A row of headers is known again by this share of them; with fewer, nothing tells what a cell was. */
const ENOUGH = 1 / 2;

/**
 * What gives the cells back that a write hit in the wrong place, because people moved rows or columns between our reading and
 * our writing. `table` is the tab as it was read, `now` as it stands after the write. Each cell that still holds what we wrote
 * gets what its row and its column held when they were read; in rows and columns that are new it is emptied.
 */
export function mendBlocks(table: TabTable, written: readonly Block[], now: RawTab): Block[] {
  if (table.headerRow === 0) return [];
  const hits = hitsIn(written, now);
  const lines = linesOf(table, now, hits);
  const rows = lines === null ? new Map<number, number>() : originsOf(table, { now, hits, lines });
  const given = new Map(
    [...hits].map(([row, cells]) => [
      row,
      new Map([...cells.keys()].map((column) => [column, valueFor(table, { row, column }, { lines, rows, now, hits })])),
    ]),
  );
  return blocksOf(now.sheetId, given);
}

function hitsIn(written: readonly Block[], now: RawTab): Hits {
  const hits = new Map<number, Map<number, CellValue>>();
  for (const { row, column, values } of written) {
    values.forEach((cells, down) => {
      cells.forEach((value, across) => {
        if (!sameCell(value, cellAt(now, row + down, column + across))) return;
        const line = hits.get(row + down) ?? new Map<number, CellValue>();
        hits.set(row + down, line.set(column + across, value));
      });
    });
  }
  return hits;
}

/** The row that shares most headers with the one that was read, and which column is which by them; `null` when it is gone. */
function linesOf({ raw, headerRow }: TabTable, now: RawTab, hits: Hits): Lines | null {
  const headers = new Map(headersIn(raw, headerRow).map(([column, text]) => [text, column]));
  const known = (row: number): (readonly [number, number])[] =>
    headersIn(now, row).flatMap(([column, text]) => {
      const was = hits.get(row)?.has(column) ? undefined : headers.get(text);
      return was === undefined ? [] : [[column, was]];
    });
  let best: Lines = { headerRow: 0, columns: new Map() };
  now.values.forEach((_, at) => {
    const columns = new Map(known(at + 1));
    if (columns.size > best.columns.size) best = { headerRow: at + 1, columns };
  });
  if (best.columns.size < headers.size * ENOUGH) return null;
  return { ...best, columns: new Map([...best.columns, ...hiddenColumns(headers, best, hits)]) };
}

function headersIn(raw: RawTab, row: number): (readonly [number, string])[] {
  const cells = raw.values[row - 1] ?? [];
  return cells.flatMap((cell, at) => (isBlankCell(cell) ? [] : [[at + 1, fold(plainText(cell))] as const]));
}

/** Columns whose very header was written over: they are, in their order, those that are not seen elsewhere. */
function hiddenColumns(headers: ReadonlyMap<string, number>, { headerRow, columns }: Lines, hits: Hits): [number, number][] {
  const seen = new Set(columns.values());
  const lost = [...headers.values()].filter((column) => !seen.has(column));
  const struck = [...(hits.get(headerRow)?.keys() ?? [])].sort((left, right) => left - right);
  return struck.flatMap((column, at) => (lost[at] === undefined ? [] : [[column, lost[at]]]));
}

type Found = { readonly now: RawTab; readonly hits: Hits; readonly lines: Lines };

/** Row now → row when read, for the rows that were hit: by the key where it still stands, else by all that still stands. */
function originsOf(table: TabTable, found: Found): ReadonlyMap<number, number> {
  const origins = new Map<number, number>();
  const below = [...found.hits.keys()].filter((row) => row > found.lines.headerRow).sort((left, right) => left - right);
  const claimed = claimedRows(table, found);
  for (const row of below) {
    const key = keyNow(table, row, found);
    const origin = key === null ? alikeRow(table, { row, claimed }, found) : (table.rows.get(key) ?? null);
    if (origin === null) continue;
    origins.set(row, origin);
    claimed.add(origin);
  }
  return origins;
}

/** Rows that still stand somewhere with their key, so that no other row can be them. */
function claimedRows(table: TabTable, found: Found): Set<number> {
  const claimed = new Set<number>();
  for (let row = found.lines.headerRow + 1; row <= found.now.values.length; row += 1) {
    const key = keyNow(table, row, found);
    const origin = key === null ? undefined : table.rows.get(key);
    if (origin !== undefined) claimed.add(origin);
  }
  return claimed;
}

/** The key that a row has now; `null` when it has none, or when we wrote over part of it. */
function keyNow({ spec, columns }: TabTable, row: number, { now, hits, lines }: Found): string | null {
  const places = new Map([...lines.columns].map(([column, was]) => [was, column]));
  const keyed = spec.rowKey.flatMap((key) => {
    const column = places.get(columns.get(key) ?? 0);
    return column === undefined || hits.get(row)?.has(column) ? [] : [[key, column] as const];
  });
  if (spec.rowKey.length === 0 || keyed.length < spec.rowKey.length) return null;
  const parts = keyParts({ spec, raw: now, columns: new Map(keyed) }, row);
  return parts === null || parts.every((part) => part === '') ? null : joinKey(parts);
}

type Candidate = { readonly row: number; readonly claimed: ReadonlySet<number> };

/**
 * The first row that nobody claims and that held, in every cell we did not write, what stands there now. Under the last row
 * that was read only its end can have been pushed down.
 */
function alikeRow(table: TabTable, { row, claimed }: Candidate, { now, hits, lines }: Found): number | null {
  const kept = [...lines.columns].filter(([column]) => !hits.get(row)?.has(column));
  for (let was = firstCandidate(table, row, claimed); was <= table.lastRow; was += 1) {
    const isAlike = kept.every(([column, old]) => sameCell(cellAt(now, row, column), cellAt(table.raw, was, old)));
    if (!claimed.has(was) && isAlike) return was;
  }
  return null;
}

function firstCandidate({ headerRow, lastRow }: TabTable, row: number, claimed: ReadonlySet<number>): number {
  if (row <= lastRow) return headerRow + 1;
  let first = lastRow + 1;
  while (first > headerRow + 1 && !claimed.has(first - 1)) first -= 1;
  return first;
}

type Place = { readonly row: number; readonly column: number };
type Known = {
  readonly lines: Lines | null;
  readonly rows: ReadonlyMap<number, number>;
  readonly now: RawTab;
  readonly hits: Hits;
};

function valueFor({ raw, headerRow }: TabTable, { row, column }: Place, { lines, rows }: Known): CellValue {
  const was = lines?.columns.get(column);
  if (lines === null || was === undefined) return '';
  if (row <= lines.headerRow) return cellAt(raw, headerRow - (lines.headerRow - row), was);
  const origin = rows.get(row);
  return origin === undefined ? '' : cellAt(raw, origin, was);
}

/** One block per run of neighbouring columns, over as many rows below each other as have the same run. */
function blocksOf(sheetId: number, given: ReadonlyMap<number, ReadonlyMap<number, CellValue>>): Block[] {
  const blocks: { row: number; column: number; values: CellValue[][] }[] = [];
  for (const row of [...given.keys()].sort((left, right) => left - right)) {
    for (const { column, values } of runsOf(given.get(row) ?? new Map())) {
      const above = blocks.find(
        (block) =>
          block.column === column && block.values[0]?.length === values.length && block.row + block.values.length === row,
      );
      if (above === undefined) blocks.push({ row, column, values: [values] });
      else above.values.push(values);
    }
  }
  return blocks.map((block) => ({ sheetId, ...block }));
}

function runsOf(cells: ReadonlyMap<number, CellValue>): { column: number; values: CellValue[] }[] {
  const runs: { column: number; values: CellValue[] }[] = [];
  for (const [column, value] of [...cells].sort(([left], [right]) => left - right)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.values.length === column) last.values.push(value);
    else runs.push({ column, values: [value] });
  }
  return runs;
}
