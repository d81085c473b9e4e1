import { addDays, type Day, dayFrom } from '../core/day.ts';
import type { Period } from '../period/period.ts';
import type { Due, Task } from './task.ts';

/** Standing work has no end, so it is never overdue. */
export function isStanding({ frequency }: Task): boolean {
  return frequency === 'continuous' || frequency === 'on-request';
}

/** A proposed deadline reminds, but binds nobody until the office confirms it. */
export function isBinding({ origin }: Task): boolean {
  return origin !== 'proposed';
}

/** The last day on time: the due day itself, or the day before it for «trước ngày»; `null` = no deadline. */
export function lastDayOf(task: Task, period: Period, instanceYear: number): Day | null {
  if (isStanding(task)) return null;
  if (task.frequency === 'every-period') return period.end;
  const due = task.due === null ? null : dueDay(task.due, instanceYear);
  return due !== null && task.dueRule === 'before' ? addDays(due, -1) : due;
}

/** «31/12 hằng năm» in one year; 29/2 and the like fall back to the last day the month has. */
function dueDay(due: Due, year: number): Day | null {
  if (due.kind === 'day') return due.day;
  const tries = [0, 1, 2, 3].map((back) => dayFrom(year, due.month, due.date - back));
  return tries.find((day) => day !== null) ?? null;
}
