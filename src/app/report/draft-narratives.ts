import { reportedAsOf } from '../../domain/period/calendar.ts';
import { isOpen } from '../../domain/period/period.ts';
import { draftsOf } from '../../domain/report/report-drafts.ts';
import { sayDraftAuthor } from '../../words/report/draft-mark.ts';
import { DRAFT_WORDS, draftKindsOf, sayDraft, sayDrafted } from '../../words/report/drafts.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { knownPeriod } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { keptBook } from '../base/roles.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import { composedReport } from './compose-report.ts';

/** Which parts were drafted, and a sentence about it. */
export type DraftReply = { readonly places: readonly string[]; readonly sentence: string };

/**
 * Writes a draft into each blank cell of `Nội dung báo cáo` that the workbook has something to say to, marked in `Người soạn`
 * until a person puts a name there. What somebody wrote is never touched. For who keeps the plan; `Nhật ký` says so.
 */
export function draftNarratives(ports: Ports, { period: name }: { readonly period: string }): DraftReply {
  const reply = verifiedWrite(ports, keptBook(ports), (book) => {
    const period = knownPeriod(book, name);
    if (!isOpen(period)) refuse(DRAFT_WORDS.closed(period.name));
    const today = ports.clock.today();
    const report = composedReport(book, { period, asOf: reportedAsOf(period, today), madeOn: today, version: 1, draft: true });
    const drafts = draftsOf(report, book);
    const parts = report.sections.flatMap(({ place, title, items }) =>
      items.some(({ is }) => is === 'narrative') ? [{ place, kinds: draftKindsOf(title) }] : [],
    );
    const withCauses = !parts.some(({ kinds }) => kinds.includes('causes') && !kinds.includes('shortcomings'));
    const written = parts.flatMap(({ place, kinds }) => {
      const at = (field: string) => ({ of: 'narrative', id: place, period: period.name, field }) as const;
      const { text, roles } = sayDraft(kinds, drafts, withCauses);
      const isFree = textAt(book, at('text')) === '' && (textAt(book, at('author')) ?? '').trim() === '';
      return text === '' || !isFree
        ? []
        : [{ place, cells: [cell(at('text'), text), cell(at('author'), sayDraftAuthor(roles))] }];
    });
    const cells = written.flatMap((part) => part.cells);
    const entries = cells.map(({ at, text }) => ({
      operation: 'draft' as const,
      place: cellName(at),
      before: '',
      after: text,
      note: DRAFT_WORDS.note,
    }));
    const blocks = [...journalBlocks(ports, book, notYetLogged(book, entries)), ...officeBlocks(book, cells)];
    return { blocks, reply: { places: written.map(({ place }) => place) } };
  });
  dropEditContexts(ports.cache);
  return { places: reply.places, sentence: sayDrafted(reply.places) };
}

const cell = <At>(at: At, text: string): { readonly at: At; readonly text: string } => ({ at, text });
