/** `npm start`: the demonstration in one command (a workbook from the real plan, the main job, the workbench to go on in), or the workbench on the office's own workbook. */
import '../xlsx/time-zone.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_DAY, SAMPLES, type Sample, sampleOn } from '../host/core/demonstration.ts';
import { guidePage, sharedStream, workbenchPage } from '../host/core/dist.ts';
import { momentOf } from '../host/core/moment.ts';
import { isSampleWorkbook, sampleDayOf } from '../host/core/office.ts';
import { readSidecar } from '../host/core/sidecar.ts';
import { Unusable } from '../host/core/unusable.ts';
import { releaseLocksIn } from '../host/file/lock-file.ts';
import { sidecarOf } from '../host/file/store.ts';
import { type Host, openHost } from '../host/host.ts';
import { sayRecovery } from '../host/recovery.ts';
import { DEMO_HELP, DEMO_PAGE, DEMO_SENTENCES, SAMPLE_WORDS } from '../words/host/demo.ts';
import { FILE_SENTENCES } from '../words/host/local.ts';
import { STOPPING } from '../words/pages/workbench-server.ts';
import { workbooksIn } from '../workbench/server/book-view.ts';
import { listFiles, OWN_WORKBOOK, placesOf } from '../workbench/server/files/files.ts';
import { type Kept, readKept, writeKept } from '../workbench/server/kept.ts';
import { readTls, type Tls } from '../workbench/server/lan/tls.ts';
import { type ServeOptions, serve } from '../workbench/server/serve.ts';
import { type SessionThread, startSession } from '../workbench/server/session-thread.ts';
import { keepLog } from './keep-log.ts';
import { openLan } from './lan.ts';
import { doMainJob } from './main-job.ts';
import { forgetPage, openInBrowser } from './open-browser.ts';
import { printable, readArguments, runProgram, showLog, smtpUrlOf } from './program.ts';
import { makeSampleWorkbook } from './sample/sample-workbook.ts';

const OPTIONS = {
  once: 'boolean',
  browser: 'boolean',
  lan: 'boolean',
  cert: 'string',
  key: 'string',
  log: 'string',
  sample: 'string',
  workspace: 'string',
  today: 'string',
  port: 'string',
  'no-open': 'boolean',
  make: 'string',
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
  const tls = readTls({ cert: given.text('cert'), key: given.text('key') }, new Date());
  mkdirSync(workspace, { recursive: true });
  const making = given.text('make');
  if (making !== null) {
    makeSampleWorkbook(workspace, making, sampleOf(given.text('sample')));
    return 0;
  }
  const kept = readKept(workspace);
  const welcome = workbooksIn(workspace).length === 0;
  const workbook = workbookIn(workspace, given.positionals[0] ?? null, kept);
  const playing = { workbook, today, once: given.on('once'), sample: sampleOf(given.text('sample')) };
  const { lines, notes } = summary(workspace, playing);
  print([
    ...lines,
    `${DEMO_PAGE.files}:`,
    ...listFiles(workspace, workbook).map((file) => `- ${relative('.', join(workspace, file))}`),
  ]);
  if (given.on('once')) return 0;
  await serveUntilStopped({
    workspace,
    workbook,
    port,
    today,
    notes,
    kept,
    welcome,
    isOpening: given.on('browser') || mayOpen(given.on('no-open')),
    lan: given.on('lan') || tls !== null,
    tls,
  });
  return 0;
}

/** A browser is opened for a person who sits there. */
const mayOpen = (isRefused: boolean): boolean => !isRefused && process.stdout.isTTY === true && (process.env['CI'] ?? '') === '';

/** The workbook that was named, else the one that was open last, else the usual one, else the one that was written last. */
function workbookIn(workspace: string, named: string | null, { opened }: Kept): string {
  const all = workbooksIn(workspace);
  if (named !== null && !all.includes(named)) throw new Unusable(FILE_SENTENCES.missing(join(workspace, named)));
  const last = opened !== null && all.includes(opened.workbook) ? opened.workbook : null;
  return named ?? last ?? (all.includes(OWN_WORKBOOK) ? OWN_WORKBOOK : (all[0] ?? OWN_WORKBOOK));
}

type Wanted = {
  readonly workspace: string;
  readonly workbook: string;
  readonly kept: Kept;
  /** The workspace was empty. */
  readonly welcome: boolean;
  /** Whether the person's browser is opened. */
  readonly isOpening: boolean;
  readonly port: number;
  readonly today: string | null;
  /** What was found unsaved; whoever sits at the browser does not see the terminal. */
  readonly notes: readonly string[];
  /** Lets people of the office's network in. */
  readonly lan: boolean;
  readonly tls: Tls | null;
};

