import { type Alert, standingMatters } from '../../domain/mail/alert.ts';
import { lettersOf, type News } from '../../domain/mail/letter.ts';
import { mailsTo } from '../../domain/mail/mail-history.ts';
import { type Asked, lastAsked, waitingRequests } from '../../domain/mail/requests.ts';
import { isOpen } from '../../domain/period/period.ts';
import { sayDay } from '../../words/core/day.ts';
import { sayDelivery, sayRequest, sayState } from '../../words/mail/letters-page.ts';
import type { Book, MailRow } from '../../workbook/core/book.ts';
import { rowOf } from '../../workbook/write/write.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { DeliveryLine, LettersView, RequestLine } from '../replies/letters.ts';
import { newsToday, sayLetterOf } from './compose-mail.ts';
import { hadMail } from './send-mail.ts';

/** How many mails the page shows; the tab has all. */
const MOST_DELIVERIES = 30;

/** What the chairman is asked, each with the row that takes his answer; the mails that went or did not; those that would go. Writes nothing. */
export function lettersView(ports: Ports): LettersView {
  const book = openBook(ports);
  const today = ports.clock.today();
  const news = newsToday(book, today, []);
  const chairman = news.people.find(({ isChairman }) => isChairman);
  const asked = lastAsked(chairman === undefined ? [] : mailsTo(book.mails, chairman.email), book.plan);
  const newest = [...book.mails].reverse();
  return {
    asked: asked.day === null ? '' : sayDay(asked.day),
    requests: requestLines(book, news, asked),
    deliveries: newest.slice(0, MOST_DELIVERIES).map((mail) => deliveryLine(book, mail)),
    more: Math.max(0, newest.length - MOST_DELIVERIES),
    waiting: lettersOf(news, book.mails)
      .filter(({ person }) => !hadMail(book.mails, person.email, today))
      .map((letter) => `${letter.person.email}: ${sayLetterOf(book, news, { letter, mails: book.mails, place: '' }).subject}`),
  };
}

function requestLines(book: Book, { open, today }: News, asked: Asked): RequestLine[] {
  const alerts = standingMatters(open, book, today).map(({ alert }) => alert);
  return waitingRequests(alerts, asked).map(({ alert, number }) => {
    const row = { ...rowFor(book, alert), id: idOf(alert) };
    return { ...row, number, text: sayRequest(alert), at: placeOf(book.addressOf({ ...row, field: 'directive' })) };
  });
}

/** The newest open row of a matter takes the answer, because a closed period is not typed into; without one, the row that it was judged by. */
function rowFor(book: Book, { about }: Alert): Pick<RequestLine, 'of' | 'period'> {
  const of = about.kind === 'indicator' ? 'actual' : 'entry';
  const own = about.kind === 'indicator' ? about.judgement.period : about.standing.period;
  const { plan, tables } = book;
  const table = tables.get(of === 'actual' ? 'actuals' : 'entries');
  const year = plan.periods.find(({ name }) => name === own)?.year;
  const fitting = plan.periods
    .filter((period) => isOpen(period) && (period.year === year || of === 'entry'))
    .sort((left, right) => (left.end < right.end ? 1 : -1))
    .find(({ name }) => table !== undefined && rowOf(table, [idOf({ about }), name]) !== null);
  return { of, period: fitting?.name ?? own };
}

function idOf({ about }: Pick<Alert, 'about'>): string {
  return about.kind === 'indicator' ? about.indicator.id : about.task.id;
}

function deliveryLine({ tables }: Book, mail: MailRow): DeliveryLine {
  const table = tables.get('mails');
  const row = table === undefined ? null : rowOf(table, [mail.id]);
  const column = table?.columns.get('state');
  const isThere = table !== undefined && row !== null && column !== undefined;
  return {
    id: mail.id,
    head: sayDelivery(mail),
    state: sayState(mail.state, mail.note),
    isOpen: mail.state !== 'sent' && mail.state !== 'told',
    at: isThere ? placeOf({ sheetId: table.raw.sheetId, tab: table.raw.name, row, column }) : null,
  };
}
