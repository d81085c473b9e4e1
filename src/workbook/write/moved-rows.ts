import { fold } from '../../domain/core/word.ts';
import type { CellValue, RawTab } from '../core/cell.ts';
import { cellAt, isBlankCell, joinKey, keyParts, plainText } from '../core/key.ts';
import type { TabTable } from '../core/tab.ts';
import { sameCell } from './write.ts';

/** The cells of a tab that hold what we wrote: row → column → what stands there. */
export type Hits = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;
/** Where the lines of the tab as it stands now were when it was read. */
export type Lines = { readonly headerRow: number; readonly columns: ReadonlyMap<number, number> };
/** The tab as it stands, what in it is ours, and where its lines were. */
export type Found = { readonly now: RawTab; readonly hits: Hits; readonly lines: Lines };

/** A header row is recognised by this share of its headers; with fewer, nothing tells what a cell was. */
const ENOUGH = 1 / 2;

/** The row that shares most headers with the one that was read, and which column is which by them; `null` when it is gone. */
export function linesOf({ raw, headerRow }: TabTable, now: RawTab, hits: Hits): Lines | null {
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
  return { ...best, columns: new Map([...best.columns, ...namelessColumns(headers, best)]) };
}

function headersIn(raw: RawTab, row: number): (readonly [number, string])[] {
  const cells = raw.values[row - 1] ?? [];
  return cells.flatMap((cell, at) => (isBlankCell(cell) ? [] : [[at + 1, fold(plainText(cell))] as const]));
}

/**
 * Columns whose header says nothing any more, because it was written over or renamed: each is the column that is not seen
 * elsewhere and stood beside the same neighbour.
 */
function namelessColumns(headers: ReadonlyMap<string, number>, { columns }: Lines): [number, number][] {
  const seen = new Set(columns.values());
  const lost = [...headers.values()].filter((column) => !seen.has(column)).sort((left, right) => left - right);
  const found = new Map<number, number>();
  const known = (column: number): number | undefined => columns.get(column) ?? found.get(column);
  for (const was of lost) {
    const left = [...columns, ...found].find(([, old]) => old === was - 1)?.[0];
    const right = [...columns].find(([, old]) => old === was + 1)?.[0];
    const column = left !== undefined ? left + 1 : right !== undefined ? right - 1 : was;
    if (column > 0 && known(column) === undefined) found.set(column, was);
  }
  return [...found];
}

/** Row now → row when read, for the rows that were hit: by the key where it still stands, else by all that still stands. */
export function originsOf(table: TabTable, found: Found): ReadonlyMap<number, number> {
  const origins = new Map<number, number>();
  const below = [...found.hits.keys()].filter((row) => row > found.lines.headerRow).sort((left, right) => left - right);
  const claimed = claimedRows(table, found);
  for (const row of below) {
    const key = keyNow(table, row, found);
    const origin = key === null ? keylessRow(table, row, { found, origins, claimed }) : (table.rows.get(key) ?? null);
    if (origin === null) continue;
    origins.set(row, origin);
    claimed.add(origin);
  }
  return origins;
}

type Known = { readonly found: Found; readonly origins: ReadonlyMap<number, number>; readonly claimed: ReadonlySet<number> };

function keylessRow(table: TabTable, row: number, { found, origins, claimed }: Known): number | null {
  return alikeRow(table, { row, claimed, ...betweenNeighbours(table, row, { found, origins }) }, found);
}

type Span = { readonly from: number; readonly to: number };

/**
 * Where a row can have stood whose key we wrote over: inserting and deleting leave the order, so between its neighbours. After a sorting anywhere.
 */
function betweenNeighbours(table: TabTable, row: number, { found, origins }: Omit<Known, 'claimed'>): Span {
  const anywhere = { from: 1, to: table.lastRow };
  if (table.spec.rowKey.length === 0) return anywhere;
  const known = found.now.values.flatMap((_, at): (readonly [number, number])[] => {
    const key = at < found.lines.headerRow ? null : keyNow(table, at + 1, found);
    const origin = (key === null ? undefined : table.rows.get(key)) ?? origins.get(at + 1);
    return origin === undefined ? [] : [[at + 1, origin]];
  });
  if (known.some(([, origin], at) => origin < (known[at - 1]?.[1] ?? 0))) return anywhere;
  const above = known.filter(([at]) => at < row).pop();
  const below = known.find(([at]) => at > row);
  return { from: (above?.[1] ?? 0) + 1, to: (below?.[1] ?? table.lastRow + 1) - 1 };
}

/** Rows that still stand somewhere with their key, or, of a tab without keys, as they were: no other row can be them. */
function claimedRows(table: TabTable, found: Found): Set<number> {
  const { now, hits, lines } = found;
  const claimed = new Set<number>();
  const whole = table.spec.rowKey.length === 0 ? wholeRows(table, lines) : null;
  for (let row = lines.headerRow + 1; row <= now.values.length; row += 1) {
    const key = keyNow(table, row, found);
    const origin = key === null ? undefined : table.rows.get(key);
    const same = hits.has(row) ? undefined : whole?.get(sayRow(now, row, [...lines.columns.keys()]))?.shift();
    if (origin !== undefined) claimed.add(origin);
    if (same !== undefined) claimed.add(same);
  }
  return claimed;
}

/** The rows as they were read, by all that stood in them. */
function wholeRows({ raw, headerRow, lastRow }: TabTable, { columns }: Lines): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const said = sayRow(raw, row, [...columns.values()]);
    const alike = rows.get(said) ?? [];
    alike.push(row);
    rows.set(said, alike);
  }
  return rows;
}

function sayRow(raw: RawTab, row: number, columns: readonly number[]): string {
  return JSON.stringify(columns.map((column) => cellAt(raw, row, column)));
}

/** The key that a row has now; `null` when it has none, or when we wrote over part of it. */
export function keyNow({ spec, columns }: TabTable, row: number, { now, hits, lines }: Found): string | null {
  const places = new Map([...lines.columns].map(([column, was]) => [was, column]));
  const isHit = (column: number): boolean => hits.get(row)?.has(column) === true;
  // A part that is left blank as a rule is blank with or without us.
  const mayBeBlank = (key: string, column: number): boolean =>
    spec.blankKeys?.includes(key) === true && isBlankCell(cellAt(now, row, column));
  const keyed = spec.rowKey.flatMap((key) => {
    const column = places.get(columns.get(key) ?? 0);
    return column === undefined || (isHit(column) && !mayBeBlank(key, column)) ? [] : [[key, column] as const];
  });
  if (spec.rowKey.length === 0 || keyed.length < spec.rowKey.length) return null;
  const parts = keyParts({ spec, raw: now, columns: new Map(keyed) }, row);
  return parts === null || parts.every((part) => part === '') ? null : joinKey(parts);
}

type Candidate = Span & { readonly row: number; readonly claimed: ReadonlySet<number> };

/**
 * The first row that nobody claims and that held, in every cell we did not write, what stands there now. Under the last row
 * that was read only its end can have been pushed down.
 */
function alikeRow(table: TabTable, { row, claimed, from, to }: Candidate, { now, hits, lines }: Found): number | null {
  const kept = [...lines.columns].filter(([column]) => !hits.get(row)?.has(column));
  for (let was = Math.max(from, firstCandidate(table, row, claimed)); was <= to; was += 1) {
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
