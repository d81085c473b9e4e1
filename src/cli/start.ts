/** `npm start`: the demonstration in one command (a workbook from the real plan, the main job, the workbench to go on in), or the workbench on the office's own workbook. */
import '../xlsx/time-zone.ts';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { DEMO_DAY, SAMPLES, type Sample, sampleOn } from '../host/core/demonstration.ts';
import { sharedStream, workbenchPage } from '../host/core/dist.ts';
import { momentOf } from '../host/core/moment.ts';
import { isSampleWorkbook, sampleDayOf } from '../host/core/office.ts';
import { readSidecar } from '../host/core/sidecar.ts';
import { Unusable } from '../host/core/unusable.ts';
import { releaseLocksIn } from '../host/file/lock-file.ts';
import { sidecarOf } from '../host/file/store.ts';
import { type Host, openHost } from '../host/host.ts';
import { sayRecovery } from '../host/recovery.ts';
import { DEMO_HELP, DEMO_PAGE, DEMO_SENTENCES } from '../words/host/demo.ts';
import { STOPPING } from '../words/pages/workbench-server.ts';
import { listFiles } from '../workbench/server/files.ts';
import { type ServeOptions, serve } from '../workbench/server/serve.ts';
import { type SessionThread, startSession } from '../workbench/server/session-thread.ts';
import { keepLog } from './keep-log.ts';
import { openLan } from './lan.ts';
import { doMainJob } from './main-job.ts';
import { openBrowser } from './open-browser.ts';
import { printable, readArguments, runProgram, showLog, smtpUrlOf } from './program.ts';
import { makeSampleWorkbook } from './sample/sample-workbook.ts';

const OPTIONS = {
  once: 'boolean',
  browser: 'boolean',
  lan: 'boolean',
  log: 'string',
  sample: 'string',
  workspace: 'string',
  today: 'string',
  port: 'string',
  help: 'boolean',
} as const;
const DEFAULT_PORT = 8080;

async function main(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  if (given.on('help')) {
    process.stdout.write(DEMO_HELP);
    return 0;
  }
  const workspace = resolve(given.text('workspace') ?? 'workspace');
  const log = given.text('log');
  if (log !== null) keepLog(resolve(log));
  const today = given.text('today');
  // What cannot be understood is told before anything is made.
  momentOf(today);
  const port = portOf(given.text('port'));
  mkdirSync(workspace, { recursive: true });
  const { lines, notes } = summary(workspace, { today, once: given.on('once'), sample: sampleOf(given.text('sample')) });
  print([...lines, `${DEMO_PAGE.files}:`, ...listFiles(workspace).map((file) => `- ${relative('.', join(workspace, file))}`)]);
  if (given.on('once')) return 0;
  await serveUntilStopped({
    workspace,
    port,
    today,
    notes,
    opens: given.on('browser') ? openBrowser : () => undefined,
    lan: given.on('lan'),
  });
  return 0;
}

type Wanted = {
  readonly workspace: string;
  readonly port: number;
  readonly today: string | null;
  /** What was found unsaved; whoever sits at the browser does not see the terminal. */
  readonly notes: readonly string[];
  /** Opens the page. */
  readonly opens: (address: string) => void;
  /** Lets people of the office's network in. */
  readonly lan: boolean;
};

/** Serves the workbench until Ctrl+C or an ordinary kill; then the workbook is saved and closed. */
async function serveUntilStopped({ workspace, port, today, notes, opens, lan }: Wanted): Promise<void> {
  const stopped = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  });
  let fail: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, failed) => {
    fail = failed;
  });
  let session: SessionThread | null = null;
  const openWorkbookSession: ServeOptions['openWorkbookSession'] = async (hearing, fileKey) => {
    session = await startSession(
      { workspace, workbook: WORKBOOK, today, smtpUrl: smtpUrlOf(process.env), fileKey, notes },
      { ...hearing, log: showLog, broken: (error) => fail(error) },
    );
    return session;
  };
  const { address, close } = await serve({ workspace, port, page: workbenchPage, sharedStream, openWorkbookSession });
  print([DEMO_SENTENCES.serving(address)]);
  opens(address);
  const network =
    lan && session !== null ? await openLan({ workspace, workbook: WORKBOOK, port: port === 0 ? 0 : port + 1, session }) : null;
  if (network !== null) print(network.lines);
  try {
    await Promise.race([stopped, broken]);
  } catch (thrown) {
    releaseLocksIn(workspace);
    throw new Unusable(STOPPING.broken(thrown instanceof Error ? thrown.message : String(thrown)));
  } finally {
    network?.close();
    await close();
  }
  print([STOPPING.done]);
}

type Playing = Pick<Wanted, 'today'> & { readonly once: boolean; readonly sample: Sample };
type Summary = { readonly lines: string[]; readonly notes: string[] };

/**
 * Plays the demonstration in its own sample workbook, made first where the workspace has none, and gives the summary. A
 * workbook of the office is opened as it is, by the workbench: nothing is judged, made or sent in it.
 */
function summary(workspace: string, { today, once, sample }: Playing): Summary {
  if (!existsSync(join(workspace, WORKBOOK))) {
    print([DEMO_SENTENCES.making]);
    makeSampleWorkbook(workspace, WORKBOOK, sample);
  }
  if (!isOwnSample(workspace)) return { lines: once ? atWork(workspace, today, asItIs) : asItIs(), notes: [] };
  return atWork(workspace, today, (host) => ({
    lines: isSampleWorkbook(host.model) ? doMainJob(host, sampleOn(sampleDayOf(host.model)).period) : asItIs(),
    notes: sayRecovery(host.recovered),
  }));
}

const asItIs = (): string[] => [DEMO_SENTENCES.asItIs(WORKBOOK)];

const WORKBOOK = 'so-cchc.xlsx';

/** Whether the demonstration made the workbook that lies here; the workbook itself may have become the office's since. */
function isOwnSample(workspace: string): boolean {
  const beside = sidecarOf(join(workspace, WORKBOOK));
  return existsSync(beside) && readSidecar(readFileSync(beside, 'utf8'), '')?.demonstration === true;
}

/** Opens the workbook for the work at hand and closes it again; whatever it asks to mail becomes files. */
function atWork<T>(workspace: string, today: string | null, work: (host: Host) => T): T {
  const host = openHost({
    workbook: join(workspace, WORKBOOK),
    outDir: join(workspace, 'bao-cao'),
    mailDir: join(workspace, 'thu'),
    user: '',
    now: momentOf(today ?? DEMO_DAY),
    smtpUrl: null,
  });
  if (today === null) host.setNow(momentOf(sampleDayOf(host.model)));
  process.stderr.write(printable(sayRecovery(host.recovered)));
  try {
    return work(host);
  } finally {
    showLog(host.logged());
    host.close();
  }
}

/** The demonstration that was asked for by the year in which it plays. */
function sampleOf(text: string | null): Sample {
  const found = Object.entries(SAMPLES).find(([year]) => year === (text ?? '2024'))?.[1];
  if (found === undefined) throw new Unusable(DEMO_SENTENCES.sample(text ?? '', Object.keys(SAMPLES)));
  return found;
}

function portOf(text: string | null): number {
  if (text === null) return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Unusable(DEMO_SENTENCES.port(text));
  return port;
}

function print(lines: readonly string[]): void {
  process.stdout.write(printable(lines));
}

await runProgram(() => main(process.argv.slice(2)));
