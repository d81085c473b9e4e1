import { type OwedRow, owedRows } from '../checks/entry-progress.ts';
import type { Day } from '../core/day.ts';
import { fold, sameWord } from '../core/word.ts';
import { isMended, stateOf } from '../inspections/recommendation.ts';
import type { Evaluation, Typed } from '../judging/evaluate.ts';
import type { AppraisedRow } from '../period/appraisal.ts';
import type { Period } from '../period/period.ts';
import type { Plan, SettingKey } from '../plan/plan.ts';
import { isWished, noticeDays, settingList } from '../plan/settings.ts';
import type { Task, TaskStanding } from '../plan/task.ts';
import { addWorkdays, workdaysBetween } from '../plan/workdays.ts';
import type { Missing, Report, TaskItem } from '../report/report-model.ts';
import type { Judged } from './alert.ts';
import { actualsOf, answersIn, answersToTask, isMuted } from './answers.ts';
import type { Waiting } from './registers.ts';

/** Why a row is reminded of, the most urgent first. */
const REASONS = ['overdue', 'returned', 'entry-late', 'due-soon', 'entry-due'] as const;
export type PendingReason = (typeof REASONS)[number];

/** A row that waits for somebody to do or to enter something, and the steps of reminding that its days have reached. */
export type Pending = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Who is reminded beside the lead, where the office wishes it. */
  readonly supports: readonly string[];
  /** Who is told beside them once it is overdue, where the office wishes it. */
  readonly watchers?: readonly string[];
  readonly why: PendingReason;
  /** What of a register it still lacks. */
  readonly lacks?: Waiting['lacks'];
  /** The last day on time. */
  readonly day: Day;
  /** Working days left, or late. */
  readonly workdays: number;
  /** Why whoever keeps the plan gave it back, where he did. */
  readonly returned?: string;
  /** Whether nothing is entered for it in the period. */
  readonly owed: boolean;
  /** Keys of the steps reached, each told once to whom it is for. */
  readonly tiers: { readonly lead: readonly string[]; readonly clerk: readonly string[]; readonly chairman: readonly string[] };
  /** Each reason apart, the most urgent first: one that was told does not hide that another is new. */
  readonly reasons: readonly Reached[];
};

/** The period being entered and the day the reminding is done. */
export type PendingContext = { readonly period: Period; readonly today: Day };

/** One deadline of a row. */
type Deadline = {
  readonly soon: PendingReason;
  readonly late: PendingReason;
  readonly day: Day;
  /** False: once it has passed nothing is said, because nobody has confirmed it. */
  readonly binding: boolean;
  /** What the keys of its steps begin with. */
  readonly subject: string;
  /** Distinguishes its steps from those of the row's other deadline. */
  readonly prefix: string;
};

/** Keys of the steps that the list «chưa nhập» of the period has reached; it is made once per step. */
export function owedKeys(plan: Plan, period: Period, today: Day): readonly string[] {
  const left = period.entryDueOn === null ? null : workdaysBetween(today, period.entryDueOn, plan.holidays);
  const reached =
    left === null
      ? []
      : entryDeadline({ id: ALL_ROWS }, period).flatMap((deadline) => reach(deadline, reminderSteps(plan, today), left));
  return reached.flatMap(({ tiers }) => tiers.lead);
}

/** Stands for a `Mã` in the key of a list. */
const ALL_ROWS = '*';

type Reached = Pick<Pending, 'why' | 'day' | 'workdays' | 'tiers'>;

/**
 * The rows of the period that have reached a step of reminding, the most urgent first: open work before and after its
 * deadline, rows not entered before and after `Hạn công chức nhập`. Muted rows are left out and come back by themselves.
 */
