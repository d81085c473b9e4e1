import { blankLookAt, shiftsIn } from '../areas.ts';
import { BlankRowReader, type CutRows } from '../blank-rows.ts';
import { spliced } from '../elements.ts';
import type { CellModel, CellStyle, SheetModel } from '../model.ts';
import type { ReadSheet } from '../read.ts';
import { newTally, type SheetScan, scanSheet } from '../sheet-scan.ts';
import { lookKey, PLAIN_LOOK } from '../styles.ts';
import { cellEdits, type Writing } from './patch-cells.ts';

/** The runs of blank rows of a part as they are to be written, whether any of them differs from the file, and the last cell that does. */
export type PatchedRuns = {
  readonly bytes: readonly Uint8Array[];
  readonly isChanged: boolean;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** So many rows are held as text and objects at once. */
const AT_ONCE = 5000;

/** Brings the runs of blank rows of a tab to the model; those that look as it says are the very bytes of the file. */
export function patchedRuns(sheet: ReadSheet, wanted: SheetModel, writing: Writing): PatchedRuns {
  const isSame = comparison(wanted, writing);
  const last = { lastRow: 0, lastColumn: 0 };
  const bytes = sheet.scan.cuts.map((cut) => (isSame(cut) ? cut.bytes : rewritten(sheet, last, { cut, wanted, writing })));
  return { bytes, isChanged: bytes.some((one, at) => one !== sheet.scan.cuts[at]?.bytes), ...last };
}

type FileLook = ReadonlyMap<number, number>;
type Wish = ReadonlyMap<number, CellStyle> | undefined;

/** Says of a run whether each of its rows looks as in the model; each pair of looks is compared once. */
function comparison({ blankRuns, columnStyles }: SheetModel, { styles }: Writing): (cut: CutRows) => boolean {
  const fallback = (column: number): CellStyle => columnStyles.get(column) ?? PLAIN_LOOK;
  const compare = (look: FileLook, wish: Wish): boolean =>
    [...look].every(([column, xf]) => lookKey(styles.lookOf(xf)) === lookKey(wish?.get(column) ?? fallback(column))) &&
    [...(wish ?? [])].every(([column, style]) => look.has(column) || lookKey(style) === lookKey(fallback(column)));
  const known = new Map<FileLook, Map<Wish, boolean>>();
  const isSame = (look: FileLook, wish: Wish): boolean => {
    const pairs = known.get(look) ?? new Map<Wish, boolean>();
    known.set(look, pairs);
    const same = pairs.get(wish) ?? compare(look, wish);
    pairs.set(wish, same);
    return same;
  };
  return ({ from, looks, lookOf }) =>
    lookOf.every((place, at) => isSame(looks[place] ?? new Map(), blankLookAt(blankRuns, from + at)));
}

type Rewriting = { readonly cut: CutRows; readonly wanted: SheetModel; readonly writing: Writing };

/** A run written row by row as any other row is, some thousands at a time. */
function rewritten(
  sheet: ReadSheet,
  last: { lastRow: number; lastColumn: number },
  { cut, wanted, writing }: Rewriting,
): Uint8Array {
  const bytesOf = slicer(cut);
  const pieces: Uint8Array[] = [];
  for (let from = cut.from; from <= cut.to; from += AT_ONCE) {
    const rows = { from, to: Math.min(cut.to, from + AT_ONCE - 1) };
    const scan = scanOf(bytesOf(rows));
    const lines = new Map<number, Map<number, CellModel>>();
    for (let row = rows.from; row <= rows.to; row += 1) {
      const look = [...(blankLookAt(wanted.blankRuns, row) ?? [])];
      lines.set(row, new Map(look.map(([column, style]) => [column, { value: '', formula: null, style }])));
    }
    const { edits, lastRow, lastColumn } = cellEdits({ ...sheet, scan }, { ...wanted, cells: lines, blankRuns: [] }, writing);
    last.lastRow = Math.max(last.lastRow, lastRow);
    last.lastColumn = Math.max(last.lastColumn, lastColumn);
    pieces.push(Buffer.from(spliced(scan.xml, edits).slice(HEAD.length, -FOOT.length), 'utf8'));
  }
  return Buffer.concat(pieces);
}

const HEAD = '<worksheet><sheetData>';
const FOOT = '</sheetData></worksheet>';

/** Some rows of a run as a part of their own. */
function scanOf(bytes: Uint8Array): SheetScan {
  const text = Buffer.from(bytes).toString('utf8');
  const reading = { tab: '', strings: [], tally: newTally(), take: () => true };
  return scanSheet({ xml: `${HEAD}${text}${FOOT}`, cuts: [] }, reading);
}

/** Gives the bytes of some rows of a run. */
function slicer({ from, bytes, lookOf }: CutRows): (rows: { from: number; to: number }) => Uint8Array {
  const reader = new BlankRowReader(bytes);
  const starts = new Uint32Array(lookOf.length + 1);
  for (let at = 0; at < lookOf.length; at += 1) starts[at + 1] = reader.read(starts[at] ?? 0);
  return (rows) => bytes.subarray(starts[rows.from - from], starts[rows.to - from + 1]);
}

type MovedCut = { readonly row: number; readonly howMany: number; readonly bytes: Uint8Array };

/** The rows of a run that stay, each with its new number, in pieces that move by as much. */
export function movedCuts(cut: CutRows, to: (row: number) => number | null): MovedCut[] {
  const bytesOf = slicer(cut);
  return shiftsIn(cut, to).map(({ from, howMany, by }) => {
    const bytes = bytesOf({ from, to: from + howMany - 1 });
    return { row: from + by, howMany, bytes: by === 0 ? bytes : renumbered(bytes, from + by) };
  });
}

/** Rows one after another numbered anew from `first` on. Byte for byte, whatever their letters are. */
function renumbered(bytes: Uint8Array, first: number): Uint8Array {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reader = new BlankRowReader(data);
  const pieces: Buffer[] = [];
  let text = '';
  let done = 0;
  let row = first;
  for (let end = reader.read(0); end > done; end = reader.read(end)) {
    let at = done;
    for (let i = 0; i < reader.numbers; i += 1) {
      const place = reader.places[i] ?? 0;
      text += data.toString('latin1', at, place) + row;
      at = place + String(reader.row).length;
    }
    text += data.toString('latin1', at, end);
    done = end;
    row += 1;
    if (row % AT_ONCE === 0) {
      pieces.push(Buffer.from(text, 'latin1'));
      text = '';
    }
  }
  return Buffer.concat([...pieces, Buffer.from(text, 'latin1')]);
}
