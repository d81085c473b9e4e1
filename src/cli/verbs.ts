import { fileURLToPath } from 'node:url';
import type { Calls } from '../app/calls.ts';
import type { DailyReply, MailReply } from '../app/replies/mail.ts';
import type { Extra } from '../domain/plan/extras.ts';
import { isSampleWorkbook } from '../host/core/office.ts';
import { Unusable } from '../host/core/unusable.ts';
import type { Host } from '../host/host.ts';
import { DONE_SENTENCES, sayCountLines, USAGE_SENTENCES } from '../words/host/local.ts';
import { sayWritten } from '../words/import/say-written.ts';
import { DAILY_SENTENCES } from '../words/mail/local-mail.ts';
import { STEPS } from '../words/pages/steps.ts';
import { sayRolledOver, sayRowFates } from '../words/plan/roll-over.ts';
import { sayPackage } from '../words/province/package.ts';
import { sayPapers } from '../words/report/papers.ts';
import { ADOPT } from '../words/set-up/adopt.ts';
import { sayUpgrade } from '../words/set-up/upgrade.ts';
import { documentIn } from './document-in.ts';
import { pdfBeside } from './pdf.ts';
import { smtpUrlOf } from './program.ts';
import { type RegisterWish, runRegister, yearOf } from './registers.ts';
import { type RollOverWish, requestOf } from './roll-over.ts';
import { asked, fine, lineOf, type Said, sayMail, sayOwed, sayReconcile, sayReport, saySetUp } from './say-replies.ts';
import type { SetUpAsked } from './set-up.ts';

export type Wanted = {
  readonly period: string | null;
  /** What a new workbook is to be. */
  readonly setUp: SetUpAsked;
  /** Which plan comes next, and what becomes of the rows of the last. */
  readonly rollOver?: RollOverWish | null;
  readonly register?: RegisterWish;
  readonly preview: boolean;
  /** Consent to what is proposed; `null`: not said. */
  readonly agree?: boolean | null;
  readonly role: string;
  readonly reason: string;
  readonly ids: string;
  readonly cell: string;
  readonly tab: string;
  readonly values: string;
  readonly keep: boolean;
  readonly pdf: boolean;
  readonly file: string | null;
};

/** No option given. */
export const NOTHING_WANTED: Wanted = {
  period: null,
  setUp: { template: '' },
  preview: false,
  role: '',
  reason: '',
  ids: '',
  cell: '',
  tab: '',
  values: '',
  keep: false,
  pdf: false,
  file: null,
};

export const VERBS = [
  'setup',
  'adopt',
  'upgrade',
  'roll-over',
  'open-period',
  'close-period',
  'reopen-period',
  'export-period',
  'mark-sent',
  'check',
  'owed',
  'refresh',
  'enter',
  'explain',
  'restore',
  'confirm',
  'undo',
  'draft',
  'preview',
  'report',
  'reconcile',
  'template',
  'brief',
  'meeting',
  'matrix',
  'letters',
  'slip',
  'year-work',
  'forms',
  'findings',
  'surveys',
  'scores',
  'score-sheet',
  'mail',
  'daily',
] as const;
export type Verb = (typeof VERBS)[number];

