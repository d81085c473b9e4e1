import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../../src/cli/main-job.ts';
import { makeSampleWorkbook } from '../../src/cli/sample/sample-workbook.ts';
import type { CallCounter } from '../../src/host/core/calls.ts';
import { DEMO_DAY, DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { findCell } from '../../src/host/core/look.ts';
import { momentOf } from '../../src/host/core/moment.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { growPlan } from './grow-plan.ts';

/** Service calls of one action, as Google would count them: the kinds that matter, and all of them together. */
export type Counted = {
  readonly action: string;
  readonly total: number;
  readonly reads: number;
  readonly formats: number;
  readonly writes: number;
  readonly flushes: number;
  readonly drive: number;
  /** Mails that went: each costs a lock, a quota, two readings of the ledger, two writes and two flushes. */
  readonly mails: number;
};

const NAME = 'so-cchc.xlsx';
const NEXT_DAY = '2024-06-21';
const INDICATOR = { tab: 'Nhập số liệu', id: 'T3.8', period: DEMO_PERIOD, header: 'Tử số' };
/** Met until the last day, so that the daily run has one mail to send, in a small workbook as in a large one. */
const STILL_MET = { ...INDICATOR, id: 'T3.6a' };
const TASK = { tab: 'Nhập tiến độ', id: 'N1.1', period: DEMO_PERIOD, header: 'Mức độ thực hiện' };
/** As the form of the page sends it. */
const SAVED = { tab: TASK.tab, id: TASK.id, period: DEMO_PERIOD, values: { 'Kết quả thực hiện trong kỳ': 'đã làm' } };
const LEAD = 'Tư pháp – Hộ tịch';
const PASTED_ROWS = 20;

/** What each thing a person or a trigger does costs in the sample workbook, grown to this many rows to fill in the open period. */
export function countCalls(rows: number): Counted[] {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-calls-'));
  makeSampleWorkbook(folder, NAME);
  const host = openHost({
    workbook: join(folder, NAME),
    outDir: join(folder, 'bao-cao'),
    mailDir: join(folder, 'thu'),
    user: '',
    now: momentOf(DEMO_DAY),
    screen: { answers: [], shown: [] },
  });
  try {
    growPlan(host.model, DEMO_PERIOD, rows);
    must(host.ask('refresh', {}));
    return ACTIONS.map(([action, act]) => counted(host, action, act));
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One after another in the same workbook; what an action needs first is done before its calls are counted. */
const ACTIONS: readonly (readonly [action: string, act: (host: Host) => () => void])[] = [
  ['open the menu', (host) => () => host.run('onOpen')],
  ['edit a figure, cold cache', (host) => () => typed(host, INDICATOR, ['1'])],
  ['edit a figure, warm cache', (host) => () => typed(host, INDICATOR, ['2'])],
  ['edit a task, cold cache', (host) => () => typed(host, TASK, ['Tạm dừng'])],
  ['edit a task, warm cache', (host) => () => typed(host, TASK, ['Đang thực hiện'])],
  [
    `paste ${PASTED_ROWS} tasks`,
    (host) => () =>
      typed(
        host,
        TASK,
        Array.from({ length: PASTED_ROWS }, () => 'Tạm dừng'),
      ),
  ],
  ['check', (host) => () => must(host.ask('check', {}))],
  ['refresh, nothing changed', refreshTwice],
  ['refresh, one figure changed', refreshChanged],
  ['view of today', (host) => () => must(host.ask('today', {}))],
  ['dialog from the menu', (host) => () => host.run('menuOpenPeriod')],
  ['set-up state', (host) => () => must(host.ask('set-up-state', {}))],
  ['periods to open', (host) => () => must(host.ask('open-choices', {}))],
  ['period to close', (host) => () => must(host.ask('close-choice', {}))],
  ['indicators', (host) => () => must(host.ask('indicators', {}))],
  ['one indicator', (host) => () => must(host.ask('indicator', { id: INDICATOR.id }))],
  ['rows of a role', (host) => () => must(host.ask('my-rows', { role: LEAD }))],
  ['save a row of a form', (host) => () => must(host.ask('enter', SAVED))],
  ['report preview', (host) => () => must(host.ask('report-preview', { period: DEMO_PERIOD }))],
  ['report', (host) => () => must(host.ask('report', { period: DEMO_PERIOD }))],
  ['brief', (host) => () => must(host.ask('brief', { period: DEMO_PERIOD }))],
  ['meeting', (host) => () => must(host.ask('meeting', { period: DEMO_PERIOD }))],
  ['matrix', (host) => () => must(host.ask('matrix', {}))],
  ['slip', (host) => () => must(host.ask('slip', { period: DEMO_PERIOD, role: LEAD }))],
  ['letters', (host) => () => must(host.ask('letters', { period: DEMO_PERIOD }))],
  ['reconcile a report', reconcileMade],
  ['mail', (host) => () => must(host.ask('mail', { preview: false }))],
  ['mail, second run', (host) => () => must(host.ask('mail', { preview: false }))],
  ['daily run on the next day', nextDay],
  ['daily run again', (host) => () => host.run('runDaily')],
];

/** The report just made, as the page would send it. */
function reconcileMade(host: Host): () => void {
  const [report] = must(host.ask('report', { period: DEMO_PERIOD })).files;
  const file = readFileSync(fileURLToPath(report?.url ?? '')).toString('base64');
  return () => must(host.ask('reconcile', { file, period: '', keep: false }));
}

function refreshTwice(host: Host): () => void {
  must(host.ask('refresh', {}));
  return () => must(host.ask('refresh', {}));
}

function refreshChanged(host: Host): () => void {
  host.typeAll([{ ...at(host, INDICATOR), rows: [['1']] }]);
  return () => must(host.ask('refresh', {}));
}

function nextDay(host: Host): () => void {
  host.setNow(momentOf(NEXT_DAY));
  host.typeAll([{ ...at(host, STILL_MET), rows: [['2']] }]);
  return () => host.run('runDaily');
}

function typed(host: Host, sought: typeof INDICATOR, texts: readonly string[]): void {
  host.type({ ...at(host, sought), rows: texts.map((text) => [text]) });
}

function at(host: Host, sought: typeof INDICATOR) {
  const found = findCell(host.model, sought);
  if (found === null) throw new Error(`Bug: the sample has no ${sought.id}`);
  return found;
}

function counted(host: Host, action: string, act: (host: Host) => () => void): Counted {
  const work = act(host);
  host.calls.reset();
  work();
  return { action, ...shares(host.calls) };
}

function shares(calls: CallCounter): Omit<Counted, 'action'> {
  return {
    total: calls.total(),
    reads: calls.of('values-read'),
    formats: calls.of('formats-read'),
    writes: calls.of('values-written'),
    flushes: calls.of('flush'),
    drive: calls.of('drive'),
    // The quota is asked before each.
    mails: calls.of('mail') / 2,
  };
}
