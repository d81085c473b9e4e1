import type { Day } from '../core/day.ts';
import { fold, isBlank } from '../core/word.ts';
import type { Plan } from '../plan/plan.ts';
import type { Alert } from './alert.ts';
import { askKey, isAskKey, keyReader, numberOf, questionOf, subjectOf } from './alert-key.ts';
import { arrivedMails, type MailRecord } from './mail-history.ts';

/** A request that waits for the chairman's word, under the number by which he answers. */
export type Request = {
  readonly number: number;
  readonly alert: Alert;
  /** The day of the mail that asked first; `null`: this one. */
  readonly askedOn: Day | null;
};

type Asking = { readonly mails: readonly MailRecord[]; readonly fresh: readonly Alert[] };

/** What nobody asked yet comes first, in the order of the mail; then what waits for an answer. */
export function requestsOf(alerts: readonly Alert[], { mails, fresh }: Asking): Request[] {
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
export function lastAsked(mails: readonly MailRecord[], plan: Plan): Asked {
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

/** What the ledger keeps of a request. */
export function keyOfRequest({ alert, number }: Request): string {
  return askKey(subjectOf(alert.key), askedWords(alert), number);
}
