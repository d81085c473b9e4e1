import type { Day } from '../../domain/core/day.ts';
import { type Letter, lettersOf, letterTo, type News, type Trouble } from '../../domain/mail/letter.ts';
import { readFault } from '../../domain/mail/mail-fault.ts';
import { isTestKey, mailsTo } from '../../domain/mail/mail-history.ts';
import { isClosed } from '../../domain/period/period.ts';
import { setting } from '../../domain/plan/settings.ts';
import { MAIL_NOTES, sayMailFault } from '../../words/core/refusals.ts';
import type { SaidMail } from '../../words/mail/mail-lines.ts';
import type { Book, MailRow } from '../../workbook/core/book.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { openBook } from '../base/open-book.ts';
import { NOT_SENT, type OutgoingMail, type Ports } from '../base/ports.ts';
import type { MailLine, MailOutcome, MailReply } from '../replies/mail.ts';
import { newsToday, sayLetterOf } from './compose-mail.ts';
import { checkHeaders } from './mail-address.ts';
import { carriedMarks, interruptedMarks, type Ledger, type Mark, mark, readLedger, recordIntent } from './mail-ledger.ts';

/**
 * Mails everybody what is new for him, at most once a day: the chairman what turned bad, the clerk who owes what,
 * the leads their own rows. Off until a period was closed once; `preview` only says what would go.
 */
export function sendMail(ports: Ports, { preview }: { readonly preview: boolean }): MailReply {
  const book = openBook(ports);
  return preview ? previewed(ports, book, 'preview') : sendMailOf(ports, book, []);
}

/** The same, not for a preview, on a book just read; the clerk is told of the troubles too. */
export function sendMailOf(ports: Ports, book: Book, troubles: readonly Trouble[]): MailReply {
  if (!book.plan.periods.some((period) => isClosed(period) || period.state === 'reopened'))
    return previewed(ports, book, 'off-until-first-close');
  return sendNews(ports, book, newsToday(book, ports.clock.today(), troubles));
}

/** Sends what these news hold for each person. */
export function sendNews(ports: Ports, book: Book, news: News): MailReply {
  const mails = settleInterrupted(ports, book);
  const letters = lettersOf(news, mails).filter(({ person }) => !hadMail(mails, person.email, news.today));
  const run = sendAll(ports, { book, news, letters, place: placeFor(ports, letters) });
  const loud = run.lines.find(({ outcome }) => outcome !== 'nothing-new');
  const isChairmanKnown = news.people.some(({ isChairman }) => isChairman);
  const quiet = isChairmanInDoubt(mails, news) ? 'in-doubt' : 'nothing-new';
  const outcome = isChairmanKnown ? (loud?.outcome ?? quiet) : 'no-recipient';
  const { subject = null, text = null, html = null } = loud ?? {};
  return { outcome, subject, text, html, mails: run.lines, queued: run.queued };
}

/** Asked only when there is a letter to write it into. */
function placeFor({ workbook }: Ports, letters: readonly Letter[]): string {
  return letters.length === 0 ? '' : workbook.place();
}

function isChairmanInDoubt(mails: readonly MailRow[], { today, people }: News): boolean {
  const his = people.filter(({ isChairman }) => isChairman).flatMap(({ email }) => mailsTo(mails, email));
  return his.some(({ day, state }) => day === today && state === 'in-doubt');
}

/** At most one mail a day; one that surely did not go does not count, nor does a letter to oneself. */
export function hadMail(mails: readonly MailRow[], email: string, today: Day): boolean {
  return mailsTo(mails, email).some(({ day, state, items }) => day === today && state !== 'failed' && !items.some(isTestKey));
}

function previewed(ports: Ports, book: Book, why: MailOutcome): MailReply {
  const news = newsToday(book, ports.clock.today(), []);
  const letters = lettersOf(news, book.mails);
  const place = placeFor(ports, letters);
  const lines = letters.map((letter) => lineOf(letter, why, sayLetterOf(book, news, { letter, mails: book.mails, place })));
  const chairmans = lines.find(({ about }) => about.includes('digest'));
  return { outcome: why, subject: null, text: null, html: null, ...said(chairmans), mails: lines, queued: 0 };
}

function said(line: MailLine | undefined): Pick<MailLine, 'subject' | 'text' | 'html'> | Record<string, never> {
  return line === undefined ? {} : { subject: line.subject, text: line.text, html: line.html };
}

function lineOf(
  { person, digest, clerk, own }: Letter,
  outcome: MailOutcome,
  mail: { subject: string; text: string; html: string },
): MailLine {
  const about = { digest, clerk, own };
  const parts = (['digest', 'clerk', 'own'] as const).filter((part) => about[part] !== null);
  return { to: person.email, about: parts, outcome, ...mail };
}

/** A mail still «Chờ gửi» was cut off, and nobody knows whether it went. Only under the lock: nobody else can be sending then. */
function settleInterrupted(ports: Ports, book: Book): readonly MailRow[] {
  if (!book.mails.some(({ state }) => state === 'intent')) return book.mails;
  const settled = ports.lock.alone(() => {
    const ledger = readLedger(ports);
    mark(ports, interruptedMarks(ledger.mails, MAIL_NOTES.interrupted), ledger.mails);
    return ledger.mails;
  });
  const cut = new Set((settled ?? []).filter(({ state }) => state === 'intent').map(({ id }) => id));
  return (settled ?? book.mails).map((mail) => (cut.has(mail.id) ? { ...mail, state: 'in-doubt' } : mail));
}

