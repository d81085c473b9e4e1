import type { Source } from '../../domain/core/source.ts';
import { isBlank } from '../../domain/core/word.ts';
import { isOpen } from '../../domain/period/period.ts';
import { OPINION_WORDS } from '../../words/mail/letters-page.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import type { OpinionReply, OpinionRequest } from '../replies/letters.ts';

/** Writes what the chairman answered into `Ý kiến chỉ đạo` of these rows: «Đồng ý 1, 3» is one answer to two of them. `Nhật ký` says so; it can be undone. */
export function recordOpinion(ports: Ports, { rows, opinion }: OpinionRequest): OpinionReply {
  if (isBlank(opinion) || rows.length === 0) refuse(OPINION_WORDS.blank);
  const said = opinion.trim();
  const reply = verifiedWrite(ports, openBook(ports), (book) => {
    const changed = rows.flatMap(({ of, id, period }) => {
      const known = knownPeriod(book, period);
      if (!isOpen(known)) refuse(OPINION_WORDS.closed(known.name));
      const at: Source = { of, id, period: known.name, field: 'directive' };
      const before = textAt(book, at) ?? refuse(OPINION_WORDS.noRow(id, period));
      return before === said ? [] : [{ at, before }];
    });
    const entries = changed.map(({ at, before }) => {
      return { operation: 'enter' as const, place: cellName(at), before, after: said, note: OPINION_WORDS.note };
    });
    const cells = changed.map(({ at }) => ({ at, text: said }));
    const blocks = [...journalBlocks(ports, book, notYetLogged(book, entries)), ...officeBlocks(book, cells)];
    return { blocks, reply: { recorded: changed.length, sentence: OPINION_WORDS.recorded(rows.length) } };
  });
  dropEditContexts(ports.cache);
  return reply;
}
