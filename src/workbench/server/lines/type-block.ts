import { Unusable } from '../../../host/core/unusable.ts';
import type { Host } from '../../../host/host.ts';
import { readTyped } from '../../../host/services/typed-entry.ts';
import { WORKBENCH_REFUSALS } from '../../../words/pages/workbench-server.ts';
import { type Area, a1, styleAt } from '../../../xlsx/areas.ts';
import type { CellModel, SheetModel } from '../../../xlsx/model.ts';
import type { Typing } from '../../protocol.ts';
import { isRetyped, type Reading, typedText } from './cell-text.ts';

/** A block of texts as large as a sheet of 5,000 lines is wide. */
const MOST_CELLS = 20_000;
/** So many lines a file has when it is read, though nothing stands in them. */
const READ_ROWS = 1000;

/** What a block held before and after it was typed, so that the one can be given back while the other still stands. */
export type TypedBlock = { readonly tab: number; readonly area: Area; readonly before: Held; readonly after: Held };
type Held = readonly (CellModel | null)[];

/**
 * Types blocks as a person does, all of them or none, and gives those that changed something: what stands there already is left
 * alone. Throws `Unusable`, or what Google refuses.
 */
export function typeBlocks(host: Host, sheet: SheetModel, typings: readonly Typing[]): TypedBlock[] {
  const reading = readingOf(host);
  const cells = typings.map(areaOf).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (cells > MOST_CELLS) throw new Unusable(WORKBENCH_REFUSALS.tooMany(MOST_CELLS));
  for (const typing of typings) demandTypable(sheet, typing, reading);
  const wanted = typings.filter((typing) => !isUnchanged(sheet, typing, reading));
  const done: TypedBlock[] = [];
  try {
    for (const typing of wanted) done.push(typeBlock(host, sheet, typing));
  } catch (thrown) {
    untypeBlocks(host, sheet, done);
    throw thrown;
  }
  return done;
}

function typeBlock(host: Host, sheet: SheetModel, typing: Typing): TypedBlock {
  const area = areaOf(typing);
  const before = heldIn(sheet, area);
  host.type({ tab: sheet.name, row: typing.row, column: typing.column, rows: typing.rows });
  // The journal would be typed again into a file that does not know of such a line yet.
  if (area.row + area.rows - 1 > READ_ROWS) host.save();
  return { tab: sheet.id, area, before, after: heldIn(sheet, area) };
}

/** Gives back what blocks held before, the same way, all or none. Throws `Unusable` where somebody wrote there since. */
export function untypeBlocks(host: Host, sheet: SheetModel, blocks: readonly TypedBlock[]): void {
  for (const { area, after } of blocks) {
    const now = heldIn(sheet, area);
    const other = after.findIndex((cell, i) => !sameCell(cell, now[i] ?? null));
    if (other >= 0) throw new Unusable(WORKBENCH_REFUSALS.undoChanged(cellName(area, other)));
  }
  for (const block of blocks) untypeBlock(host, sheet, block);
  if (blocks.length > 0) host.save();
}

function untypeBlock(host: Host, sheet: SheetModel, { area, before }: TypedBlock): void {
  // A text is read by the format of its cell, so that one comes back first.
  putBack(sheet, { area, held: before }, 'looks');
  host.type({ tab: sheet.name, row: area.row, column: area.column, rows: textsOf(area, before, readingOf(host)) });
  putBack(sheet, { area, held: before }, 'all');
}

/** A block where its lines are now, in as many blocks as they lie apart. */
export function blocksAt({ tab, area, before, after }: TypedBlock, rows: readonly number[]): TypedBlock[] {
  const { column, columns } = area;
  return runsOf(rows).map(({ at, row, count }) => {
    const part = (held: Held): Held => held.slice(at * columns, (at + count) * columns);
    return { tab, area: { row, column, rows: count, columns }, before: part(before), after: part(after) };
  });
}

