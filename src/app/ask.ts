import * as z from 'zod/mini';
import { never } from '../domain/invariant.ts';
import { REFUSALS } from '../words/app.ts';
import { readBook } from '../workbook/read-book.ts';
import { ROLES, SETTINGS } from '../workbook/tabs/settings.ts';
import { adopt } from './adopt.ts';
import type { Answer, CallName, Calls, Json } from './calls.ts';
import { check } from './check.ts';
import { closePeriod } from './close-period.ts';
import { goTo } from './go-to.ts';
import { makeReport } from './make-report.ts';
import { openPeriod } from './open-period.ts';
import type { Ports } from './ports.ts';
import { refresh } from './refresh.ts';
import { Refusal, refuse } from './refusal.ts';
import { mayKeepPlan } from './roles.ts';
import { sendMail } from './send-mail.ts';
import { setUp } from './set-up.ts';
import { todayView } from './today.ts';

/** No request of ours comes near this; anything longer is refused before it is read. */
const MOST_CHARACTERS = 4_000;
const MOST_ROWS = 10_000_000;

const nothing = z.strictObject({});
const name = z.string().check(z.minLength(1), z.maxLength(200));
const place = z.int().check(z.gte(1), z.lte(MOST_ROWS));

/** Each request as a closed shape: an unknown call, a missing or an extra key is no request. */
const REQUEST = z.discriminatedUnion('call', [
  z.strictObject({ call: z.literal('today'), with: nothing }),
  z.strictObject({ call: z.literal('check'), with: nothing }),
  z.strictObject({ call: z.literal('refresh'), with: nothing }),
  z.strictObject({ call: z.literal('set-up'), with: z.strictObject({ template: name, adopt: z.optional(z.boolean()) }) }),
  z.strictObject({ call: z.literal('adopt'), with: z.strictObject({ agreed: z.string().check(z.maxLength(200)) }) }),
  z.strictObject({ call: z.literal('open-period'), with: z.strictObject({ period: name }) }),
  z.strictObject({ call: z.literal('close-period'), with: z.strictObject({ period: name }) }),
  z.strictObject({ call: z.literal('report'), with: z.strictObject({ period: name }) }),
  z.strictObject({ call: z.literal('mail'), with: z.strictObject({ preview: z.boolean() }) }),
  z.strictObject({ call: z.literal('go-to'), with: z.strictObject({ tab: name, row: place, column: place }) }),
]);
type Asked = z.infer<typeof REQUEST>;

/** The calls that change the plan, its periods, or what leaves the office; a report asks the book that it reads anyway. */
function keepsPlan(asked: Asked): boolean {
  return (
    ['set-up', 'adopt', 'open-period', 'close-period'].includes(asked.call) || (asked.call === 'mail' && !asked.with.preview)
  );
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
    if (keepsPlan(asked)) mustKeepPlan(ports);
    return { ok: true, reply: ALONE.includes(asked.call) ? runAlone(ports, asked) : run(ports, asked) };
  } catch (failure) {
    if (failure instanceof Refusal) return { ok: false, sentence: failure.sentence };
    throw failure;
  }
}

function understood(request: string): Asked {
  const parsed = REQUEST.safeParse(readJson(request));
  return parsed.success ? parsed.data : refuse(REFUSALS.badRequest);
}

/** The console of a browser can send anything at all, not only text. */
function readJson(request: unknown): unknown {
  if (typeof request !== 'string' || request.length > MOST_CHARACTERS) refuse(REFUSALS.badRequest);
  try {
    return JSON.parse(request);
  } catch {
    refuse(REFUSALS.badRequest);
  }
}

/** Asks only the two tabs that say who keeps the plan. */
function mustKeepPlan({ workbook, who, clock }: Ports): void {
  const { plan } = readBook(workbook.read([ROLES.name, SETTINGS.name]));
  if (!mayKeepPlan(plan, who.email(), clock.today())) refuse(REFUSALS.notAllowed);
}

/** The calls that add rows or files: pressed twice, they would add them twice. */
const ALONE: readonly CallName[] = ['set-up', 'adopt', 'open-period', 'close-period', 'report'];

function runAlone(ports: Ports, asked: Asked): Calls[CallName]['reply'] {
  return ports.lock.alone(() => run(ports, asked)) ?? refuse(REFUSALS.busy);
}

/** What each call does; a call without an action does not compile. */
function run(ports: Ports, asked: Asked): Calls[CallName]['reply'] {
  switch (asked.call) {
    case 'today':
      return todayView(ports);
    case 'check':
      return check(ports);
    case 'refresh':
      return refresh(ports);
    case 'set-up':
      return setUp(ports, asked.with);
    case 'adopt':
      return adopt(ports, asked.with);
    case 'open-period':
      return openPeriod(ports, asked.with);
    case 'close-period':
      return closePeriod(ports, asked.with);
    case 'report':
      return makeReport(ports, asked.with);
    case 'mail':
      return sendMail(ports, asked.with);
    case 'go-to':
      return goTo(ports, asked.with);
    default:
      return never(asked);
  }
}
