import type { LockPort } from '../../app/base/ports.ts';
import type { LockService } from '../surface/services.ts';

/** How long a run waits for another one to finish. */
const WAIT_MS = 10_000;

/**
 * The document's lock. Without a document there is no lock (platform.md §8.3): such a run counts as not alone, so that
 * nothing that needs to be alone – a mail above all – is ever done twice.
 * The work flushes what it wrote before it returns; the lock only keeps other runs out, never a person who types.
 */
export function googleLock(service: LockService): LockPort {
  return {
    alone: (work) => {
      const lock = service.getDocumentLock();
      if (lock === null || !lock.tryLock(WAIT_MS)) return null;
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },
  };
}
