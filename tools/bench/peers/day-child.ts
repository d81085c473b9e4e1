/** A day's work on the made workbook of a folder, in a process of its own: `day-child <ours|naive> <folder> <days of notice>`; says a `DayDone`. */
import '../../../src/xlsx/time-zone.ts';
import { must } from '../../../src/cli/main-job.ts';
import { type CallKind, costOf, START_COST } from '../../../src/host/core/calls.ts';
import { DEMO_DAY, DEMO_PERIOD } from '../../../src/host/core/demonstration.ts';
import type { Host } from '../../../src/host/host.ts';
import { openMade } from './made-workbook.ts';
import { naiveScript } from './naive-script.ts';

const [, , who = '', folder = '', notice = ''] = process.argv;
const KINDS: readonly CallKind[] = [
  'values-read',
  'values-written',
  'formats-read',
  'formats-written',
  'flush',
  'mail',
  'drive',
  'lock',
  'cache',
];

/** What a day's work counted, its service calls, and the seconds that they would take on Google by the figures of docs/platform.md. */
export type DayDone = { readonly counts: Readonly<Record<string, number>>; readonly calls: number; readonly seconds: number };

function ours(host: Host): DayDone['counts'] {
  must(host.ask('check', {}));
  const { counts } = must(host.ask('refresh', {}));
  must(host.ask('report', { period: DEMO_PERIOD }));
  must(host.ask('mail', { preview: false }));
  const statuses = Object.entries(counts.statuses).map(([status, count]) => [`task ${status}`, count] as const);
  return { ...counts.verdicts, ...Object.fromEntries(statuses) };
}

const works: Readonly<Record<string, { readonly code?: string; run(host: Host): DayDone['counts'] }>> = {
  ours: { run: ours },
  naive: { code: naiveScript(DEMO_DAY, Number(notice)), run: (host) => JSON.parse(String(host.run('dayOfWork'))) },
};
const work = works[who];
if (work === undefined) throw new Error(`nobody is called ${who}`);
const host = openMade(folder, work.code);
const counts = work.run(host);
const calls = host.calls.total();
const seconds = (KINDS.reduce((sum, kind) => sum + host.calls.of(kind) * costOf(kind, 0), 0) + START_COST) / 1_000;
host.close();
process.stdout.write(JSON.stringify({ counts, calls, seconds: Math.round(seconds) } satisfies DayDone));
