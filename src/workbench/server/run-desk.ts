import { GoogleError } from '../../host/core/google-error.ts';
import { Stale, Unusable } from '../../host/core/unusable.ts';
import { sayTypingRefusal, WORKBENCH_BUSY, WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import type { Told } from '../protocol.ts';
import { type DeskCommand, doCommand } from './commands.ts';
import { atWork, openDesk } from './desk.ts';
import type { Desk } from './desk-state.ts';
import type { Inbox } from './inbox.ts';
import type { Called, FromDesk, ToDesk } from './messages.ts';

/** Opens the workbook and does what windows ask, one thing after another, until it is told to close. */
export function runDesk(start: Desk['start'], inbox: Inbox, say: (message: FromDesk) => void): void {
  let isClosing = false;
  const desk = tryOpening(start, { say, work: () => work() });
  if (desk === null) return;
  const close = (): void => {
    isClosing = true;
    desk.dialogs.closeOf(null);
  };
  const work = (): void => {
    const message = inbox.next();
    if (message.is === 'close') close();
    else if (message.is === 'gone') leave(desk, message.window);
    else if (isClosing) say(refusalOf(message));
    else say(answerTo(desk, message));
  };
  say({ is: 'open' });
  while (!isClosing) work();
  desk.book.host.close();
  say({ is: 'closed' });
}

function tryOpening(start: Desk['start'], how: Parameters<typeof openDesk>[1]): Desk | null {
  try {
    return openDesk(start, how);
  } catch (thrown) {
    if (!(thrown instanceof Unusable)) throw thrown;
    how.say({ is: 'refused', sentence: thrown.message });
    return null;
  }
}

type Asked = Extract<ToDesk, { id: number }>;

function refusalOf(message: Asked): FromDesk {
  const sentence = WORKBENCH_REFUSALS.stopped;
  if (message.is === 'command') return { is: 'told', id: message.id, told: { ok: false, sentence } };
  return { is: 'called', id: message.id, called: { ok: false, message: sentence } };
}

function leave(desk: Desk, window: string): void {
  desk.dialogs.closeOf(window);
  desk.seats.delete(window);
}

function answerTo(desk: Desk, message: Asked): FromDesk {
  if (message.is === 'call') return { is: 'called', id: message.id, called: called(desk, message) };
  return { is: 'told', id: message.id, told: told(desk, message) };
}

function told(desk: Desk, { command, window }: Extract<ToDesk, { is: 'command' }>): Told {
  try {
    return { ok: true, reply: doCommand(desk, command as DeskCommand, window) };
  } catch (thrown) {
    return { ok: false, sentence: sentenceOf(thrown), ...(thrown instanceof Stale ? { stale: true as const } : {}) };
  }
}

function sentenceOf(thrown: unknown): string {
  if (thrown instanceof Unusable) return thrown.message;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const known = thrown instanceof GoogleError ? sayTypingRefusal(message) : null;
  return known ?? WORKBENCH_REFUSALS.script(message);
}

/** As `google.script.run` does: what cannot be used is a sentence of the script's one door, everything else fails the call. */
function called(desk: Desk, { name, args, window }: Extract<ToDesk, { is: 'call' }>): Called {
  try {
    return {
      ok: true,
      value: atWork(desk, { window, busy: WORKBENCH_BUSY.page, isScript: true }, () => desk.book.host.page(name, ...args)),
    };
  } catch (thrown) {
    if (name === 'ask' && thrown instanceof Unusable) {
      return { ok: true, value: JSON.stringify({ ok: false, sentence: thrown.message }) };
    }
    return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
