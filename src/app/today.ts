import { matters } from '../domain/digest.ts';
import { isSample } from '../domain/settings.ts';
import { sayInDoubt } from '../words/app.ts';
import { sayMatter } from '../words/mail.ts';
import { sayPeriodLine } from '../words/overview.ts';
import { MAILS } from '../workbook/tabs/records.ts';
import type { Book } from '../workbook/book.ts';
import type { Assessment } from './assess.ts';
import { assess } from './assess.ts';
import type { TodayView } from './calls.ts';
import { isInDoubt } from './mail-ledger.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { placeOf } from './problem-lines.ts';
import { owedByRole } from './reminders.ts';

/** `Việc hôm nay`: the period, its counts, what asks for attention, all problems, and who owes what; writes nothing. */
export function todayView(ports: Ports): TodayView {
  const today = ports.clock.today();
  const book = openBook(ports);
  const { period, evaluation, problems, counts } = assess(book, today);
  return {
    today,
    sample: isSample(book.plan),
    period: period === null ? null : { name: period.name, line: sayPeriodLine(book.plan, period, today) },
    counts,
    attention: [...doubts(book), ...mattersOf(book, { period, evaluation, problems, counts })],
    problems,
    owed: evaluation === null ? [] : owedByRole(book.plan, evaluation),
  };
}
