import { type Day, dayFrom, daysBetween, monthOf } from '../core/day.ts';
import { isOpen, type Period } from '../period/period.ts';
import { lastDayIn, type Progress, type Task, type TaskEntry, type Turn, turnsInYear } from '../plan/task.ts';

/** An entry beside its period; entries of unknown periods cannot be placed in time and are left out. */
export type PlacedEntry = { readonly entry: TaskEntry; readonly period: Period };

/** One occurrence of a task, with what was typed of it: recurring work has one in each turn, other work a single one. */
export type Instance = {
  readonly turn: Turn;
  /** Oldest first. */
  readonly entries: readonly PlacedEntry[];
};

const named = new WeakMap<readonly Period[], ReadonlyMap<string, Period>>();

/** Periods once read never change, and every task asks for them. */
function byNameOf(periods: readonly Period[]): ReadonlyMap<string, Period> {
  const known = named.get(periods) ?? new Map(periods.map((each) => [each.name, each]));
  named.set(periods, known);
  return known;
}

/** A task's entries in order of time, none later than the period asked. */
export function placeEntries(entries: readonly TaskEntry[], period: Period, periods: readonly Period[]): PlacedEntry[] {
  if (entries.length === 0) return [];
  const byName = byNameOf(periods);
  return entries
    .flatMap((entry) => {
      const at = entry.period === period.name ? period : byName.get(entry.period);
      return at === undefined || at.end > period.end ? [] : [{ entry, period: at }];
    })
    .sort((left, right) => (left.period.end < right.period.end ? -1 : Number(left.period.end > right.period.end)));
}

/**
 * The occurrence that the period asked is about: that of its own turn, whether or not the one before was ever done. What was missed stays a matter of
 * its year: it is typed, however late, into the row of the period in which it was missed, which need not be opened again.
 */
export function instanceOf(task: Task, placed: readonly PlacedEntry[], period: Period): Instance {
  if (task.frequency === 'every-period')
    return { turn: turnOf(task, period), entries: placed.filter((each) => isOf(each, period)) };
  if (turnsInYear(task) === null) return { turn: turnOf(task, period), entries: placed };
  const own = instancesOf(task, placed).find(({ entries }) => entries.some((each) => isOf(each, period)));
  if (own !== undefined) return own;
  const turn = turnOf(task, period);
  return instancesOf(task, placed).find((each) => isSame(each.turn, turn)) ?? { turn, entries: [] };
}

/** A word after which nothing of the work is open. */
const ENDS: readonly Progress[] = ['done', 'suspended', 'not-applicable'];

/**
 * What ends the same occurrence in periods that run beside this one and end later: a month and its quarter are open at once, and what is done
 * is typed into either. Periods that begin after this one's end have no say in it; nor has, once this one is closed, a word without a day.
 */
export function endedBeside(task: Task, { turn }: Instance, { entries, period, periods, asOf }: Beside): PlacedEntry[] {
  if (task.frequency === 'every-period') return [];
  const byName = byNameOf(periods);
  const beside = entries.flatMap((entry): PlacedEntry[] => {
    const at = byName.get(entry.period);
    if (at === undefined || entry.progress === null || at.end <= period.end || at.start > period.end) return [];
    return turnsInYear(task) === null || isSame(turnOf(task, at), turn) ? [{ entry, period: at }] : [];
  });
  const [last] = beside.sort((left, right) => (left.period.end < right.period.end ? 1 : -1));
  if (last === undefined || last.entry.progress === null || !ENDS.includes(last.entry.progress)) return [];
  const { completedOn } = last.entry;
  // What was done after the day asked says nothing of how the work stood on it.
  const isKnown = completedOn === null ? isOpen(period) : completedOn <= asOf;
  return isKnown ? [last] : [];
}

type Beside = {
  readonly entries: readonly TaskEntry[];
  readonly period: Period;
  readonly periods: readonly Period[];
  readonly asOf: Day;
};

/** Every occurrence of recurring work that anything was typed or prepared for, oldest first. */
export function instancesOf(task: Task, placed: readonly PlacedEntry[]): Instance[] {
  const found: { turn: Turn; entries: PlacedEntry[] }[] = [];
  for (const each of placed) {
    const turn = turnOfEntry(task, each, found);
    const known = found.find((one) => isSame(one.turn, turn));
    if (known === undefined) found.push({ turn, entries: [each] });
    else known.entries.push(each);
  }
  return found;
}

/** The turn that a period reaches: of a yearly duty its plan year, of a quarterly or monthly one the quarter or month in which it ends. */
export function turnOf(task: Task, period: Period): Turn {
  const turns = turnsInYear(task) ?? 1;
  const own = (period.type === 'month' && turns === 12) || (period.type === 'quarter' && turns === 4) ? period.turn : null;
  return { year: period.year, turn: own ?? Math.ceil((monthOf(period.end) * turns) / 12) };
}

/**
 * A row speaks of the turn of its period. Only what was completed before that turn began (the year of figures begins on 15/12) may belong to the one
 * before: to that whose last day is nearer, unless that one is done already.
 */
function turnOfEntry(task: Task, { entry, period }: PlacedEntry, earlier: readonly Instance[]): Turn {
  const turn = turnOf(task, period);
  const on = entry.completedOn;
  if (entry.progress !== 'done' || on === null || on >= firstDayOf(task, turn)) return turn;
  const before = turnBefore(task, turn);
  const known = earlier.find((each) => isSame(each.turn, before));
  const [here, there] = [turn, before].map((one) => lastDayIn(task, one));
  if (here == null || there == null || known === undefined || isDone(known)) return turn;
  return Math.abs(daysBetween(on, there)) < Math.abs(daysBetween(on, here)) ? before : turn;
}

function firstDayOf(task: Task, { year, turn }: Turn): Day {
  const months = 12 / (turnsInYear(task) ?? 1);
  const first = dayFrom(year, (turn - 1) * months + 1, 1);
  if (first === null) throw new RangeError(`no turn ${turn} of ${year}`);
  return first;
}

/** The occurrence before this one. */
export function turnBefore(task: Task, { year, turn }: Turn): Turn {
  return turn > 1 ? { year, turn: turn - 1 } : { year: year - 1, turn: turnsInYear(task) ?? 1 };
}

function isDone({ entries }: Instance): boolean {
  return newestTyped(entries)?.entry.progress === 'done';
}

/** The newest progress that was typed; a blank row leaves the one before it in force. */
export function newestTyped(entries: readonly PlacedEntry[]): PlacedEntry | null {
  return [...entries].reverse().find(({ entry }) => entry.progress !== null) ?? null;
}

function isSame(one: Turn, other: Turn): boolean {
  return one.year === other.year && one.turn === other.turn;
}

function isOf({ period }: PlacedEntry, asked: Period): boolean {
  return period.name === asked.name;
}
