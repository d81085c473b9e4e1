import { addDays } from '../../domain/core/day.ts';
import type { Frequency, Task, TaskStanding, TaskStatus } from '../../domain/plan/task.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** How each status is told; `due` is «hạn 14/6/2024», or '' without a deadline. */
type Telling = (standing: TaskStanding, due: string) => string;

const TELLINGS: Readonly<Record<TaskStatus, Telling>> = {
  'done-on-time': (standing, due) => `${sayCompleted(standing)}${due === '' ? '' : `, đúng hạn (${due})`}`,
  'done-late': (standing, due) => `${sayCompleted(standing)}, quá hạn${inBrackets(due)}`,
  done: sayDone,
  'done-in-period': () => 'đã thực hiện trong kỳ',
  'nothing-arose': () => 'không phát sinh trong kỳ',
  'in-progress': (standing, due) => `đang thực hiện${sayWait(standing, due)}`,
  'due-soon': (standing, due) => `${sayLeft(standing)}${inBrackets(due)}`,
  overdue: ({ workingDaysLeft }, due) => `quá hạn${sayLate(workingDaysLeft)}${inBrackets(due)}`,
  'not-started': (standing, due) => `chưa thực hiện${sayWait(standing, due)}`,
  'not-updated': sayQuestion,
  suspended: () => 'tạm dừng thực hiện',
  'not-applicable': () => 'không áp dụng',
};

/** The sentence under a status (`Diễn giải`): what is known of the work, and its deadline. */
export function sayStanding(standing: TaskStanding, task: Pick<Task, 'startOn'>): string {
  const due = sayDeadline(standing);
  const said = TELLINGS[standing.status](standing, due);
  const starts = standing.status === 'not-started' && task.startOn !== null ? `, bắt đầu từ ${sayDay(task.startOn)}` : '';
  return `${said}${starts}`;
}

/** The deadline as it stands in a cell: «14/6/2024», «trước ngày 15/6/2024», proposed ones marked; '' = none. */
export function sayDue({ dueRule, frequency, due }: Pick<Task, 'dueRule' | 'frequency' | 'due'>, standing: TaskStanding): string {
  const { lastDay, binding } = standing;
  if (lastDay === null) return '';
  const isBefore = dueRule === 'before' && frequency !== 'every-period' && due !== null;
  const said = isBefore ? `trước ngày ${sayDay(addDays(lastDay, 1))}` : sayDay(lastDay);
  return binding ? said : `${said} (đề xuất, chờ xác nhận)`;
}

/** The deadline of recurring work that names none. */
export function sayUsualDue(frequency: Frequency): string {
  return USUAL_DUE[frequency] ?? '';
}

const USUAL_DUE: Readonly<Partial<Record<Frequency, string>>> = {
  'every-period': 'ngày cuối của mỗi kỳ báo cáo',
  monthly: 'ngày cuối của mỗi tháng',
  quarterly: 'ngày cuối của mỗi quý',
};

function sayDeadline({ lastDay, binding, isPast, status }: TaskStanding): string {
  if (lastDay === null) return '';
  const passed = isPast && status !== 'done' ? ' đã qua' : '';
  return binding ? `hạn ${sayDay(lastDay)}` : `thời hạn đề xuất ${sayDay(lastDay)}${passed}, chờ xác nhận`;
}

/** Completed, and nobody can say whether in time: without a deadline that binds, or for lack of the day. */
function sayDone(standing: TaskStanding, due: string): string {
  const asked = standing.question === null ? '' : ', chưa nhập ngày hoàn thành nên chưa biết đúng hạn hay quá hạn';
  return `${sayCompleted(standing)}${asked}${inBrackets(due)}`;
}

/** Nothing is known, and nobody is accused of it. */
function sayQuestion({ question }: TaskStanding, due: string): string {
  if (question?.kind === 'adoption') return `Kế hoạch đã có trong sổ, chưa nhập ngày ban hành${inBrackets(due)}`;
  if (question?.kind === 'before-record')
    return `thời hạn đã qua trước khi mở sổ, chưa có thông tin về kết quả${inBrackets(due)}`;
  return 'chưa cập nhật kết quả trong kỳ';
}

function sayCompleted({ completedOn }: TaskStanding): string {
  return completedOn === null ? 'đã hoàn thành' : `hoàn thành ngày ${sayDay(completedOn)}`;
}

/** A deadline ahead says how long is left; a proposed one that has passed only names its day. */
function sayWait(standing: TaskStanding, due: string): string {
  if (due === '') return '';
  const left = standing.workingDaysLeft ?? -1;
  return standing.binding && left >= 0 ? `, còn ${sayCount(left)} ngày làm việc (${due})` : ` (${due})`;
}

function sayLeft({ workingDaysLeft }: TaskStanding): string {
  return workingDaysLeft === 0 ? 'đến hạn' : `còn ${sayCount(workingDaysLeft ?? 0)} ngày làm việc`;
}

/** Late by a weekend only: no working day to count. */
function sayLate(workingDaysLeft: number | null): string {
  return workingDaysLeft === null || workingDaysLeft >= 0 ? '' : ` ${sayCount(-workingDaysLeft)} ngày làm việc`;
}

function inBrackets(due: string): string {
  return due === '' ? '' : ` (${due})`;
}
