import { REFUSALS } from '../words/app.ts';
import { MAIL_STATE_LABELS } from '../words/labels.ts';
import type { MailRow, MailState } from '../workbook/book.ts';
import { readBook } from '../workbook/read-book.ts';
import type { TabTable } from '../workbook/table.ts';
import { MAILS } from '../workbook/tabs/records.ts';
import { appendRows, rowBlocks, rowOf } from '../workbook/write.ts';
import { now } from './journal.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';

/** `Thư đã gửi` as it stands now. */
export type Ledger = { readonly table: TabTable; readonly mails: readonly MailRow[] };

/** What becomes of a mail already in the ledger. */
export type Mark = { readonly id: string; readonly state: MailState; readonly note: string };

/** Reads the ledger anew; without it no mail may go, because nothing would remember it. */
export function readLedger({ workbook }: Ports): Ledger {
  const book = readBook(workbook.read([MAILS.name]));
  return { table: book.tables.get('mails') ?? refuse(REFUSALS.missingTab(MAILS.name)), mails: book.mails };
}

/** Writes that a mail is about to go, and makes sure it is on disk before anything is sent. */
export function recordIntent(ports: Ports, { table }: Ledger, mail: Omit<MailRow, 'state' | 'note'>): void {
  const { id, recipient, day, items, hash } = mail;
  const row = { id, recipient, day: { day, minutes: 0 }, items: items.join('\n'), hash, state: MAIL_STATE_LABELS.intent };
  ports.workbook.write(appendRows(table, [{ ...row, at: now(ports), note: '' }]));
  ports.workbook.flush();
}

/** Marks mails by their id, wherever their rows stand by now, and makes sure the marks are on disk. */
export function mark(ports: Ports, marks: readonly Mark[]): void {
  if (marks.length === 0) return;
  const { table } = readLedger(ports);
  const edits = marks.flatMap(({ id, state, note }) => {
    const row = rowOf(table, [id]);
    return row === null ? [] : [{ row, values: { state: MAIL_STATE_LABELS[state], at: now(ports), note } }];
  });
  ports.workbook.write(rowBlocks(table, edits));
  ports.workbook.flush();
}

/** Whether nobody knows if the mail arrived: its run was cut between sending and marking. */
export function isInDoubt({ state }: MailRow): boolean {
  return state === 'intent' || state === 'in-doubt';
}
