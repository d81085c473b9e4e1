import type { Day } from '../domain/day.ts';
import type { Digest } from '../domain/digest.ts';
import { holdersOf, setting } from '../domain/settings.ts';
import { MAIL_NOTES } from '../words/app.ts';
import type { SaidMail } from '../words/mail.ts';
import type { Book, MailRow } from '../workbook/book.ts';
import type { MailReply } from './calls.ts';
import { composeMail } from './compose-mail.ts';
import { fingerprint } from './fingerprint.ts';
import { checkHeaders, isMailAddress } from './mail-address.ts';
import { isInDoubt, type Ledger, type Mark, mark, readLedger, recordIntent } from './mail-ledger.ts';
import { openBook } from './open-book.ts';
import { isClosed } from './period-state.ts';
import type { OutgoingMail, Ports } from './ports.ts';

/**
 * Mails the chairman what is new, at most once a day (design §7). Off until a period was closed once; `preview` only says
 * what would go. Several holders of the role each get their own mail; the answer tells of the first that was not quiet.
 */
export function sendMail(ports: Ports, { preview }: { readonly preview: boolean }): MailReply {
  const book = openBook(ports);
  return preview ? previewed(ports, book, 'preview') : sendMailOf(ports, book);
}

/** The same, not for a preview, on a book just read. */
export function sendMailOf(ports: Ports, book: Book): MailReply {
  if (!book.plan.periods.some((period) => isClosed(period) || period.state === 'reopened'))
    return previewed(ports, book, 'off-until-first-close');
  const recipients = recipientsOf(ports, book);
  if (recipients.length === 0) return outcome('no-recipient');
  const replies = recipients.map((recipient) => ports.lock.alone(() => sendTo(ports, book, recipient)) ?? outcome('busy'));
  return replies.find((reply) => reply.outcome !== 'nothing-new') ?? outcome('nothing-new');
}

function previewed(ports: Ports, book: Book, why: MailReply['outcome']): MailReply {
  const [recipient = ''] = recipientsOf(ports, book);
  return outcome(why, composeMail(book, ports.clock.today(), toldTo(book.mails, recipient))?.said);
}

function outcome(what: MailReply['outcome'], said?: SaidMail): MailReply {
  return { outcome: what, subject: said?.subject ?? null, text: said?.text ?? null, html: said?.html ?? null };
}

/** Valid addresses of who holds the chairman's role today, each once. */
function recipientsOf({ clock }: Ports, { plan }: Book): string[] {
  const today = clock.today();
  const role = setting(plan, 'chairman-role', today);
  const emails = role === null ? [] : holdersOf(plan, role, today).map(({ email }) => email.trim());
  return [...new Set(emails.filter(isMailAddress))];
}

function toldTo(mails: readonly MailRow[], recipient: string): MailRow[] {
  return mails.filter((mail) => mail.recipient.trim().toLowerCase() === recipient.toLowerCase());
}

/** One mail under the document's lock: the ledger is read inside it, so that two daily runs make one mail. */
function sendTo(ports: Ports, book: Book, recipient: string): MailReply {
  const today = ports.clock.today();
  const ledger = readLedger(ports);
  const told = toldTo(ledger.mails, recipient);
  mark(ports, interrupted(told));
  const todays = told.find(({ day, state }) => day === today && state !== 'failed');
  if (todays !== undefined) return outcome(isInDoubt(todays) ? 'in-doubt' : 'nothing-new');
  const composed = composeMail(book, today, told);
  if (composed === null) return outcome('nothing-new');
  if ((ports.mail.remaining() ?? 0) < 1) return outcome('no-quota', composed.said);
  return deliver(ports, ledger, {
    mail: outgoing(ports, book, { recipient, said: composed.said }),
    told,
    digest: composed.digest,
  });
}

/** Nobody else can be sending now: a mail still «Chờ gửi» was cut off, and nobody knows whether it went. */
function interrupted(told: readonly MailRow[]): Mark[] {
  const cut = told.filter(({ state }) => state === 'intent');
  return cut.map(({ id }) => ({ id, state: 'in-doubt', note: MAIL_NOTES.interrupted }));
}

type Delivery = { readonly mail: OutgoingMail; readonly told: readonly MailRow[]; readonly digest: Digest };

/** Intent → flush → send → mark → flush. A throw of the mailer leaves open whether the mail went, as a cut does. */
function deliver(ports: Ports, ledger: Ledger, { mail, told, digest }: Delivery): MailReply {
  checkHeaders(mail);
  const hash = fingerprint(`${mail.subject}\n${mail.text}`);
  const id = mailId(digest.asOf, mail.to, told);
  recordIntent(ports, ledger, { id, recipient: mail.to, day: digest.asOf, items: digest.keys, hash });
  const sent = trySend(ports, mail);
  mark(
    ports,
    sent ? [{ id, state: 'sent', note: '' }, ...carried(told, id)] : [{ id, state: 'in-doubt', note: MAIL_NOTES.thrown }],
  );
  return outcome(sent ? 'sent' : 'in-doubt', mail);
}

/** A second mail of a day, after a first that failed, has its own id: a doubled one could never be marked. */
function mailId(day: Day, to: string, told: readonly MailRow[]): string {
  const id = `${day} ${fingerprint(to.toLowerCase()).slice(0, 8)}`;
  const earlier = told.filter((mail) => mail.day === day).length;
  return earlier === 0 ? id : `${id} ${earlier + 1}`;
}

/** Earlier mails in doubt count as told once a mail that carries their matters is sent. */
function carried(told: readonly MailRow[], id: string): Mark[] {
  return told.filter(isInDoubt).map((mail) => ({ id: mail.id, state: 'told', note: MAIL_NOTES.carried(id) }));
}

function trySend({ mail: mailer }: Ports, mail: OutgoingMail): boolean {
  try {
    mailer.send(mail);
    return true;
  } catch {
    return false;
  }
}

function outgoing({ clock }: Ports, { plan }: Book, { recipient, said }: { recipient: string; said: SaidMail }): OutgoingMail {
  const today = clock.today();
  const clerk = setting(plan, 'clerk-role', today);
  const clerks = clerk === null ? [] : holdersOf(plan, clerk, today).map(({ email }) => email.trim());
  return {
    ...said,
    to: recipient,
    replyTo: clerks.find(isMailAddress) ?? '',
    senderName: setting(plan, 'unit-name', today) ?? '',
  };
}
