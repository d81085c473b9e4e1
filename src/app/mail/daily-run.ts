import type { Trouble } from '../../domain/mail/letter.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { DAILY_TROUBLES } from '../../words/mail/daily.ts';
import type { Book } from '../../workbook/core/book.ts';
import { type DailyRecord, dailyBlocks, readDaily } from '../../workbook/layout/daily-record.ts';
import { dailyRow } from '../../workbook/layout/overview.ts';
import { now, whoAsks } from '../base/journal.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { Refusal } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { DailyReply, MailOutcome, MailReply } from '../replies/mail.ts';
import { newsToday } from './compose-mail.ts';
import { sendMailOf, sendNews } from './send-mail.ts';

/** Writes a failure of the environment to the log of whoever maintains the script. */
type Log = (step: string, error: unknown) => void;

/**
 * The daily run: brings the grey cells up to date, mails what is new, and writes on `Tổng quan` whether all went well, from
 * one reading of the workbook. Whatever becomes of one step, the next is done.
 */
export function dailyRun(ports: Ports, { log, isAppointed }: { readonly log: Log; readonly isAppointed: boolean }): DailyReply {
  const opened = tried('open', log, () => openBook(ports));
  if (opened.done === null) return { mail: null, troubles: [opened.sentence] };
  const book = opened.done;
  const before = readDaily(book);
  const refreshed = tried('refresh', log, () => refreshBook(ports, book, { isDaily: true }));
  const troubles = refreshed.done === null ? [troubleOf('refresh', refreshed.sentence, before)] : [];
  const mayMail = mayKeepPlan(book.plan, ports.who.email(), ports.clock.today());
  if (!mayMail && !isAppointed) return { mail: null, troubles: [REFUSALS.notAllowed] };
  if (!mayMail) troubles.push(troubleOf('owner', DAILY_TROUBLES.owner(whoAsks(ports)), before));
  const mailed = tried('mail', log, () => mailFor(ports, book, troubles));
  const said = [
    ...troubles.map(({ sentence }) => sentence),
    ...(mailed.done === null ? [mailed.sentence] : troublesOf(mailed.done)),
  ];
  tried('record', log, () => record(ports, book, { troubles: said, isPlaced: refreshed.done !== null }));
  return { mail: mailed.done, troubles: said };
}

/** What of a mail run a person must look after. */
function troublesOf({ outcome, mails, queued }: MailReply): string[] {
  const { noRecipient, failed, inDoubt, queued: sayQueued } = DAILY_TROUBLES;
  const count = (wanted: MailOutcome): number => mails.filter((mail) => mail.outcome === wanted).length;
  return [
    ...(outcome === 'no-recipient' ? [noRecipient] : []),
    ...(count('failed') > 0 ? [failed(count('failed'))] : []),
    ...new Set(mails.flatMap(({ outcome: each, why }) => (each === 'failed' && why !== undefined ? [why] : []))),
    ...(count('in-doubt') > 0 ? [inDoubt(count('in-doubt'))] : []),
    ...(queued > 0 ? [sayQueued(queued)] : []),
  ];
}

function mailFor(ports: Ports, book: Book, troubles: readonly Trouble[]): MailReply {
  return troubles.some(({ key }) => key.startsWith(OWNER_GONE))
    ? tellClerk(ports, book, troubles)
    : sendMailOf(ports, book, troubles);
}

const OWNER_GONE = 'run|owner|';

/** The person whose run it is is no keeper any more: nothing goes in that name, but the clerk must hear of it. */
function tellClerk(ports: Ports, book: Book, troubles: readonly Trouble[]): MailReply {
  return sendNews(ports, book, {
    ...newsToday(book, ports.clock.today(), troubles),
    open: [],
    pending: [],
    periods: [],
  });
}

/** The same cause is told once until a run went well again. */
function troubleOf(step: 'refresh' | 'owner', sentence: string, { goodAt }: DailyRecord): Trouble {
  return { key: `run|${step}|since ${goodAt?.day ?? 'ever'}`, sentence };
}

type Tried<T> = { readonly done: T; readonly sentence: '' } | { readonly done: null; readonly sentence: string };

/** A refusal says itself what is wrong; of any other failure only its step is told, its text is for the log. */
function tried<T extends object>(step: keyof typeof DAILY_TROUBLES.steps, log: Log, work: () => T): Tried<T> {
  try {
    return { done: work(), sentence: '' };
  } catch (error) {
    log(step, error);
    return { done: null, sentence: error instanceof Refusal ? error.sentence : DAILY_TROUBLES.steps[step] };
  }
}

type Recorded = { readonly troubles: readonly string[]; readonly isPlaced: boolean };

/** Once a day when all is well, and whenever something else is to be said. */
function record(ports: Ports, book: Book, { troubles, isPlaced }: Recorded): DailyRecord {
  const before = readDaily(book);
  const goodAt = troubles.length === 0 && before.goodAt?.day !== ports.clock.today() ? now(ports) : before.goodAt;
  const made: DailyRecord = { goodAt, who: whoAsks(ports), trouble: troubles.join(' ') };
  const blocks = dailyBlocks(book, made, isPlaced ? dailyRow(book, ports.clock.today()) : null);
  if (blocks.length > 0) ports.workbook.write(blocks);
  return made;
}
