import * as z from 'zod/mini';
import { REFUSALS } from '../words/core/refusals.ts';
import { ROLES } from '../workbook/tabs/settings.ts';
import { mayBeLong } from './base/file-in.ts';
import type { Ports } from './base/ports.ts';
import { Refusal, refuse } from './base/refusal.ts';
import { asksKeeper } from './base/roles.ts';
import type { Answer, CallName, Calls, Json } from './calls.ts';
import { check } from './checks/check.ts';
import { confirmProposals } from './checks/confirm-proposals.ts';
import { ENTRY_REQUESTS, runEntry } from './entry/entry-requests.ts';
import { explainChange, restoreChange } from './history/settle-change.ts';
import { undo, undoPreview } from './history/undo.ts';
import { refresh } from './judging/refresh.ts';
import { owed } from './mail/reminders.ts';
import { sendMail } from './mail/send-mail.ts';
import { closePeriod } from './period/close-period.ts';
import { markSent } from './period/mark-sent.ts';
import { openPeriod } from './period/open-period.ts';
import { reopenPeriod } from './period/reopen-period.ts';
import { DOCUMENT_REQUESTS, MAKE_FILES, runDocument } from './report/document-requests.ts';
import { makeReport } from './report/make-report.ts';
import { LAYOUT_REQUESTS, runLayout } from './set-up/layout-requests.ts';
import { goTo } from './today/go-to.ts';
import { todayView } from './today/today.ts';
import { isView, runView, VIEW_REQUESTS } from './today/view-requests.ts';

/** What a form may carry; anything longer is refused before it is read. */
const MOST_CHARACTERS = 60_000;
const MOST_IDS = 1_000;

/** Checked by hand, because zod's lists and records are 4 kB that every edit would evaluate. */
function areNames(given: unknown): boolean {
  return Array.isArray(given) && given.length <= MOST_IDS && given.every((id) => name.safeParse(id).success);
}

const nothing = z.strictObject({});
const sentence = z.string().check(z.maxLength(1_000));
const name = z.string().check(z.minLength(1), z.maxLength(200));
const place = z.int().check(z.gte(1), z.lte(10_000_000));

/** Each request as a closed shape: an unknown call, a missing or an extra key is no request. */
const REQUEST = z.discriminatedUnion('call', [
  z.strictObject({ call: z.literal('today'), with: nothing }),
  z.strictObject({ call: z.literal('check'), with: nothing }),
  z.strictObject({ call: z.literal('owed'), with: nothing }),
  z.strictObject({ call: z.literal('refresh'), with: nothing }),
  ...LAYOUT_REQUESTS,
  ...VIEW_REQUESTS,
  z.strictObject({ call: z.literal('open-period'), with: z.strictObject({ period: name }) }),
  z.strictObject({ call: z.literal('close-period'), with: z.strictObject({ period: name }) }),
  z.strictObject({ call: z.literal('reopen-period'), with: z.strictObject({ period: name, reason: sentence }) }),
  z.strictObject({ call: z.literal('mark-sent'), with: z.strictObject({ period: name }) }),
  z.strictObject({ call: z.literal('explain-change'), with: z.strictObject({ change: sentence, reason: sentence }) }),
  z.strictObject({ call: z.literal('restore-change'), with: z.strictObject({ change: sentence }) }),
  z.strictObject({
    call: z.literal('confirm-proposals'),
    with: z.strictObject({ ids: z.custom<string[]>(areNames) }),
  }),
  z.strictObject({ call: z.literal('undo-preview'), with: nothing }),
  z.strictObject({ call: z.literal('undo'), with: z.strictObject({ of: sentence }) }),
  ...ENTRY_REQUESTS,
  z.strictObject({ call: z.literal('report'), with: z.strictObject({ period: name }) }),
  ...DOCUMENT_REQUESTS,
  z.strictObject({ call: z.literal('mail'), with: z.strictObject({ preview: z.boolean() }) }),
  z.strictObject({ call: z.literal('go-to'), with: z.strictObject({ tab: name, row: place, column: place }) }),
]);
type Asked = z.infer<typeof REQUEST>;

