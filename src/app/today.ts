import type { Day } from '../domain/day.ts';
import { type Matter, matters } from '../domain/digest.ts';
import type { Evaluation } from '../domain/evaluate.ts';
import { isSample } from '../domain/settings.ts';
import type { Source } from '../domain/source.ts';
import { sayInDoubt } from '../words/app.ts';
import { sayMatter } from '../words/mail.ts';
import { sayPeriodLine } from '../words/overview.ts';
import type { Book } from '../workbook/book.ts';
import { rowOf } from '../workbook/write.ts';
import { assess } from './assess.ts';
import type { TodayView } from './calls.ts';
import { isInDoubt } from './mail-ledger.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { placeOf } from './problem-lines.ts';
import { owedOf } from './reminders.ts';

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
    attention: [...doubts(book), ...(evaluation === null ? [] : mattersOf(book, evaluation, today))],
    problems,
    owed: owedOf(book, evaluation),
  };
}

/** Mails of which nobody knows whether they went: a person must ask. */
function doubts({ mails, tables }: Book): TodayView['attention'] {
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

/** What the chairman would be told, each with the cell of its verdict. */
function mattersOf(book: Book, evaluation: Evaluation, today: Day): TodayView['attention'] {
  return matters(evaluation, book, today).map((matter) => ({
    text: sayMatter(matter),
    at: placeOf(book.addressOf(sourceOf(matter))),
  }));
}

function sourceOf({ about }: Matter): Source {
  return about.kind === 'indicator'
    ? { of: 'actual', id: about.indicator.id, period: about.judgement.period, field: 'verdict' }
    : { of: 'entry', id: about.task.id, period: about.standing.period, field: 'status' };
}
