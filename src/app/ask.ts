import { REFUSALS } from '../words/core/refusals.ts';
import { ROLES } from '../workbook/tabs/settings.ts';
import { LONGEST_FILE } from './base/file-in.ts';
import type { Ports } from './base/ports.ts';
import { Refusal, refuse } from './base/refusal.ts';
import { asksKeeper } from './base/roles.ts';
import { type Answer, CALLS, type Call, type CallName, type Json, type Right } from './calls.ts';

/** What a request without a file may weigh, in letters. */
const LONGEST = 60_000;

/** A line of the table as this file sees it: what it carries has passed its own shape when it runs. */
type CallLine = Pick<Call<unknown, unknown>, 'locked' | 'carriesFile' | 'read'>;
type ReadyCall = NonNullable<ReturnType<CallLine['read']>>;

const CALL_LINES: ReadonlyMap<unknown, CallLine> = new Map<unknown, CallLine>(Object.entries(CALLS));

/**
 * The one door of every page, menu and command-line call: shape, then the caller's right, then the lock, then the action. A refusal is
 * answered with its sentence; failures of the environment pass through to where they are caught once
 * (`google/adapters/failure.ts`).
 */
export function ask(ports: Ports, request: string): Json<Answer<CallName>> {
  return JSON.stringify(answer(ports, request));
}

function answer(ports: Ports, request: string): { ok: true; reply: unknown } | Answer<CallName> {
  try {
    const { line, asked } = understood(request);
    demandRight(ports, asked.right);
    const reply = line.locked ? (ports.lock.alone(() => asked.run(ports)) ?? refuse(REFUSALS.busy)) : asked.run(ports);
    return { ok: true, reply };
  } catch (failure) {
    if (failure instanceof Refusal) return refused(failure);
    throw failure;
  }
}

function refused({ sentence, conflicts }: Refusal): Answer<CallName> {
  return conflicts === undefined ? { ok: false, sentence } : { ok: false, sentence, conflicts };
}

function demandRight(ports: Ports, right: Right): void {
  if (right === 'anyone' || asksKeeper(ports)) return;
  if (right === 'keeper-or-owner' && ports.workbook.mayGuard(ROLES.name)) return;
  refuse(REFUSALS.notAllowed);
}

/** An unknown call, a missing or an extra key is no request. The console of a browser can send anything at all, not only text. */
function understood(request: unknown): { readonly line: CallLine; readonly asked: ReadyCall } {
  if (typeof request !== 'string' || request.length > LONGEST_FILE) refuse(REFUSALS.badRequest);
  const { call, with: carried, ...others } = readObject(request);
  const line = CALL_LINES.get(call);
  if (line === undefined || Object.keys(others).length > 0) refuse(REFUSALS.badRequest);
  if (request.length > LONGEST && !line.carriesFile) refuse(REFUSALS.badRequest);
  return { line, asked: line.read(carried) ?? refuse(REFUSALS.badRequest) };
}

function readObject(request: string): Readonly<Record<string, unknown>> {
  try {
    const given: unknown = JSON.parse(request);
    return typeof given === 'object' && given !== null ? { ...given } : refuse(REFUSALS.badRequest);
  } catch {
    return refuse(REFUSALS.badRequest);
  }
}
