import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { Unusable } from '../../host/core/unusable.ts';
import { removeIfPossible } from '../../host/file/files.ts';
import { WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import type { Command, ServerEvent, Told } from '../protocol.ts';
import type { Opened } from './kept.ts';
import type { Called, FromSession, SessionStart, ToSession } from './messages.ts';

/** The thread that holds the workbook, as the server sees it. */
export type SessionThread = {
  command(window: string, command: Command): Promise<Told>;
  call(window: string, call: { readonly name: string; readonly args: readonly unknown[] }): Promise<Called>;
  gone(window: string): void;
  /** Told each minute by itself: what is to run by the clock may be due. */
  minute(): void;
  /** Saves the workbook and ends the thread. */
  close(): Promise<void>;
};

/** What the thread tells by itself. */
export type Hearing = {
  news(news: ServerEvent): void;
  page(page: { readonly number: number; readonly window: string; readonly html: string }): void;
  log(lines: readonly string[]): void;
  /** A workbook was opened. */
  opened?(opened: Opened): void;
  /** The thread ended by an error that is nobody's command. */
  broken(error: Error): void;
};

const MINUTE = 60_000;

/** The built program has its thread beside it; the sources, as tests run them, use the one in `build/`. */
const PLACES = ['./session-worker.mjs', '../../../build/session-worker.mjs'];

/**
 * Starts the thread and returns when the workbook is open. Throws `Unusable` when it cannot be. A thread that dies answers nobody
 * any more: all who wait are told so, and what it was bringing in goes, because it may have died of it.
 */
export async function startSession(
  start: Omit<SessionStart, 'signal'>,
  hearing: Hearing,
  resourceLimits: ResourceLimits = {},
): Promise<SessionThread> {
  const signal = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: SessionStart = { ...start, signal };
  const worker = new Worker(workerFile(), { workerData, resourceLimits });
  const line: Line = { worker, signal: new Int32Array(signal), waiting: new Map(), end: null, bringing: null };
  const ended = new Promise<void>((over) => {
    const end = (kind: 'closed' | 'broken', error?: Error): void => {
      if (line.end !== null) return;
      line.end = kind;
      if (kind === 'broken') {
        dropBrought(start.workspace, line);
        for (const refuse of line.waiting.values()) refuse('broken');
        hearing.broken(error ?? new Error('the thread ended'));
      }
      over();
    };
    worker.on('error', (error) => end('broken', error));
    worker.on('exit', (code) => end('broken', new Error(`the thread ended with code ${code}`)));
    worker.on('message', (message: FromSession) => {
      if (message.is === 'closed') end('closed');
    });
  });
  await opened(worker, line, hearing);
  const session = sessionOver(line, ended);
  const clock = setInterval(session.minute, MINUTE);
  clock.unref();
  ended.then(() => clearInterval(clock));
  return session;
}

function opened(worker: Worker, line: Line, hearing: Hearing): Promise<void> {
  return new Promise((open, failed) => {
    worker.on('error', failed);
    worker.on('message', (message: FromSession) => {
      if (message.is === 'open') open();
      else if (message.is === 'refused') {
        line.end = 'closed';
        failed(new Unusable(message.sentence));
      } else if (message.is === 'bringing') line.bringing = message.file;
      else hear(message, hearing, line);
    });
  });
}

function dropBrought(workspace: string, { bringing }: Line): void {
  if (bringing !== null) removeIfPossible(join(workspace, bringing));
}

function workerFile(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (found === undefined) throw new Error('Bug: build/session-worker.mjs is missing: run `npm run build`');
  return found;
}

type Answer = Extract<FromSession, { id: number }>;
type Line = {
  readonly worker: Worker;
  readonly signal: Int32Array;
  readonly waiting: Map<number, (answer: Answer | 'broken') => void>;
  /** How the thread ended; null while it lives. */
  end: 'closed' | 'broken' | null;
  /** The file that it is bringing in. */
  bringing: string | null;
};

function hear(message: FromSession, hearing: Hearing, { waiting }: Line): void {
  if (message.is === 'news') hearing.news(message.news);
  else if (message.is === 'page') hearing.page(message);
  else if (message.is === 'opened') hearing.opened?.(message.opened);
  else if (message.is === 'log') hearing.log(message.lines);
  else if (message.is === 'told' || message.is === 'called') {
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  }
}

const BROKEN = { ok: false, sentence: WORKBENCH_REFUSALS.broken, message: WORKBENCH_REFUSALS.broken } as const;

function sessionOver(line: Line, ended: Promise<void>): SessionThread {
  const { worker, signal, waiting } = line;
  let count = 0;
  const send = (message: ToSession): void => {
    worker.postMessage(message);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  };
  const answered = (message: (id: number) => ToSession): Promise<Answer | 'broken'> => {
    if (line.end !== null) return Promise.resolve('broken');
    count += 1;
    const id = count;
    return new Promise((done) => {
      waiting.set(id, done);
      send(message(id));
    });
  };
  return {
    command: async (window, command) => {
      const answer = await answered((id) => ({ is: 'command', id, window, command }));
      return answer !== 'broken' && answer.is === 'told' ? answer.told : BROKEN;
    },
    call: async (window, call) => {
      const answer = await answered((id) => ({ is: 'call', id, window, ...call }));
      return answer !== 'broken' && answer.is === 'called' ? answer.called : BROKEN;
    },
    gone: (window) => send({ is: 'gone', window }),
    minute: () => (line.end === null ? send({ is: 'minute' }) : undefined),
    close: async () => {
      if (line.end === null) send({ is: 'close' });
      await ended;
      await worker.terminate();
    },
  };
}
