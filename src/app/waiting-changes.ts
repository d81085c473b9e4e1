import { pendingChanges } from './changes.ts';
import { keptBook } from './kept-book.ts';
import type { Ports } from './ports.ts';
import { placeOf } from './problem-lines.ts';
import type { WaitingChange } from './view-calls.ts';

/** Every change of the plan or of a closed period that waits for its reason: what, old, new, and when it was found. */
export function waitingChanges(ports: Ports): readonly WaitingChange[] {
  const book = keptBook(ports);
  const titles = new Map([...book.plan.indicators, ...book.plan.tasks].map(({ id, title }) => [id, title]));
  return pendingChanges(book).map(({ kind, name, at, before, after, logged }) => ({
    kind,
    name,
    before,
    after,
    id: at.id,
    period: at.period,
    title: titles.get(at.id) ?? '',
    header: name.split(' | ').pop() ?? '',
    found: logged?.at?.day ?? null,
    at: placeOf(book.addressOf(at)),
  }));
}
