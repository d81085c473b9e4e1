import { owedRows } from '../checks/entry-progress.ts';
import { addDays, type Day, daysBetween } from '../core/day.ts';
import { fold, isBlank } from '../core/word.ts';
import type { Typed } from '../judging/evaluate.ts';
import { type Published, publishedIn } from '../judging/published.ts';
import { isJudgedKind, isProposedLevel } from '../judging/tally.ts';
import type { Verdict } from '../judging/verdict.ts';
import { judgedAsOf } from '../period/calendar.ts';
import { isOpen } from '../period/period.ts';
import type { Task } from '../plan/task.ts';
import { type Alert, isNotMet, type Judged, type Matter, RECENT_DAYS } from './alert.ts';
import { askKey, isAlertKey, isAskKey, keyReader, numberOf, questionOf, seriousnessOf, subjectOf } from './alert-key.ts';
import { arrivedKeys, arrivedMails, doubtfulKeys, type MailRecord } from './mail-history.ts';
import type { Pending } from './reminder.ts';
import { type Settled, settledOf } from './settled.ts';

/** A request that waits for the chairman's word, under the number by which he answers. */
export type Request = {
  readonly number: number;
  readonly alert: Alert;
  /** The day of the mail that asked first; `null`: this one. */
  readonly askedOn: Day | null;
};

/** So many rows of one department. */
export type OfLead = { readonly lead: string; readonly count: number };

/** How one open period stands on a day: what is not met, late and not entered, department by department, most first. */
export type PeriodStanding = {
  readonly period: string;
  readonly asOf: Day;
  readonly notMet: readonly OfLead[];
  /** Of those not met. */
  readonly near: number;
  /** Counted with the period being entered alone: the same work stands in every open one. */
  readonly overdue: readonly OfLead[];
  readonly owed: readonly OfLead[];
};

/** What one mail to the chairman says (docs/rules.md#mail). */
export type Digest = {
  readonly asOf: Day;
  readonly period: string;
  /** When an answer is wanted: the next day by which the period is entered or its report sent. */
  readonly answerBy: Day | null;
  readonly previousMailOn: Day | null;
  /** Not in any mail that is confirmed sent, most serious first. */
  readonly fresh: readonly Alert[];
  /** Every proposal without a decision, first those that no mail has asked yet. */
  readonly requests: readonly Request[];
  /** Of them, those of matters told before: somebody typed a proposal since. */
  readonly newRequests: number;
  /** Late for so long that it is his to know: rows not entered, work still not done. */
  readonly late: readonly Pending[];
  /** The open periods, the one being entered first. */
  readonly standing: readonly PeriodStanding[];
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
};

const WEEK = 7;

/**
 * What is new for the reader of these mails, or `null` when nothing is: good news alone waits for the next mail.
 * New is what was not told, what became worse since, and a proposal that waits for a decision.
 */