type Batch = { readonly book: Book; readonly news: News; readonly letters: readonly Letter[]; readonly place: string };
type MailRun = { readonly lines: readonly MailLine[]; readonly queued: number };

/** This many failures in a row mean that the mail server is down: to go on would only leave more mails in doubt. */
const MOST_FAILURES = 3;

/** Google ends a run after six minutes, perhaps in the middle of a mail: what has not begun by then waits for the next run. */
const MOST_MINUTES = 4;

/**
 * One mail after the other, the most important first. What cannot go today waits: the next run finds it unsaid. A service
 * that fails with one mail does not keep the others from going; it is thrown at the end, for the entry point.
 */
function sendAll(ports: Ports, { letters, ...batch }: Batch): MailRun {
  const lines: MailLine[] = [];
  const thrown: unknown[] = [];
  const began = ports.clock.minutes();
  let inARow = 0;
  for (const letter of letters) {
    if (
      inARow >= MOST_FAILURES ||
      ports.clock.minutes() - began >= MOST_MINUTES ||
      lines[lines.length - 1]?.outcome === 'no-quota'
    )
      break;
    try {
      const line = sendOne(ports, { ...batch, letter });
      lines.push(line);
      inARow = line.outcome === 'failed' || line.outcome === 'in-doubt' ? inARow + 1 : 0;
    } catch (error) {
      thrown.push(error);
    }
  }
  if (thrown.length > 0) throw thrown[0];
  const waiting = lines.filter(({ outcome }) => outcome === 'no-quota' || outcome === 'busy').length;
  return { lines, queued: letters.length - lines.length + waiting };
}

type OneLetter = Omit<Batch, 'letters'> & { readonly letter: Letter };

/** One mail under the document's lock: the ledger is read inside it, so that two daily runs make one mail. */
function sendOne(ports: Ports, one: OneLetter): MailLine {
  const { book, news, letter, place } = one;
  const outcome = ports.lock.alone(() => sendUnderLock(ports, one, readLedger(ports)));
  return outcome ?? lineOf(letter, 'busy', sayLetterOf(book, news, { letter, mails: book.mails, place }));
}

function sendUnderLock(ports: Ports, { book, news, letter: planned, place }: OneLetter, ledger: Ledger): MailLine {
  const { mails } = ledger;
  const letter = letterTo(planned.person, news, mails);
  const mail = sayLetterOf(book, news, { letter: letter ?? planned, mails, place });
  if (letter === null || hadMail(mails, planned.person.email, news.today)) return lineOf(planned, 'nothing-new', mail);
  if ((ports.mail.remaining() ?? 0) < 1) return lineOf(letter, 'no-quota', mail);
  const { state, why } = deliver(ports, ledger, { book, news, letter, mail });
  const line = lineOf(letter, state, mail);
  return why === '' ? line : { ...line, why };
}

type Delivery = { readonly book: Book; readonly news: News; readonly letter: Letter; readonly mail: SaidMail };
/** What became of a mail; `why` is a sentence, '' where nothing went wrong or nobody can tell. */
export type Delivered = { readonly state: Sent; readonly why: string };
type Sent = Extract<MailOutcome, 'sent' | 'in-doubt' | 'failed'>;

/** Intent → flush → send → mark → flush. A throw of the mailer leaves open whether the mail went, as a cut does, unless it says that nothing left. */
export function deliver(ports: Ports, ledger: Ledger, delivery: Delivery): Delivered {
  const { letter, mail, news } = delivery;
  const { today } = news;
  const outgoing = addressed(delivery);
  checkHeaders(outgoing);
  const earlier = mailsTo(ledger.mails, outgoing.to);
  const id = mailId(today, outgoing.to, earlier);
  const hash = fingerprint(`${mail.subject}\n${mail.text}`);
  const row = recordIntent(ports, ledger, { id, recipient: outgoing.to, day: today, items: letter.keys, hash });
  const { state, why } = trySend(ports, outgoing);
  const note = [why, NOTES[state]].filter((part) => part !== '').join(' ');
  mark(ports, [{ id, state, note }, ...carried(state, id, earlier)], [...ledger.mails, row]);
  return { state, why };
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

/** Whether it went, by the error's name alone, and why by the code that its message carries: all else depends on the language of the account. */
function trySend({ mail: mailer }: Ports, mail: OutgoingMail): Delivered {
  try {
    mailer.send(mail);
    return { state: 'sent', why: '' };
  } catch (error) {
    const { name, message }: { name?: unknown; message?: unknown } = Object(error);
    const fault = readFault(String(message));
    return { state: name === NOT_SENT ? 'failed' : 'in-doubt', why: fault === null ? '' : sayMailFault(fault) };
  }
}

/** Answers go to the clerk; what the clerk himself gets is answered to the account that sends. */
function addressed({ book, news, letter, mail }: Delivery): OutgoingMail {
  const { email: to, isClerk } = letter.person;
  const clerk = news.people.find((person) => person.isClerk);
  const senderName = setting(book.plan, 'unit-name', news.today) ?? '';
  return { ...mail, to, replyTo: isClerk ? '' : (clerk?.email ?? ''), senderName };
}