export function pendingRows(typed: Typed, evaluation: Evaluation, context: PendingContext): Pending[] {
  const { plan } = typed;
  const steps = reminderSteps(plan, context.today);
  const reachOf = (deadline: Deadline): Reached[] =>
    reach(deadline, steps, workdaysBetween(context.today, deadline.day, plan.holidays));
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const owed = new Map(owedRows(typed, evaluation).map((row) => [row.id, row]));
  const isHelped = isWished(plan, 'remind-supports', context.today);
  const found = [...plan.indicators, ...plan.tasks].flatMap(({ id, title, lead }): Pending[] => {
    const task = tasks.get(id);
    const standing = evaluation.standings.get(id);
    const reached = [...workDeadline(task, standing), ...entryDeadline(owed.get(id), context.period)].flatMap(reachOf);
    if (reached.length === 0 || isMutedRow(id, { task, standing }, { typed, context })) return [];
    const { supports, watchers } = isHelped && task !== undefined ? task : NOBODY;
    return together(reached).map((one) => ({ id, title, lead, supports, watchers, owed: owed.has(id), ...one }));
  });
  return found.sort(byUrgency);
}

/** The same of every open period, the one being entered first: work is reminded of once, by that one; what is not entered by each. */
export function pendingIn(typed: Typed, open: readonly Judged[], { today, waiting }: Waits): Pending[] {
  return open
    .flatMap(({ period, evaluation }, at) => {
      const asked = at === 0 ? evaluation : { ...evaluation, standings: withoutDeadlines(evaluation.standings) };
      return pendingRows(typed, asked, { period, today });
    })
    .concat(pendingRecommendations(typed, today), pendingWaiting(typed.plan, waiting, today))
    .sort(byUrgency);
}

/** The day, and what the registers wait for. */
type Waits = { readonly today: Day; readonly waiting: readonly Waiting[] };

/** Points to be earned and forms to be collected, as their day comes near or has passed. */
function pendingWaiting(plan: Plan, waiting: readonly Waiting[], today: Day): Pending[] {
  const steps = reminderSteps(plan, today);
  return waiting.flatMap(({ day, ...row }): Pending[] => {
    const deadline = { soon: 'due-soon', late: 'overdue', day, binding: true, prefix: '' } as const;
    const left = workdaysBetween(today, day, plan.holidays);
    const reached = reach({ ...deadline, subject: `${row.id}|${day}` }, steps, left);
    return together(reached).map((one) => ({ ...row, supports: [], owed: false, ...one }));
  });
}

/** What inspections found and nobody has mended, as its day comes near or has passed: reminded of as work is, whatever period is open. */
function pendingRecommendations({ plan, recommendations = [] }: Typed, today: Day): Pending[] {
  const steps = reminderSteps(plan, today);
  const context = { today, noticeDays: 0, holidays: plan.holidays };
  return recommendations.flatMap((row): Pending[] => {
    const state = stateOf(row, context);
    if (row.dueOn === null || state === 'none' || isMended(state)) return [];
    const deadline = { soon: 'due-soon', late: 'overdue', day: row.dueOn, binding: true, prefix: '' } as const;
    const left = workdaysBetween(today, row.dueOn, plan.holidays);
    const reached = reach({ ...deadline, subject: `${row.id}|${row.dueOn}` }, steps, left);
    const { id, finding: title, lead } = row;
    return together(reached).map((one) => ({ id, title, lead, supports: [], owed: false, ...one }));
  });
}

/** What was given back is told to its lead once for each time. */
export function pendingReturns(rows: readonly AppraisedRow[], today: Day): Pending[] {
  return rows.map(({ id, title, lead, period, reason, seal }): Pending => {
    const reached = { why: 'returned', day: today, workdays: 0 } as const;
    const tiers = { lead: [`returned|${id}|${period}|${seal}`], clerk: [], chairman: [] };
    return { id, title, lead, supports: [], owed: false, returned: reason, ...reached, tiers, reasons: [{ ...reached, tiers }] };
  });
}

const NOBODY: Pick<Task, 'supports' | 'watchers'> = { supports: [], watchers: [] };

function withoutDeadlines(standings: Evaluation['standings']): Evaluation['standings'] {
  return new Map([...standings].map(([id, standing]) => [id, { ...standing, lastDay: null }]));
}

type OfTask = { readonly task: Task | undefined; readonly standing: TaskStanding | undefined };
type Asked = { readonly typed: Typed; readonly context: PendingContext };

/** «Không nhắc đến hết ngày» holds in the periods that follow too. */
function isMutedRow(id: string, { task, standing }: OfTask, { typed, context: { period, today } }: Asked): boolean {
  const answers =
    task === undefined ? answersIn(actualsOf(id, period.year, typed)) : answersToTask(task, standing?.lastDay ?? null, typed);
  return isMuted(answers, today);
}

