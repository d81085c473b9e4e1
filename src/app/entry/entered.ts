import { entryProgress } from '../../domain/checks/entry-progress.ts';
import type { Day } from '../../domain/core/day.ts';
import { type Evaluation, evaluate } from '../../domain/judging/evaluate.ts';
import { judgedAsOf } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import { saySaved } from '../../words/entry/enter-form.ts';
import type { Book } from '../../workbook/core/book.ts';
import { joinKey } from '../../workbook/core/key.ts';
import { overviewBlocks } from '../../workbook/layout/overview.ts';
import { lateRows } from '../../workbook/write/derived.ts';
import { judgedCells, statusCells } from '../../workbook/write/grey-values.ts';
import { leadOf } from '../base/entry-rights.ts';
import { tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { rollBack } from '../base/roll-back.ts';
import { assess } from '../judging/assess.ts';
import { CONTEXT_TABS, type EntryKey, editContext } from '../judging/edit-context.ts';
import { type Judged, judgeRows } from '../judging/judge-rows.ts';
import type { EnterReply } from '../replies/enter.ts';

export type EnteredRow = { readonly entry: EntryKey; readonly id: string; readonly period: Period };

/** Judges the row that was just saved, as an edit of the sheet does, and says the verdict and what its lead still owes. */
export function entered(ports: Ports, book: Book, row: EnteredRow): Omit<EnterReply, 'texts'> {
  const judged = judgedRow(ports, book, row);
  const now = judged === null ? book : { ...book, [row.entry]: judged.book[row.entry] };
  const today = ports.clock.today();
  freshenOverview(ports, now, today);
  const evaluation = evaluate(now, {
    period: row.period,
    asOf: judgedAsOf(row.period, now.plan.periods, today),
  });
  return {
    sentence: saySaved(ports.clock.minutes(), leftOf(now, evaluation, row)),
    ...verdictOf(now, evaluation, { ...row, today }),
  };
}

/** The overview says what was just saved, with its time: one write, however many rows there are. */
function freshenOverview({ workbook, clock }: Ports, book: Book, today: Day): void {
  const { open, counts } = assess(book, today);
  const blocks = overviewBlocks(book, { open, problems: counts.problems, today, minutes: clock.minutes() });
  if (blocks.length > 0) workbook.write(blocks);
}

/** As an edit does it: repeated once where people moved the rows meanwhile, then left to the daily run. */
function judgedRow(ports: Ports, book: Book, row: EnteredRow): Judged | null {
  const wanted = { rows: [], keys: [joinKey([row.id, row.period.name])], read: null };
  const first = judgeRows(ports, contextOf(book, row), wanted);
  if (first?.moved !== true) return first;
  rollBack(ports, first.table, first.written);
  const second = judgeRows(ports, contextOf(book, row), wanted);
  if (second?.moved === true) rollBack(ports, second.table, second.written);
  return second;
}

function contextOf(book: Book, { entry }: EnteredRow) {
  const tabs = CONTEXT_TABS[entry].flatMap((key) => book.tables.get(key)?.raw ?? []);
  const plan = { tabs, locale: book.locale, timeZone: book.timeZone };
  return editContext(entry, tableOf(book, entry).raw.sheetId, { plan, book });
}

function leftOf({ plan }: Book, evaluation: Evaluation, { entry, id }: EnteredRow): number {
  const lead = leadOf(plan, entry === 'actuals' ? 'actual' : 'entry', id);
  const mine = entryProgress(plan, evaluation).find((row) => row.lead === lead);
  return mine === undefined ? 0 : mine.due - mine.entered;
}

/** The texts of the grey cells. */
function verdictOf(
  book: Book,
  { judgements, standings }: Evaluation,
  { id, period, today }: EnteredRow & { readonly today: Day },
): Pick<EnterReply, 'result' | 'explanation'> {
  const { plan } = book;
  const indicator = plan.indicators.find((row) => row.id === id);
  const judgement = judgements.get(id);
  if (indicator !== undefined && judgement !== undefined) {
    const { verdict, explanation } = judgedCells(indicator, judgement);
    return { result: String(verdict), explanation: String(explanation) };
  }
  const task = plan.tasks.find((row) => row.id === id);
  const later = lateRows(book, today).tasks.find((row) => row.task.id === id && row.period.name === period.name);
  const standing = later?.standing ?? standings.get(id);
  if (task === undefined || standing === undefined) return { result: '', explanation: '' };
  const { status, explanation } = statusCells(task, standing);
  return { result: String(status), explanation: String(explanation) };
}
