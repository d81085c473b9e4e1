import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { must } from '../../src/cli/main-job.ts';
import { makeSampleWorkbook } from '../../src/cli/sample/sample-workbook.ts';
import { DEMO_DAY, DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { findByKeys } from '../../src/host/core/look.ts';
import { momentOf } from '../../src/host/core/moment.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { growPlan } from './grow-plan.ts';

/** Milliseconds (median) of what a run costs at one size; `written`: blocks that a refresh of the unchanged workbook wrote. */
export type Growth = {
  readonly rows: number;
  readonly read: number;
  readonly check: number;
  readonly refresh: number;
  readonly written: number;
};

const NAME = 'so-cchc.xlsx';
/** Of a workbook that a newer build made: refused once it is read whole, so that reading is timed alone. */
const NEWER_BUILD = '99';

/** The sample workbook grown to each size; the bundle runs in its realm, the sizes take turns, so that a slow moment hits all. */
export function measureGrowth(sizes: readonly number[], repeats: number): Growth[] {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-growth-'));
  const hosts = sizes.map((rows) => ({ rows, host: grownHost(join(folder, String(rows)), rows) }));
  try {
    const taken = Array.from({ length: repeats }, () => hosts.map(({ host }) => timesOf(host)));
    return hosts.map(({ rows }, at) => {
      const mine = taken.flatMap((round) => round[at] ?? []);
      const medianOf = (what: 'read' | 'check' | 'refresh'): number => median(mine.map((times) => times[what]));
      const written = mine.reduce((sum, times) => sum + times.written, 0);
      return { rows, read: medianOf('read'), check: medianOf('check'), refresh: medianOf('refresh'), written };
    });
  } finally {
    for (const { host } of hosts) host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The slope of log(time) on log(rows): 1 = twice the rows take twice the time, 2 = four times. */
export function exponentOf(points: readonly (readonly [rows: number, time: number])[]): number {
  const logs = points.map(([rows, time]) => [Math.log(rows), Math.log(time)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** A host over the sample workbook grown to this many rows to fill in, judged once. */
export function grownHost(folder: string, rows: number): Host {
  makeSampleWorkbook(folder, NAME);
  const places = { workbook: join(folder, NAME), outDir: join(folder, 'bao-cao'), mailDir: join(folder, 'thu') };
  const host = openHost({ ...places, user: '', now: momentOf(DEMO_DAY), screen: { answers: [], shown: [] } });
  growPlan(host.model, DEMO_PERIOD, rows);
  must(host.ask('refresh', {}));
  return host;
}

function timesOf(host: Host): Omit<Growth, 'rows'> {
  const version = findByKeys(host.model, { tab: 'Thông tin chung', header: 'Giá trị', keys: { 'Nội dung': 'Phiên bản sổ' } });
  const cell = host.model.sheets
    .find(({ name }) => name === version?.tab)
    ?.cells.get(version?.row ?? 0)
    ?.get(version?.column ?? 0);
  if (cell === undefined) throw new Error('Bug: the sample has no «Phiên bản sổ»');
  const ours = cell.value;
  cell.value = NEWER_BUILD;
  const read = timed(() => host.ask('check', {})).took;
  cell.value = ours;
  const check = timed(() => must(host.ask('check', {}))).took;
  const refresh = timed(() => must(host.ask('refresh', {})));
  return { read, check, refresh: refresh.took, written: refresh.gave.written };
}

function timed<T>(work: () => T): { readonly took: number; readonly gave: T } {
  const start = performance.now();
  const gave = work();
  return { took: performance.now() - start, gave };
}

/** The middle one. */
export function median(times: readonly number[]): number {
  const inOrder = [...times].sort((left, right) => left - right);
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0;
}
