import type { Answer, CallName, Calls } from '../app/calls.ts';
import type { CallCounter } from './calls.ts';
import { type Edited, type HumanEdit, typeInto } from './human-edit.ts';
import { type CellPosition, findCell, type Sought } from './look.ts';
import type { Moment } from './moment.ts';
import { sheetHandle } from './services/spreadsheet.ts';
import { execute, type HostOptions, openSession, type Session, save, worldOf } from './session.ts';
import type { Sidecar } from './sidecar.ts';
import type { World } from './world.ts';
import type { WorkbookModel } from './xlsx/model.ts';

/** A workbook open under the very bundle that Google runs (see `realm.ts` for what that is and is not). */
export type Host = {
  /** One execution of a global function in a fresh realm. Throws `ScriptError` when the script throws, `Unusable` when the file cannot be written. */
  run(name: string, ...args: readonly unknown[]): unknown;
  /** A page's call through the script's one door. */
  ask<Name extends CallName>(name: Name, request: Calls[Name]['request']): Answer<Name>;
  /** A human edit, then the `onEdit` it fires. */
  type(edit: HumanEdit): void;
  /** Many edits at once without their events, as when a filled sheet is brought in; a refresh judges them. */
  typeAll(edits: readonly HumanEdit[]): void;
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
    run: (name, ...args) => execute(session, { name, mode: isSimple(name) ? 'simple' : 'full', args: () => args }),
    ask: (call, request) =>
      JSON.parse(String(execute(session, { name: 'ask', mode: 'full', args: () => [JSON.stringify({ call, with: request })] }))),
    type: (edit) => typeWithEvent(session, edit),
    typeAll: (edits) => typeQuietly(session, edits),
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

/** Triggers that run without anybody's consent (platform.md §2.1). */
const isSimple = (name: string): boolean => name === 'onOpen' || name === 'onEdit';

function typeWithEvent(session: Session, edit: HumanEdit): void {
  const edited = typed(session, edit);
  execute(session, { name: 'onEdit', mode: 'simple', args: ({ SpreadsheetApp }) => [eventOf(SpreadsheetApp, edited)] });
}

function eventOf(app: Parameters<typeof sheetHandle>[0], { sheet, area, value }: Edited): object {
  const range = sheetHandle(app, sheet.id).getRange(area.row, area.column, area.rows, area.columns);
  return { range, ...(value === null ? {} : { value }) };
}

function typeQuietly(session: Session, edits: readonly HumanEdit[]): void {
  for (const edit of edits) typed(session, edit);
  save(session);
}

function typed(session: Session, edit: HumanEdit): Edited {
  const edited = typeInto(worldOf(session, 'simple'), edit);
  session.dirty = true;
  return edited;
}
