/** The thread that holds the workbook, so that long work and waiting scripts never keep the pages from being served. */
import '../../xlsx/time-zone.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { inboxOver } from './inbox.ts';
import type { DeskStart } from './messages.ts';
import { runDesk } from './run-desk.ts';

const { signal, ...start } = workerData as DeskStart;
if (parentPort === null) throw new Error('Bug: this file is the inside of a thread');
const port = parentPort;
runDesk(start, inboxOver(port, signal), (message) => port.postMessage(message));
