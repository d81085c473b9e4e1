import { type Day, monthOf, yearOf } from '../core/day.ts';
import { fold, sameWord } from '../core/word.ts';
import { byEnd } from '../period/calendar.ts';
import { leadsOf } from '../plan/leads.ts';
import { isInForce, type Plan, planOfRow } from '../plan/plan.ts';
import { holdersOf } from '../plan/settings.ts';
import { isStanding, type Task, type TaskEntry, type TaskStanding, type TaskStatus, turnsInYear } from '../plan/task.ts';
import { occurrencesOf } from './occurrences.ts';
import { taskStanding } from './standing.ts';

/** What became of a duty of the year; the four at the end are open, and the last of them is late. */
export const OUTCOMES = ['on-time', 'late', 'done', 'nothing-arose', 'left-out', 'open', 'overdue'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One thing that one post had to do in a year: dated work, one turn of recurring work, or standing work for the whole year. */
export type Duty = {
  /** The same in every export: `N1.1/2024-06` (the month in which it falls due), `N1.2/2024` (standing work). */
  readonly id: string;
  readonly task: Task;
  readonly post: string;
  /** Who held the post on the day that counts: of completion, else the last day, no later than the day asked; '' = nobody known. */
  readonly person: string;
  readonly year: number;
  /** In which it falls due; `null`: it has no day. */
  readonly month: number | null;
  readonly standing: TaskStanding;
  readonly outcome: Outcome;
  readonly returned: number;
};

type Known = { readonly plan: Plan; readonly entries: readonly TaskEntry[] };
type Asked = { readonly year: number; readonly today: Day };

const OUTCOME_OF: Readonly<Record<TaskStatus, Outcome>> = {
  'done-on-time': 'on-time',
  'done-late': 'late',
  done: 'done',
  'done-in-period': 'on-time',
  'nothing-arose': 'nothing-arose',
  'in-progress': 'open',
  'due-soon': 'open',
  overdue: 'overdue',
  'not-started': 'open',
  'not-updated': 'open',
  suspended: 'left-out',
  'not-applicable': 'left-out',
};
/** Standing work is carried out, never finished: in time is no question of it. */
const CARRIED_OUT: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done', 'done-in-period', 'in-progress'];

/**
 * All duties of a year that the workbook asked about, as known on a day: what fell due in it, each turn of recurring work, what was left over from earlier
 * years and not finished before it began, and standing work. A row with several leads is a duty of each of them.
 */
export function yearWork(known: Known, { year, today }: Asked): Duty[] {
  const { plan } = known;
  const entriesOf = new Map<string, TaskEntry[]>(plan.tasks.map(({ id }) => [id, []]));
  for (const entry of known.entries) entriesOf.get(entry.task)?.push(entry);
  return plan.tasks
    .filter((task) => isInForce(plan, task, year))
    .flatMap((task) => {
      const entries = entriesOf.get(task.id) ?? [];
      return standingsIn(task, entries, { plan, year, today }).flatMap((standing) =>
        leadsOf(task.lead).map((post) => dutyOf(task, standing, { post, entries, plan, year, today })),
      );
    });
}

/** Whether the post of a duty is one of these. */
export function isDutyOf({ post }: Pick<Duty, 'post'>, posts: readonly string[]): boolean {
  return posts.some((each) => sameWord(each, post));
}

type Of = Asked & { readonly plan: Plan };

function standingsIn(task: Task, entries: readonly TaskEntry[], { plan, year, today }: Of): TaskStanding[] {
  const opened = byEnd(plan.periods).filter((period) => period.year === year && period.state !== 'unopened');
  const last = opened[opened.length - 1];
  if (last === undefined) return [];
  const standingIn = (period: typeof last): TaskStanding => taskStanding(task, entries, { period, asOf: today, plan });
  if (turnsInYear(task) !== null)
    return occurrencesOf(task, entries, { asOf: today, plan })
      .filter(({ turn }) => turn.year === year)
      .map(({ standing }) => standing);
  if (task.frequency === 'every-period') {
    return opened.filter(({ name }) => entries.some(({ period }) => period === name)).map(standingIn);
  }
  // A period in which nobody said a word says nothing of the year.
  const told = opened.filter(({ name }) => entries.some(({ period, progress }) => period === name && progress !== null));
  const standing = standingIn(told[told.length - 1] ?? last);
  return isStanding(task) || belongsTo(standing, year) ? [standing] : [];
}

/** Due in the year, or due before it and not finished when it began. */
function belongsTo({ lastDay, completedOn, status }: TaskStanding, year: number): boolean {
  if (lastDay === null) return true;
  if (yearOf(lastDay) === year) return true;
  if (yearOf(lastDay) > year) return completedOn !== null && yearOf(completedOn) === year;
  const isOpen = OUTCOME_OF[status] === 'open' || OUTCOME_OF[status] === 'overdue';
  return isOpen || (completedOn !== null && yearOf(completedOn) >= year);
}

type Around = Of & { readonly post: string; readonly entries: readonly TaskEntry[] };

function dutyOf(task: Task, standing: TaskStanding, { post, entries, plan, year, today }: Around): Duty {
  const { lastDay, status, completedOn } = standing;
  const dated = completedOn ?? lastDay ?? today;
  const day = dated < today ? dated : today;
  const when = lastDay === null ? `${year}` : lastDay.slice(0, 7);
  const inYear = new Set(plan.periods.filter((period) => period.year === year).map(({ name }) => name));
  // Of work with turns only the rows of its own period tell; other work has one row after the other.
  const own = entries.filter(({ period }) => (hasTurns(task) ? period === standing.period : inYear.has(period)));
  return {
    id: `${task.id}/${when}`,
    task,
    post,
    person: holdersOf(plan, post, day)[0]?.person ?? '',
    year,
    month: lastDay === null ? null : monthOf(lastDay),
    standing,
    outcome: isStanding(task) && CARRIED_OUT.includes(status) ? 'done' : OUTCOME_OF[status],
    returned: own.reduce((all, { returned }) => all + (returned ?? 0), 0),
  };
}

function hasTurns(task: Task): boolean {
  return task.frequency === 'every-period' || turnsInYear(task) !== null;
}

/** Counts of duties; `open` includes `overdue`, and what was left out stands in none. */
export type DutyCounts = {
  readonly assigned: number;
  readonly done: number;
  readonly onTime: number;
  readonly late: number;
  readonly nothingArose: number;
  readonly open: number;
  readonly overdue: number;
  readonly returned: number;
};

/** Counts these duties: assigned = done + nothing arose + open. */
export function countDuties(duties: readonly Duty[]): DutyCounts {
  const of = (...outcomes: readonly Outcome[]): number => duties.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    assigned: duties.length - of('left-out'),
    done: of('on-time', 'late', 'done'),
    onTime: of('on-time'),
    late: of('late'),
    nothingArose: of('nothing-arose'),
    open: of('open', 'overdue'),
    overdue: of('overdue'),
    returned: duties.reduce((all, { returned }) => all + returned, 0),
  };
}

/** The duties of one official under one plan: rows of two plans are never added. */
export type OfficialYear = {
  readonly post: string;
  readonly person: string;
  readonly plan: string;
  readonly duties: readonly Duty[];
};

/** Duties by post, who held it and plan, in the order in which they first appear; `plan` is '' where there is only one. */
export function byOfficial(plan: Pick<Plan, 'plans'>, duties: readonly Duty[]): OfficialYear[] {
  const titleOf = (duty: Duty): string => {
    const of = plan.plans.length < 2 ? null : planOfRow(plan, duty.task);
    return of === null ? '' : of.title === '' ? of.id : of.title;
  };
  const groups = new Map<string, { post: string; person: string; plan: string; duties: Duty[] }>();
  for (const duty of duties) {
    const title = titleOf(duty);
    const key = [duty.post, duty.person, title].map(fold).join('|');
    const group = groups.get(key) ?? { post: duty.post, person: duty.person, plan: title, duties: [] };
    group.duties.push(duty);
    groups.set(key, group);
  }
  return [...groups.values()];
}
