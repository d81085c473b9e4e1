import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { CHANGED, HEADERS, type Measured, median, rowOf } from './xlsx-figures.ts';

const SIZES = [
  { rows: 2_100, rounds: 9 },
  { rows: 35_280, rounds: 5 },
];
const WHO = ['ours', 'excelts', 'inflate'] as const;
type Who = (typeof WHO)[number];

/**
 * Reading and writing a workbook: ours, excelts 5.1.17 and the mere unpacking and packing, each run in its own process, in
 * turn, so that a busy machine is busy for all. Ratios are the medians of the rounds' own ratios. Answers are compared first.
 */
export async function benchXlsx(child: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'do-xlsx-'));
  try {
    for (const { rows, rounds } of SIZES) {
      const from = join(folder, `${rows}.xlsx`);
      await makeWorkbook(from, rows);
      say(`${rows.toLocaleString('en')} rows × ${HEADERS} columns, ${sizes(from)}`);
      await compareAnswers(child, { from, folder });
      const measured = Array.from({ length: rounds }, () => round(child, { from, folder }));
      for (const who of WHO) say(lineOf(who, measured));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function makeWorkbook(path: string, rows: number): Promise<void> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Nhập số liệu');
  sheet.addRow(Array.from({ length: HEADERS }, (_, column) => `Cột ${column + 1}`));
  for (let at = 1; at <= rows; at += 1) sheet.addRow(rowOf(at));
  for (let column = 1; column <= HEADERS; column += 1) sheet.getColumn(column).width = 20;
  await book.xlsx.writeFile(path);
}

function sizes(path: string): string {
  const zip = openZip(readFileSync(path));
  const inflated = [...zip.entries.keys()].reduce((sum, name) => sum + (unzip(zip, name)?.length ?? 0), 0);
  return `${(statSync(path).size / 1e6).toFixed(1)} MB, ${(inflated / 1e6).toFixed(1)} MB unpacked`;
}

type Files = { readonly from: string; readonly folder: string };

function run(child: string, who: Who, { from, folder }: Files): Measured {
  const out = execFileSync(process.execPath, [child, who, from, join(folder, `${who}.xlsx`)], { encoding: 'utf8' });
  return JSON.parse(out);
}

const round = (child: string, files: Files): Record<Who, Measured> => ({
  ours: run(child, 'ours', files),
  excelts: run(child, 'excelts', files),
  inflate: run(child, 'inflate', files),
});

/** Both read the same of the file, and each reads what the other wrote; else the times would say nothing. */
async function compareAnswers(child: string, files: Files): Promise<void> {
  const before = ourCells(files.from);
  const misread = [await misreadByExcelts(files.from, before)];
  for (const who of ['ours', 'excelts'] as const) {
    run(child, who, files);
    const path = join(files.folder, `${who}.xlsx`);
    const after = ourCells(path);
    const differ = [...after].filter(([at, value]) => before.get(at) !== value);
    const isRight =
      after.size === before.size && differ.length - (misread[0] ?? 0) <= 1 && after.get(AT) === String(CHANGED.value);
    if (!isRight) throw new Error(`what ${who} wrote differs in ${differ.length} cells`);
    if (who === 'ours') misread.push(await misreadByExcelts(path, after));
  }
  const count = `${before.size.toLocaleString('en')} cells`;
  // Letters of two or three bytes that lie across the pieces it reads: seen with 5.1.17.
  const broken = misread.some((cells) => cells > 0)
    ? `; excelts misreads ${misread.join(' and ')} of them (letters cut in two)`
    : '';
  say(`  answers compared: ${count}, in the file and in what each wrote${broken === '' ? ': equal' : broken}`);
}

const AT = `${CHANGED.row},${CHANGED.column}`;

/** Every cell of the first sheet as text. */
function ourCells(path: string): ReadonlyMap<string, string> {
  const [sheet] = readXlsx(readFileSync(path)).sheets;
  const cells = new Map<string, string>();
  for (const [row, line] of sheet?.cells ?? [])
    for (const [column, { value }] of line) if (value !== '') cells.set(`${row},${column}`, String(value));
  return cells;
}

/** How many cells excelts reads otherwise; anything but a broken letter is an error. */
async function misreadByExcelts(path: string, ours: ReadonlyMap<string, string>): Promise<number> {
  const book = new Workbook();
  await book.xlsx.load(readFileSync(path));
  let [theirs, misread] = [0, 0];
  book.worksheets[0]?.eachRow((row, at) => {
    row.eachCell((cell, column) => {
      theirs += 1;
      const value = cell.value instanceof Date ? cell.value.getTime() / 86_400_000 + 25_569 : cell.value;
      if (ours.get(`${at},${column}`) === String(value)) return;
      if (!String(value).includes('\ufffd')) throw new Error(`${path}: ${at},${column} is read as ${value}`);
      misread += 1;
    });
  });
  if (theirs !== ours.size) throw new Error(`${path}: ${theirs} cells against ${ours.size}`);
  return misread;
}

function lineOf(who: Who, measured: readonly Record<Who, Measured>[]): string {
  const of = (name: Who, part: keyof Measured): number[] => measured.map((one) => one[name][part]);
  const ratio = (part: keyof Measured): string => {
    const ratios = measured.map((one) => one[who][part] / Math.max(0.1, one.ours[part]));
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  };
  const time = (part: 'read' | 'write'): string => `${part} ${Math.round(median(of(who, part)))} ms, ×${ratio(part)} of ours`;
  return `  ${who.padEnd(8)} ${time('read')}; ${time('write')}; peak ${median(of(who, 'megabytes'))} MB`;
}
