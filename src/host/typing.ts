import type { SheetModel } from '../xlsx/model.ts';
import type { HumanEdit } from './core/human-edit.ts';
import { tabNamed } from './core/look.ts';
import { execute } from './execution.ts';
import { type Edited, typeInto } from './human-edit.ts';
import { placesOf } from './key-place.ts';
import { sheetHandle } from './services/spreadsheet.ts';
import { environmentOf, type Session, save } from './session.ts';

/** Of edits that follow each other fast Google keeps two events. */
const QUEUED_EVENTS = 2;

/**
 * A human edit, kept in the journal, then the `onEdit` it fires. Throws `Unusable` when it cannot be kept, and takes it back;
 * and when somebody else is at the file: then it is kept, and typed again when the file has been read again.
 */
export function typeOne(session: Session, edit: HumanEdit): void {
  fireEdit(session, acknowledged(session, edit));
  session.store.demandOurs();
}

/** Edits that follow each other faster than the script runs. */
export function typeFast(session: Session, edits: readonly HumanEdit[]): void {
  const made = edits.map((edit) => acknowledged(session, edit));
  for (const edited of made.slice(0, QUEUED_EVENTS)) fireEdit(session, edited);
}

/** Many edits at once without their events, saved as one. */
export function typeQuietly(session: Session, edits: readonly HumanEdit[]): void {
  for (const edit of edits) typed(session, edit);
  save(session);
}

/** An edit that the journal already holds. */
export function typeAgain(session: Session, edit: HumanEdit): void {
  fireEdit(session, typed(session, edit));
}

function acknowledged(session: Session, edit: HumanEdit): Edited {
  const { store, user, now } = session;
  const sheet = tabNamed(store.model, edit.tab);
  const cells = sheet === null ? [] : placesOf(sheet, edit);
  const back = sheet === null ? () => undefined : rewindOf(sheet, edit);
  try {
    const edited = typed(session, edit);
    store.keep({ edit, cells, user, now });
    session.kept += 1;
    return edited;
  } catch (thrown) {
    back();
    throw thrown;
  }
}

function typed(session: Session, edit: HumanEdit): Edited {
  const edited = typeInto(environmentOf(session, 'edit'), edit);
  session.dirty = true;
  return edited;
}

function fireEdit(session: Session, edited: Edited): void {
  execute(session, { name: 'onEdit', entry: 'edit', args: ({ SpreadsheetApp }) => [eventOf(SpreadsheetApp, edited)] });
}

function eventOf(app: Parameters<typeof sheetHandle>[0], { sheet, area, value, oldValue }: Edited): object {
  const range = sheetHandle(app, sheet.id).getRange(area.row, area.column, area.rows, area.columns);
  return { range, ...(value === null ? {} : { value }), ...(oldValue === null ? {} : { oldValue }) };
}

/** Puts the edited rows back as they were. */
function rewindOf(sheet: SheetModel, { row, rows }: HumanEdit): () => void {
  const numbers = rows.map((_, down) => row + down);
  const before = numbers.map((at) => structuredClone(sheet.cells.get(at)));
  const { blankRuns } = sheet;
  return () => {
    sheet.blankRuns = blankRuns;
    for (const [i, at] of numbers.entries()) {
      const line = before[i];
      if (line === undefined) sheet.cells.delete(at);
      else sheet.cells.set(at, line);
    }
  };
}
