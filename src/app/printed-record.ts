import type { Period } from '../domain/period.ts';
import type { PrintedLine } from '../domain/printed.ts';
import type { Source } from '../domain/source.ts';
import { pack, unpack } from '../paper/zip/pack.ts';
import type { Paper } from '../words/paper.ts';
import { paperLines } from '../words/paper-lines.ts';
import type { Book } from '../workbook/book.ts';
import type { Block } from '../workbook/cell.ts';
import { type InputRow, inputsOf } from '../workbook/inputs.ts';
import type { TabTable } from '../workbook/table.ts';
import { rowBlocks, rowOf } from '../workbook/write.ts';

/** What a report printed, and the cells it was made from as they stood. */
export type PrintedRecord = { readonly lines: readonly PrintedLine[]; readonly inputs: readonly InputRow[] };

/** A cell of Sheets holds 50,000 characters; every run reads these, so only the newest reports keep theirs. */
const LONGEST = 49_000;
const KEPT = 4;

/** The record of a report as its cell holds it: some 20 kB for a commune's plan; '' when it would not fit. */
export function printedRecord(paper: Paper, book: Book, period: Period): string {
  const packed = pack(JSON.stringify({ ...flat(paperLines(paper)), inputs: inputsOf(book, period) }));
  return packed.length <= LONGEST ? packed : '';
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
    rows.map((row) => ({ row, values: { record: '' } })),
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
