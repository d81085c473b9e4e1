import { evaluate } from '../domain/evaluate.ts';
import type { Period } from '../domain/period.ts';
import { freeze } from '../domain/snapshot.ts';
import { JOURNAL_WORDS, REFUSALS } from '../words/app.ts';
import { PERIOD_STATE_LABELS } from '../words/labels.ts';
import type { Book } from '../workbook/book.ts';
import type { Block } from '../workbook/cell.ts';
import { judgementEdits } from '../workbook/derived.ts';
import { appendRows } from '../workbook/write.ts';
import type { ClosePeriodReply } from './calls.ts';
import { journalBlocks, now, whoAsks } from './journal.ts';
import { knownPeriod, openBook, tableOf } from './open-book.ts';
import { isOpen, stateBlocks } from './period-state.ts';
import type { Ports } from './ports.ts';
import { refreshBook } from './refresh.ts';
import { refuse } from './refusal.ts';

/** Freezes a period's facts as of its cut-off into `Bản chốt` and closes it; a reopened period gets the next version. */
export function closePeriod(ports: Ports, { period: name }: { readonly period: string }): ClosePeriodReply {
  const book = openBook(ports);
  const period = closable(book, knownPeriod(book, name));
  if (ports.clock.today() < period.end) refuse(REFUSALS.notEnded(period.name, period.end));
  const earlier = book.frozen.filter((fact) => fact.period === period.name);
  const version = 1 + earlier.reduce((last, fact) => Math.max(last, fact.version), 0);
  const evaluation = evaluate(book, { period, asOf: period.end });
  const facts = freeze(book, { period, version, evaluation });
  const stamp = { at: now(ports), who: whoAsks(ports) };
  const blocks: Block[] = [
    // The rows keep what was judged at the cut-off: no later run writes to them.
    ...judgementEdits(book, period, evaluation),
    ...appendRows(
      tableOf(book, 'frozen'),
      facts.map((fact) => ({ ...fact, ...stamp })),
    ),
    ...stateBlocks(book, period, 'closed'),
    ...journalBlocks(ports, book, {
      what: JOURNAL_WORDS.closePeriod,
      place: period.name,
      before: PERIOD_STATE_LABELS[period.state],
      after: PERIOD_STATE_LABELS.closed,
      note: JOURNAL_WORDS.frozen(version, facts.length),
    }),
  ];
  ports.workbook.write(blocks);
  ports.workbook.flush();
  refreshBook(ports, openBook(ports));
  return { period: period.name, version, facts: facts.length };
}

/** Only a period being entered can be closed, and earlier ones first. */
function closable({ plan }: Book, period: Period): Period {
  const open = plan.periods.filter(isOpen);
  if (!isOpen(period))
    refuse(
      REFUSALS.notOpen(
        period.name,
        open.map(({ name }) => name),
      ),
    );
  const earlier = open.find(({ end }) => end < period.end);
  if (earlier !== undefined) refuse(REFUSALS.earlierIsOpen(period.name, earlier.name));
  return period;
}
