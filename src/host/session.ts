import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Script } from 'node:vm';
import type { NOT_WRITTEN } from '../app/base/ports.ts';
import { type CallCounter, type CallKind, callCounter, costOf } from './core/calls.ts';
import { bundleCode, bundleManifest, bundlePage } from './core/dist.ts';
import { type Entry, timeLimit } from './core/entry.ts';
import type { DocumentLock, DriveState, Environment, Screen } from './core/environment.ts';
import { type Manifest, readManifest } from './core/manifest.ts';
import type { Moment } from './core/moment.ts';
import { isSampleWorkbook } from './core/office.ts';
import { type RunClock, runClock } from './core/run-clock.ts';
import { NotWritable, Unusable } from './core/unusable.ts';
import { evidenceFolder, hasEvidence } from './file/evidence.ts';
import { dropFile, keepFile } from './file/files.ts';
import { openStore, type Store } from './file/store.ts';
import { post } from './mail/post.ts';
import { compiled } from './realm/compiled.ts';

export type HostOptions = {
  readonly workbook: string;
  /** Where documents and letters become files. */
  readonly outDir: string;
  readonly mailDir: string;
  /** Who sits at the screen; a new workbook is his. */
  readonly user: string;
  /** Addresses that belong to no account of Google's; default: none. */
  readonly strangers?: readonly string[];
  /** How Google's Drive does; default: it works. */
  readonly drive?: DriveState;
  readonly now: Moment;
  /** Default: `dist/Code.js`. */
  readonly code?: string;
  /** Makes a blank workbook where there is none; default false. */
  readonly create?: boolean;
  /** The workbook is only looked at: one that cannot be written is read all the same; default false. */
  readonly readOnly?: boolean;
  /** The person said that today is the right day, however long ago the last mail went; default false. */
  readonly isDayRight?: boolean;
  /** Nobody sits at a screen by default. */
  readonly screen?: Screen | null;
  /** Where real mail goes; never used with sample data. Default: letters are files. */
  readonly smtpUrl?: string | null;
  /** The text of `appsscript.json`; default: the one that is pushed. */
  readonly manifest?: string;
  /** False plays a script outside of any document; default true. */
  readonly bound?: boolean;
  /** In which language Google's refusals are worded, as the person's account has it; default English. */
  readonly language?: 'en' | 'vi';
  /** Lets service calls take their time on the modelled clock and ends an execution at Google's 30 seconds or 6 minutes; default false. */
  readonly limited?: boolean;
  /** What such an end does to writes that no flush or read has sent off: nobody knows, so both can be played. Default `kept`. */
  readonly unflushed?: 'kept' | 'lost';
};

/** What lives as long as the workbook is open; each execution gets a fresh realm and a `Environment` over it. */
export type Session = {
  readonly options: HostOptions;
  /** Another one after the file was read again. */
  store: Store;
  readonly source: string;
  readonly code: Script;
  readonly manifest: Manifest;
  readonly calls: CallCounter;
  readonly cache: Environment['cache'];
  readonly script: Environment['script'];
  readonly lock: DocumentLock;
  now: Moment;
  /** Who sits at the screen. */
  user: string;
  /** Something changed that is not in the workbook on disk yet. */
  dirty: boolean;
  /** Edits that are on disk in the journal alone. */
  kept: number;
  /** What a journal held is being typed again: it may not be dropped halfway. */
  recovering: boolean;
  /** Executions that have not ended: more than one where others work while a dialog stands open. */
  running: number;
  /** Where copies of the workbook were kept before something great was done to it, the last one last. */
  readonly copies: string[];
  /** Why the last save was refused; told to the person, not only to the script. */
  refused: Unusable | null;
};

const CHANGING: ReadonlySet<CallKind> = new Set<CallKind>([
  'values-written',
  'formats-written',
  'rules',
  'protections',
  'tabs',
  'properties',
  'mail',
  'triggers',
]);

