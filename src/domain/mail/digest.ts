import { type Day, daysBetween } from '../core/day.ts';
import { fold, isBlank } from '../core/word.ts';
import { type Alert, subjectOf } from './alert.ts';
import { arrivedKeys, arrivedMails, doubtfulKeys, type MailRecord } from './mail-history.ts';
import type { Pending } from './reminder.ts';

/** What one mail to the chairman says (docs/rules.md#mail). */
export type Digest = {
  readonly asOf: Day;
  readonly period: string;
  readonly previousMailOn: Day | null;
  /** Not in any mail that is confirmed sent, most serious first. */
  readonly fresh: readonly Alert[];
  /** Told before, and since then somebody typed a proposal that waits for his decision. */
  readonly decisions: readonly Alert[];
  /** Late for so long that it is his to know: rows not entered, work still not done. */
  readonly late: readonly Pending[];
  /** Told before and still so. `longestDays` counts calendar days since the first mail that told it. */
  readonly unchanged: { readonly count: number; readonly longestDays: number };
  /** Told before, right again since: good news, waits for a mail that goes anyway. */
  readonly resolved: readonly string[];
  /** Keys whose last mail is in doubt: told again, marked «có thể đã báo». */
  readonly perhapsTold: readonly string[];
  /** Keys of every alert in this mail, new or unchanged, and of what it asks: what the ledger keeps of it. */
  readonly keys: readonly string[];
};

type DigestInput = {
  readonly alerts: readonly Alert[];
  /** Rows of which the chairman is told because they stayed late. */
  readonly late?: readonly Pending[];
  readonly mails: readonly MailRecord[];
  readonly asOf: Day;
  /** The period that the mail is about, and every open one. */
  readonly period: string;
  readonly periods?: readonly string[];
  /** What is right now, as `rightNow` says: only that is good news. */
  readonly right: ReadonlySet<string>;
};

/**
 * What is new for the reader of these mails, or `null` when nothing is: good news alone waits for the next mail.
 * New is what was not told, what became worse since, and a proposal that waits for a decision.
 */
export function digest(input: DigestInput): Digest | null {
  const { alerts, mails, asOf, period } = input;
  const arrived = arrivedMails(mails).filter(({ items }) => items.some(isAlertKey));
  const told = toldSince(arrived);
  const standing = (alert: Alert): Day | null => sinceWhen(alert, told);
  const fresh = alerts.filter((alert) => standing(alert) === null);
  const unchanged = alerts.filter((alert) => standing(alert) !== null);
  const known = arrivedKeys(mails);
  const decisions = unchanged.filter((alert) => !isBlank(alert.proposal) && !known.has(askKey(alert)));
  const late = (input.late ?? []).filter(({ tiers }) => tiers.chairman.some((key) => !known.has(key)));
  if (fresh.length + decisions.length + late.length === 0) return null;
  const doubtful = doubtfulKeys(mails);
  const ages = unchanged.map((alert) => daysBetween(standing(alert) ?? asOf, asOf));
  return {
    asOf,
    period,
    previousMailOn: arrived[0]?.day ?? null,
    fresh,
    decisions,
    late,
    unchanged: { count: unchanged.length - decisions.length, longestDays: Math.max(0, ...ages) },
    resolved: resolvedSince(arrived, input),
    perhapsTold: fresh.map(({ key }) => key).filter((key) => doubtful.has(key)),
    keys: [...keysOf(fresh), ...keysOf(unchanged), ...late.flatMap(({ tiers }) => tiers.chairman)],
  };
}

function keysOf(alerts: readonly Alert[]): string[] {
  return alerts.flatMap((alert) => (isBlank(alert.proposal) ? [alert.key] : [alert.key, askKey(alert)]));
}

const ASKED_CHARACTERS = 60;

/** What is asked, short enough for the ledger: another proposal on the same alert is another question. */
function askKey({ key, proposal }: Alert): string {
  const asked = fold(proposal.slice(0, ASKED_CHARACTERS * 8))
    .replace(/\|/gu, ' ')
    .slice(0, ASKED_CHARACTERS)
    .trim();
  return `${subjectOf(key)}|ask: ${asked}`;
}

/** How serious the alert of a key is; one that worsens is reported again, one that becomes less serious is not. */
const SERIOUSNESS: Readonly<Record<string, number>> = { 'nearly-met': 1, 'not-met': 2, overdue: 2 };

/** Whether a key of the ledger tells an alert, not a reminder or a question. */
function isAlertKey(key: string): boolean {
  return seriousnessOf(key) > 0;
}

function seriousnessOf(key: string): number {
  return SERIOUSNESS[key.slice(key.lastIndexOf('|') + 1)] ?? 0;
}

/** The alert reported on one subject, and since which mail. */
type KnownAlert = { since: Day; readonly seriousness: number };

/**
 * Since which mail each alert of the last one has stood without a break. Each mail lists all that stood on its day, so a
 * alert that was right or muted in between is new when it comes back.
 */
function toldSince([last, ...earlier]: readonly MailRecord[]): ReadonlyMap<string, KnownAlert> {
  if (last === undefined) return new Map();
  const told = new Map<string, KnownAlert>(
    last.items.filter(isAlertKey).map((key) => [subjectOf(key), { since: last.day, seriousness: seriousnessOf(key) }]),
  );
  const unbroken = new Set(told.keys());
  for (const { day, items } of earlier) {
    const subjects = new Set(items.filter(isAlertKey).map(subjectOf));
    for (const subject of unbroken) {
      const known = told.get(subject);
      if (known !== undefined && subjects.has(subject)) known.since = day;
      else unbroken.delete(subject);
    }
  }
  return told;
}

/** Since when its reader has known it at this severity; `null`: he has not. */
function sinceWhen({ key }: Alert, told: ReadonlyMap<string, KnownAlert>): Day | null {
  const known = told.get(subjectOf(key));
  return known === undefined || known.seriousness < seriousnessOf(key) ? null : known.since;
}

/** Good news: what the last mail told of this period and is right now. Earlier mails had their own chance to tell it. */
function resolvedSince([last]: readonly MailRecord[], { period, periods = [period], right }: DigestInput): string[] {
  const isOfThese = (key: string): boolean => periods.some((name) => key.includes(`|${name}|`));
  return (last?.items ?? []).filter((key) => isAlertKey(key) && isOfThese(key) && right.has(subjectOf(key)));
}
