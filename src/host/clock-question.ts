import { type Day, daysBetween, parseDay } from '../domain/core/day.ts';
import type { Operation } from '../domain/history/journal.ts';
import { CLOCK_WORDS } from '../words/host/clock.ts';
import { MENU_TITLE } from '../words/pages/menu.ts';
import { JOURNAL, MAILS } from '../workbook/tabs/records.ts';
import { bookOf } from './core/office.ts';
import { Unusable } from './core/unusable.ts';
import type { Session } from './session.ts';

/**
 * Days without a mail after which the machine's clock is doubted. A report at least every half year is usual; a battery that is empty
 * puts a clock years away, and the mails of such a day would keep back the right ones until it comes.
 */
const FAR = 200;

/**
 * Asks before anything is mailed on a day far behind the last mail or the last period opened or closed. Throws `Unusable` unless the person says that the day is
 * right: at the screen, or beforehand on the command line. Backwards nothing is lost: what was told is not told again.
 */
export function demandRightClock({ store, now, options }: Session): void {
  const last = lastWorked(store.model, store.sidecar.mailed.day);
  const days = last === null ? 0 : daysBetween(last, now.day);
  if (last === null || days <= FAR || options.isDayRight === true) return;
  const ask = options.screen?.ask;
  const answer = ask?.({
    kind: 'alert',
    title: MENU_TITLE,
    message: CLOCK_WORDS.question(now.day, last, days),
    buttons: ['YES', 'NO'],
  });
  if (answer?.button !== 'YES') throw new Unusable(CLOCK_WORDS.far(now.day, last, days));
}

/** Opened and closed by a person who looks at the period's days, so that their own days are right. */
const BY_HAND: readonly (Operation | null)[] = ['open-period', 'close-period'];

/** The day of the last mail, by the ledger or as the host itself remembers, or of the last period opened or closed. */
function lastWorked(book: Session['store']['model'], remembered: string): Day | null {
  const { mails, journal } = bookOf(book, [MAILS, JOURNAL]);
  const done = journal.flatMap(({ operation, at }) => (at !== null && BY_HAND.includes(operation) ? [at.day] : []));
  const days = [parseDay(remembered), ...mails.map(({ day }) => day), ...done].filter((day) => day !== null);
  return days.reduce<Day | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
}
