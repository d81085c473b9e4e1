import type { Source } from '../../domain/core/source.ts';
import { sameWord } from '../../domain/core/word.ts';
import type { Evaluation } from '../../domain/judging/evaluate.ts';
import { type Alert, openAlerts } from '../../domain/mail/alert.ts';
import { isInDoubt } from '../../domain/mail/mail-history.ts';
import { leadsOf } from '../../domain/plan/leads.ts';
import { isSample, rolesOf } from '../../domain/plan/settings.ts';
import { sayInDoubt } from '../../words/core/refusals.ts';
import { sayDailyGood, sayDailyStale } from '../../words/mail/daily.ts';
import { sayAlert } from '../../words/mail/mail.ts';
import { sayOtherPeriod, sayPeriodLine } from '../../words/pages/overview.ts';
import type { Book } from '../../workbook/core/book.ts';
import { isDailyStale, readDaily } from '../../workbook/layout/daily-record.ts';
import { rowOf } from '../../workbook/write/write.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { assess } from '../judging/assess.ts';
import { placeOf } from '../judging/problem-lines.ts';
import { owedByRole } from '../mail/reminders.ts';
import type { TodayView } from '../replies/actions.ts';

/** How many alerts the page shows; the screens behind its counts list all. */
const MOST_ALERTS = 20;

/** `Việc hôm nay`: the period, its counts, what asks for attention, and how much is still owed; writes nothing. */
export function todayView(ports: Ports): TodayView {
  const today = ports.clock.today();
  const book = openBook(ports);
  const { open, counts } = assess(book, today);
  const [main, ...others] = open;
  const told = openAlerts(open, book, today);
  const { goodAt } = readDaily(book);
  const isStale = goodAt !== null && isDailyStale(goodAt, { day: today, minutes: ports.clock.minutes() });
  return {
    today,
    sample: isSample(book.plan),
    isSetUp: book.tables.has('indicators') || book.tables.has('tasks'),
    period: main === undefined ? null : { name: main.period.name, line: sayPeriodLine(book.plan, main.period, today) },
    others: others.map(({ period, evaluation }) => sayOtherPeriod(book.plan, { period, evaluation }, today)),
    counts,
    owed: owedCounts(ports, book, main?.evaluation ?? null),
    // Whoever opens the page must know, because a dead run tells nobody any more.
    notices: [...(isStale ? [{ text: sayDailyStale(goodAt), at: null }] : []), ...doubts(book)],
    keeps: mayKeepPlan(book.plan, ports.who.email(), today),
    daily: isStale ? '' : sayDailyGood(goodAt),
    attention: told.slice(0, MOST_ALERTS).map((alert) => alertLine(book, alert, main?.period.name ?? '')),
    more: Math.max(0, told.length - MOST_ALERTS),
  };
}

function owedCounts({ who, clock }: Ports, { plan }: Book, evaluation: Evaluation | null): TodayView['owed'] {
  const roles = evaluation === null ? [] : owedByRole(plan, evaluation);
  const mine = rolesOf(plan, who.email(), clock.today());
  const sum = (counted: typeof roles): number => counted.reduce((total, { count }) => total + count, 0);
  const own = roles.filter(({ role }) => leadsOf(role).some((lead) => mine.some((each) => sameWord(each, lead))));
  return { all: sum(roles), mine: mine.length === 0 ? null : sum(own) };
}

/** Mails of which nobody knows whether they went: a person must ask. */
function doubts({ mails, tables }: Book): TodayView['notices'] {
  const doubtful = mails.filter(isInDoubt);
  const [first] = doubtful;
  if (first === undefined) return [];
  const table = tables.get('mails');
  const row = table === undefined ? null : rowOf(table, [first.id]);
  const column = table?.columns.get('state');
  const at =
    table === undefined || row === null || column === undefined
      ? null
      : { sheetId: table.raw.sheetId, tab: table.raw.name, row, column };
  return [{ text: sayInDoubt(doubtful.length), at: placeOf(at) }];
}

/** Each with the cell of its verdict. */
function alertLine(book: Book, alert: Alert, main: string): TodayView['attention'][number] {
  return { text: sayAlert(alert, main), at: placeOf(book.addressOf(sourceOf(alert))) };
}

function sourceOf({ about }: Alert): Source {
  return about.kind === 'indicator'
    ? { of: 'actual', id: about.indicator.id, period: about.judgement.period, field: 'verdict' }
    : { of: 'entry', id: about.task.id, period: about.standing.period, field: 'status' };
}
