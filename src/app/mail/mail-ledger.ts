import { isInDoubt } from '../../domain/mail/mail-history.ts';
import { MAIL_STATE_LABELS } from '../../words/core/labels.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { MailRow, MailState } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { packItems } from '../../workbook/core/mail-items.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { MAILS } from '../../workbook/tabs/records.ts';
import { appendRows, rowBlocks, rowOf } from '../../workbook/write/write.ts';
import { now } from '../base/journal.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';

/** `Thư đã gửi` as it stands now. */
export type Ledger = { readonly table: TabTable; readonly mails: readonly MailRow[] };

/** What becomes of a mail already in the ledger. */
export type Mark = { readonly id: string; readonly state: MailState; readonly note: string };

/** Reads the ledger again; without it no mail may go, because nothing would remember it. */
export function readLedger({ workbook }: Ports): Ledger {
  const book = readBook(workbook.read([MAILS.name]));
  return { table: book.tables.get('mails') ?? refuse(REFUSALS.missingTab(MAILS.name)), mails: book.mails };
}

/** Writes that a mail is about to go, and makes sure it is on disk before anything is sent. Gives the row. */
export function recordIntent(ports: Ports, { table }: Ledger, mail: Omit<MailRow, 'state' | 'note'>): MailRow {
  const row: MailRow = { ...mail, state: 'intent', note: '' };
  ports.workbook.write(appendRows(table, [cellsOf(ports, row)]));
  ports.workbook.flush();
  return row;
}

function cellsOf(ports: Ports, { id, recipient, day, items, hash, state, note }: MailRow): Readonly<Record<string, CellValue>> {
  const row = { id, recipient, day: { day, minutes: 0 }, items: packItems(items), hash };
  return { ...row, state: MAIL_STATE_LABELS[state], at: now(ports), note };
}

/**
 * Marks mails by their id, wherever their rows stand by now, and makes sure the marks are on disk. A row that was there
 * before and is gone, because somebody moved rows while it was written, is put back: a mail forgotten would go again.
 */
export function mark(ports: Ports, marks: readonly Mark[], known: readonly MailRow[]): void {
  if (marks.length === 0) return;
  const { table, mails } = readLedger(ports);
  const edits = marks.flatMap(({ id, state, note }) => {
    const row = rowOf(table, [id]);
    return row === null ? [] : [{ row, values: { state: MAIL_STATE_LABELS[state], at: now(ports), note } }];
  });
  const there = new Set(mails.map(({ id }) => id));
  const gone = known.filter(({ id }) => !there.has(id));
  const marked = gone.map((mail) => ({ ...mail, ...marks.find(({ id }) => id === mail.id) }));
  const back = appendRows(
    table,
    marked.map((mail) => cellsOf(ports, mail)),
  );
  ports.workbook.write([...rowBlocks(table, edits), ...back]);
  ports.workbook.flush();
}

/** Of mails that are still «Chờ gửi»: whoever holds the document's lock knows that nobody is sending them any more. */
export function interruptedMarks(mails: readonly MailRow[], note: string): Mark[] {
  return mails.filter(({ state }) => state === 'intent').map(({ id }) => ({ id, state: 'in-doubt', note }));
}

/** Earlier mails in doubt count as told once a mail that carries their alerts is sent. */
export function carriedMarks(mails: readonly MailRow[], note: string): Mark[] {
  return mails.filter(isInDoubt).map(({ id }) => ({ id, state: 'told', note }));
}