/** Each verb is one request through the script's one door. */
export const RUN_VERB: Readonly<Record<Verb, (host: Host, wanted: Wanted) => Said>> = {
  setup: (host, { setUp, agree }) =>
    asked(host.ask('set-up', { ...setUp, ...(agree == null ? {} : { adopt: agree }) }), saySetUp),
  adopt: (host, { agree }) => asked(host.ask('adopt', { agreed: '' }), (near) => adoptNear(host, near, agree === true)),
  upgrade: (host) => asked(host.ask('upgrade', {}), (reply) => fine([sayUpgrade(reply)])),
  'roll-over': (host, { rollOver, preview }) => (rollOver == null ? fine([]) : rollPlanOver(host, rollOver, preview)),
  'open-period': (host, wanted) =>
    asked(host.ask('open-period', { period: periodOf(wanted) }), ({ period, added, kept }) =>
      fine([DONE_SENTENCES.opened(period, added, kept)]),
    ),
  'close-period': (host, wanted) =>
    asked(host.ask('close-period', { period: periodOf(wanted) }), (reply) =>
      fine([DONE_SENTENCES.closed(reply.period, reply.version, reply.facts), reply.package]),
    ),
  'export-period': (host, wanted) =>
    asked(host.ask('export-period', { period: periodOf(wanted) }), (reply) => fine(sayPackage(reply))),
  'reopen-period': (host, wanted) =>
    asked(host.ask('reopen-period', { period: periodOf(wanted), reason: wanted.reason }), ({ period }) =>
      fine([STEPS.reopened(period)]),
    ),
  'mark-sent': (host, wanted) =>
    asked(host.ask('mark-sent', { period: periodOf(wanted) }), ({ period, on }) => fine([STEPS.sent(period, on)])),
  enter: (host, wanted) =>
    asked(
      host.ask('enter', { tab: wanted.tab, id: wanted.ids, period: periodOf(wanted), values: valuesIn(wanted.values) }),
      ({ sentence, result, explanation }) => fine([sentence, `${result}: ${explanation}`]),
    ),
  explain: (host, { cell, reason }) =>
    asked(host.ask('explain-change', { change: cell, reason }), ({ left }) => fine([STEPS.explained(left)])),
  restore: (host, { cell }) => asked(host.ask('restore-change', { change: cell }), ({ left }) => fine([STEPS.restored(left)])),
  confirm: (host, { ids }) =>
    asked(host.ask('confirm-proposals', { ids: listIn(ids) }), ({ confirmed, left }) => fine([STEPS.confirmed(confirmed, left)])),
  undo: (host) =>
    asked(host.ask('undo-preview', {}), (last) =>
      last === null
        ? fine([STEPS.nothingToUndo])
        : asked(host.ask('undo', { of: last.of }), ({ text }) => fine([STEPS.undone(text)])),
    ),
  check: (host) =>
    asked(host.ask('check', {}), ({ counts, problems }) => ({
      lines: [...sayCountLines(counts), ...problems.map(lineOf)],
      problems: counts.problems['must-fix'] + counts.problems.review > 0,
    })),
  owed: (host) => asked(host.ask('owed', {}), (reply) => fine(sayOwed(reply))),
  refresh: (host) =>
    asked(host.ask('refresh', {}), ({ counts, written, problems }) =>
      fine([
        DONE_SENTENCES.refreshed(written),
        ...sayCountLines(counts),
        ...problems.filter(({ severity }) => severity === 'must-fix').map(lineOf),
      ]),
    ),
  draft: (host, wanted) => asked(host.ask('draft-narratives', { period: periodOf(wanted) }), ({ sentence }) => fine([sentence])),
  preview: (host, wanted) =>
    asked(host.ask('report-preview', { period: periodOf(wanted) }), ({ text, draft }) => ({ lines: [text], problems: draft })),
  brief: (host, wanted) => asked(host.ask('brief', { period: periodOf(wanted) }), papersOf(wanted)),
  meeting: (host, wanted) => asked(host.ask('meeting', { period: periodOf(wanted) }), papersOf(wanted)),
  matrix: (host, wanted) => asked(host.ask('matrix', {}), papersOf(wanted)),
  letters: (host, wanted) => asked(host.ask('letters', { period: periodOf(wanted) }), papersOf(wanted)),
  forms: (host, wanted) => asked(host.ask('forms', { period: periodOf(wanted) }), (reply) => fine(sayPapers(reply))),
  slip: (host, wanted) => asked(host.ask('slip', { period: periodOf(wanted), role: wanted.role }), papersOf(wanted)),
  'year-work': (host, wanted) => asked(host.ask('year-work', { period: periodOf(wanted), role: wanted.role }), papersOf(wanted)),
  report: (host, wanted) =>
    asked(host.ask('report', { period: periodOf(wanted) }), (reply) =>
      fine([...sayReport(reply), ...pdfLines(wanted, reply.files.slice(0, 1))]),
    ),
  reconcile: (host, { file, period, keep }) =>
    asked(host.ask('reconcile', { file: documentIn(file), period: period ?? '', keep }), sayReconcile),
  template: (host, { file }) =>
    asked(host.ask('store-template', { file: file === null ? '' : documentIn(file) }), ({ sentence }) => fine([sentence])),
  findings: (host, wanted) => ofRegister(host, 'inspections', wanted),
  surveys: (host, wanted) => ofRegister(host, 'surveys', wanted),
  scores: (host, wanted) => ofRegister(host, 'scores', wanted),
  'score-sheet': (host, wanted) => asked(host.ask('score-sheet', { year: yearOf(wanted.register ?? NO_WISH) }), papersOf(wanted)),
  mail: (host, { preview }) =>
    asked(host.ask('mail', { preview }), (reply) => ({ lines: sayMail(reply, isFiled(host)), problems: isTrouble(reply) })),
  daily: (host) => runDaily(host),
};

