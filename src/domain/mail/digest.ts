import { addDays, type Day, daysBetween } from '../core/day.ts';
import type { Typed } from '../judging/evaluate.ts';
import { type Published, publishedIn } from '../judging/published.ts';
import { isOpen } from '../period/period.ts';
import { planOfRow } from '../plan/plan.ts';
import { type Alert, type Judged, type Matter, RECENT_DAYS } from './alert.ts';
import { isAlertKey, keyReader, seriousnessOf, subjectOf } from './alert-key.ts';
import { arrivedKeys, arrivedMails, doubtfulKeys, type MailRecord } from './mail-history.ts';
import { isCarried, type PeriodStanding, periodStandings } from './period-standing.ts';
import type { RegisterNews } from './registers.ts';
import type { Pending } from './reminder.ts';
import { keyOfRequest, type Request, requestsOf } from './requests.ts';
import { type Settled, settledOf } from './settled.ts';

/** What one mail to the chairman says (docs/rules.md#mail). */
export type Digest = {
  readonly asOf: Day;
  readonly period: string;
  /** When an answer is wanted: the next day by which the period is entered or its report sent. */
  readonly answerBy: Day | null;
  readonly previousMailOn: Day | null;
  /** Not in any mail that is confirmed sent, most serious first. */
  readonly fresh: readonly Alert[];
  /** The plans in force, where there are several, each with the keys of its new matters: counts of two are never added. */
  readonly plans: readonly { readonly title: string; readonly keys: readonly string[] }[];
  /** Every proposal without a decision, first those that no mail has asked yet. */
  readonly requests: readonly Request[];
  /** Of them, those of matters told before: somebody typed a proposal since. */
  readonly newRequests: number;
  /** Late for so long that it is his to know: rows not entered, work still not done. */
  readonly late: readonly Pending[];
  /** The open periods, the one being entered first. */
  readonly standing: readonly PeriodStanding[];
  /** What may still be earned of the scores, and which surveys lack forms. */
  readonly registers?: RegisterNews;
  /** Of the matters told before or now, those that no open period counts: not met in a closed one and not judged again since. */
  readonly carried: number;
  /** Not met or late, and not to be told of today. */
  readonly muted: number;
  /** Told before and still so. `longestDays` counts calendar days since the first mail that told it. */
  readonly unchanged: { readonly count: number; readonly longestDays: number; readonly titles: readonly string[] };
  /** Told by the last mail and over since, each with how: it waits for a mail that goes anyway. */
  readonly settled: readonly Settled[];
  /** Met, published after the end of its period and not told yet: news, though good, which waits for a mail that goes anyway. */
  readonly published: readonly Published[];
  /** Keys whose last mail is in doubt: told again, marked «có thể đã báo». */
  readonly perhapsTold: readonly string[];
  /** Nothing is new; a mail all the same, because the office wishes one a week. */
  readonly isCalm: boolean;
  /** Keys of every alert in this mail, new or unchanged, and of what it asks: what the ledger keeps of it. */
  readonly keys: readonly string[];
};

type DigestInput = {
  readonly matters: readonly Matter[];
  /** Rows of which the chairman is told because they stayed late. */
  readonly late?: readonly Pending[];
  readonly mails: readonly MailRecord[];
  readonly asOf: Day;
  /** The open periods, the one being entered first; when none is, the one that was closed last. */
  readonly open: readonly Judged[];
  readonly typed: Typed;
  /** Whether a week without a mail asks for one. */
  readonly weekly?: boolean;
  readonly registers?: RegisterNews;
};

const WEEK = 7;

/**
 * What is new for the reader of these mails, or `null` when nothing is: good news alone waits for the next mail.
 * New is what was not told, what became worse since, and a proposal that waits for a decision.
 */
export function digest(input: DigestInput): Digest | null {
  const { matters, asOf, typed } = input;
  const mails = readToday(input);
  const arrived = arrivedMails(mails).filter(({ items }) => items.some((key) => isAlertKey(key) || isStateKey(key)));
  const told = toldSince(arrived);
  const alerts = matters.filter(({ muted }) => !muted).map(({ alert }) => alert);
  const standing = (alert: Alert): Day | null => sinceWhen(alert, told);
  const fresh = alerts.filter((alert) => standing(alert) === null);
  const unchanged = alerts.filter((alert) => standing(alert) !== null);
  const known = arrivedKeys(mails);
  const requests = requestsOf(alerts, { mails, fresh });
  const newRequests = requests.filter(({ askedOn, alert }) => askedOn === null && !fresh.includes(alert)).length;
  const late = (input.late ?? []).filter(({ tiers }) => tiers.chairman.some((key) => !known.has(key)));
  const published = publishedSince(known, typed, asOf);
  const isNews = fresh.length + newRequests + late.length > 0;
  const isCalm = !isNews && input.weekly === true && isWeekSince(arrived[0]?.day, asOf);
  if (!isNews && !isCalm) return null;
  const doubtful = doubtfulKeys(mails);
  const ages = unchanged.map((alert) => daysBetween(standing(alert) ?? asOf, asOf));
  return {
    asOf,
    ...stateOf(input, alerts),
    ...(input.registers === undefined ? {} : { registers: input.registers }),
    previousMailOn: arrived[0]?.day ?? null,
    fresh,
    plans: freshByPlan(input, fresh),
    requests,
    newRequests,
    late,
    unchanged: { count: unchanged.length, longestDays: Math.max(0, ...ages), titles: unchanged.map(titleOf) },
    settled: settledSince(arrived, input),
    published,
    perhapsTold: fresh.map(({ key }) => key).filter((key) => doubtful.has(key)),
    isCalm,
    keys: [
      ...[...fresh, ...unchanged].map(({ key }) => key),
      ...late.flatMap(({ tiers }) => tiers.chairman),
      ...published.map(publishedKey),
      ...requests.map(keyOfRequest),
      ...(alerts.length === 0 ? [`${ALL}|${asOf}|${TOLD}`] : []),
    ],
  };
}

