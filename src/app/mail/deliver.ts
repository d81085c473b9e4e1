import type { Day } from '../../domain/core/day.ts';
import type { Letter, News } from '../../domain/mail/letter.ts';
import { mailsTo } from '../../domain/mail/mail-history.ts';
import { setting } from '../../domain/plan/settings.ts';
import { MAIL_NOTES } from '../../words/core/refusals.ts';
import type { SaidMail } from '../../words/mail/mail-lines.ts';
import type { Book, MailRow } from '../../workbook/core/book.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { NOT_SENT, type OutgoingMail, type Ports } from '../base/ports.ts';
import type { MailOutcome } from '../replies/mail.ts';
import { checkHeaders } from './mail-address.ts';
import { carriedMarks, type Ledger, type Mark, mark, recordIntent } from './mail-ledger.ts';

type Delivery = { readonly book: Book; readonly news: News; readonly letter: Letter; readonly mail: SaidMail };
type Sent = Extract<MailOutcome, 'sent' | 'in-doubt' | 'failed'>;

/** Intent → flush → send → mark → flush. A throw of the mailer leaves open whether the mail went, as a cut does, unless it says that nothing left. */
export function deliver(ports: Ports, ledger: Ledger, delivery: Delivery): Sent {
  const { letter, mail, news } = delivery;
  const { today } = news;
  const outgoing = addressed(delivery);
  checkHeaders(outgoing);
  const earlier = mailsTo(ledger.mails, outgoing.to);
  const id = mailId(today, outgoing.to, earlier);
  const hash = fingerprint(`${mail.subject}\n${mail.text}`);
  const row = recordIntent(ports, ledger, { id, recipient: outgoing.to, day: today, items: letter.keys, hash });
  const state = trySend(ports, outgoing);
  mark(ports, [{ id, state, note: NOTES[state] }, ...carried(state, id, earlier)], [...ledger.mails, row]);
  return state;
}

const NOTES: Readonly<Record<Sent, string>> = { sent: '', 'in-doubt': MAIL_NOTES.thrown, failed: MAIL_NOTES.refused };

function carried(state: Sent, id: string, earlier: readonly MailRow[]): Mark[] {
  return state === 'sent' ? carriedMarks(earlier, MAIL_NOTES.carried(id)) : [];
}

/** A second mail of a day, after a first that failed, has its own id: a doubled one could never be marked. */
function mailId(day: Day, to: string, earlier: readonly MailRow[]): string {
  const id = `${day} ${fingerprint(to.toLowerCase()).slice(0, 8)}`;
  const before = earlier.filter((mail) => mail.day === day).length;
  return before === 0 ? id : `${id} ${before + 1}`;
}

/** By the error's name alone: what a message says depends on the language of the account. */
function trySend({ mail: mailer }: Ports, mail: OutgoingMail): Sent {
  try {
    mailer.send(mail);
    return 'sent';
  } catch (error) {
    return typeof error === 'object' && error !== null && 'name' in error && error.name === NOT_SENT ? 'failed' : 'in-doubt';
  }
}

/** Answers go to the clerk; what the clerk himself gets is answered to the account that sends. */
function addressed({ book, news, letter, mail }: Delivery): OutgoingMail {
  const { email: to, isClerk } = letter.person;
  const clerk = news.people.find((person) => person.isClerk);
  const senderName = setting(book.plan, 'unit-name', news.today) ?? '';
  return { ...mail, to, replyTo: isClerk ? '' : (clerk?.email ?? ''), senderName };
}
