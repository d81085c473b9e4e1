import type { Day } from '../../domain/core/day.ts';
import type { Period } from '../../domain/period/period.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { officeBlocks } from '../base/office-cells.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import { sentStep } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { refreshBook } from '../judging/refresh.ts';

/** Records that the report of a closed period went to the superior: the day, if nobody typed one, and the state. */
export function markSent(ports: Ports, { period: name }: { readonly period: string }) {
  const reply = verifiedWrite(ports, openBook(ports), (book) => {
    const period = knownPeriod(book, name);
    if (period.state !== 'closed') refuse(REFUSALS.notClosed(period.name));
    const on = period.sentOn ?? ports.clock.today();
    const step = sentStep(ports, book, { period, note: period.sentOn === null ? on : '' });
    const day = period.sentOn === null ? dayBlocks(book, period, on) : [];
    // The log, the day, and the state last, which says that all is written.
    const blocks = [...step.slice(0, -1), ...day, ...step.slice(-1)];
    return { blocks, reply: { period: period.name, on } };
  });
  refreshBook(ports, openBook(ports));
  return reply;
}

function dayBlocks(book: Book, { name }: Period, on: Day): Block[] {
  return officeBlocks(book, [{ at: { of: 'period', id: name, period: '', field: 'sentOn' }, text: on }]);
}
