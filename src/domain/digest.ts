import { type Day, daysBetween } from './day.ts';
import type { Evaluation, Typed } from './evaluate.ts';
import type { Indicator } from './indicator.ts';
import { actualsIn, entriesIn } from './rows-in.ts';
import type { Task, TaskStanding, TaskStatus } from './task.ts';
import type { Judgement, Verdict } from './verdict.ts';

/** Something the chairman should know: an indicator not met, or a task past a binding deadline. */
export type Matter = {
  /** Stable across runs: `T3.4|6 tháng đầu năm 2024|not-met`. */
  readonly key: string;
  readonly about:
    | { readonly kind: 'indicator'; readonly indicator: Indicator; readonly judgement: Judgement }
    | { readonly kind: 'task'; readonly task: Task; readonly standing: TaskStanding };
  readonly cause: string;
  readonly proposal: string;
};

/** What one mail to the chairman says (design §7). */
export type Digest = {
  readonly asOf: Day;
  readonly period: string;
  readonly previousMailOn: Day | null;
  /** Not in any mail that is confirmed sent, most serious first. */
  readonly fresh: readonly Matter[];
  /** Told before and still so. `longestDays` counts calendar days since the first mail that told it. */
  readonly unchanged: { readonly count: number; readonly longestDays: number };
  /** Told before, right again since: good news, waits for a mail that goes anyway. */
  readonly resolved: readonly string[];
  /** Keys whose last mail is in doubt: told again, marked «có thể đã báo». */
  readonly perhapsTold: readonly string[];
  /** Every matter that this mail stands for, told anew or unchanged: what the ledger keeps of it. */
  readonly keys: readonly string[];
};

/** How serious a matter is: lower comes first; `late` are working days. */
type Ranked = { readonly matter: Matter; readonly rank: number; readonly late: number };

/** What an official may ask not to be reminded of, and what he says to it. */
type Row = { readonly muteUntil: Day | null; readonly cause: string; readonly proposal: string };

const SILENT: Row = { muteUntil: null, cause: '', proposal: '' };

/**
 * What the chairman should know of the evaluated period, most serious first: not met, overdue (latest first), nearly met,
 * which still counts as not met. Nothing that is only proposed, and nothing that is muted today.
 */
export function matters(evaluation: Evaluation, typed: Typed, today: Day): Matter[] {
  return [...indicatorMatters(evaluation, typed, today), ...taskMatters(evaluation, typed, today)]
    .sort((left, right) => left.rank - right.rank || right.late - left.late)
    .map(({ matter }) => matter);
}

function indicatorMatters({ judgements }: Evaluation, { plan, actuals }: Typed, today: Day): Ranked[] {
  return plan.indicators.flatMap((indicator) => {
    const judgement = judgements.get(indicator.id);
    if (judgement === undefined || !isNotMet(judgement.verdict) || indicator.origin === 'proposed') return [];
    const row = actualsIn(actuals, judgement.period).get(indicator.id) ?? SILENT;
    if (isMuted(row, today)) return [];
    const key = keyOf(indicator.id, judgement.period, judgement.verdict);
    const matter: Matter = { key, about: { kind: 'indicator', indicator, judgement }, cause: row.cause, proposal: row.proposal };
    return [{ matter, rank: judgement.verdict === 'not-met' ? 0 : 2, late: 0 }];
  });
}

function taskMatters({ standings }: Evaluation, { plan, entries }: Typed, today: Day): Ranked[] {
  return plan.tasks.flatMap((task) => {
    const standing = standings.get(task.id);
    if (standing === undefined || standing.status !== 'overdue' || !standing.binding) return [];
    const row = entriesIn(entries, standing.period).get(task.id) ?? SILENT;
    if (isMuted(row, today)) return [];
    const key = keyOf(task.id, standing.period, standing.status);
    const matter: Matter = { key, about: { kind: 'task', task, standing }, cause: row.cause, proposal: row.proposal };
    return [{ matter, rank: 1, late: 0 - (standing.workingDaysLeft ?? 0) }];
  });
}

/** «Gần đạt» is still not met. */
function isNotMet(verdict: Verdict): boolean {
  return verdict === 'not-met' || verdict === 'nearly-met';
}

