import { addDays, type Day, dayFrom } from '../core/day.ts';
import type { Period } from '../period/period.ts';
import type { Origin } from './indicator.ts';

/** `Tần suất`. The first and last are standing work: they are never overdue. */
export const FREQUENCIES = ['continuous', 'every-period', 'yearly', 'dated', 'on-request'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** `Cách tính hạn`: «Đến hết ngày» includes the day, «Trước ngày» does not. */
export const DUE_RULES = ['by-end-of', 'before'] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** `Thời hạn hoàn thành`: one day, or the same day of each year. */
export type Due =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'each-year'; readonly month: number; readonly date: number };

/** One row of `Kế hoạch - Nhiệm vụ`. */
export type Task = {
  readonly id: string;
  readonly field: string;
  readonly title: string;
  readonly product: string;
  readonly lead: string;
  readonly supports: readonly string[];
  readonly frequency: Frequency;
  readonly startOn: Day | null;
  readonly due: Due | null;
  readonly dueRule: DueRule;
  readonly budget: number | null;
  readonly budgetSource: string;
  readonly planPlace: string;
  readonly origin: Origin;
  readonly note: string;
  /** `Kế hoạch`: the id of the plan that the row is of; '' = the only one, or the first. */
  readonly plan: string;
  /** Who watches and urges it on. */
  readonly watchers: readonly string[];
  /** In millions of đồng, beside `budget`, the estimate. */
  readonly allotted: number | null;
  readonly spent: number | null;
  /** The plan's own words for the row. */
  readonly quote: string;
};

/** `Mức độ thực hiện` as typed. */
export const PROGRESSES = ['none', 'doing', 'done', 'nothing-arose', 'suspended', 'not-applicable'] as const;
export type Progress = (typeof PROGRESSES)[number];

/** One row of `Nhập tiến độ`. */
export type TaskEntry = {
  readonly task: string;
  readonly period: string;
  readonly progress: Progress | null;
  readonly completedOn: Day | null;
  readonly result: string;
  readonly cause: string;
  readonly proposal: string;
  readonly evidence: string;
  readonly estimate: string;
  readonly directive: string;
  readonly muteUntil: Day | null;
  readonly note: string;
};

/** A partition of the tasks (docs/rules.md#tasks): each task has exactly one. */
export const TASK_STATUSES = [
  'done-on-time',
  'done-late',
  'done-in-period',
  'in-progress',
  'due-soon',
  'overdue',
  'not-started',
  'not-updated',
  'suspended',
  'not-applicable',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The status of one task as of a day, with all that its sentence and its colours need. */
export type TaskStanding = {
  readonly task: string;
  readonly period: string;
  readonly status: TaskStatus;
  /** Whether the row of this very period holds a word; without one its lead still owes it. */
  readonly told: boolean;
  /** Last day on time («trước ngày» resolved), or `null`: no deadline. */
  readonly lastDay: Day | null;
  /** False while the deadline is only a proposal: then it is never overdue. */
  readonly binding: boolean;
  readonly completedOn: Day | null;
  /** Paint from this day until done; `null` = never. Working days counted. */
  readonly remindFrom: Day | null;
  /** First day that is overdue; `null` = never (standing, proposed, suspended, done). */
  readonly overdueFrom: Day | null;
  /** Working days left (≥ 0) or late (< 0) as of the day asked; `null` without a deadline. */
  readonly workingDaysLeft: number | null;
};

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
