import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSyncFn, runAsWorker } from 'synckit';
import type { Job } from './job.ts';

/** The built program has its worker beside it; the sources, as tests run them, use the one in `build/`. */
const PLACES = ['./worker.mjs', '../../../build/worker.mjs'];

let run: ((job: Job) => Uint8Array) | null = null;

/**
 * Does one asynchronous job of Node and waits for it: the only place where that happens, because a Google
 * service answers synchronously. Throws what the job throws.
 */
export function wait(job: Job): Uint8Array {
  run ??= createSyncFn<(job: Job) => Promise<Uint8Array>>(workerFile());
  return run(job);
}

function workerFile(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (found === undefined) throw new Error('Bug: build/worker.mjs is missing: run `npm run build`');
  return found;
}

/** The worker's side of `wait`. */
export function answerWaiting(work: (job: Job) => Promise<Uint8Array>): void {
  runAsWorker(work);
}
