import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';
import { mayKeepPlan } from './roles.ts';

/** The book, for who keeps the plan only: anybody else is told so before anything is shown or made. */
export function keptBook(ports: Ports): Book {
  const book = openBook(ports);
  return mayKeepPlan(book.plan, ports.who.email(), ports.clock.today()) ? book : refuse(REFUSALS.notAllowed);
}
