import type { Google } from '../google/surface/google.ts';
import { sayInVietnamese } from '../words/host/google-errors.ts';
import { SCRIPT_ZONE } from '../xlsx/time-zone.ts';
import { START_COST } from './core/calls.ts';
import type { Entry } from './core/entry.ts';
import { type Environment, tellPending } from './core/environment.ts';
import { instantOfMoment } from './core/moment.ts';
import { openRealm, type Realm, ScriptError } from './realm/realm.ts';
import { rewindOf } from './realm/unflushed.ts';
import { googleFor } from './services/google.ts';
import { environmentOf, type Session, saveAfter } from './session.ts';

export type Execution = {
  readonly name: string;
  readonly entry: Entry;
  /** In whose name; default: the person at the screen. */
  readonly user?: string;
  readonly args: (google: Google) => readonly unknown[];
};

/** One execution: fresh realm, the whole script from the top, the call, and the end that writes to disk even after a throw. */
export function execute(session: Session, { name, entry, user, args }: Execution): unknown {
  const rewind = rewindOf(session.store.model, session.options.unflushed === 'lost');
  const environment = rewind.watching(environmentOf(session, entry, user));
  const google = googleFor(environment);
  const realm = realmOf(session, environment, google);
  // Others may work while a dialog of an outer execution stands open: what was refused to that one is its own.
  const outer = session.refused;
  session.refused = null;
  session.running += 1;
  try {
    environment.clock.spend(START_COST);
    const result = realm.call(name, args(google));
    tellPending(environment);
    return result;
  } finally {
    session.running -= 1;
    if (environment.lock.holder === environment) environment.lock.holder = null;
    if (environment.clock.killed()) rewind.back();
    saveAfter(session, entry);
    demandDone(session, environment, outer);
  }
}

function realmOf({ code, manifest, options, now }: Session, environment: Environment, google: Google): Realm {
  const { Drive, ...services } = google;
  return openRealm({
    script: code,
    // An advanced service is no global until the manifest enables it.
    services: manifest.advanced.has('Drive') ? { ...services, Drive } : services,
    now: () => instantOfMoment(now, SCRIPT_ZONE).getTime() + environment.clock.elapsed(),
    ...(options.language === 'vi' ? { say: sayInVietnamese } : {}),
  });
}

/** A script may have caught the refusal of its flush, or its own end, and gone on; the person must still hear it. */
function demandDone(session: Session, { clock }: Environment, outer: Session['refused']): void {
  const { refused, options } = session;
  if (session.running > 0) session.refused = outer;
  if (refused !== null) throw refused;
  if (!clock.killed()) return;
  const said = 'Exceeded maximum execution time';
  throw new ScriptError(`Exception: ${options.language === 'vi' ? sayInVietnamese(said) : said}`, '');
}
