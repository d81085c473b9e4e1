import { sameWord } from '../../domain/core/word.ts';
import { ORIGIN_LABELS } from '../../words/core/labels.ts';
import { JOURNAL_WORDS, REFUSALS } from '../../words/core/refusals.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks } from '../base/office-cells.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { ConfirmReply } from '../replies/actions.ts';
import { proposalsIn } from './proposal-lines.ts';

/** Marks proposed deadlines and levels as confirmed by the office, those of the given `Mã`, or all: from then on they bind. */
export function confirmProposals(ports: Ports, { ids }: { readonly ids: readonly string[] }): ConfirmReply {
  const reply = verifiedWrite(ports, openBook(ports), (book) => {
    const proposals = proposalsIn(book);
    for (const id of ids) if (!proposals.some((at) => sameWord(at.id, id))) refuse(REFUSALS.noProposal(id));
    const chosen = ids.length === 0 ? proposals : proposals.filter((at) => ids.some((id) => sameWord(at.id, id)));
    const entries = chosen.map((at) => ({
      operation: 'confirm' as const,
      place: cellName(at),
      before: ORIGIN_LABELS.proposed,
      after: ORIGIN_LABELS.confirmed,
      note: JOURNAL_WORDS.confirmed,
    }));
    const cells = chosen.map((at) => ({ at, text: ORIGIN_LABELS.confirmed }));
    const blocks = [...journalBlocks(ports, book, notYetLogged(book, entries)), ...officeBlocks(book, cells)];
    return { blocks, reply: { confirmed: chosen.map(({ id }) => id), left: proposals.length - chosen.length } };
  });
  dropEditContexts(ports.cache);
  if (reply.confirmed.length > 0) refreshBook(ports, openBook(ports));
  return reply;
}
