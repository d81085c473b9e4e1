import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';
import { rollBack } from './roll-back.ts';
import { hasMoved } from './verify.ts';

/** What an action makes of the book it read: what to write, in this order, and what to answer. */
export type Decision<Reply> = {
  readonly blocks: readonly Block[];
  readonly reply: Reply;
  /** What the host must do before the blocks are written, where there are any. */
  readonly prepare?: () => void;
};

/**
 * Decides on the book, writes, flushes, and looks whether rows or columns moved meanwhile. Where they did, what
 * was written is rolled back and all is done once more from a new reading; then it is given up with a sentence.
 * A person who moves rows a second time between the check and the rollback is not noticed (docs/differences.md).
 */
export function verifiedWrite<Reply>(ports: Ports, first: Book, decide: (book: Book) => Decision<Reply>): Reply {
  const decided = decide(first);
  if (carryOut(ports, first, decided)) return decided.reply;
  const second = openBook(ports);
  const again = decide(second);
  return carryOut(ports, second, again) ? again.reply : refuse(REFUSALS.sheetMoves);
}

function carryOut(ports: Ports, book: Book, { blocks, prepare }: Decision<unknown>): boolean {
  if (blocks.length > 0) prepare?.();
  return writeOnce(ports, book, blocks);
}

/** Writes and flushes; `false` = a tab moved under the write, and every tab holds again what it held. Nothing to write is no call. */
export function writeOnce(ports: Ports, book: Book, blocks: readonly Block[]): boolean {
  if (blocks.length === 0) return true;
  ports.workbook.write(blocks);
  ports.workbook.flush();
  const touched = [...book.tables.values()]
    .map((table) => ({ table, written: blocks.filter(({ sheetId }) => sheetId === table.raw.sheetId) }))
    .filter(({ written }) => written.length > 0);
  if (!touched.some(({ table, written }) => hasMoved(ports, table, written))) return true;
  // Backwards, as far as tabs go: the state that says «done» was written last and must not outlive the rest, should this run be ended.
  const last = ({ written }: (typeof touched)[number]): number => Math.max(...written.map((block) => blocks.indexOf(block)));
  for (const { table, written } of touched.sort((one, other) => last(other) - last(one))) rollBack(ports, table, written);
  return false;
}
