/** The thread that holds the workbook, so that long work and waiting scripts never keep the pages from being served. */
import '../../xlsx/time-zone.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { inboxOver } from './inbox.ts';
import type { SessionStart } from './messages.ts';
import { runSession } from './run-session.ts';

const { signal, ...start } = workerData as SessionStart;
if (parentPort === null) throw new Error('Bug: this file is the inside of a thread');
const port = parentPort;
runSession(start, inboxOver(port, signal), (message) => port.postMessage(message));
