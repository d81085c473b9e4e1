import { type Memory, memory } from './memory-ports.ts';
import { actual, CLERK, entry, indicator, type Row, type SmallPlan, smallPlan, task } from './small-plan.ts';

/** The leads who can be written to, beside the chairman and the clerk. */
export const LEADS = 18;
const nth = Array.from({ length: LEADS }, (_, at) => at + 1);
const leadOf = (n: number): string => `Công chức ${n}`;

export const PEOPLE: readonly Row[] = [
  { role: 'Chủ tịch UBND xã', email: 'chutich@example.vn' },
  { role: CLERK, email: 'vanphong@example.vn' },
  ...nth.map((n) => ({ role: leadOf(n), person: `Người ${n}`, email: `cc${n}@example.vn` })),
];

/** An office in which one run has twenty people to write to: a task of each lead is overdue, one indicator is not met. */
export function officeOfTwenty(rows: SmallPlan = {}): Memory {
  return memory({
    tabs: smallPlan({
      indicators: [indicator('T1')],
      actuals: [actual('T1', { numerator: 310, denominator: 500 })],
      tasks: nth.map((n) => task(`N${n}`, { lead: leadOf(n) })),
      entries: nth.map((n) => entry(`N${n}`, { progress: 'Đang thực hiện' })),
      roles: PEOPLE,
      ...rows,
    }),
  });
}
