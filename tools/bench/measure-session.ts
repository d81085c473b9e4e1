import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { must } from '../../src/cli/main-job.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { findCell } from '../../src/host/core/look.ts';
import type { Host } from '../../src/host/host.ts';
import { headerRowOf } from '../../src/host/key-place.ts';
import type { SessionCommand } from '../../src/workbench/server/commands.ts';
import type { ToSession } from '../../src/workbench/server/messages.ts';
import { runSession } from '../../src/workbench/server/run-session.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { grownHost, median } from './measure-growth.ts';

/** What the server takes at one size, in milliseconds (median), without the way to the browser. */
export type SessionTimes = {
  /** Lines of the tab that is typed into and shown; the sample itself has some hundred. */
  readonly lines: number;
  /** A figure typed, judged by the script, kept on disk and told to all windows. */
  readonly type: number;
  /** What of that the script and the journal take. */
  readonly script: number;
  /** A whole tab as it is sent. */
  readonly tab: number;
  /** The same of the processor alone, which a busy machine lengthens less. */
  readonly typeWork: number;
  readonly tabWork: number;
};

const NAME = 'so-cchc.xlsx';
/** `Kỳ` of the tab as set-up lays it out. */
const PERIOD_COLUMN = 2;
const FIGURE = { tab: 'Nhập số liệu', id: 'T3.8', period: DEMO_PERIOD, header: 'Tử số' };

/** Plays a window on the sample workbook whose tab of figures has grown to so many rows; the first of each is not counted. */
export function measureSession(rows: number, repeats: number): SessionTimes {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-session-'));
  try {
    const { host, sheet } = agedHost(folder, rows);
    const at = findCell(host.model, FIGURE);
    if (at === null) throw new Error('Bug: the sample has no T3.8');
    const script = Array.from({ length: repeats + 1 }, (_, n) => {
      const began = performance.now();
      host.type({ tab: sheet.name, row: at.row, column: at.column, rows: [[String(150 + n)]] });
      return performance.now() - began;
    });
    host.close();
    const typing = (n: number): SessionCommand => ({
      do: 'type',
      tab: sheet.id,
      typing: { row: at.row, column: at.column, rows: [[String(180 + n)]] },
      seen: { version: 1, keys: [[FIGURE.id, FIGURE.period]] },
      nth: n + 1,
    });
    const type = timesOf(
      folder,
      Array.from({ length: repeats + 1 }, (_, n) => typing(n)),
    );
    const tab = timesOf(folder, Array<SessionCommand>(repeats + 1).fill({ do: 'tab', tab: sheet.id, since: null }));
    return { lines: sheet.cells.size, script: median(script.slice(1)), ...medians(type, 'type'), ...medians(tab, 'tab') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sample workbook whose tab of figures has grown over the years to so many lines, judged once. */
export function agedHost(folder: string, rows: number): { readonly host: Host; readonly sheet: SheetModel } {
  const host = grownHost(folder, 0);
  const sheet = host.model.sheets.find(({ name }) => name === FIGURE.tab);
  if (sheet === undefined) throw new Error(`Bug: the sample has no ${FIGURE.tab}`);
  addOldPeriods(sheet, rows);
  must(host.ask('refresh', {}));
  return { host, sheet };
}

/** A tab grows with the years: the same rows again and again, of periods long closed, under the same plan. */
function addOldPeriods(sheet: SheetModel, rows: number): void {
  const originals = [...sheet.cells].filter(([row]) => row > (headerRowOf(sheet) ?? 0)).map(([, line]) => line);
  for (let last = Math.max(...sheet.cells.keys()), made = 0; sheet.cells.size < rows; last += 1, made += 1) {
    const line = originals[made % originals.length] ?? new Map();
    const copy = new Map([...line].map(([column, cell]) => [column, { ...cell }]));
    const period = copy.get(PERIOD_COLUMN);
    if (period !== undefined) period.value = `Năm ${1990 - Math.floor(made / originals.length)}`;
    sheet.cells.set(last + 1, copy);
    sheet.maxRows = Math.max(sheet.maxRows, last + 1);
  }
}

type Time = { readonly took: number; readonly work: number };

function medians<Name extends 'type' | 'tab'>(times: readonly Time[], name: Name) {
  const counted = times.slice(1);
  const found = { [name]: median(counted.map(({ took }) => took)), [`${name}Work`]: median(counted.map(({ work }) => work)) };
  return found as Pick<SessionTimes, Name | `${Name}Work`>;
}

/** What each command takes from being heard to its answer as a message. */
function timesOf(workspace: string, commands: readonly SessionCommand[]): Time[] {
  const times: Time[] = [];
  const left = [...commands];
  let began = 0;
  let worked = process.cpuUsage();
  const next = (): ToSession => {
    const command = left.shift();
    began = performance.now();
    worked = process.cpuUsage();
    return command === undefined ? { is: 'close' } : { is: 'command', id: times.length, window: 'a', command };
  };
  runSession({ workspace, workbook: NAME, today: null, smtpUrl: null, fileKey: '', notes: [] }, { next }, (message) => {
    structuredClone(message);
    if (message.is === 'told' && !message.told.ok) throw new Error(`Bug: ${message.told.sentence}`);
    const { user, system } = process.cpuUsage(worked);
    if (message.is === 'told') times.push({ took: performance.now() - began, work: (user + system) / 1000 });
  });
  return times;
}
