import type { Answer, CallName, Calls } from '../app/calls.ts';
import type { Day } from '../domain/core/day.ts';
import { COPY_WORDS, type CopyReason, isCopiedBefore } from '../words/host/copies.ts';
import { MENU_TITLE } from '../words/pages/menu.ts';
import type { WorkbookModel } from '../xlsx/model.ts';
import { demandRightClock } from './clock-question.ts';
import { type Fired, fireDue, passDay } from './clock-triggers.ts';
import type { CallCounter } from './core/calls.ts';
import { entryOf } from './core/entry.ts';
import type { Environment } from './core/environment.ts';
import type { HumanEdit } from './core/human-edit.ts';
import { type CellPosition, findCell, type Sought } from './core/look.ts';
import type { Moment } from './core/moment.ts';
import type { Sidecar } from './core/sidecar.ts';
import { Unusable } from './core/unusable.ts';
import { execute } from './execution.ts';
import { keepCopy } from './file/keep-copy.ts';
import { type LineAct, type MovedLines, moveLines } from './line-act.ts';
import { intoScript, isCallable, outOfScript } from './realm/page-call.ts';
import { type Recovery, recover } from './recovery.ts';
import { type HostOptions, openSession, type Session, save } from './session.ts';
import { typeFast, typeOne, typeQuietly } from './typing.ts';

/** A workbook open under the very bundle that Google runs (see `realm.ts` for what that is and is not). */
export type Host = {
  /** One execution of a global function in a fresh realm. Throws `ScriptError` when the script throws, `Unusable` when the file cannot be written. */
  run(name: string, ...args: readonly unknown[]): unknown;
  /** `google.script.run` of a page: throws as it does in the browser, and hands over only what Google hands over. */
  page(name: string, ...args: readonly unknown[]): unknown;
  /** A page's call through the script's one door. */
  ask<Name extends CallName>(name: Name, request: Calls[Name]['request']): Answer<Name>;
  /** A human edit, then the `onEdit` it fires. On return it is in a journal on disk; the workbook takes it in with the next save. */
  type(edit: HumanEdit): void;
  /** Many edits at once without their events, as when a filled sheet is brought in; a refresh judges them. */
  typeAll(edits: readonly HumanEdit[]): void;
  /** Edits that follow each other faster than the script runs: Google keeps two events and drops the others. */
  typeFast(edits: readonly HumanEdit[]): void;
  /** A person inserts, deletes or sorts whole lines; saved at once. Says what moved and gives the way back. Throws `Unusable` and what Google refuses. */
  moveLines(act: LineAct): MovedLines;
  /** Lets a day pass for the clock triggers of everyone. */
  passDay(day: Day): readonly Fired[];
  /** Fires the clock triggers that are due by now and are not among `fired`, which remembers them. */
  fireDue(fired: Set<string>): readonly Fired[];
  /** Another person sits down at the screen. */
  setUser(user: string): void;
  find(sought: Sought): CellPosition | null;
  setNow(now: Moment): void;
  now(): Moment;
  /** Plays another execution that holds the document lock. */
  holdLock(held: boolean): void;
  /** What was typed before a power cut, or could not be saved, and what became of it when the workbook was opened. */
  readonly recovered: Recovery;
  /** Puts into the workbook what is only in the journal, as before a download. Throws `Unusable`. */
  save(): void;
  /** Reads the file again after somebody else changed it, and types again what was not saved, by key. Throws `Unusable`. */
  reload(): Recovery;
  readonly model: WorkbookModel;
  readonly sidecar: Sidecar;
  readonly calls: CallCounter;
  /** How many cells the script itself turned into formulas: must stay 0. */
  formulas(): number;
  /** Where copies of the workbook were kept before something great was done to it. */
  copies(): readonly string[];
  /** What the script wrote to the execution log. */
  logged(): readonly string[];
  /** The cell brought before the eyes last. */
  active(): Environment['script']['active'];
  /** Saves what is only in the journal; where that is refused the journal keeps it for the next opening, which tells. */
  close(): void;
};