/** Serves the workbench until Ctrl+C or an ordinary kill; then the workbook is saved and closed. */
async function serveUntilStopped(wanted: Wanted): Promise<void> {
  const { workspace, workbook, port, today, notes, kept, welcome } = wanted;
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
      {
        ...{ workspace, workbook, today, smtpUrl: smtpUrlOf(process.env), fileKey, notes, welcome },
        ...{ version: Math.floor(Date.now() / TENTH), before: kept.opened },
      },
      {
        ...hearing,
        log: showLog,
        broken: (error) => fail(error),
        opened: (opened) => writeKept(workspace, { ...kept, opened }),
      },
    );
    return session;
  };
  const served = { workspace, port, page: workbenchPage, guide: guidePage, sharedStream, openWorkbookSession, keys: kept };
  const { address, port: bound, close } = await serve({ ...served, demonstrate: (year) => madeAside(workspace, year) });
  if (port !== 0 && bound !== port) print([DEMO_SENTENCES.otherPort(port, bound)]);
  print([DEMO_SENTENCES.serving(address)]);
  if (wanted.isOpening) openInBrowser(workspace, address);
  const lanPort = port === 0 ? 0 : bound + 1;
  const network =
    wanted.lan && session !== null ? await openLan({ workspace, workbook, port: lanPort, tls: wanted.tls, session }) : null;
  if (network !== null) print(network.lines);
  try {
    await Promise.race([stopped, broken]);
  } catch (thrown) {
    releaseLocksIn(workspace);
    throw new Unusable(STOPPING.broken(thrown instanceof Error ? thrown.message : String(thrown)));
  } finally {
    network?.close();
    await close();
    forgetPage(workspace);
  }
  print([STOPPING.done]);
}

/** No window makes ten changes a second for as long as a program runs: a later run begins with a later version. */
const TENTH = 100;

/** Makes a demonstration in a process of its own, because it takes seconds in which windows are to be answered; one that is there is opened. */
async function madeAside(workspace: string, year: string): Promise<string> {
  sampleOf(year);
  const name = SAMPLE_WORDS.file(year);
  if (workbooksIn(workspace).includes(name)) return name;
  const made = spawn(
    process.execPath,
    [fileURLToPath(import.meta.url), '--make', name, '--sample', year, '--workspace', workspace],
    {
      stdio: 'ignore',
    },
  );
  const [code] = await once(made, 'exit');
  if (code !== 0) throw new Unusable(SAMPLE_WORDS.notMade);
  return name;
}

type Playing = Pick<Wanted, 'today' | 'workbook'> & { readonly once: boolean; readonly sample: Sample };
type Summary = { readonly lines: string[]; readonly notes: string[] };

/**
 * Plays the demonstration in its own sample workbook, made first where the workspace has none, and gives the summary. A
 * workbook of the office is opened as it is, by the workbench: nothing is judged, made or sent in it.
 */
function summary(workspace: string, { workbook, today, once: isOnce, sample }: Playing): Summary {
  const path = join(workspace, workbook);
  if (!existsSync(path)) {
    print([DEMO_SENTENCES.making]);
    makeSampleWorkbook(workspace, workbook, sample);
  }
  const asItIs = (): string[] => [DEMO_SENTENCES.asItIs(workbook)];
  if (!isOwnSample(path)) return { lines: isOnce ? atWork(workspace, { workbook, today }, asItIs) : asItIs(), notes: [] };
  return atWork(workspace, { workbook, today }, (host) => ({
    lines: isSampleWorkbook(host.model) ? doMainJob(host, sampleOn(sampleDayOf(host.model)).period) : asItIs(),
    notes: sayRecovery(host.recovered),
  }));
}

/** Whether the demonstration made the workbook that lies here; the workbook itself may have become the office's since. */
function isOwnSample(path: string): boolean {
  const beside = sidecarOf(path);
  return existsSync(beside) && readSidecar(readFileSync(beside, 'utf8'), '')?.demonstration === true;
}

/** Opens the workbook for the work at hand and closes it again; whatever it asks to mail becomes files. */
function atWork<T>(workspace: string, { workbook, today }: Pick<Wanted, 'workbook' | 'today'>, work: (host: Host) => T): T {
  const { reports, letters } = placesOf(workbook);
  const host = openHost({
    workbook: join(workspace, workbook),
    outDir: join(workspace, reports),
    mailDir: join(workspace, letters),
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
