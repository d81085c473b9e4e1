import type { Day } from '../core/day.ts';

/** A mail of the ledger as the rules need it: when, what it told, and whether it arrived. */
export type MailRecord = { readonly day: Day; readonly items: readonly string[]; readonly state: string };

/** A mail of the ledger, whoever it was for. */
export type LedgerMail = MailRecord & { readonly id: string; readonly recipient: string };

/** States of a mail that its reader has; in doubt: perhaps. A failed mail told nothing. */
const ARRIVED = ['sent', 'told'];
const IN_DOUBT = ['intent', 'in-doubt'];

/** The mails that their reader has, the latest first. */
export function arrivedMails(mails: readonly MailRecord[]): MailRecord[] {
  return mails.filter(({ state }) => ARRIVED.includes(state)).sort((left, right) => (left.day < right.day ? 1 : -1));
}

/** Everything ever told to the reader of these mails: a step of a reminder is told once. */
export function arrivedKeys(mails: readonly MailRecord[]): ReadonlySet<string> {
  return new Set(arrivedMails(mails).flatMap(({ items }) => items));
}

/** What a mail in doubt tells: it is told again, marked «có thể đã báo». */
export function doubtfulKeys(mails: readonly MailRecord[]): ReadonlySet<string> {
  return new Set(mails.filter(isInDoubt).flatMap(({ items }) => items));
}

/** The mails of one person; capitals make no other address. */
export function mailsTo<Mail extends { readonly recipient: string }>(mails: readonly Mail[], email: string): Mail[] {
  const wanted = email.trim().toLowerCase();
  return mails.filter(({ recipient }) => recipient.trim().toLowerCase() === wanted);
}

/** Whether nobody knows if the mail arrived: its run was cut between sending and marking. */
export function isInDoubt({ state }: Pick<MailRecord, 'state'>): boolean {
  return IN_DOUBT.includes(state);
}

/** Tells the clerk once of a mail in doubt. */
export function doubtKey({ id }: LedgerMail): string {
  return `${id}|mail|in-doubt`;
}

/** The last mail of each person when it failed: an earlier failure was made good, or is the same one. */
export function failures(mails: readonly LedgerMail[]): LedgerMail[] {
  const last = new Map(mails.map((mail) => [mail.recipient.toLowerCase(), mail]));
  return [...last.values()].filter(({ state }) => state === 'failed');
}

/** The same failure day after day is one; after a mail that arrived, the next is another. */
export function failureKey({ recipient }: LedgerMail, mails: readonly LedgerMail[]): string {
  return `${recipient.toLowerCase()}|mail|failed since ${arrivedMails(mailsTo(mails, recipient))[0]?.day ?? 'ever'}`;
}

const TEST = 'test';

/** A letter to oneself tells nothing, and stands in the way of no other mail of its day. */
export function testKey(day: Day): string {
  return `*|${day}|${TEST}`;
}

export function isTestKey(key: string): boolean {
  return key.startsWith('*|') && key.endsWith(`|${TEST}`);
}