/** Opens a workbook under the bundle. Throws `Unusable` with a sentence when the file cannot be used. */
export function openHost(options: HostOptions): Host {
  const session = openSession(options);
  const { script, calls } = session;
  const recovered = recoveredOrClosed(session);
  return {
    run: (name, ...args) => {
      keepCopyBefore(session, COPIED_BEFORE[name] ?? null);
      if (name === 'runDaily') demandRightClock(session);
      return execute(session, { name, entry: entryOf(name), args: () => args });
    },
    page: (name, ...args) => callFromPage(session, name, args),
    ask: (call, request) => JSON.parse(String(callFromPage(session, 'ask', [JSON.stringify({ call, with: request })]))),
    type: (edit) => typeOne(session, edit),
    typeAll: (edits) => typeQuietly(session, edits),
    typeFast: (edits) => typeFast(session, edits),
    moveLines: (act) => moveLines(session, act),
    passDay: (day) => passDay(session, day),
    fireDue: (fired) => fireDue(session, fired),
    setUser: (user) => {
      session.user = user;
    },
    find: (sought) => findCell(session.store.model, sought),
    setNow: (now) => {
      session.now = now;
    },
    now: () => session.now,
    holdLock: (held) => {
      session.lock.heldByAnother = held;
    },
    recovered,
    save: () => save(session),
    reload: () => reload(session),
    get model() {
      return session.store.model;
    },
    get sidecar() {
      return session.store.sidecar;
    },
    calls,
    formulas: () => script.formulas,
    logged: () => script.logged,
    copies: () => session.copies,
    active: () => script.active,
    close: () => close(session),
  };
}

function callFromPage(session: Session, name: string, args: readonly unknown[]): unknown {
  if (!isCallable(session.source, name)) throw new TypeError(`google.script.run.${name} is not a function`);
  const sent = intoScript(args);
  const asked = name === 'ask' ? requestIn(args[0]) : null;
  keepCopyBefore(session, asked?.call ?? null);
  if (asked?.call === 'mail' && asked.with['preview'] !== true) demandRightClock(session);
  return outOfScript(execute(session, { name, entry: 'page', args: () => sent }));
}

/** The menu item that does by itself what is else a page's call. */
const COPIED_BEFORE: Readonly<Record<string, CopyReason>> = { menuUpgrade: 'upgrade' };

/** The calls whose carried things are looked at here are short; of what is longer only the name is read. */
const LONGEST_CALL = 10_000;
const NAMED = /^\{"call":"([a-z-]+)"/u;

type Asked = { readonly call: string; readonly with: Readonly<Record<string, unknown>> };

/** What a page asks through the script's one door; `null` for what is no request of ours. */
function requestIn(request: unknown): Asked | null {
  if (typeof request !== 'string') return null;
  const [, long] = request.length > LONGEST_CALL ? (NAMED.exec(request) ?? []) : [];
  if (long !== undefined) return { call: long, with: {} };
  if (request.length > LONGEST_CALL) return null;
  try {
    const held: unknown = JSON.parse(request);
    if (typeof held !== 'object' || held === null || !('call' in held)) return null;
    return { call: String(held.call), with: 'with' in held ? Object(held.with) : {} };
  } catch {
    return null;
  }
}

/** Keeps the workbook as it is, what was typed last with it, and tells the person at the screen where. */
function keepCopyBefore(session: Session, call: string | null): void {
  if (call === null || !isCopiedBefore(call)) return;
  save(session);
  const kept = keepCopy(session.options.workbook, call);
  if (kept === null) return;
  session.copies.push(kept);
  session.options.screen?.shown.push({ kind: 'toast', title: MENU_TITLE, message: COPY_WORDS.kept(kept) });
}

function recoveredOrClosed(session: Session): Recovery {
  try {
    return recover(session);
  } catch (thrown) {
    session.store.close();
    throw thrown;
  }
}

function reload(session: Session): Recovery {
  session.store = session.store.reread();
  session.dirty = false;
  // What the script cached was of the file before.
  session.cache.clear();
  return recover(session);
}

function close(session: Session): void {
  try {
    if (session.kept > 0) save(session);
  } catch (thrown) {
    if (!(thrown instanceof Unusable)) throw thrown;
  } finally {
    session.store.close();
  }
}
