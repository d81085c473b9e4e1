import type { Day } from '../../domain/core/day.ts';
import { type Letter, type News, newsOf, type Trouble } from '../../domain/mail/letter.ts';
import { isInDoubt, mailsTo } from '../../domain/mail/mail-history.ts';
import { periodBeingEntered } from '../../domain/period/calendar.ts';
import { isSample, setting } from '../../domain/plan/settings.ts';
import { sayLetter } from '../../words/mail/letter-mail.ts';
import type { SaidMail } from '../../words/mail/mail-lines.ts';
import type { Book, MailRow } from '../../workbook/core/book.ts';
import { peopleToday } from './people.ts';

/** All that today's mails can tell, from a book just read. */
export function newsToday(book: Book, today: Day, troubles: readonly Trouble[]): News {
  return newsOf(book, {
    period: periodBeingEntered(book.plan.periods, today),
    today,
    people: peopleToday(book.plan, today),
    troubles,
  });
}

/** A letter in words, with what its reader must know of earlier mails to him. */
export function sayLetterOf(
  { plan }: Book,
  { period, today }: News,
  said: { letter: Letter; mails: readonly MailRow[] },
): SaidMail {
  const { letter, mails } = said;
  const doubtful = mailsTo(mails, letter.person.email).filter(isInDoubt);
  return sayLetter(letter, {
    asOf: today,
    period: period?.name ?? '',
    chairmanRole: setting(plan, 'chairman-role', today) ?? '',
    sample: isSample(plan),
    doubtfulDays: [...new Set(doubtful.map(({ day }) => day))].sort(),
  });
}
