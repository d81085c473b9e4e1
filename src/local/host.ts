import type { Answer, CallName, Calls } from '../app/calls.ts';
import type { Day } from '../domain/day.ts';
import type { CallCounter } from './calls.ts';
import { type Fired, passDay } from './clock-triggers.ts';
import { entryOf } from './entry.ts';
import { execute } from './execution.ts';
import { type Edited, type HumanEdit, typeInto } from './human-edit.ts';
import { type CellPosition, findCell, type Sought } from './look.ts';
import type { Moment } from './moment.ts';
import { intoScript, isCallable, outOfScript } from './page-call.ts';
import { sheetHandle } from './services/spreadsheet.ts';
import { type HostOptions, openSession, type Session, save, worldOf } from './session.ts';
import type { Sidecar } from './sidecar.ts';
import type { World } from './world.ts';
import type { WorkbookModel } from './xlsx/model.ts';

/** A workbook open under the very bundle that Google runs (see `realm.ts` for what that is and is not). */
export type Host = {
  /** One execution of a global function in a fresh realm. Throws `ScriptError` when the script throws, `Unusable` when the file cannot be written. */
  run(name: string, ...args: readonly unknown[]): unknown;
  /** `google.script.run` of a page: throws as it does in the browser, and hands over only what Google hands over. */
  page(name: string, ...args: readonly unknown[]): unknown;
  /** A page's call through the script's one door. */
  ask<Name extends CallName>(name: Name, request: Calls[Name]['request']): Answer<Name>;
  /** A human edit, then the `onEdit` it fires. */
  type(edit: HumanEdit): void;
  /** Many edits at once without their events, as when a filled sheet is brought in; a refresh judges them. */
  typeAll(edits: readonly HumanEdit[]): void;
  /** Edits that follow each other faster than the script runs: Google keeps two events and drops the others. */
  typeFast(edits: readonly HumanEdit[]): void;
  /** Lets a day pass for the clock triggers of everyone. */
  passDay(day: Day): readonly Fired[];
  /** Another person sits down at the screen. */
  setUser(user: string): void;
  find(sought: Sought): CellPosition | null;
  setNow(now: Moment): void;
  now(): Moment;
  /** Plays another execution that holds the document lock. */
  holdLock(held: boolean): void;
  readonly model: WorkbookModel;
  readonly sidecar: Sidecar;
  readonly calls: CallCounter;
  /** How many cells the script itself turned into formulas: must stay 0. */
  formulas(): number;
  /** What the script wrote to the execution log. */
  logged(): readonly string[];
  /** The cell brought before the eyes last. */
  active(): World['script']['active'];
  close(): void;
};

/** Opens a workbook under the bundle. Throws `Unusable` with a sentence when the file cannot be used. */
export function openHost(options: HostOptions): Host {
  const session = openSession(options);
  const { store, script, calls } = session;
  return {
    run: (name, ...args) => execute(session, { name, entry: entryOf(name), args: () => args }),
    page: (name, ...args) => callFromPage(session, name, args),
    ask: (call, request) => JSON.parse(String(callFromPage(session, 'ask', [JSON.stringify({ call, with: request })]))),
    type: (edit) => fireEdit(session, typed(session, edit)),
    typeAll: (edits) => typeQuietly(session, edits),
    typeFast: (edits) => typeFast(session, edits),
    passDay: (day) => passDay(session, day),
    setUser: (user) => {
      session.user = user;
    },
    find: (sought) => findCell(store.model, sought),
    setNow: (now) => {
      session.now = now;
    },
    now: () => session.now,
    holdLock: (held) => {
      session.lock.heldByAnother = held;
    },
    model: store.model,
    sidecar: store.sidecar,
    calls,
    formulas: () => script.formulas,
    logged: () => script.logged,
    active: () => script.active,
    close: () => store.close(),
  };
}

function callFromPage(session: Session, name: string, args: readonly unknown[]): unknown {
  if (!isCallable(session.source, name)) throw new TypeError(`google.script.run.${name} is not a function`);
  const sent = intoScript(args);
  return outOfScript(execute(session, { name, entry: 'page', args: () => sent }));
}

function fireEdit(session: Session, edited: Edited): void {
  execute(session, { name: 'onEdit', entry: 'edit', args: ({ SpreadsheetApp }) => [eventOf(SpreadsheetApp, edited)] });
}

function eventOf(app: Parameters<typeof sheetHandle>[0], { sheet, area, value, oldValue }: Edited): object {
  const range = sheetHandle(app, sheet.id).getRange(area.row, area.column, area.rows, area.columns);
  return { range, ...(value === null ? {} : { value }), ...(oldValue === null ? {} : { oldValue }) };
}

const QUEUED_EVENTS = 2;

function typeFast(session: Session, edits: readonly HumanEdit[]): void {
  const made = edits.map((edit) => typed(session, edit));
  for (const edited of made.slice(0, QUEUED_EVENTS)) fireEdit(session, edited);
}

function typeQuietly(session: Session, edits: readonly HumanEdit[]): void {
  for (const edit of edits) typed(session, edit);
  save(session);
}

function typed(session: Session, edit: HumanEdit): Edited {
  const edited = typeInto(worldOf(session, 'edit'), edit);
  session.dirty = true;
  return edited;
}
