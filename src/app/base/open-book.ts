import { fold } from '../../domain/core/word.ts';
import type { Period } from '../../domain/period/period.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { nearLayout, withProposals } from '../../workbook/adopt/near-headers.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { TabKey, TabTable } from '../../workbook/core/tab.ts';
import { isNewer, olderWorkbook, versionOf } from '../../workbook/core/version.ts';
import type { Proposal } from '../../workbook/read/own-layout.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { filesGone } from './gone-files.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';

type Read = Pick<Ports, 'workbook'> & Partial<Pick<Ports, 'documents'>>;

/** The whole workbook in one read; refuses one that a newer build made, before anything is written to it. */
export function openBook(ports: Read): Book {
  return openNear(ports).book;
}

/** The same, with what of the office's own layout may be taken over. */
export function openNear({ workbook, documents }: Read): { book: Book; proposals: readonly Proposal[] } {
  const raw = workbook.read('all');
  const book = readBook(raw);
  if (isNewer(book)) refuse(REFUSALS.newerWorkbook(String(versionOf(book))));
  const proposals = nearLayout(raw, book);
  const goneFiles = documents === undefined ? undefined : goneFrom(book, documents);
  return {
    book: {
      ...book,
      ...(goneFiles === undefined ? {} : { goneFiles }),
      problems: [...withProposals(book.problems, proposals), ...olderWorkbook(book)],
    },
    proposals,
  };
}

/** Asks the host once, and only when somebody wants to know. */
function goneFrom(book: Book, documents: Ports['documents']): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | null = null;
  return () => {
    known ??= filesGone(book, documents);
    return known;
  };
}

/** The period of that name, tolerant of case and spaces; otherwise refuses and names those there are. */
export function knownPeriod({ plan }: Book, name: string): Period {
  const found = plan.periods.find((period) => fold(period.name) === fold(name));
  return (
    found ??
    refuse(
      REFUSALS.unknownPeriod(
        name,
        plan.periods.map((period) => period.name),
      ),
    )
  );
}

/** A table an action cannot do without. */
export function tableOf(book: Book, key: TabKey): TabTable {
  const name = TABS.find((spec) => spec.key === key)?.name ?? key;
  return book.tables.get(key) ?? refuse(REFUSALS.missingTab(name));
}