const KEEPERS_CALLS: readonly CallName[] = [
  'set-up',
  'adopt',
  'upgrade',
  'open-period',
  'close-period',
  'reopen-period',
  'mark-sent',
  'explain-change',
  'restore-change',
  'confirm-proposals',
  'store-template',
];

/** The calls that change the plan, its periods, or what leaves the office; a report asks the book that it reads anyway. */
function keepsPlan(asked: Asked): boolean {
  return KEEPERS_CALLS.includes(asked.call) || (asked.call === 'mail' && !asked.with.preview);
}

/**
 * Set-up lets a new clerk through the guards, which only somebody can whom they let in: often the file's owner, who keeps no plan. He could
 * write himself into `Phân công` anyway.
 */
function handsOver({ workbook }: Ports, { call }: Asked): boolean {
  return (call === 'set-up' || call === 'adopt') && workbook.mayGuard(ROLES.name);
}

/**
 * The one door of every page, menu and command-line call: shape, then who asks, then the action. A refusal is answered with
 * its sentence; failures of the world pass through to the rim, which catches them once.
 */
export function ask(ports: Ports, request: string): Json<Answer<CallName>> {
  return JSON.stringify(answer(ports, request));
}

function answer(ports: Ports, request: string): Answer<CallName> {
  try {
    const asked = understood(request);
    if (keepsPlan(asked) && !asksKeeper(ports) && !handsOver(ports, asked)) refuse(REFUSALS.notAllowed);
    return { ok: true, reply: ALONE.includes(asked.call) ? runAlone(ports, asked) : run(ports, asked) };
  } catch (failure) {
    if (failure instanceof Refusal) return refused(failure);
    throw failure;
  }
}

function refused({ sentence, conflicts }: Refusal): Answer<CallName> {
  return conflicts === undefined ? { ok: false, sentence } : { ok: false, sentence, conflicts };
}

function understood(request: string): Asked {
  const parsed = REQUEST.safeParse(readJson(request));
  return parsed.success ? parsed.data : refuse(REFUSALS.badRequest);
}

/** The console of a browser can send anything at all, not only text. */
function readJson(request: unknown): unknown {
  if (typeof request !== 'string') refuse(REFUSALS.badRequest);
  if (request.length > MOST_CHARACTERS && !mayBeLong(request)) refuse(REFUSALS.badRequest);
  try {
    return JSON.parse(request);
  } catch {
    refuse(REFUSALS.badRequest);
  }
}

/** The calls that add rows or files, and the refresh, which records what it found: pressed twice, they would add them twice. */
const ALONE: readonly CallName[] = [...KEEPERS_CALLS, 'refresh', 'undo', 'enter', 'bring-back', ...MAKE_FILES];

function runAlone(ports: Ports, asked: Asked): Calls[CallName]['reply'] {
  return ports.lock.alone(() => run(ports, asked)) ?? refuse(REFUSALS.busy);
}

/** What each call does; a call without an action does not compile. */
function run(ports: Ports, asked: Asked): Calls[CallName]['reply'] {
  if (isView(asked)) return runView(ports, asked);
  switch (asked.call) {
    case 'today':
      return todayView(ports);
    case 'check':
      return check(ports);
    case 'owed':
      return owed(ports);
    case 'refresh':
      return refresh(ports);
    case 'set-up':
    case 'adopt':
    case 'upgrade':
      return runLayout(ports, asked);
    case 'open-period':
      return openPeriod(ports, asked.with);
    case 'close-period':
      return closePeriod(ports, asked.with);
    case 'reopen-period':
      return reopenPeriod(ports, asked.with);
    case 'mark-sent':
      return markSent(ports, asked.with);
    case 'explain-change':
      return explainChange(ports, asked.with);
    case 'restore-change':
      return restoreChange(ports, asked.with);
    case 'confirm-proposals':
      return confirmProposals(ports, asked.with);
    case 'undo-preview':
      return undoPreview(ports);
    case 'undo':
      return undo(ports, asked.with);
    case 'my-rows':
    case 'enter':
      return runEntry(ports, asked);
    case 'report':
      return makeReport(ports, asked.with);
    case 'mail':
      return sendMail(ports, asked.with);
    case 'go-to':
      return goTo(ports, asked.with);
    default:
      return runDocument(ports, asked);
  }
}