export function digest(input: DigestInput): Digest | null {
  const { matters, asOf, open, typed } = input;
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
  const main = open[0]?.period;
  const counted = open.filter(({ period }) => isOpen(period));
  const days = [main?.entryDueOn, main?.sendDueOn].flatMap((day) => day ?? []).filter((day) => day >= asOf);
  return {
    asOf,
    period: main?.name ?? '',
    answerBy: days.sort()[0] ?? null,
    previousMailOn: arrived[0]?.day ?? null,
    fresh,
    requests,
    newRequests,
    late,
    standing: counted.map((judged, at) => ({
      ...periodStanding(judged, typed, asOf),
      overdue: at === 0 ? byLead(matters.flatMap(({ alert }) => overdueTask(alert, counted))) : [],
    })),
    carried: alerts.filter((alert) => isCarried(alert, counted)).length,
    muted: matters.length - alerts.length,
    unchanged: { count: unchanged.length, longestDays: Math.max(0, ...ages), titles: unchanged.map(titleOf) },
    settled: settledSince(arrived, input),
    published,
    perhapsTold: fresh.map(({ key }) => key).filter((key) => doubtful.has(key)),
    isCalm,
    keys: [
      ...[...fresh, ...unchanged].map(({ key }) => key),
      ...late.flatMap(({ tiers }) => tiers.chairman),
      ...published.map(publishedKey),
      ...requests.map(({ alert, number }) => askKey(subjectOf(alert.key), askedWords(alert), number)),
      ...(alerts.length === 0 ? [`${ALL}|${asOf}|${TOLD}`] : []),
    ],
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

type Asking = { readonly mails: readonly MailRecord[]; readonly fresh: readonly Alert[] };

/** What nobody asked yet comes first, in the order of the mail; then what waits for an answer. */
function requestsOf(alerts: readonly Alert[], { mails, fresh }: Asking): Request[] {
  const asked = new Map<string, Day>();
  for (const { day, items } of arrivedMails(mails)) for (const key of items.filter(isAskKey)) asked.set(questionOf(key), day);
  const open = unanswered(alerts).map((alert) => ({ alert, askedOn: asked.get(questionAbout(alert)) ?? null }));
  const place = ({ alert, askedOn }: (typeof open)[number]): number => (askedOn !== null ? 2 : fresh.includes(alert) ? 0 : 1);
  return open.sort((left, right) => place(left) - place(right)).map((request, at) => ({ number: at + 1, ...request }));
}

function unanswered(alerts: readonly Alert[]): Alert[] {
  return alerts.filter(({ proposal, directive }) => !isBlank(proposal) && isBlank(directive));
}

function questionAbout(alert: Alert): string {
  return questionOf(askKey(subjectOf(alert.key), askedWords(alert), 0));
}

/** What the last mail that asked anything asked, and under which numbers; `day` `null`: none did. */
export type Asked = { readonly day: Day | null; readonly numbers: ReadonlyMap<string, number | null> };

/** Of the mails to the chairman. One in doubt may be the one he answers. */
export function lastAsked(mails: readonly MailRecord[], plan: Typed['plan']): Asked {
  const read = keyReader(plan);
  const last = [...mails]
    .filter(({ state, items }) => state !== 'failed' && items.some(isAskKey))
    .sort((left, right) => (left.day < right.day ? 1 : -1))[0];
  if (last === undefined) return { day: null, numbers: new Map() };
  const keys = last.items.filter(isAskKey);
  return { day: last.day, numbers: new Map(keys.map((key) => [questionOf(read(key, last.day)), numberOf(key)])) };
}

/** Every proposal without a decision, by the numbers of that mail; what it did not ask comes last. */
export function waitingRequests(
  alerts: readonly Alert[],
  { numbers }: Asked,
): { readonly alert: Alert; readonly number: number | null }[] {
  return unanswered(alerts)
    .map((alert) => ({ alert, number: numbers.get(questionAbout(alert)) ?? null }))
    .sort((left, right) => (left.number ?? Number.MAX_SAFE_INTEGER) - (right.number ?? Number.MAX_SAFE_INTEGER));
}

const ASKED_CHARACTERS = 60;

/** What is asked, short enough for the ledger: another proposal on the same matter is another question. */
function askedWords({ proposal }: Alert): string {
  return fold(proposal.slice(0, ASKED_CHARACTERS * 8))
    .replace(/\|/gu, ' ')
    .slice(0, ASKED_CHARACTERS)
    .trim();
}

/** The numbers of the sheet and of the report of the same day: proposals are outside, what is muted is not. */
function periodStanding({ period, evaluation }: Judged, typed: Typed, today: Day): Omit<PeriodStanding, 'overdue'> {
  const missed = typed.plan.indicators.filter((row) => {
    const verdict: Verdict | undefined = evaluation.judgements.get(row.id)?.verdict;
    return isJudgedKind(row) && !isProposedLevel(row) && verdict !== undefined && isNotMet(verdict);
  });
  return {
    period: period.name,
    asOf: judgedAsOf(period, typed.plan.periods, today),
    notMet: byLead(missed),
    near: missed.filter(({ id }) => evaluation.judgements.get(id)?.verdict === 'nearly-met').length,
    owed: byLead(owedRows(typed, evaluation)),
  };
}

/** Work stands in every open period and is counted once, with the one being entered. */
function overdueTask(alert: Alert, open: readonly Judged[]): Task[] {
  return alert.about.kind === 'task' && !isCarried(alert, open) ? [alert.about.task] : [];
}

function titleOf({ about }: Alert): string {
  return about.kind === 'indicator' ? about.indicator.title : about.task.title;
}

function byLead(rows: readonly { readonly lead: string }[]): OfLead[] {
  const leads = new Map<string, number>();
  for (const { lead } of rows) leads.set(lead, (leads.get(lead) ?? 0) + 1);
  return [...leads].map(([lead, count]) => ({ lead, count })).sort((left, right) => right.count - left.count);
}

/** What no open period counts: told by a period that is closed, or of an earlier turn. */
function isCarried({ about }: Alert, open: readonly Judged[]): boolean {
  if (about.kind === 'indicator') return !open.some(({ period }) => period.name === about.judgement.period);
  const { task, lastDay } = about.standing;
  return !open.some(({ evaluation }) => evaluation.standings.get(task)?.lastDay === lastDay);
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
