import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { ToSession } from './messages.ts';

/** Messages one after another; while a script waits for a person, the next one is waited for without giving up the thread. */
export type Inbox = {
  /** The next message, waited for as long as it takes. */
  next(): ToSession;
};

/** Over the port and the number that its sender raises with each message. */
export function inboxOver(port: MessagePort, signal: SharedArrayBuffer): Inbox {
  const sent = new Int32Array(signal);
  return {
    next: () => {
      for (;;) {
        // Read before looking: a message that comes in between ends the waiting at once.
        const seen = Atomics.load(sent, 0);
        const found = receiveMessageOnPort(port);
        if (found !== undefined) return found.message as ToSession;
        Atomics.wait(sent, 0, seen);
      }
    },
  };
}