const NO_WISH: RegisterWish = { set: '', years: '', title: '', until: '', minimum: '' };

function ofRegister(host: Host, register: Extra, { register: wish = NO_WISH, ids, values, file }: Wanted): Said {
  return runRegister(host, register, { wish, row: { id: ids, values: valuesIn(values) }, file });
}

/** Shows what becomes of each row, or does it. */
function rollPlanOver(host: Host, wish: RollOverWish, preview: boolean): Said {
  return asked(host.ask('roll-over-state', { from: wish.from, to: wish.plan.id }), (state) => {
    const request = requestOf(wish, state);
    if (preview) return fine(sayRowFates(state.rows, request.rows));
    return asked(host.ask('roll-over', request), (reply) => ({ lines: sayRolledOver(reply), problems: reply.lost.length > 0 }));
  });
}

/** The rows of a plan through the same door; something left for a person is something to mend. */
export function writePlan(host: Host, plan: Calls['import-plan']['request']): Said {
  return asked(host.ask('import-plan', plan), (reply) => ({
    lines: sayWritten(reply),
    problems: reply.left.length + reply.unknownRoles.length > 0,
  }));
}

/** The script keeps the failures of its triggers to itself; what it answers says whether all went well. */
function runDaily(host: Host): Said {
  const reply: DailyReply | null = JSON.parse(String(host.run('runDaily')));
  const { mail, troubles } = reply ?? { mail: null, troubles: [DAILY_SENTENCES.broken] };
  const lines = troubles.length === 0 ? [DAILY_SENTENCES.good] : troubles.map(DAILY_SENTENCES.trouble);
  const isBad = troubles.length > 0 || (mail !== null && isTrouble(mail));
  return { lines: [...lines, ...(mail === null ? [] : sayMail(mail, isFiled(host)))], problems: isBad };
}

/** Whether letters become files: no server is named, or the figures are illustrative. */
function isFiled({ model }: Host): boolean {
  return smtpUrlOf(process.env) === null || isSampleWorkbook(model);
}

function isTrouble({ outcome, mails, queued }: MailReply): boolean {
  return queued > 0 || [outcome, ...mails.map((mail) => mail.outcome)].some((one) => MAIL_TROUBLES.has(one));
}

const MAIL_TROUBLES: ReadonlySet<Calls['mail']['reply']['outcome']> = new Set(['failed', 'in-doubt', 'no-quota', 'no-recipient']);

const listIn = (text: string): string[] =>
  text
    .split(/[;,]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** «Tử số=1250; Mẫu số=1260». */
function valuesIn(text: string): Record<string, string> {
  const pairs = text.split(';').map((part) => part.split('='));
  return Object.fromEntries(
    pairs.filter(([header = '']) => header.trim() !== '').map(([header = '', ...rest]) => [header.trim(), rest.join('=').trim()]),
  );
}

function periodOf({ period }: Wanted): string {
  if (period === null) throw new Unusable(USAGE_SENTENCES.noPeriod);
  return period;
}

/** Shows the proposals, and takes them over where the person has agreed. */
function adoptNear(host: Host, { proposals, token }: Calls['adopt']['reply'], agree: boolean): Said {
  if (proposals.length === 0) return fine([ADOPT.nothing]);
  if (agree) return asked(host.ask('adopt', { agreed: token }), ({ adopted }) => fine([...proposals, ADOPT.done(adopted)]));
  return { lines: [...proposals, DONE_SENTENCES.howToAgree], problems: true };
}

/** Papers beside the report, each document as a PDF too when that is wanted. */
function papersOf(wanted: Wanted): (reply: Calls['brief']['reply']) => Said {
  return (reply) => fine([...sayPapers(reply), ...pdfLines(wanted, reply.files)]);
}

/** Documents set as PDF beside them when that is wanted: of a report its official text, the first of its files. */
function pdfLines({ pdf }: Wanted, files: Calls['report']['reply']['files']): string[] {
  const kept = files.map(({ url }) => url).filter((url) => pdf && url.startsWith('file:') && url.endsWith('.docx'));
  return kept.map((url) => pdfBeside(fileURLToPath(url)));
}
