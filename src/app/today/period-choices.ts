import { evaluate } from '../../domain/judging/evaluate.ts';
import { byEnd, periodToOpen, reportedAsOf } from '../../domain/period/calendar.ts';
import { isClosed, isOpen } from '../../domain/period/period.ts';
import { sayAppraisals } from '../../words/entry/appraisal.ts';
import { periodRows } from '../../workbook/write/prepare.ts';
import { lastClosed } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { keptBook } from '../base/roles.ts';
import { appraisedRows } from '../entry/appraisals.ts';
import { problemLines } from '../judging/problem-lines.ts';
import { owedByRole } from '../mail/reminders.ts';
import type { CloseChoice, OpenChoices } from '../replies/views.ts';
import { lastVersion } from '../report/compose-report.ts';

/** The periods that may be opened, or opened once more for rows that joined the plan, with what each would prepare. */
export function openChoices(ports: Ports): OpenChoices {
  const book = keptBook(ports);
  const { periods } = book.plan;
  const last = lastClosed(periods)?.end ?? '';
  const openable = byEnd(periods).filter((period) => isOpen(period) || (!isClosed(period) && period.end > last));
  const today = ports.clock.today();
  return {
    today,
    proposed: periodToOpen(periods, today)?.name ?? null,
    closed: byEnd(periods)
      .filter(isClosed)
      .reverse()
      .map(({ name, state }) => ({ name, state })),
    choices: openable.map((period) => {
      const { name, start, end, entryDueOn, state } = period;
      const { actuals, entries, narratives } = periodRows(book, period);
      const rows = { indicators: actuals.length, tasks: entries.length, sections: narratives.length };
      return { name, start, end, entryDueOn, state, rows };
    }),
  };
}

/** The period to close next, earlier ones first, and what still stands against it. */
export function closeChoice(ports: Ports): CloseChoice {
  const book = keptBook(ports);
  const today = ports.clock.today();
  const [period] = byEnd(book.plan.periods).filter(isOpen);
  if (period === undefined) return { period: null };
  const { name, start, end } = period;
  const made = lastVersion(book, period);
  return {
    period: { name, start, end },
    hasEnded: today >= end,
    missing: owedByRole(book.plan, evaluate(book, { period, asOf: reportedAsOf(period, today) })),
    appraisals: sayAppraisals(appraisedRows(book, [period], today)),
    problems: problemLines(book, [period], today),
    report: made === null ? null : { version: made.version, madeOn: made.madeOn },
  };
}
