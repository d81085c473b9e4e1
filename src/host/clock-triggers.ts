import { createHash } from 'node:crypto';
import type { Day } from '../domain/core/day.ts';
import { type KeptTrigger, ONCE } from './core/sidecar.ts';
import { execute } from './execution.ts';
import type { Session } from './session.ts';

/** A trigger that went off: in whose name, when, and what went wrong, which Google tells its creator by mail. */
export type Fired = {
  readonly handler: string;
  readonly user: string;
  readonly minutes: number;
  readonly failure: string | null;
};

/** Lets a day pass: each trigger goes off once, in its creator's name, the earliest first; one made to go off once is then gone. */
export function passDay(session: Session, day: Day): Fired[] {
  const { sidecar } = session.store;
  const due = sidecar.triggers.map((trigger) => ({ trigger, minutes: minuteOf(trigger) }));
  sidecar.triggers = sidecar.triggers.filter(({ everyDays }) => everyDays !== ONCE);
  return due.sort((a, b) => a.minutes - b.minutes).map(({ trigger, minutes }) => fire(session, trigger, { day, minutes }));
}

/**
 * Fires what is due by now and has not gone off today, as long as the program is open: `fired` remembers it. One that was due while the program was
 * closed goes off when it is open again the same day.
 */
export function fireDue(session: Session, fired: Set<string>): Fired[] {
  const { sidecar } = session.store;
  const { day, minutes: now } = session.now;
  const keyOf = ({ handler, user }: KeptTrigger): string => `${day} ${handler} ${user}`;
  const due = sidecar.triggers.filter((trigger) => minuteOf(trigger) <= now && !fired.has(keyOf(trigger)));
  for (const trigger of due) fired.add(keyOf(trigger));
  sidecar.triggers = sidecar.triggers.filter((trigger) => trigger.everyDays !== ONCE || !due.includes(trigger));
  return due.map((trigger) => fire(session, trigger, session.now));
}

/** Google chooses a minute within the hour and keeps to it (docs/platform.md#installable-triggers). */
function minuteOf({ handler, user, atHour }: KeptTrigger): number {
  return atHour * 60 + ((createHash('sha256').update(`${handler} ${user}`).digest()[0] ?? 0) % 60);
}

function fire(session: Session, { handler, user }: KeptTrigger, at: Session['now']): Fired {
  session.now = at;
  const fired = { handler, user, minutes: at.minutes };
  try {
    execute(session, { name: handler, entry: 'clock', user, args: () => [{}] });
    return { ...fired, failure: null };
  } catch (thrown) {
    return { ...fired, failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
