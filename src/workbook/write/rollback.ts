import type { Block, CellValue, RawTab } from '../core/cell.ts';
import { cellAt, isBlankCell, joinKey, keyParts } from '../core/key.ts';
import type { TabTable } from '../core/tab.ts';
import { type Found, type Hits, keyNow, type Lines, linesOf, originsOf } from './moved-rows.ts';
import { sameCell } from './write.ts';

/**
 * The blocks that restore the cells after people moved rows or columns while we wrote. `table` is the tab as it was read, `now` as it
 * stands after the write. Each cell that holds what we wrote, where we aimed or where people have carried it since, gets what its
 * row and its column held when they were read; in rows and columns that are new it is emptied.
 */
export function rollbackBlocks(table: TabTable, written: readonly Block[], now: RawTab): Block[] {
  if (table.headerRow === 0) return [];
  const hits = hitsIn(written, now);
  const lines = linesOf(table, now, hits);
  if (lines === null) return blocksOf(now.sheetId, emptied(hits));
  const found = { now, hits, lines };
  const given = carriedCells(table, written, found);
  for (const column of carriedHeaders(table, written, found))
    given.set(lines.headerRow, new Map([...(given.get(lines.headerRow) ?? []), [column, '']]));
  const rows = originsOf(table, found);
  for (const [row, cells] of hits) {
    const values = [...cells.keys()].map((column) => [column, valueFor(table, { row, column }, { lines, rows })] as const);
    given.set(row, new Map([...(given.get(row) ?? []), ...values]));
  }
  return blocksOf(now.sheetId, given);
}

/** Without headers nothing tells what a cell was. */
function emptied(hits: Hits): Map<number, Map<number, CellValue>> {
  return new Map([...hits].map(([row, cells]) => [row, new Map([...cells.keys()].map((column) => [column, '']))]));
}

/** What we wrote and people carried elsewhere since: found by the row's key, or, in a tab without keys, by all that we wrote. */
function carriedCells(table: TabTable, written: readonly Block[], found: Found): Map<number, Map<number, CellValue>> {
  const places = new Map([...found.lines.columns].map(([column, was]) => [was, column]));
  const given = new Map<number, Map<number, CellValue>>();
  for (const [row, cells] of cellsOf(written)) {
    const carried = row > table.headerRow ? rowNow(table, { row, cells, places }, found) : null;
    if (carried === null) continue;
    const back = [...cells].flatMap(([column, value]) => {
      const at = places.get(column);
      const isOurs = at !== undefined && (at !== column || carried !== row) && holds(cellAt(found.now, carried, at), value);
      return isOurs ? [[at, cellAt(table.raw, row, column)] as const] : [];
    });
    given.set(carried, new Map(back));
  }
  return given;
}

/** Where headers stand now that we wrote into free cells and people carried with their columns: no header of the tab as it was read. */
function carriedHeaders({ raw, headerRow }: TabTable, written: readonly Block[], { now, lines }: Found): number[] {
  const before = raw.values[headerRow - 1] ?? [];
  const after = now.values[lines.headerRow - 1] ?? [];
  const ours = [...(cellsOf(written).get(headerRow) ?? [])].filter(
    ([column, value]) => isBlankCell(cellAt(raw, headerRow, column)) && !before.includes(value),
  );
  return ours.flatMap(([, value]) => (after.includes(value) ? [after.indexOf(value) + 1] : []));
}

type Aimed = {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellValue>;
  readonly places: ReadonlyMap<number, number>;
};

/** The row in which a row that we wrote stands now; `null` = nowhere. */
function rowNow(table: TabTable, { row, cells, places }: Aimed, found: Found): number | null {
  const { now, lines } = found;
  const { spec, raw, columns } = table;
  const values = {
    values: [Array.from({ length: raw.values[0]?.length ?? 0 }, (_, at) => cells.get(at + 1) ?? cellAt(raw, row, at + 1))],
  };
  const parts = keyParts({ spec, raw: { ...raw, ...values }, columns }, 1);
  const isOurs = (at: number): boolean =>
    parts === null
      ? [...cells].every(([column, value]) => holds(cellAt(now, at, places.get(column) ?? 0), value))
      : keyNow(table, at, { ...found, hits: new Map() }) === joinKey(parts);
  // From the end: a log may hold an older row of the same words.
  for (let at = now.values.length; at > lines.headerRow; at -= 1) if (isOurs(at)) return at;
  return null;
}

/** Everything written, by row and column. */
function cellsOf(written: readonly Block[]): Map<number, Map<number, CellValue>> {
  const cells = new Map<number, Map<number, CellValue>>();
  for (const { row, column, values } of written) {
    values.forEach((line, down) => {
      const known = cells.get(row + down) ?? new Map<number, CellValue>();
      for (const [across, value] of line.entries()) known.set(column + across, value);
      cells.set(row + down, known);
    });
  }
  return cells;
}

/** Whether a cell holds what we wrote; the apostrophe that keeps a text a text is seen where the cell has become one of plain text. */
function holds(now: CellValue, ours: CellValue): boolean {
  return sameCell(now, ours) || (typeof ours === 'string' && ours !== '' && now === `'${ours}`);
}

/** What of it still stands where it was aimed. */
function hitsIn(written: readonly Block[], now: RawTab): Hits {
  const stands = [...cellsOf(written)].map(
    ([row, cells]) => [row, new Map([...cells].filter(([column, value]) => holds(cellAt(now, row, column), value)))] as const,
  );
  return new Map(stands.filter(([, cells]) => cells.size > 0));
}

type CellPlace = { readonly row: number; readonly column: number };
type Known = { readonly lines: Lines; readonly rows: ReadonlyMap<number, number> };

function valueFor({ raw, headerRow }: TabTable, { row, column }: CellPlace, { lines, rows }: Known): CellValue {
  const was = lines.columns.get(column);
  if (was === undefined) return '';
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
