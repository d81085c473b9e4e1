import type { Source } from '../../domain/core/source.ts';
import type { Period } from '../../domain/period/period.ts';
import type { PrintedLine } from '../../domain/report/printed.ts';
import { pack, unpack } from '../../paper/zip/pack.ts';
import type { Paper } from '../../words/paper/paper.ts';
import { paperLines } from '../../words/paper/paper-lines.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { type InputRow, inputsOf } from '../../workbook/read/inputs.ts';
import { rowBlocks, rowOf } from '../../workbook/write/write.ts';

/** What a report printed, and the cells it was made from as they stood. */
export type PrintedRecord = { readonly lines: readonly PrintedLine[]; readonly inputs: readonly InputRow[] };

/** A cell of Excel holds 32,767 characters, one of Sheets 50,000. Every run reads these, so only the newest reports keep theirs. */
const CELL = 32_000;
const KEPT = 4;

/** The record of a report as its two cells hold it: some 35 kB for a commune's plan; blank when it would not fit. */
export function printedRecord(
  paper: Paper,
  book: Book,
  period: Period,
): { readonly record: string; readonly recordMore: string } {
  const packed = pack(JSON.stringify({ ...flat(paperLines(paper)), inputs: inputsOf(book, period) }));
  const fits = packed.length <= 2 * CELL;
  return { record: fits ? packed.slice(0, CELL) : '', recordMore: fits ? packed.slice(CELL) : '' };
}

/** Reads a record back; a cell that was broken by hand is no record. */
export function readRecord(cell: string): PrintedRecord | null {
  if (cell === '') return null;
  try {
    const { lines, sources, inputs }: Flat & { inputs: InputRow[] } = JSON.parse(unpack(cell));
    return { lines: lines.map((line) => unflat(line, sources)), inputs };
  } catch {
    return null;
  }
}

/** Takes the records of all but the newest other reports away. */
export function forgetOldRecords(book: Book, table: TabTable): Block[] {
  const kept = book.reports.filter(({ record }) => record !== '');
  const old = kept.slice(0, Math.max(0, kept.length - KEPT + 1));
  const rows = old.flatMap(({ period, version }) => rowOf(table, [period, String(version)]) ?? []);
  return rowBlocks(
    table,
    rows.map((row) => ({ row, values: { record: '', recordMore: '' } })),
  );
}

type FlatRun = readonly [text: string, source: number];
type FlatLine = readonly [is: PrintedLine['is'], part: PrintedLine['part'], at: string, cells: readonly (readonly FlatRun[])[]];
type Flat = { readonly lines: readonly FlatLine[]; readonly sources: readonly Source[] };

/** Each source once. */
function flat(lines: readonly PrintedLine[]): Flat {
  const sources: Source[] = [];
  const known = new Map<string, number>();
  const placeOf = (source: Source): number => {
    const name = JSON.stringify(source);
    const place = known.get(name) ?? sources.push(source) - 1;
    known.set(name, place);
    return place;
  };
  return {
    lines: lines.map(({ is, part, at, cells }) => [
      is,
      part,
      at,
      cells.map((cell) => cell.map(({ text, source }): FlatRun => [text, source === null ? -1 : placeOf(source)])),
    ]),
    sources,
  };
}

function unflat([is, part, at, cells]: FlatLine, sources: readonly Source[]): PrintedLine {
  return { is, part, at, cells: cells.map((cell) => cell.map(([text, source]) => ({ text, source: sources[source] ?? null }))) };
}
