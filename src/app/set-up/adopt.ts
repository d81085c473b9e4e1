import { ADOPT_NOTE, ADOPT_REFUSALS, sayProposal } from '../../words/set-up/adopt.ts';
import { a1 } from '../../workbook/core/address.ts';
import type { Book } from '../../workbook/core/book.ts';
import { ownLayoutRow, type Proposal } from '../../workbook/read/own-layout.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { appendRows } from '../../workbook/write/write.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { journalBlocks } from '../base/journal.ts';
import { openNear, tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import type { AdoptReply } from '../replies/actions.ts';

/**
 * Proposes which tabs and columns of the office are ours under other names; with the consent to just these proposals it
 * keeps them in `Thông tin chung`, where they can be seen, changed and taken back. No tab of the office is changed.
 */
export function adopt(ports: Ports, { agreed }: { readonly agreed: string }): AdoptReply {
  const { book, proposals } = openNear(ports);
  const token = fingerprint(JSON.stringify(proposals));
  const lines = proposals.map(sayNear);
  if (agreed === '' || proposals.length === 0) return { proposals: lines, token, adopted: 0 };
  if (agreed !== token) refuse(ADOPT_REFUSALS.proposalsChanged);
  keepLayout(ports, book, proposals);
  return { proposals: lines, token, adopted: proposals.length };
}

/** Writes the rows that say so, each in the log by its name. Refuses where the tab that keeps them is not there yet. */
export function keepLayout(ports: Ports, book: Book, proposals: readonly Proposal[]): void {
  const rows = proposals.map((one) => ownLayoutRow(nameOf(one), one.header, one.own));
  const logged = rows.map(({ name, value }) => ({ operation: 'adopt', place: name, after: value }) as const);
  verifiedWrite(ports, book, (read) => ({
    blocks: [
      ...appendRows(
        tableOf(read, 'settings'),
        rows.map((row) => ({ ...row, from: '', note: ADOPT_NOTE })),
      ),
      ...journalBlocks(ports, read, logged),
    ],
    reply: null,
    prepare: () => {
      for (const one of proposals) if (one.header === null) ports.workbook.remember(nameOf(one), one.sheetId);
    },
  }));
  dropEditContexts(ports.cache);
}

const nameOf = ({ tab }: Proposal): string => TABS.find((spec) => spec.key === tab)?.name ?? tab;

/** What of the office's own layout may be used, in words. */
export function sayNear({ header, own, tabName, ...at }: Proposal): string {
  return sayProposal({
    own,
    ours: header ?? nameOf({ header, own, tabName, ...at }),
    isTab: header === null,
    cell: a1({ ...at, tab: tabName }),
  });
}
