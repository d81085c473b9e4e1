import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import type { Google } from '../google/surface/google.ts';
import { type CallCounter, type CallKind, callCounter } from './calls.ts';
import { bundleCode, bundlePage } from './dist.ts';
import { keepFile } from './files.ts';
import { isSampleWorkbook } from './look.ts';
import { instantOfMoment, type Moment } from './moment.ts';
import { post } from './post.ts';
import { openRealm } from './realm.ts';
import { googleFor } from './services/google.ts';
import { openStore, type Store } from './store.ts';
import { SCRIPT_ZONE } from './time-zone.ts';
import { Unusable } from './unusable.ts';
import { type Screen, tellPending, type World } from './world.ts';

export type HostOptions = {
  readonly workbook: string;
  /** Where documents and letters become files. */
  readonly outDir: string;
  readonly mailDir: string;
  /** Whose rights and address every execution has. */
  readonly user: string;
  readonly now: Moment;
  /** Default: `dist/Code.js`. */
  readonly code?: string;
  /** Makes a blank workbook where there is none; default false. */
  readonly create?: boolean;
  /** Nobody sits at a screen by default. */
  readonly screen?: Screen | null;
  /** Where real mail goes; never used with sample data. Default: letters are files. */
  readonly smtpUrl?: string | null;
};

/** What lives as long as the workbook is open; each execution gets a fresh realm and a `World` over it. */
export type Session = {
  readonly options: HostOptions;
  readonly store: Store;
  readonly code: Script;
  readonly calls: CallCounter;
  readonly cache: World['cache'];
  readonly script: World['script'];
  readonly lock: { heldByAnother: boolean };
  now: Moment;
  /** Something changed that is not on disk yet. */
  dirty: boolean;
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

/** Opens the workbook and compiles the script once. */
export function openSession(options: HostOptions): Session {
  const code = new Script(options.code ?? bundleCode(), { filename: 'Code.js' });
  const session: Session = {
    options,
    store: openStore(options.workbook, { create: options.create ?? false, owner: options.user }),
    code,
    calls: callCounter((kind) => {
      if (CHANGING.has(kind)) session.dirty = true;
    }),
    cache: new Map(),
    script: { logged: [], formulas: 0, active: null },
    lock: { heldByAnother: false },
    now: options.now,
    dirty: false,
    refused: null,
  };
  return session;
}

/** Puts what changed on disk; nothing changed, nothing written. */
export function save(session: Session): void {
  if (!session.dirty) return;
  try {
    session.store.flush();
    session.dirty = false;
  } catch (thrown) {
    if (thrown instanceof Unusable) session.refused = thrown;
    throw thrown;
  }
}

/** What the services of one execution work on. */
export function worldOf(session: Session, mode: World['mode']): World {
  const { options, store } = session;
  return {
    book: store.model,
    sidecar: store.sidecar,
    calls: session.calls,
    screen: options.screen ?? null,
    user: options.user,
    mode,
    now: () => session.now,
    pending: { error: null },
    cache: session.cache,
    lock: session.lock,
    script: session.script,
    workbook: {
      id: basename(options.workbook),
      name: basename(options.workbook, '.xlsx'),
      url: pathToFileURL(options.workbook).href,
    },
    save: () => save(session),
    keepFile: (name, bytes) => {
      const kept = keepFile(options.outDir, name, bytes);
      return { name: kept, url: pathToFileURL(`${options.outDir}/${kept}`).href };
    },
    deliver: (message) => post(officeOf(session), message, session.now),
    page: bundlePage,
  };
}

/** Illustrative figures never leave the machine, whatever mail server is set. */
function officeOf({ options, store }: Session) {
  const smtpUrl = isSampleWorkbook(store.model) ? null : (options.smtpUrl ?? null);
  return { mailDir: options.mailDir, sender: options.user, smtpUrl };
}

export type Execution = {
  readonly name: string;
  readonly mode: World['mode'];
  readonly args: (google: Google) => readonly unknown[];
};

/** One execution: fresh realm, the whole script from the top, the call, and the end that writes to disk even after a throw. */
export function execute(session: Session, { name, mode, args }: Execution): unknown {
  const world = worldOf(session, mode);
  const google = googleFor(world);
  const now = (): number => instantOfMoment(session.now, SCRIPT_ZONE).getTime();
  const realm = openRealm({ script: session.code, services: google, now });
  session.refused = null;
  try {
    const result = realm.call(name, args(google));
    tellPending(world);
    return result;
  } finally {
    save(session);
    demandSaved(session);
  }
}

/** A script may have caught the refusal of its flush and gone on; the person must still hear it. */
function demandSaved(session: Session): void {
  if (session.refused !== null) throw session.refused;
}
