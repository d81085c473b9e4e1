import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';
import { build } from 'esbuild';
import { openHost } from '../../../src/host/host.ts';
import type { Recovery } from '../../../src/host/recovery.ts';
import { newSheet } from '../../../src/xlsx/areas.ts';
import { readXlsx } from '../../../src/xlsx/read.ts';
import { saveXlsx } from '../../../src/xlsx/save.ts';
import { PLAIN_LOOK } from '../../../src/xlsx/styles.ts';
import { onWorkbook } from './script.ts';

/** Inside `node_modules`, so that its packages are found; nothing of it is kept in git. */
/** Of this test file alone: another one that builds its own at the same moment would leave half of it to be run. */
const CHILD = resolve(`node_modules/.cache/so-cchc/kill-child-${process.pid}-${threadId}.mjs`);

/** Makes the program that is killed. */
export async function buildChild(): Promise<void> {
  await build({
    entryPoints: ['test/host/kill/child.ts'],
    bundle: true,
    platform: 'node',
    packages: 'external',
    target: 'node20',
    format: 'esm',
    outfile: CHILD,
    logLevel: 'error',
  });
}

export type Ordered = {
  readonly step?: number;
  readonly how?: 'before' | 'half';
  readonly fail?: string;
  readonly slowRename?: number;
  readonly busyRenames?: number;
  readonly uid?: number;
};
export type Ended = {
  readonly killed: boolean;
  /** What was acknowledged, line by line. */
  readonly said: readonly string[];
  /** The calls that change files, in their order; empty when it was killed. */
  readonly steps: readonly string[];
};

/** Runs the program on a workbook, with what shall happen to it. */
export function runChild(workbook: string, work: 'work' | 'type and die' | 'open' | 'overwrite', ordered: Ordered = {}): Ended {
  const stepsTo = join(mkdtempSync(join(tmpdir(), 'steps-')), 'steps.json');
  const { step, how, fail, slowRename, busyRenames, uid } = ordered;
  const env = Object.entries({
    TZ: 'Asia/Ho_Chi_Minh',
    PATH: process.env['PATH'],
    // Another person could not write there.
    CCHC_STEPS_TO: uid === undefined ? stepsTo : undefined,
    CCHC_STEP: step?.toString(),
    CCHC_HOW: how,
    CCHC_FAIL: fail,
    CCHC_SLOW_RENAME: slowRename?.toString(),
    CCHC_BUSY_RENAMES: busyRenames?.toString(),
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const { signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', resolve('test/host/kill/preload.mjs'), CHILD, workbook, work],
    { env: Object.fromEntries(env), encoding: 'utf8', ...(uid === undefined ? {} : { uid }) },
  );
  if (stderr !== '') throw new Error(stderr);
  return {
    killed: signal === 'SIGKILL',
    said: stdout.split('\n').filter((line) => line !== ''),
    steps: existsSync(stepsTo) ? JSON.parse(readFileSync(stepsTo, 'utf8')) : [],
  };
}

/** What was typed into the workbook on disk, in the order of the rows; throws when the file is no whole workbook. */
export function typedOnDisk(workbook: string): string[] {
  const [sheet] = readXlsx(readFileSync(workbook)).sheets;
  if (sheet === undefined) throw new Error('the workbook has its sheet');
  return [3, 4, 5].map((row) => String(sheet.cells.get(row)?.get(3)?.value ?? ''));
}

/** The files of the workbook's folder, without the lock of a process that is dead. */
export function filesBeside(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('~cchc-'))
    .sort();
}

/** Opens the workbook here, which types again what a journal holds, and closes it. */
export function reopened(workbook: string): Recovery {
  const host = openHost(onWorkbook(workbook));
  host.close();
  return host.recovered;
}

export const NAME = 'Sổ theo dõi.xlsx';
const folders: string[] = [];

/** A fresh folder whose name has Vietnamese letters, composed and not, and spaces. */
function awkwardFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'so-cchc-')), `Ủy ban xã ${'Đổi mới'.normalize('NFD')} (2024)`);
  mkdirSync(folder);
  folders.push(dirname(folder));
  return folder;
}

/** Removes all that was made here. */
export function cleanUp(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A workbook with three rows to type into, in a folder of its own. */
export function aWorkbook(): string {
  const path = join(awkwardFolder(), NAME);
  const sheet = newSheet(1, 'Nhập số liệu');
  const rows = [['NHẬP'], ['Mã', 'Kỳ', 'Kết quả nhập tay', 'Đánh giá'], ['T1', 'Quý I'], ['T2', 'Quý I'], ['T3', 'Quý I']];
  for (const [down, line] of rows.entries())
    sheet.cells.set(down + 1, new Map(line.map((value, across) => [across + 1, { value, formula: null, style: PLAIN_LOOK }])));
  writeFileSync(path, saveXlsx(null, { sheets: [sheet] }));
  return path;
}

/** The workbook's whole folder once more. */
export function copyOf(workbook: string): string {
  const folder = awkwardFolder();
  cpSync(dirname(workbook), folder, { recursive: true });
  return join(folder, NAME);
}

/** What a save of the scenario can leave: nothing of it yet, the two first entries, all. */
export const SAVES = [
  ['', '', ''],
  ['một', 'hai', ''],
  ['một', 'hai', 'ba'],
];

/** Of what was said, the entries that were acknowledged. */
export const entriesIn = (said: readonly string[]): string[] => said.filter((line) => ['một', 'hai', 'ba'].includes(line));
