import type { Day } from '../core/day.ts';
import type { Period } from './period.ts';

/** The unopened period to propose: the first that has not ended yet, else the last; never one that ends before a closed period. */
export function periodToOpen(periods: readonly Period[], today: Day): Period | null {
  const closed = periods.filter(({ state }) => state === 'closed' || state === 'sent');
  const open = periods
    .filter((period) => period.state === 'unopened' && closed.every((other) => other.end < period.end))
    .sort((one, other) => (one.end < other.end ? -1 : 1));
  return open.find((period) => period.end >= today) ?? open[open.length - 1] ?? null;
}