function freshByPlan({ open: [main], typed: { plan } }: DigestInput, fresh: readonly Alert[]): Digest['plans'] {
  const rowOf = ({ about }: Alert) => (about.kind === 'indicator' ? about.indicator : about.task);
  return (main?.evaluation.plans ?? []).map(({ plan: id, title }) => ({
    title,
    keys: fresh.filter((alert) => planOfRow(plan, rowOf(alert))?.id === id).map(({ key }) => key),
  }));
}

type State = Pick<Digest, 'period' | 'answerBy' | 'standing' | 'carried' | 'muted'>;

/** How things stand, whatever is new of it. */
function stateOf({ matters, asOf, open, typed }: DigestInput, alerts: readonly Alert[]): State {
  const main = open[0]?.period;
  const counted = open.filter(({ period }) => isOpen(period));
  const days = [main?.entryDueOn, main?.sendDueOn].flatMap((day) => day ?? []).filter((day) => day >= asOf);
  return {
    period: main?.name ?? '',
    answerBy: days.sort()[0] ?? null,
    standing: periodStandings(counted, { matters, typed, today: asOf }),
    carried: alerts.filter((alert) => isCarried(alert, counted)).length,
    muted: matters.length - alerts.length,
  };
}

function publishedSince(known: ReadonlySet<string>, typed: Typed, asOf: Day): Published[] {
  const recent = publishedIn(typed, { start: addDays(asOf, -RECENT_DAYS), end: asOf });
  return recent.filter((one) => one.judgement.verdict === 'met' && !known.has(publishedKey(one)));
}

function publishedKey({ indicator, period }: Published): string {
  return `${indicator.id}|${period.year}|published`;
}

/** Stands for a `Mã` in the key of a mail by which no matter stood. */
const ALL = '*';
const TOLD = 'told';
/** Whether the key says that its mail told the state of that day, though no matter stood. */
const isStateKey = (key: string): boolean => key.startsWith(`${ALL}|`) && key.endsWith(`|${TOLD}`);

function isWeekSince(last: Day | undefined, asOf: Day): boolean {
  return last === undefined || daysBetween(last, asOf) >= WEEK;
}

/** Keys of earlier builds are read as those of today. */
function readToday({ mails, typed }: DigestInput): MailRecord[] {
  const read = keyReader(typed.plan);
  return mails.map((mail) => ({ ...mail, items: mail.items.map((key) => read(key, mail.day)) }));
}

function titleOf({ about }: Alert): string {
  return about.kind === 'indicator' ? about.indicator.title : about.task.title;
}

/** The alert reported on one subject, and since which mail. */
type KnownAlert = { since: Day; readonly seriousness: number };

/**
 * Since which mail each alert of the last one has stood without a break. Each mail lists all that stood on its day, so an
 * alert that was right or muted in between is new when it comes back.
 */
function toldSince([last, ...earlier]: readonly MailRecord[]): ReadonlyMap<string, KnownAlert> {
  if (last === undefined) return new Map();
  const told = new Map<string, KnownAlert>();
  for (const key of last.items.filter(isAlertKey)) {
    const seriousness = Math.max(seriousnessOf(key), told.get(subjectOf(key))?.seriousness ?? 0);
    told.set(subjectOf(key), { since: last.day, seriousness });
  }
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

/** What the last mail told and stands no more, muted or not. Earlier mails had their own chance to tell it. */
function settledSince([last]: readonly MailRecord[], { matters, open, typed, asOf }: DigestInput): Settled[] {
  const standing = new Set(matters.map(({ alert }) => subjectOf(alert.key)));
  const over = new Map((last?.items ?? []).filter(isAlertKey).map((key) => [subjectOf(key), key]));
  return settledOf(
    [...over.values()].filter((key) => !standing.has(subjectOf(key))),
    { open, typed, today: asOf },
  );
}
