import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { assess } from '../judging/assess.ts';
import type { CheckReply } from '../replies/actions.ts';
import { proposalLines } from './proposal-lines.ts';

/** Everything wrong with the workbook, each with its cell, reason and fix, and what waits to be confirmed; writes nothing. */
export function check(ports: Ports): CheckReply {
  const today = ports.clock.today();
  const book = openBook(ports);
  const { counts, problems } = assess(book, today);
  return { counts, problems, proposals: proposalLines(book, today) };
}
