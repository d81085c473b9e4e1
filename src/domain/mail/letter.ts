import { owedRows } from '../checks/entry-progress.ts';
import type { Day } from '../core/day.ts';
import { fold } from '../core/word.ts';
import { type Evaluation, evaluate, type Typed } from '../judging/evaluate.ts';
import type { AppraisedRow } from '../period/appraisal.ts';
import { judgedAsOf } from '../period/calendar.ts';
import { isOpen, type Period } from '../period/period.ts';
import { isWished } from '../plan/settings.ts';
import { isWorkday, workdaysBetween } from '../plan/workdays.ts';
import { type Judged, standingMatters } from './alert.ts';
import { type Digest, digest } from './digest.ts';
import {
  arrivedKeys,
  doubtfulKeys,
  doubtKey,
  failureKey,
  failures,
  isInDoubt,
  type LedgerMail,
  type MailRecord,
  mailsTo,
} from './mail-history.ts';
import type { RegisterNews } from './registers.ts';
import { owedKeys, type Pending, pendingIn, pendingReturns } from './reminder.ts';

/** A person who may be written to: an address that a mailer accepts, and the roles held today. */
export type Person = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Who is asked: the first of `Chức danh nhận thư cảnh báo`. */
  readonly isChairman: boolean;
  /** One of the others there: told the same and asked nothing. */
  readonly isInformed?: boolean;
  readonly isClerk: boolean;
};

/** Rows that a lead is reminded of: for the first time at this step, and told before and still waiting. */
export type OwnRows = {
  readonly fresh: readonly Pending[];
  readonly before: readonly Pending[];
  readonly perhapsTold: readonly string[];
  /** Rows of another lead, which this person supports. */
  readonly supporting: readonly string[];
  /** And those that this person watches and urges on. */
  readonly watching: readonly string[];
};

/** How many rows of the period a role has not entered, and which. */
export type OwedOfRole = { readonly role: string; readonly ids: readonly string[] };

/** What the clerk is told beside his own rows. */
export type ClerkNews = {
  /** «Chưa nhập», when a step before or after `Hạn công chức nhập` is reached; `null` when it is not, or was told. */
  readonly owed: { readonly roles: readonly OwedOfRole[]; readonly dueOn: Day; readonly left: number } | null;
  /** Reminded of and still late after the days of that step. */
  readonly late: readonly Pending[];
  /** Would be reminded of, but nobody with an address holds the role. */
  readonly unaddressed: readonly Pending[];
  readonly inDoubt: readonly LedgerMail[];
  readonly failed: readonly LedgerMail[];
  /** Steps of the daily run that went wrong, as sentences. */
  readonly troubles: readonly string[];
};

/** All that one person is told in one mail; at least one part is there. */
export type Letter = {
  readonly person: Person;
  readonly digest: Digest | null;
  readonly clerk: ClerkNews | null;
  readonly own: OwnRows | null;
  /** What the ledger keeps of it. */
  readonly keys: readonly string[];
};

/** Something that went wrong in the daily run; the same key is told once. */
export type Trouble = { readonly key: string; readonly sentence: string };

export type NewsContext = {
  /** The open periods, the one being entered first, or the one closed last where none is; none: nothing is asked of anybody. */
  readonly periods: readonly Period[];
  readonly today: Day;
  readonly people: readonly Person[];
  /** Rows that whoever keeps the plan gave back. */
  readonly returned?: readonly AppraisedRow[];
  readonly troubles: readonly Trouble[];
  /** What the registers that are kept wait for. */
  readonly registers?: RegisterNews;
};

/** What holds for everybody, worked out once. */
export type News = NewsContext & {
  readonly typed: Typed;
  /** These periods with their verdicts. */
  readonly open: readonly Judged[];
  readonly pending: readonly Pending[];
  /** Whether this person leads the row. */
  readonly leads: (person: Person, row: Pending) => boolean;
  /** Whether this person supports it, where the office wishes that supporters are reminded. */
  readonly supports: (person: Person, row: Pending) => boolean;
  /** The same of those who watch it. */
  readonly watches: (person: Person, row: Pending) => boolean;
};