/** «Không nhắc đến hết ngày» includes that day. */
function isMuted({ muteUntil }: Row, today: Day): boolean {
  return muteUntil !== null && muteUntil >= today;
}

/** The verdict is part of the key, so that what worsens is new. */
function keyOf(id: string, period: string, verdict: string): string {
  return `${id}|${period}|${verdict}`;
}

const RIGHT: readonly (Verdict | TaskStatus)[] = ['met', 'done-on-time', 'done-late', 'done-in-period'];

/** What is met or done in the evaluated period: a matter that is muted, or whose figures were taken away, is not. */
export function rightNow({ judgements, standings }: Evaluation): ReadonlySet<string> {
  const met = [...judgements.values()].filter(({ verdict }) => RIGHT.includes(verdict));
  const done = [...standings.values()].filter(({ status }) => RIGHT.includes(status));
  return new Set([
    ...met.map(({ indicator, period }) => subjectOf(keyOf(indicator, period, ''))),
    ...done.map(({ task, period }) => subjectOf(keyOf(task, period, ''))),
  ]);
}

/** A mail of the ledger as the digest needs it: when, what it told, and whether it arrived. */
export type ToldMail = { readonly day: Day; readonly items: readonly string[]; readonly state: string };

type Tidings = {
  readonly matters: readonly Matter[];
  readonly mails: readonly ToldMail[];
  readonly asOf: Day;
  readonly period: string;
  /** What is right now, as `rightNow` says: only that is good news. */
  readonly right: ReadonlySet<string>;
};

/** States of a mail that its reader has; in doubt: perhaps. A failed mail told nothing. */
const ARRIVED = ['sent', 'told'];
const IN_DOUBT = ['intent', 'in-doubt'];

/**
 * What is new for the reader of these mails, or `null` when nothing is: good news alone waits for the next mail.
 * A matter that worsens has a new key, because its key holds the verdict, so it is told as new.
 */
export function digest(tidings: Tidings): Digest | null {
  const { matters, mails, asOf, period } = tidings;
  const arrived = mails.filter(({ state }) => ARRIVED.includes(state));
  const told = toldSince(arrived);
  const doubtful = new Set(mails.filter(({ state }) => IN_DOUBT.includes(state)).flatMap(({ items }) => items));
  const fresh = matters.filter(({ key }) => !told.has(key));
  if (fresh.length === 0) return null;
  const unchanged = matters.filter(({ key }) => told.has(key));
  const ages = unchanged.map(({ key }) => daysBetween(told.get(key) ?? asOf, asOf));
  const days = arrived.map(({ day }) => day).sort();
  return {
    asOf,
    period,
    previousMailOn: days[days.length - 1] ?? null,
    fresh,
    unchanged: { count: unchanged.length, longestDays: Math.max(0, ...ages) },
    resolved: resolvedSince(arrived, tidings),
    perhapsTold: fresh.map(({ key }) => key).filter((key) => doubtful.has(key)),
    keys: matters.map(({ key }) => key),
  };
}

/**
 * Since which mail each matter of the last one has stood without a break. Each mail lists all that stood on its day, so a
 * matter that was right or muted in between is new when it comes back.
 */
function toldSince(arrived: readonly ToldMail[]): Map<string, Day> {
  const [last, ...earlier] = [...arrived].sort((left, right) => (left.day < right.day ? 1 : -1));
  if (last === undefined) return new Map();
  const since = new Map(last.items.map((key) => [key, last.day]));
  const unbroken = new Set(since.keys());
  for (const { day, items } of earlier) {
    for (const key of unbroken) {
      if (items.includes(key)) since.set(key, day);
      else unbroken.delete(key);
    }
  }
  return since;
}

/** Good news: what the last mail told of this period and is right now. Earlier mails had their own chance to tell it. */
function resolvedSince(mails: readonly ToldMail[], { period, right }: Tidings): string[] {
  const last = mails.reduce<ToldMail | null>((latest, mail) => (latest === null || mail.day >= latest.day ? mail : latest), null);
  return (last?.items ?? []).filter((key) => key.includes(`|${period}|`) && right.has(subjectOf(key)));
}

/** The key without its verdict. */
function subjectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|'));
}
