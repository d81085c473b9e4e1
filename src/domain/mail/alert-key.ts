import { type Day, parseDay } from '../core/day.ts';
import { turnBefore, turnOf } from '../judging/instance.ts';
import type { Period } from '../period/period.ts';
import type { Plan } from '../plan/plan.ts';
import { lastDayIn, lastDayOf, type Task, turnsInYear } from '../plan/task.ts';

/**
 * A matter of an indicator is its plan year, one of a task is the last day on time of its occurrence: `T3.4|2024|not-met`,
 * `N2.1|2024-06-14|overdue`. So it stays one matter when the next period opens, or an earlier one is opened again.
 */
export const indicatorKey = (id: string, year: number, verdict: string): string => `${id}|${year}|${verdict}`;
export const taskKey = (id: string, lastDay: Day, status: string): string => `${id}|${lastDay}|${status}`;

/** The key without its verdict. */
export function subjectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|'));
}

/** The `Mã` of a key, what of it the key is about, and its verdict or its question. */
export function partsOf(key: string): { readonly id: string; readonly about: string; readonly says: string } {
  const [id = '', about = '', ...says] = key.split('|');
  return { id, about, says: says.join('|') };
}

/** How serious the alert of a key is; one that worsens is reported again, one that becomes less serious is not. */
const SERIOUSNESS: Readonly<Record<string, number>> = { 'nearly-met': 1, 'not-met': 2, overdue: 2 };

export function seriousnessOf(key: string): number {
  return SERIOUSNESS[key.slice(key.lastIndexOf('|') + 1)] ?? 0;
}

/** Whether a key of the ledger tells an alert, not a reminder or a question. */
export function isAlertKey(key: string): boolean {
  return seriousnessOf(key) > 0;
}

const ASK = 'ask';

/** Whether a key of the ledger asks for a decision. */
export function isAskKey(key: string): boolean {
  return partsOf(key).says.startsWith(ASK);
}

/** `T3.4|2024|ask 2: bố trí thêm người`: the question, and the number under which its mail asks it. */
export function askKey(subject: string, asked: string, number: number): string {
  return `${subject}|${ASK} ${number}: ${asked}`;
}

/** The same question, whatever its number; earlier builds gave none. */
export function questionOf(key: string): string {
  const { id, about, says } = partsOf(key);
  return `${id}|${about}|${says.replace(/^ask(?: \d+)?: ?/u, '')}`;
}

/** The number under which a mail asks; `null`: an earlier build gave none. */
export function numberOf(key: string): number | null {
  const found = /^ask (\d+):/u.exec(partsOf(key).says)?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * Reads the keys of earlier builds, which name the period of the row (`T3.4|6 tháng đầu năm 2024|not-met`), as those of today,
 * so that nothing in an old ledger is told a second time. Other keys stay as they are.
 */
export function keyReader(plan: Plan): (key: string, told: Day) => string {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const periods = new Map(plan.periods.map((period) => [period.name, period]));
  return (key, told) => {
    if (!isAlertKey(key) && !isAskKey(key)) return key;
    const { id, about, says } = partsOf(key);
    const task = tasks.get(id);
    const today = task === undefined ? yearAbout(about, periods) : lastDayAbout(task, about, { periods, told });
    return `${id}|${today}|${says}`;
  };
}

type Periods = ReadonlyMap<string, Period>;

/** A period that is renamed or gone still says its year in its name. */
function yearAbout(about: string, periods: Periods): string {
  const period = periods.get(about);
  return period === undefined ? (/\d{4}/u.exec(about)?.[0] ?? about) : String(period.year);
}

/** What was overdue on the day of its mail had a last day before it: of recurring work that of the period's turn, or of the one before. */
function lastDayAbout(task: Task, about: string, { periods, told }: { periods: Periods; told: Day }): string {
  if (parseDay(about) !== null) return about;
  const period = periods.get(about);
  if (period === undefined) return task.due?.kind === 'day' ? String(task.due.day) : about;
  if (turnsInYear(task) === null) return lastDayOf(task, period, turnOf(task, period)) ?? about;
  const turn = turnOf(task, period);
  const days = [turn, turnBefore(task, turn)].map((one) => lastDayIn(task, one));
  return days.find((day) => day !== null && day < told) ?? days[0] ?? about;
}

/** The year that the key of an indicator's matter is about; `null` where it is none. */
export function yearOfKey(key: string): number | null {
  const { about } = partsOf(key);
  return /^\d{4}$/u.test(about) ? Number(about) : null;
}

/** The last day on time that the key of a task's matter is about; `null` where it is none. */
export function lastDayOfKey(key: string): Day | null {
  return parseDay(partsOf(key).about);
}