/** Judges the open periods, each as of its day, and finds the rows that have reached a step of reminding. */
export function newsOf(typed: Typed, context: NewsContext): News {
  const { periods, today } = context;
  const roles = leadership(context.people);
  const open = periods.map((period) => ({
    period,
    // Where none is open, work that falls due is still told, by the period that was closed last.
    evaluation: evaluate(typed, { period, asOf: isOpen(period) ? judgedAsOf(period, typed.plan.periods, today) : today }),
  }));
  // Nobody is reminded on a day off; the step is told on the next working day.
  const pending = isWorkday(today, typed.plan.holidays)
    ? [
        ...pendingReturns(context.returned ?? [], today),
        ...pendingIn(typed, open, { today, waiting: context.registers?.waiting ?? [] }),
      ]
    : [];
  return { ...context, typed, open, pending, ...roles };
}

/** Compares each writing of a role once, however many rows it leads. */
function leadership(people: readonly Person[]): Pick<News, 'leads' | 'supports' | 'watches'> {
  const folded = new Map<string, string>();
  const known = (role: string): string => {
    const found = folded.get(role) ?? fold(role);
    folded.set(role, found);
    return found;
  };
  const held = new Map(people.map((person) => [person, new Set(person.roles.map(known))]));
  const holds = (person: Person, role: string): boolean => held.get(person)?.has(known(role)) === true;
  return {
    leads: (person, { lead }) => holds(person, lead),
    supports: (person, { supports }) => supports.some((role) => holds(person, role)),
    watches: (person, { watchers = [] }) => watchers.some((role) => holds(person, role)),
  };
}

/** Who is written to and what about, the most important first: the chairman, the clerk, then the leads by urgency. */
export function lettersOf(news: News, mails: readonly LedgerMail[]): Letter[] {
  const letters = news.people.flatMap((person) => letterTo(person, news, mails) ?? []);
  return letters.sort((left, right) => rankOf(left) - rankOf(right));
}

/** What one person is to be told beyond these mails; `null`: nothing. */
export function letterTo(person: Person, news: News, mails: readonly LedgerMail[]): Letter | null {
  const his = mailsTo(mails, person.email);
  const found = person.isChairman || person.isInformed === true ? digestFor(news, his) : null;
  // The chairman's mail tells of his own list too, whenever one goes.
  const own = ownRows(person, { news, mails: his, always: found !== null });
  const clerk = person.isClerk ? clerkNews(person, news, mails) : null;
  if (found === null && own === null && clerk === null) return null;
  const rows = own === null ? [] : [...own.fresh, ...own.before];
  const keys = [...(found?.keys ?? []), ...(clerk?.keys ?? []), ...rows.flatMap(leadKeys)];
  return { person, digest: found, own, clerk: clerk?.news ?? null, keys: [...new Set(keys)] };
}

function digestFor({ typed, open, today, pending, registers }: News, mails: readonly MailRecord[]): Digest | null {
  if (open.length === 0) return null;
  const { holidays } = typed.plan;
  const weekly = isWished(typed.plan, 'weekly-mail', today) && isWorkday(today, holidays);
  const matters = standingMatters(open, typed, today);
  return digest({
    matters,
    late: pending,
    mails,
    asOf: today,
    open,
    typed,
    weekly,
    ...(registers === undefined ? {} : { registers }),
  });
}

function leadKeys({ tiers }: Pending): readonly string[] {
  return tiers.lead;
}

type Own = { readonly news: News; readonly mails: readonly MailRecord[]; readonly always: boolean };

function ownRows(person: Person, { news, mails, always }: Own): OwnRows | null {
  const { pending, leads, supports } = news;
  const told = arrivedKeys(mails);
  const isNew = (key: string): boolean => !told.has(key);
  const mine = pending
    .map((row) => ({ row, reasons: ownReasons(person, row, news) }))
    .filter(({ reasons }) => reasons.length > 0);
  const fresh = mine.flatMap(({ row, reasons }): Pending[] => {
    const reason = reasons.find(({ tiers }) => tiers.lead.some(isNew));
    return reason === undefined ? [] : [{ ...row, why: reason.why, day: reason.day, workdays: reason.workdays }];
  });
  if (fresh.length === 0 && (mine.length === 0 || !always)) return null;
  const doubtful = doubtfulKeys(mails);
  const perhapsTold = fresh.filter(({ tiers }) => tiers.lead.every((key) => doubtful.has(key))).map(({ id }) => id);
  const others = mine.map(({ row }) => row).filter((row) => !leads(person, row));
  const idsOf = (rows: readonly Pending[]): string[] => rows.map(({ id }) => id);
  const supporting = idsOf(others.filter((row) => supports(person, row)));
  const watching = idsOf(others.filter((row) => !supports(person, row)));
  const before = mine.map(({ row }) => row).filter(({ id }) => !fresh.some((row) => row.id === id));
  return { fresh, before, perhapsTold, supporting, watching };
}

