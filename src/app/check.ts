import { assess } from './assess.ts';
import type { CheckReply } from './calls.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';

/** Everything wrong with the workbook, each with its cell, reason and mend; writes nothing. */
export function check(ports: Ports): CheckReply {
  const { counts, problems } = assess(openBook(ports), ports.clock.today());
  return { counts, problems };
}
