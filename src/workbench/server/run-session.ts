import { GoogleError } from '../../host/core/google-error.ts';
import { Stale, Unusable } from '../../host/core/unusable.ts';
import { sayTypingRefusal, WORKBENCH_BUSY, WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import type { Told } from '../protocol.ts';
import { doCommand, type SessionCommand } from './commands.ts';
import type { Inbox } from './inbox.ts';
import type { Called, FromSession, ToSession } from './messages.ts';
import { Misplaced } from './placed-lines.ts';
import { runByClock } from './run-by-clock.ts';
import type { WorkbookSession } from './session-state.ts';
import { atWork, openWorkbookSession } from './workbook-session.ts';

/** Opens the workbook and does what windows ask, one thing after another, until it is told to close. */
export function runSession(start: WorkbookSession['start'], inbox: Inbox, say: (message: FromSession) => void): void {
  let isClosing = false;
  const session = tryOpening(start, { say, work: () => work() });
  if (session === null) return;
  const close = (): void => {
    isClosing = true;
    session.dialogs.closeOf(null);
  };
  const work = (): void => {
    const message = inbox.next();
    if (message.is === 'close') close();
    else if (message.is === 'gone') leave(session, message.window);
    else if (message.is === 'minute') {
      if (!isClosing) runByClock(session);
    } else if (isClosing) say(refusalOf(message));
    else say(answerTo(session, message));
  };
  say({ is: 'open' });
  while (!isClosing) work();
  session.book.host.close();
  say({ is: 'closed' });
}

function tryOpening(start: WorkbookSession['start'], how: Parameters<typeof openWorkbookSession>[1]): WorkbookSession | null {
  try {
    return openWorkbookSession(start, how);
  } catch (thrown) {
    if (!(thrown instanceof Unusable)) throw thrown;
    how.say({ is: 'refused', sentence: thrown.message });
    return null;
  }
}

type Asked = Extract<ToSession, { id: number }>;

function refusalOf(message: Asked): FromSession {
  const sentence = WORKBENCH_REFUSALS.stopped;
  if (message.is === 'command') return { is: 'told', id: message.id, told: { ok: false, sentence } };
  return { is: 'called', id: message.id, called: { ok: false, message: sentence } };
}

/** Who sat there sits there still when the window comes back, from a sleep of the machine say: nobody becomes the owner by that. */
function leave(session: WorkbookSession, window: string): void {
  session.dialogs.closeOf(window);
}

function answerTo(session: WorkbookSession, message: Asked): FromSession {
  if (message.is === 'call') return { is: 'called', id: message.id, called: called(session, message) };
  return { is: 'told', id: message.id, told: told(session, message) };
}

function told(session: WorkbookSession, { command, window }: Extract<ToSession, { is: 'command' }>): Told {
  try {
    return { ok: true, reply: doCommand(session, command as SessionCommand, window) };
  } catch (thrown) {
    const place = thrown instanceof Misplaced ? { row: thrown.row } : {};
    return { ok: false, sentence: sentenceOf(thrown), ...place, ...(thrown instanceof Stale ? { stale: true as const } : {}) };
  }
}

function sentenceOf(thrown: unknown): string {
  if (thrown instanceof Unusable) return thrown.message;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const known = thrown instanceof GoogleError ? sayTypingRefusal(message) : null;
  return known ?? WORKBENCH_REFUSALS.script(message);
}

/** As `google.script.run` does: what cannot be used is a sentence of the script's one door, everything else fails the call. */
function called(session: WorkbookSession, { name, args, window }: Extract<ToSession, { is: 'call' }>): Called {
  try {
    return {
      ok: true,
      value: atWork(session, { window, busy: WORKBENCH_BUSY.page, isScript: true }, () => session.book.host.page(name, ...args)),
    };
  } catch (thrown) {
    if (name === 'ask' && thrown instanceof Unusable) {
      return { ok: true, value: JSON.stringify({ ok: false, sentence: thrown.message }) };
    }
    return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
