import type { Period } from '../domain/period.ts';
import { setting } from '../domain/settings.ts';
import { fold } from '../domain/word.ts';
import { REFUSALS } from '../words/app.ts';
import type { Book } from '../workbook/book.ts';
import { nearLayout, withProposals } from '../workbook/near-headers.ts';
import type { Proposal } from '../workbook/own-layout.ts';
import { readBook } from '../workbook/read-book.ts';
import type { TabKey } from '../workbook/tab.ts';
import type { TabTable } from '../workbook/table.ts';
import { TABS } from '../workbook/tabs/all.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';

/** The layout of workbooks this build writes (`Phiên bản sổ`). */
const WORKBOOK_VERSION = 1;

/** The whole workbook in one read; refuses one that a newer build made, before anything is written to it. */
export function openBook(ports: Pick<Ports, 'workbook' | 'clock'>): Book {
  return openNear(ports).book;
}

/** The same, with what of the office's own layout may be taken over. */
export function openNear({ workbook, clock }: Pick<Ports, 'workbook' | 'clock'>): { book: Book; proposals: readonly Proposal[] } {
  const raw = workbook.read('all');
  const book = readBook(raw);
  const version = setting(book.plan, 'workbook-version', clock.today());
  if (version !== null && Number(version) > WORKBOOK_VERSION) refuse(REFUSALS.newerWorkbook(version));
  const proposals = nearLayout(raw, book);
  return { book: { ...book, problems: withProposals(book.problems, proposals) }, proposals };
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
