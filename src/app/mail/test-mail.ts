import type { Day } from '../../domain/core/day.ts';
import { isTestKey, testKey } from '../../domain/mail/mail-history.ts';
import { setting } from '../../domain/plan/settings.ts';
import { sayTestMail, TEST_MAIL_WORDS } from '../../words/mail/letters-page.ts';
import type { Book, MailRow } from '../../workbook/core/book.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import type { TestMailReply } from '../replies/letters.ts';
import { newsToday } from './compose-mail.ts';
import { isMailAddress } from './mail-address.ts';
import { readLedger } from './mail-ledger.ts';
import { deliver } from './send-mail.ts';

/** Sends a letter that tells nothing to whoever asks, through the same ledger as every other; at most one a day. */
export function testMail(ports: Ports): TestMailReply {
  const book = openBook(ports);
  const today = ports.clock.today();
  const to = addressOf(ports, book, today);
  const outcome = ports.lock.alone(() => {
    const ledger = readLedger(ports);
    if (ledger.mails.some((mail) => isTestOf(mail, to, today))) return 'already';
    if ((ports.mail.remaining() ?? 0) < 1) return 'no-quota';
    const news = newsToday(book, today, []);
    const person = { email: to, name: '', roles: [], isChairman: false, isClerk: true };
    const letter = { person, digest: null, clerk: null, own: null, keys: [testKey(today)] };
    const mail = sayTestMail({ day: today, minutes: ports.clock.minutes(), unit: setting(book.plan, 'unit-name', today) ?? '' });
    return deliver(ports, ledger, { book, news, letter, mail });
  });
  return {
    sentence: typeof outcome === 'object' && outcome !== null ? sayDelivered(outcome, to) : TEST_MAIL_WORDS[outcome ?? 'busy'],
  };
}

/** With why the server did not take it, where that is known. */
function sayDelivered({ state, why }: ReturnType<typeof deliver>, to: string): string {
  return state === 'sent' ? TEST_MAIL_WORDS.sent(to) : [TEST_MAIL_WORDS[state], why].filter((part) => part !== '').join(' ');
}

/** The caller, or, where the host cannot tell, whoever keeps the plan. */
function addressOf({ who }: Ports, book: Book, today: Day): string {
  const asked = who.email().trim();
  const clerk = newsToday(book, today, []).people.find(({ isClerk }) => isClerk)?.email ?? '';
  const to = asked === '' ? clerk : asked;
  return isMailAddress(to) ? to : refuse(TEST_MAIL_WORDS.noAddress);
}

function isTestOf({ recipient, day, items, state }: MailRow, to: string, today: Day): boolean {
  return recipient.toLowerCase() === to.toLowerCase() && day === today && state !== 'failed' && items.some(isTestKey);
}