const OPEN: readonly TaskStanding['status'][] = ['in-progress', 'due-soon', 'overdue', 'not-started', 'not-updated'];

function workDeadline(task: Task | undefined, standing: TaskStanding | undefined): Deadline[] {
  if (task === undefined || standing === undefined || standing.lastDay === null || !OPEN.includes(standing.status)) return [];
  const { lastDay: day, binding } = standing;
  return [{ soon: 'due-soon', late: 'overdue', day, binding, subject: `${task.id}|${day}`, prefix: '' }];
}

function entryDeadline(row: { readonly id: string } | undefined, { name, entryDueOn }: Period): Deadline[] {
  if (row === undefined || entryDueOn === null) return [];
  const subject = `${row.id}|${name}`;
  return [{ soon: 'entry-due', late: 'entry-late', day: entryDueOn, binding: true, subject, prefix: 'entry-' }];
}

/** Of the steps that the days have reached only the last counts: whoever was not reminded in time gets one mail, not three. */
function reach(deadline: Deadline, steps: ReminderSteps, left: number): Reached[] {
  const { soon, late, day, binding, subject, prefix } = deadline;
  const key = (step: string, days: number): string => `${subject}|${prefix}${step}-${days}`;
  const last = (all: readonly number[]): number | null => (all.length === 0 ? null : Math.max(...all));
  const isLate = left < 0 || (left === 0 && steps.today > day);
  if (!isLate) {
    const near = steps.before.filter((days) => left <= days);
    const tiers = { lead: near.length === 0 ? [] : [key('before', Math.min(...near))], clerk: [], chairman: [] };
    return near.length === 0 ? [] : [{ why: soon, day, workdays: left, tiers }];
  }
  if (!binding) return [];
  const workdays = 0 - left;
  const [lead, clerk, chairman] = (['late', 'clerk', 'chairman'] as const).map((step) => {
    const days = last(steps[step].filter((after) => workdays >= after));
    return days === null ? [] : [key(step, days)];
  });
  const tiers = { lead: lead ?? [], clerk: clerk ?? [], chairman: chairman ?? [] };
  return Object.values(tiers).every((keys) => keys.length === 0) ? [] : [{ why: late, day, workdays, tiers }];
}

/** One row is told once: by its most urgent reason, with the steps of both. */
function together(reached: readonly Reached[]): (Reached & Pick<Pending, 'reasons'>)[] {
  const [first, ...others] = [...reached].sort((left, right) => REASONS.indexOf(left.why) - REASONS.indexOf(right.why));
  if (first === undefined) return [];
  const all = (audience: keyof Pending['tiers']): string[] => [first, ...others].flatMap(({ tiers }) => tiers[audience]);
  return [
    { ...first, tiers: { lead: all('lead'), clerk: all('clerk'), chairman: all('chairman') }, reasons: [first, ...others] },
  ];
}

/** Late first and the latest of them before the others; then what is due first. */
function byUrgency(left: Pending, right: Pending): number {
  const reason = REASONS.indexOf(left.why) - REASONS.indexOf(right.why);
  if (reason !== 0) return reason;
  const isLate = left.why === 'overdue' || left.why === 'entry-late';
  return isLate ? right.workdays - left.workdays : left.workdays - right.workdays;
}

/** After how many working days who is told; an empty list: never. */
export type ReminderSteps = {
  readonly today: Day;
  /** Before the deadline, to the lead. */
  readonly before: readonly number[];
  /** After it, to the lead; 0: as soon as it has passed. */
  readonly late: readonly number[];
  readonly clerk: readonly number[];
  readonly chairman: readonly number[];
};

const MOST_DAYS = 60;
const AT_ONCE = 0;
const CLERK_AFTER = 3;
const CHAIRMAN_AFTER = 5;
/** What stands in a setting that turns its step off. */
const NEVER = 'không';

/**
 * The steps that hold on that day: as `Thông tin chung` says, else 3 working days before, when late, to the clerk after 3 and
 * to the chairman after 5.
 */
