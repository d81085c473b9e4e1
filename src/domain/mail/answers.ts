import type { Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import type { Typed } from '../judging/evaluate.ts';
import { instancesOf, placeEntries } from '../judging/instance.ts';
import { byEnd } from '../period/calendar.ts';
import type { Period } from '../period/period.ts';
import type { Actual } from '../plan/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';
import { lastDayIn, type Task, type TaskEntry, turnsInYear } from '../plan/task.ts';

/** What people typed to a matter. */
export type Answers = {
  readonly cause: string;
  readonly proposal: string;
  /** `Ý kiến chỉ đạo` to that proposal. */
  readonly directive: string;
  readonly muteUntil: Day | null;
};

/**
 * What was typed to a matter in these rows, the newest first: an answer holds in the periods that follow until another is typed. A decision on an
 * older proposal is none on a newer one.
 */
export function answersIn(rows: readonly Answers[]): Answers {
  const first = (field: 'cause' | 'proposal' | 'directive'): number => rows.findIndex((row) => !isBlank(row[field]));
  const said = (field: 'cause' | 'proposal' | 'directive'): string => rows[first(field)]?.[field] ?? '';
  const isAnswered = first('directive') >= 0 && (first('proposal') < 0 || first('directive') <= first('proposal'));
  return {
    cause: said('cause'),
    proposal: said('proposal'),
    directive: isAnswered ? said('directive') : '',
    muteUntil: rows.find(({ muteUntil }) => muteUntil !== null)?.muteUntil ?? null,
  };
}

/** The rows of a task, those of the newest period first. */
export function entriesOf(id: string, { plan, entries }: Pick<Typed, 'plan' | 'entries'>): TaskEntry[] {
  return newestFirst(plan).flatMap(({ name }) => entriesIn(entries, name).get(id) ?? []);
}

/** The rows of an indicator in a plan year, those of the newest period first. */
export function actualsOf(id: string, year: number, { plan, actuals }: Pick<Typed, 'plan' | 'actuals'>): Actual[] {
  return newestFirst(plan).flatMap((period) => (period.year === year ? (actualsIn(actuals, period.name).get(id) ?? []) : []));
}

/** What was typed to one occurrence of a task; work that is done once is one matter in all periods. */
export function answersToTask(task: Task, lastDay: Day | null, typed: Pick<Typed, 'plan' | 'entries'>): Answers {
  const { periods } = typed.plan;
  const rows = entriesOf(task.id, typed);
  const last = newestFirst(typed.plan)[0];
  if (task.frequency === 'every-period') {
    const own = periods.filter(({ end }) => end === lastDay).map(({ name }) => name);
    return answersIn(rows.filter(({ period }) => own.includes(period)));
  }
  if (turnsInYear(task) === null || last === undefined || lastDay === null) return answersIn(rows);
  const occurrence = instancesOf(task, placeEntries(rows, last, periods)).find(({ turn }) => lastDayIn(task, turn) === lastDay);
  return answersIn((occurrence?.entries ?? []).map(({ entry }) => entry).reverse());
}

const ordered = new WeakMap<readonly Period[], Period[]>();

/** Every row of a large plan asks, and a calendar once read never changes. */
export function newestFirst({ periods }: Pick<Plan, 'periods'>): Period[] {
  const known = ordered.get(periods) ?? byEnd(periods).reverse();
  ordered.set(periods, known);
  return known;
}

/** «Không nhắc đến hết ngày» includes that day. */
export function isMuted({ muteUntil }: Pick<Answers, 'muteUntil'>, today: Day): boolean {
  return muteUntil !== null && muteUntil >= today;
}
