import { isBlank, tidy } from '../../domain/core/word.ts';
import type { Appraisal } from '../../domain/period/appraisal.ts';
import { isOpen } from '../../domain/period/period.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { APPRAISAL_REFUSALS, sayAppraisal } from '../../words/entry/appraisal.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import type { AppraiseReply, EnterRequest } from '../replies/enter.ts';
import { isAppraising, sealOf } from './appraisals.ts';
import { entryKeyOf, rowToEnter } from './enter.ts';

type Request = Pick<EnterRequest, 'tab' | 'id' | 'period'> & { readonly appraisal: Appraisal; readonly reason: string };

/** Says of a row what whoever keeps the plan thinks of it, sealed with what is typed there now: once that changes, it is to be looked at again. */
export function appraise(ports: Ports, { tab, id, period, appraisal, reason }: Request): AppraiseReply {
  const why = appraisal === 'returned' ? tidy(reason) : '';
  if (appraisal === 'returned' && isBlank(why)) refuse(APPRAISAL_REFUSALS.noReason);
  return verifiedWrite(ports, openBook(ports), (book) => {
    if (!isAppraising(book, ports.clock.today())) refuse(APPRAISAL_REFUSALS.off);
    const row = rowToEnter(book, entryKeyOf(tab), { id, period });
    if (!isOpen(row.period)) refuse(REFUSALS.periodIsClosed(row.period.name));
    const at = { of: row.of, id: row.id, period: row.period.name };
    const seal = sealOf(book, at);
    if (seal === '') refuse(APPRAISAL_REFUSALS.nothing(row.id));
    const cells = [
      { at: { ...at, field: 'appraisal' }, text: sayAppraisal(appraisal, why) },
      { at: { ...at, field: 'appraised' }, text: seal },
    ].map((cell) => ({ ...cell, before: textAt(book, cell.at) ?? refuse(APPRAISAL_REFUSALS.noColumns) }));
    const changed = cells.filter(({ before, text }) => before !== text);
    const entries = changed.map(({ at: place, before, text }) => {
      return { operation: 'appraise' as const, place: cellName(place), before, after: text };
    });
    const blocks = [...journalBlocks(ports, book, notYetLogged(book, entries)), ...officeBlocks(book, changed)];
    return { blocks, reply: { state: appraisal, reason: why } };
  });
}
