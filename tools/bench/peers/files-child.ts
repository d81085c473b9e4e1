/** One run of one reader and writer in a process of its own: `files-child <who> <peers> <from.xlsx> <to.xlsx>`; says a `Measured`. */
import '../../../src/xlsx/time-zone.ts';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { readXlsx } from '../../../src/xlsx/read.ts';
import { saveXlsx } from '../../../src/xlsx/save.ts';
import { openZip, unzip } from '../../../src/xlsx/zip.ts';
import { peersIn } from './install.ts';
import { CHANGED, type Measured } from './made-cells.ts';

const [, , who = '', peersFolder = '', from = '', to = ''] = process.argv;

type Cell = readonly [row: number, column: number, value: unknown];
type Work = { read(): unknown; write(): unknown; cells(): Iterable<Cell> };

/** What exceljs and excelts, which came of it, have in common. */
type Book = {
  readonly worksheets: readonly {
    getCell(row: number, column: number): { value: unknown };
    eachRow(each: (row: { eachCell(each: (cell: { value: unknown }, column: number) => void): void }, at: number) => void): void;
  }[];
  readonly xlsx: { load(bytes: unknown): Promise<unknown>; writeFile(path: string): Promise<unknown> };
};

type SheetJs = {
  read(
    bytes: Buffer,
    options: object,
  ): { SheetNames: string[]; Sheets: Record<string, Record<string, { v: unknown; t: string }>> };
  writeFile(book: object, path: string, options: object): void;
  readonly utils: { encode_cell(at: { r: number; c: number }): string; decode_cell(at: string): { r: number; c: number } };
};

function ours(): Work {
  const bytes = readFileSync(from);
  let model = readXlsx(saveXlsx(null, { sheets: [] }));
  return {
    read: () => {
      model = readXlsx(bytes);
    },
    write: () => {
      const cell = model.sheets[0]?.cells.get(CHANGED.row)?.get(CHANGED.column);
      if (cell === undefined) throw new Error('the cell is there');
      cell.value = CHANGED.value;
      writeFileSync(to, saveXlsx(bytes, model));
    },
    *cells() {
      for (const [row, line] of model.sheets[0]?.cells ?? []) for (const [column, { value }] of line) yield [row, column, value];
    },
  };
}

function likeExcelJs(book: Book): Work {
  return {
    read: () => book.xlsx.load(readFileSync(from)),
    write: () => {
      const [sheet] = book.worksheets;
      if (sheet === undefined) throw new Error('the sheet is there');
      sheet.getCell(CHANGED.row, CHANGED.column).value = CHANGED.value;
      return book.xlsx.writeFile(to);
    },
    cells: () => {
      const found: Cell[] = [];
      book.worksheets[0]?.eachRow((row, at) => row.eachCell(({ value }, column) => found.push([at, column, value])));
      return found;
    },
  };
}

function sheetJs(library: SheetJs): Work {
  let book = library.read(Buffer.from('A'), {});
  const sheet = () => book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return {
    read: () => {
      book = library.read(readFileSync(from), {});
    },
    write: () => {
      sheet()[library.utils.encode_cell({ r: CHANGED.row - 1, c: CHANGED.column - 1 })] = { v: CHANGED.value, t: 'n' };
      library.writeFile(book, to, { compression: true });
    },
    *cells() {
      for (const [at, cell] of Object.entries(sheet())) {
        if (at.startsWith('!')) continue;
        const { r, c } = library.utils.decode_cell(at);
        yield [r + 1, c + 1, cell.v];
      }
    },
  };
}

/** The least there is to do: unpack every part, and pack it again. */
function inflate(): Work {
  const bytes = readFileSync(from);
  let parts: Uint8Array[] = [];
  return {
    read: () => {
      const zip = openZip(bytes);
      parts = [...zip.entries.keys()].map((name) => unzip(zip, name) ?? new Uint8Array());
    },
    write: () => writeFileSync(to, Buffer.concat(parts.map((part) => deflateRawSync(part, { level: 6 })))),
    cells: () => [],
  };
}

const peers = peersIn(peersFolder);
const works: Readonly<Record<string, () => Work>> = {
  ours,
  excelts: () => likeExcelJs(new Workbook() as unknown as Book),
  exceljs: () => likeExcelJs(new (peers.load('exceljs') as { Workbook: new () => Book }).Workbook()),
  xlsx: () => sheetJs(peers.load('xlsx') as SheetJs),
  inflate,
};
const work = works[who]?.();
if (work === undefined) throw new Error(`nobody is called ${who}`);
const start = performance.now();
await work.read();
const read = performance.now();
// What was read, before the one cell is changed; not counted.
const seen = digested(work.cells());
const changing = performance.now();
await work.write();
const written = performance.now();
const peak = /VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
const times = { read: read - start, write: written - changing, megabytes: Math.round(Number(peak) / 1024) };
process.stdout.write(JSON.stringify({ ...times, ...seen } satisfies Measured));

/** Blank cells are none, a day is its serial number; the order of the cells is the reader's own. */
function digested(cells: Iterable<Cell>): Pick<Measured, 'cells' | 'digest' | 'broken'> {
  const sum = new Uint8Array(20);
  let [count, broken] = [0, 0];
  for (const [row, column, value] of cells) {
    if (value === '' || value === null || value === undefined) continue;
    const plain = value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value;
    count += 1;
    if (String(plain).includes('\ufffd')) broken += 1;
    const one = createHash('sha1').update(`${row},${column},${plain}`).digest();
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (one[at] ?? 0);
  }
  return { cells: count, digest: Buffer.from(sum).toString('hex'), broken };
}
