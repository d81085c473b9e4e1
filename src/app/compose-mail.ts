import { periodBeingEntered } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import { type Digest, digest } from '../domain/digest.ts';
import { matters, rightNow } from '../domain/matter.ts';
import { evaluate } from '../domain/evaluate.ts';
import { isSample, setting } from '../domain/settings.ts';
import { type SaidMail, sayMail } from '../words/mail.ts';
import type { Book, MailRow } from '../workbook/book.ts';
import { isInDoubt } from './mail-ledger.ts';

export type ComposedMail = { readonly digest: Digest; readonly said: SaidMail };

/** What the mail of today says to the reader of these earlier mails; `null` when nothing is new or no period is being entered. */
export function composeMail(book: Book, today: Day, told: readonly MailRow[]): ComposedMail | null {
  const period = periodBeingEntered(book.plan.periods, today);
  if (period === null) return null;
  const evaluation = evaluate(book, { period, asOf: today });
  const found = matters(evaluation, book, today);
  const right = rightNow(evaluation);
  const tidings = digest({ matters: found, mails: told, asOf: today, period: period.name, right });
  if (tidings === null) return null;
  const doubtfulDays = [...new Set(told.filter(isInDoubt).map(({ day }) => day))].sort();
  const recipientRole = setting(book.plan, 'chairman-role', today) ?? '';
  return { digest: tidings, said: sayMail(tidings, { recipientRole, sample: isSample(book.plan), doubtfulDays }) };
}
