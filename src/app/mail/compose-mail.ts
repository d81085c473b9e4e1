import { type Day, yearOf } from '../../domain/core/day.ts';
import { fold } from '../../domain/core/word.ts';
import { type Letter, type News, newsOf, type Person, type Trouble } from '../../domain/mail/letter.ts';
import { isInDoubt, mailsTo } from '../../domain/mail/mail-history.ts';
import { type RegisterNews, registerNews } from '../../domain/mail/registers.ts';
import { openFirst } from '../../domain/period/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { holdersOn, isSample, setting, settingList } from '../../domain/plan/settings.ts';
import { scoreSheet } from '../../domain/scores/score.ts';
import { surveysIn } from '../../domain/surveys/survey.ts';
import { sayLetter } from '../../words/mail/letter-mail.ts';
import type { SaidMail } from '../../words/mail/mail-lines.ts';
import type { Book, MailRow } from '../../workbook/core/book.ts';
import { knownFigures } from '../../workbook/read/known-figures.ts';
import { scoresOf } from '../../workbook/read/read-scores.ts';
import { lastClosed } from '../base/period-state.ts';
import { returnedRows } from '../entry/appraisals.ts';
import { isMailAddress } from './mail-address.ts';

/** All that today's mails can tell, from a book just read. */
export function newsToday(book: Book, today: Day, troubles: readonly Trouble[]): News {
  const { periods } = book.plan;
  const open = openFirst(periods, today);
  const last = lastClosed(periods);
  // Where none is open nobody owes an entry, but work still falls due.
  const quiet = last === null ? [] : [{ ...last, entryDueOn: null, sendDueOn: null }];
  return newsOf(book, {
    periods: open.length > 0 ? open : quiet,
    today,
    people: peopleToday(book.plan, today),
    returned: returnedRows(book, open, today),
    troubles,
    registers: registersToday(book, today),
  });
}

/** Of the newest year that is scored, if it is not long over, and of the surveys. */
function registersToday(book: Book, today: Day): RegisterNews {
  const { rows } = scoresOf(book);
  const year = rows.reduce<number | null>((newest, row) => (newest === null || row.year > newest ? row.year : newest), null);
  const isAsked = year !== null && year >= yearOf(today) - 1;
  const sheet = isAsked ? scoreSheet(rows, year, knownFigures(book, today)) : null;
  return registerNews({ plan: book.plan, sheet, surveys: surveysIn(book.surveys), today });
}

/** A letter in words, with what its reader must know of earlier mails to him. */
export function sayLetterOf(
  { plan }: Book,
  { open: [main], today }: News,
  said: { readonly letter: Letter; readonly mails: readonly MailRow[]; readonly place: string },
): SaidMail {
  const { letter, mails, place } = said;
  const doubtful = mailsTo(mails, letter.person.email).filter(isInDoubt);
  return sayLetter(letter, {
    asOf: today,
    period: main?.period.name ?? '',
    chairmanRole: settingList(plan, 'chairman-role', today)[0] ?? '',
    sample: isSample(plan),
    place,
    doubtfulDays: [...new Set(doubtful.map(({ day }) => day))].sort(),
  });
}

/** Everybody who may be written to today: one person per address, with all the roles held under it. */
export function peopleToday(plan: Plan, today: Day): Person[] {
  const [chairman = '', ...informed] = settingList(plan, 'chairman-role', today).map(fold);
  const clerk = fold(setting(plan, 'clerk-role', today) ?? '');
  const people = new Map<string, Person>();
  for (const { role, email, person } of holdersOn(plan, today)) {
    const address = email.trim();
    if (!isMailAddress(address)) continue;
    const known = people.get(address.toLowerCase()) ?? NOBODY;
    people.set(address.toLowerCase(), {
      email: known.email || address,
      name: known.name || person.trim(),
      roles: [...known.roles, role],
      isChairman: known.isChairman || (chairman !== '' && fold(role) === chairman),
      isInformed: known.isInformed === true || informed.includes(fold(role)),
      isClerk: known.isClerk || (clerk !== '' && fold(role) === clerk),
    });
  }
  return [...people.values()];
}

const NOBODY: Person = { email: '', name: '', roles: [], isChairman: false, isClerk: false };