/** The lead hears of everything; who supports, of the work itself, not of what the lead has to enter; who watches, of what is overdue. */
function ownReasons(person: Person, row: Pending, { leads, supports, watches }: News): Pending['reasons'] {
  const said = row.reasons.filter(({ tiers }) => tiers.lead.length > 0);
  if (leads(person, row)) return said;
  if (supports(person, row)) return said.filter(({ why }) => why === 'overdue' || why === 'due-soon');
  return watches(person, row) ? said.filter(({ why }) => why === 'overdue') : [];
}

type ClerkLetter = { readonly news: ClerkNews; readonly keys: readonly string[] };

function clerkNews(person: Person, news: News, mails: readonly LedgerMail[]): ClerkLetter | null {
  const told = arrivedKeys(mailsTo(mails, person.email));
  const isNew = (key: string): boolean => !told.has(key);
  const { owed, keys } = owedNews(news, isNew);
  const late = news.pending.filter((row) => !news.leads(person, row) && row.tiers.clerk.some(isNew));
  const unaddressed = news.pending.filter(
    (row) => !news.people.some((one) => news.leads(one, row)) && row.tiers.lead.some(isNew),
  );
  const inDoubt = mails.filter((mail) => isInDoubt(mail) && isNew(doubtKey(mail)));
  const failed = failures(mails).filter((mail) => isNew(failureKey(mail, mails)));
  const troubles = news.troubles.filter(({ key }) => isNew(key));
  const all = [
    ...keys,
    ...late.flatMap(({ tiers }) => tiers.clerk),
    ...unaddressed.flatMap(leadKeys),
    ...inDoubt.map(doubtKey),
    ...failed.map((mail) => failureKey(mail, mails)),
    ...troubles.map(({ key }) => key),
  ];
  if (all.length === 0) return null;
  return { news: { owed, late, unaddressed, inDoubt, failed, troubles: troubles.map(({ sentence }) => sentence) }, keys: all };
}

/** Of the first open period whose list has reached a new step; that of another is told by the next mail. */
function owedNews({ typed, open, today }: News, isNew: (key: string) => boolean): Pick<ClerkNews, 'owed'> & Pick<Letter, 'keys'> {
  const { holidays } = typed.plan;
  for (const { period, evaluation } of open) {
    if (period.entryDueOn === null) continue;
    const keys = isWorkday(today, holidays) ? owedKeys(typed.plan, period, today).filter(isNew) : [];
    const roles = owedByRole(typed, evaluation);
    if (keys.length === 0 || roles.length === 0) continue;
    return { owed: { roles, dueOn: period.entryDueOn, left: workdaysBetween(today, period.entryDueOn, holidays) }, keys };
  }
  return { owed: null, keys: [] };
}

/** Which rows each role has not entered, most first. */
function owedByRole(typed: Typed, evaluation: Evaluation): OwedOfRole[] {
  const roles = new Map<string, string[]>();
  for (const { lead, id } of owedRows(typed, evaluation)) {
    const ids = roles.get(lead);
    if (ids === undefined) roles.set(lead, [id]);
    else ids.push(id);
  }
  return [...roles].map(([role, ids]) => ({ role, ids })).sort((left, right) => right.ids.length - left.ids.length);
}

const LEADS = 3;

function rankOf({ person, digest: found, clerk, own }: Letter): number {
  if (found !== null && person.isChairman) return 1;
  if (clerk !== null) return 2;
  return LEADS + (own?.fresh.some(({ why }) => why === 'overdue' || why === 'entry-late') === true ? 0 : 1);
}