/** Numbers that follow each other, as runs: the first one's place in the list, the number, how many. */
export function runsOf(rows: readonly number[]): { readonly at: number; readonly row: number; readonly count: number }[] {
  const runs: { at: number; row: number; count: number }[] = [];
  for (const [at, row] of rows.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.row + last.count === row) last.count += 1;
    else runs.push({ at, row, count: 1 });
  }
  return runs;
}

/** How the open workbook reads what is typed. */
export function readingOf(host: Host): Reading {
  return { locale: host.sidecar.locale, today: host.now().day };
}

/** The cells that a block is typed into. */
export function areaOf({ row, column, rows }: Typing): Area {
  return { row, column, rows: rows.length, columns: rows[0]?.length ?? 0 };
}

function demandTypable(sheet: SheetModel, typing: Typing, reading: Reading): void {
  const { rows, columns } = areaOf(typing);
  if (rows === 0 || columns === 0 || typing.rows.some((line) => line.length !== columns))
    throw new Unusable(WORKBENCH_REFUSALS.shape);
  for (const { row, column, text, cell } of cellsOf(sheet, typing)) {
    if (cell?.formula != null) throw new Unusable(WORKBENCH_REFUSALS.formulaCell(a1(row, column)));
    const format = styleAt(sheet, row, column).numberFormat;
    if (readTyped(text, { ...reading, format }).formula !== null)
      throw new Unusable(WORKBENCH_REFUSALS.formulaTyped(a1(row, column)));
  }
}

/** Every cell shows this already. One that typing would turn into something else is left alone; among others it is refused. */
function isUnchanged(sheet: SheetModel, typing: Typing, reading: Reading): boolean {
  const cells = cellsOf(sheet, typing);
  const same = cells.filter(({ cell, text }) => (cell === undefined ? text === '' : typedText(cell, reading) === text));
  const frail = same.find(({ cell }) => cell !== undefined && !isRetyped(cell, reading));
  if (frail === undefined) return false;
  if (same.length < cells.length) throw new Unusable(WORKBENCH_REFUSALS.notRetyped(a1(frail.row, frail.column)));
  return true;
}

function cellsOf(sheet: SheetModel, typing: Typing) {
  return typing.rows.flatMap((line, down) =>
    line.map((text, across) => {
      const [row, column] = [typing.row + down, typing.column + across];
      return { row, column, text, cell: sheet.cells.get(row)?.get(column) };
    }),
  );
}

function* placesIn(area: Area): Generator<{ row: number; column: number }> {
  for (let row = area.row; row < area.row + area.rows; row += 1)
    for (let column = area.column; column < area.column + area.columns; column += 1) yield { row, column };
}

function heldIn(sheet: SheetModel, area: Area): Held {
  return [...placesIn(area)].map(({ row, column }) => {
    const cell = sheet.cells.get(row)?.get(column);
    return cell === undefined ? null : { ...cell };
  });
}

const cellName = (area: Area, at: number): string =>
  a1(area.row + Math.floor(at / area.columns), area.column + (at % area.columns));

function sameCell(a: CellModel | null, b: CellModel | null): boolean {
  return (a?.value ?? '') === (b?.value ?? '') && (a?.formula ?? null) === (b?.formula ?? null);
}

function putBack(sheet: SheetModel, { area, held }: { area: Area; held: Held }, what: 'looks' | 'all'): void {
  for (const [at, { row, column }] of [...placesIn(area)].entries()) {
    const cell = held[at] ?? null;
    const line = sheet.cells.get(row);
    const now = line?.get(column);
    if (line === undefined || now === undefined) continue;
    if (cell === null && what === 'all') line.delete(column);
    else
      line.set(
        column,
        what === 'all' && cell !== null ? { ...cell } : { ...now, style: cell?.style ?? styleOfColumn(sheet, column, now) },
      );
  }
}

const styleOfColumn = (sheet: SheetModel, column: number, now: CellModel): CellModel['style'] =>
  sheet.columnStyles.get(column) ?? { ...now.style, numberFormat: 'General' };

function textsOf(area: Area, held: Held, reading: Reading): string[][] {
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, across) => {
      const cell = held[down * area.columns + across] ?? null;
      return cell === null ? '' : typedText(cell, reading);
    }),
  );
}
