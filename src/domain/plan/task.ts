import { addDays, type Day, dateOf, dayFrom, monthOf } from '../core/day.ts';
import { fold } from '../core/word.ts';
import type { Period } from '../period/period.ts';
import type { Origin } from './indicator.ts';

/** `Tần suất`. The first and last are standing work: they are never overdue. */
export const FREQUENCIES = ['continuous', 'every-period', 'monthly', 'quarterly', 'yearly', 'dated', 'on-request'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** `Cách tính hạn`: «Đến hết ngày» includes the day, «Trước ngày» does not. */
export const DUE_RULES = ['by-end-of', 'before'] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** `Thời hạn hoàn thành`: one day, the same day of each year, or the same date of the last month of each turn. */
export type Due =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'each-year'; readonly month: number; readonly date: number }
  | { readonly kind: 'each-turn'; readonly date: number };

/** One occurrence of recurring work: which of its year, from 1. */
export type Turn = { readonly year: number; readonly turn: number };

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
  /** `Nối tiếp`: the rows of the last plan that this one goes on from; several were merged into it. */
  readonly follows: readonly string[];
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
  /** How often what was handed in was given back to be done again. */
  readonly returned: number | null;
};

/** A partition of the tasks: each task has exactly one. `done` is completed where nobody can say whether in time: no deadline that binds, or no day typed. */
export const TASK_STATUSES = [
  'done-on-time',
  'done-late',
  'done',
  'done-in-period',
  'nothing-arose',
  'in-progress',
  'due-soon',
  'overdue',
  'not-started',
  'not-updated',
  'suspended',
  'not-applicable',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/**
 * What only the official can answer, so that nobody is accused of it: the day of a completion; when the plan itself was adopted, which stands here and
 * therefore was; what became of work whose day had passed before the first period was opened.
 */
export type TaskQuestion = {
  readonly kind: 'completion-day' | 'adoption' | 'before-record';
  /** The period in whose row the answer is typed. */
  readonly period: string;
};

/** The status of one task as of a day, with all that its sentence and its colours need. */
export type TaskStanding = {
  readonly task: string;
  readonly period: string;
  readonly status: TaskStatus;
  /** Whether the row of this very period holds a word; without one its lead still owes it. */
  readonly told: boolean;
  /** Last day on time («trước ngày» resolved), or `null`: no deadline. */
  readonly lastDay: Day | null;
  /** Whether it lies before the day asked. */
  readonly isPast: boolean;
  /** False while the deadline is only a proposal: then it is never overdue, and nothing is in time. */
  readonly binding: boolean;
  readonly question: TaskQuestion | null;
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

/** How many occurrences recurring work has in a year; `null`: it has a single one, or one in each period. */
export function turnsInYear({ frequency }: Pick<Task, 'frequency'>): number | null {
  return TURNS[frequency] ?? null;
}

const TURNS: Readonly<Partial<Record<Frequency, number>>> = { monthly: 12, quarterly: 4, yearly: 1 };

/** Whether a day by which it is done follows from its row: typed, or the end of its period, month or quarter. */
export function hasDeadline(task: Pick<Task, 'frequency' | 'due'>): boolean {
  if (task.frequency === 'every-period' || task.frequency === 'monthly' || task.frequency === 'quarterly') return true;
  return task.due !== null && task.frequency !== 'continuous' && task.frequency !== 'on-request';
}

/** A deadline or a level that the office may confirm. */
export function isProposal(task: Task): boolean {
  return task.origin === 'proposed' && hasDeadline(task);
}

/** The task that made the very plan whose table it stands in («Kế hoạch … giai đoạn …» as its product): that the table is here says that it was done. */
export function isAdoption({ frequency, product }: Task): boolean {
  return frequency === 'dated' && /^kế hoạch(?: \S+)* giai đoạn/u.test(fold(product));
}

/** The last day on time in a period: the due day itself, or the day before it for «trước ngày»; `null` = no deadline. */
export function lastDayOf(task: Task, period: Period, turn: Turn): Day | null {
  if (isStanding(task)) return null;
  return task.frequency === 'every-period' ? period.end : lastDayIn(task, turn);
}

/** The last day on time of one occurrence; `null` = no deadline. */
export function lastDayIn(task: Task, turn: Turn): Day | null {
  const due = dueDay(task, turn);
  return due !== null && task.dueRule === 'before' ? addDays(due, -1) : due;
}

/** «31/12 hằng năm» in one year; a monthly duty falls on its date in each month, without one on the last day. */
function dueDay({ frequency, due }: Task, { year, turn }: Turn): Day | null {
  const months = 12 / (TURNS[frequency] ?? 1);
  const last = turn * months;
  if (months === 12) {
    if (due === null) return null;
    if (due.kind === 'day') return due.day;
    // A date alone says nothing of work that has not several turns a year.
    return due.kind === 'each-turn' ? null : dayIn(year, due.month, due.date);
  }
  if (due === null) return dayIn(year, last, LONGEST_MONTH);
  if (due.kind === 'each-turn') return dayIn(year, last, due.date);
  const { month, date } = due.kind === 'day' ? { month: monthOf(due.day), date: dateOf(due.day) } : due;
  return dayIn(year, last - months + ((month - 1) % months) + 1, date);
}

const LONGEST_MONTH = 31;

/** 29/2 and the like fall back to the last day that the month has. */
function dayIn(year: number, month: number, date: number): Day | null {
  const tries = [0, 1, 2, 3].map((back) => dayFrom(year, month, date - back));
  return tries.find((day) => day !== null) ?? null;
}
