/** One run of one reader and writer in a process of its own: `xlsx-child <who> <from.xlsx> <to.xlsx>`; says times and peak memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { CHANGED, type Measured } from './xlsx-figures.ts';

const [, , who = '', from = '', to = ''] = process.argv;

type Work = { read(): Promise<void> | void; write(): Promise<void> | void };

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
  };
}

function excelts(): Work {
  const book = new Workbook();
  return {
    read: async () => {
      await book.xlsx.load(readFileSync(from));
    },
    write: async () => {
      const sheet = book.worksheets[0];
      if (sheet === undefined) throw new Error('the sheet is there');
      sheet.getCell(CHANGED.row, CHANGED.column).value = CHANGED.value;
      await book.xlsx.writeFile(to);
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
  };
}

const works: Readonly<Record<string, () => Work>> = { ours, excelts, inflate };
const work = works[who]?.();
if (work === undefined) throw new Error(`nobody is called ${who}`);
const start = performance.now();
await work.read();
const read = performance.now();
await work.write();
const written = performance.now();
const peak = /VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
const measured: Measured = { read: read - start, write: written - read, megabytes: Math.round(Number(peak) / 1024) };
process.stdout.write(JSON.stringify(measured));
