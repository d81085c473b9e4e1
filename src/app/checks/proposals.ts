import { periodBeingEntered } from '../../domain/period/calendar.ts';
import { periodToOpen } from '../../domain/period/period-to-open.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import { lastClosed } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';

/** Names of periods to propose before the person has to type one; reads the calendar's tab alone. */
export function proposedPeriods({ workbook, clock }: Ports): {
  readonly toOpen: string | null;
  readonly entering: string | null;
  readonly toReopen: string | null;
} {
  const { periods } = readBook(workbook.read([PERIODS.name])).plan;
  const today = clock.today();
  return {
    toOpen: periodToOpen(periods, today)?.name ?? null,
    entering: periodBeingEntered(periods, today)?.name ?? null,
    toReopen: lastClosed(periods)?.name ?? null,
  };
}