/** Opens the workbook, and has the script compiled. */
export function openSession(options: HostOptions): Session {
  const source = options.code ?? bundleCode();
  const session: Session = {
    options,
    store: openStore(options.workbook, {
      create: options.create ?? false,
      owner: options.user,
      readOnly: options.readOnly ?? false,
    }),
    source,
    code: compiled(source),
    manifest: readManifest(options.manifest ?? bundleManifest()),
    calls: callCounter((kind) => {
      if (CHANGING.has(kind)) session.dirty = true;
    }),
    cache: new Map(),
    script: { logged: [], formulas: 0, active: null },
    lock: { heldByAnother: false, holder: null },
    now: options.now,
    user: options.user,
    dirty: false,
    kept: 0,
    recovering: false,
    running: 0,
    copies: [],
    refused: null,
  };
  return session;
}

/** So many edits may be in the journal alone: it stays small, and quick to be typed again. */
const MOST_KEPT = 100;

/** What the end of an execution, and its flush, put on disk: after an edit that the journal holds, nothing yet. */
export function saveAfter(session: Session, entry: Entry): void {
  const isHeld = session.recovering || (session.kept > 0 && session.kept < MOST_KEPT);
  if (entry !== 'edit' || !isHeld) save(session);
}

/** Puts what changed on disk; nothing changed, nothing written. */
export function save(session: Session): void {
  if (!session.dirty) return;
  try {
    session.store.flush();
    session.dirty = false;
    session.kept = 0;
  } catch (thrown) {
    if (thrown instanceof Unusable) session.refused = thrown;
    throw thrown;
  }
}

/** What the services of one execution work on; `user` is the person at the screen unless it runs in another's name. */
export function environmentOf(session: Session, entry: Entry, user: string = session.user): Environment {
  const { options, store } = session;
  const clock = runClock(options.limited === true ? timeLimit(entry) : null);
  return {
    book: store.model,
    sidecar: store.sidecar,
    calls: timed(session.calls, clock),
    screen: entry === 'clock' ? null : (options.screen ?? null),
    user,
    entry,
    scopes: session.manifest.scopes,
    bound: options.bound ?? true,
    drive: options.drive ?? 'works',
    strangers: options.strangers ?? [],
    now: () => session.now,
    clock,
    pending: { error: null },
    cache: session.cache,
    lock: session.lock,
    script: session.script,
    workbook: {
      id: basename(options.workbook),
      name: basename(options.workbook).replace(/\.xls[xm]$/iu, ''),
      url: pathToFileURL(options.workbook).href,
    },
    save: () => saveAfter(session, entry),
    keepFile: (name, bytes) => {
      const kept = told(session, join(options.outDir, name), () => keepFile(options.outDir, name, bytes, options.workbook));
      return { name: kept, url: pathToFileURL(`${options.outDir}/${kept}`).href };
    },
    hasFile: (url) => url.startsWith(`${pathToFileURL(options.outDir).href}/`) && existsSync(fileURLToPath(url)),
    keepEvidence: (name, bytes) => {
      const folder = evidenceFolder(options.workbook);
      const kept = told(session, join(folder, name), () => keepFile(folder, name, bytes, options.workbook));
      return { name: kept, url: pathToFileURL(join(folder, kept)).href };
    },
    hasEvidence: (path) => hasEvidence(options.workbook, path),
    dropFile: (name) => dropFile(options.outDir, name),
    deliver: (message) => {
      const send = (): void => post(officeOf(session, user), message, session.now);
      return options.smtpUrl == null ? told(session, options.mailDir, send) : send();
    },
    page: bundlePage,
  };
}

/** A file that cannot be written is told to the person by its place; the script only learns that something failed. */
function told<T>(session: Session, path: string, write: () => T): T {
  try {
    return write();
  } catch (thrown) {
    session.refused = new NotWritable(path, thrown);
    const name: typeof NOT_WRITTEN = 'NotWritten';
    throw Object.assign(new Error(String(thrown)), { name });
  }
}

/** A call that the clock no longer allows is not made, and not counted. */
function timed(calls: CallCounter, clock: RunClock): CallCounter {
  return {
    ...calls,
    count: (kind, cells = 0) => {
      clock.spend(costOf(kind, cells));
      calls.count(kind);
    },
  };
}

/** Illustrative figures never leave the machine, whatever mail server is set. */
function officeOf({ options, store }: Session, sender: string) {
  const smtpUrl = isSampleWorkbook(store.model) ? null : (options.smtpUrl ?? null);
  return { workbook: options.workbook, mailDir: options.mailDir, sender, smtpUrl };
}