export function reminderSteps(plan: Plan, today: Day): ReminderSteps {
  const steps = (key: SettingKey, otherwise: number): number[] => stepsIn(settingList(plan, key, today), otherwise);
  return {
    today,
    before: steps('remind-before', noticeDays(plan, today)),
    late: steps('remind-late', AT_ONCE),
    clerk: steps('remind-clerk', CLERK_AFTER),
    chairman: steps('remind-chairman', CHAIRMAN_AFTER),
  };
}

/** «10; 3»; what is no number of days is left out, and when nothing usable is left the usual step holds. */
function stepsIn(typed: readonly string[], otherwise: number): number[] {
  if (typed.some((text) => sameWord(text, NEVER))) return [];
  const days = typed.flatMap((text) => text.split(',')).map((text) => Number(text.trim() || Number.NaN));
  const usable = days.filter((day) => Number.isInteger(day) && day >= 0 && day <= MOST_DAYS);
  return usable.length === 0 ? [otherwise] : usable;
}

/** What one office is asked for: work whose day has come, work whose day is near, and what it has not told yet. */
export type Reminder = {
  /** The posts of the office that have something outstanding, as the plan names them. */
  readonly roles: readonly string[];
  /** What they have in common: «Văn phòng – Thống kê» of «Văn phòng – Thống kê (Nội vụ)». */
  readonly role: string;
  readonly overdue: readonly TaskItem[];
  readonly dueSoon: readonly TaskItem[];
  readonly missing: readonly Missing[];
};

/** Figures and progress: what is missing of the plan, its settings and the narrative is the clerk's to settle. */
const ASKED: readonly Missing['kind'][] = ['indicator', 'statistic', 'task'];

/**
 * Who has something outstanding, office by office in the order of the plan; nobody is reminded of a deadline that is only
 * proposed. `owed` are the rows that sheet and mail count as not entered: a letter asks for each of them.
 */
export function remindersIn({ annexes, missing }: Report, owed: readonly OwedRow[]): Reminder[] {
  const tasks = [...annexes.tasks.dated, ...annexes.tasks.standing];
  const known = missing.filter(({ kind }) => ASKED.includes(kind));
  const listed = new Set(known.map(({ id }) => id));
  const asked = [...known, ...owed.filter(({ id }) => !listed.has(id)).map(missingRow)];
  const roles = [...tasks.map(({ task }) => task.lead), ...asked.map(({ role }) => role)].filter((role) => role.trim() !== '');
  const offices = [...new Map(roles.map((role) => [fold(officeOf(role)), officeOf(role)])).values()];
  return offices
    .map((office) => {
      const isOwn = (role: string): boolean => sameWord(officeOf(role), office);
      const own = tasks.filter(({ task, standing }) => isOwn(task.lead) && standing.binding);
      return {
        roles: [...new Set(roles.filter(isOwn))],
        role: office,
        overdue: own.filter(({ standing }) => standing.status === 'overdue'),
        dueSoon: own.filter(({ standing }) => standing.status === 'due-soon'),
        missing: asked.filter((item) => isOwn(item.role)),
      };
    })
    .filter(({ overdue, dueSoon, missing: rows }) => overdue.length + dueSoon.length + rows.length > 0);
}

function missingRow({ id, title, lead, at }: OwedRow): Missing {
  return { kind: at.of === 'entry' ? 'task' : 'indicator', id, title, role: lead, at };
}

/** A post without the bracket that tells it from another of the same office. */
function officeOf(role: string): string {
  const bare = role.replace(/\s*\([^()]*\)\s*$/u, '').trim();
  return bare === '' ? role : bare;
}

/** Working days that a letter leaves for its answer where the calendar of the period has no day for it any more. */
const ANSWER_DAYS = 3;

/** The day by which a letter wants its answer: the officials' own, else the day of sending, else in some working days. */
export function answerDay({ period, asOf }: Pick<Report, 'period' | 'asOf'>, { holidays }: Pick<Plan, 'holidays'>): Day {
  const due = [period.entryDueOn, period.sendDueOn].find((day) => day !== null && day >= asOf);
  return due ?? addWorkdays(asOf, ANSWER_DAYS, holidays);
}
