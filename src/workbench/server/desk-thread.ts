import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Unusable } from '../../host/core/unusable.ts';
import type { Command, News, Told } from '../protocol.ts';
import type { Called, DeskStart, FromDesk, ToDesk } from './messages.ts';

/** The thread that holds the workbook, as the server sees it. */
export type DeskThread = {
  command(window: string, command: Command): Promise<Told>;
  call(window: string, call: { readonly name: string; readonly args: readonly unknown[] }): Promise<Called>;
  gone(window: string): void;
  /** Saves the workbook and ends the thread. */
  close(): Promise<void>;
};

/** What the thread tells by itself. */
export type Hearing = {
  news(news: News): void;
  page(page: { readonly number: number; readonly window: string; readonly html: string }): void;
  log(lines: readonly string[]): void;
  /** The thread ended by an error that is nobody's command. */
  broken(error: Error): void;
};

/** The built program has its thread beside it; the sources, as tests run them, use the one in `build/`. */
const PLACES = ['./desk-worker.mjs', '../../../build/desk-worker.mjs'];

/** Starts the thread and returns when the workbook is open. Throws `Unusable` when it cannot be. */
export async function startDesk(start: Omit<DeskStart, 'signal'>, hearing: Hearing): Promise<DeskThread> {
  const signal = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: DeskStart = { ...start, signal };
  const worker = new Worker(workerFile(), { workerData });
  const waiting = new Map<number, (answer: Told | Called) => void>();
  let isOver: () => void = () => undefined;
  const over = new Promise<void>((done) => {
    isOver = done;
  });
  await new Promise<void>((open, failed) => {
    worker.on('error', (error) => {
      failed(error);
      hearing.broken(error);
    });
    worker.on('exit', () => isOver());
    worker.on('message', (message: FromDesk) => {
      if (message.is === 'open') open();
      else if (message.is === 'refused') failed(new Unusable(message.sentence));
      else hear(message, { hearing, waiting, isOver });
    });
  });
  return deskOver({ worker, signal: new Int32Array(signal), waiting, over });
}

function workerFile(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (found === undefined) throw new Error('Bug: build/desk-worker.mjs is missing: run `npm run build`');
  return found;
}

type Waiting = Map<number, (answer: Told | Called) => void>;

function hear(message: FromDesk, { hearing, waiting, isOver }: { hearing: Hearing; waiting: Waiting; isOver: () => void }): void {
  if (message.is === 'news') hearing.news(message.news);
  else if (message.is === 'page') hearing.page(message);
  else if (message.is === 'log') hearing.log(message.lines);
  else if (message.is === 'closed') isOver();
  else if (message.is === 'told' || message.is === 'called') {
    waiting.get(message.id)?.(message.is === 'told' ? message.told : message.called);
    waiting.delete(message.id);
  }
}

type Line = { readonly worker: Worker; readonly signal: Int32Array; readonly waiting: Waiting; readonly over: Promise<void> };

function deskOver({ worker, signal, waiting, over }: Line): DeskThread {
  let count = 0;
  const send = (message: ToDesk): void => {
    worker.postMessage(message);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  };
  const answered = (message: (id: number) => ToDesk): Promise<Told | Called> => {
    count += 1;
    const id = count;
    return new Promise((done) => {
      waiting.set(id, done);
      send(message(id));
    });
  };
  return {
    command: async (window, command) => (await answered((id) => ({ is: 'command', id, window, command }))) as Told,
    call: async (window, call) => (await answered((id) => ({ is: 'call', id, window, ...call }))) as Called,
    gone: (window) => send({ is: 'gone', window }),
    close: async () => {
      send({ is: 'close' });
      await over;
      await worker.terminate();
    },
  };
}
