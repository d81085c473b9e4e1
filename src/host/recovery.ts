import { appendFileSync } from 'node:fs';
import { RECOVERY_SENTENCES } from '../words/host/local.ts';
import type { HumanEdit } from './core/human-edit.ts';
import { tabNamed } from './core/look.ts';
import { NotWritable } from './core/unusable.ts';
import type { KeptEdit, Pending, TypedPlace } from './file/edit-journal.ts';
import { findPlace, textAt } from './key-place.ts';
import { type Session, save } from './session.ts';
import { typeAgain } from './typing.ts';

/** What became of edits that were acknowledged and not yet in a saved workbook. */
export type Recovery = {
  /** Cells typed again. */
  readonly applied: number;
  /** Sentences about the cells that were not; they stand in the file `kept` too. */
  readonly left: readonly string[];
  /** The file beside the workbook that keeps what could not be typed again; `null` when there was nothing. */
  readonly kept: string | null;
};

const NOTHING_PENDING: Recovery = { applied: 0, left: [], kept: null };

/**
 * Types again what the journal holds, and saves. In the very workbook it was typed into it goes to its address; in one that
 * somebody changed meanwhile it goes by key and header, and only where the cell is as it was. Doing it twice is doing it once.
 */
export function recover(session: Session): Recovery {
  const { pending } = session.store;
  if (pending === null) return NOTHING_PENDING;
  const { applied, left } = typedAgain(session, pending);
  const told = [...(pending.broken === 0 ? [] : [RECOVERY_SENTENCES.broken(pending.broken)]), ...left];
  // On disk before the journal goes, which is what saving does last.
  const kept = told.length === 0 ? null : keepLeft(session.options.workbook, told);
  session.dirty = true;
  save(session);
  return { applied, left: told, kept };
}

function typedAgain(session: Session, { edits, sameBook }: Pending): Outcome {
  const { user, now } = session;
  session.recovering = true;
  try {
    const outcomes = edits.map((kept) => {
      Object.assign(session, { user: kept.user, now: kept.now });
      return sameBook ? asItWas(session, kept) : byKey(session, kept);
    });
    return {
      applied: outcomes.reduce((sum, { applied }) => sum + applied, 0),
      left: outcomes.flatMap(({ left }) => left),
    };
  } finally {
    Object.assign(session, { user, now, recovering: false });
  }
}

/** What to tell the person about it; nothing when nothing was pending. */
export function sayRecovery({ applied, left, kept }: Recovery): string[] {
  return [
    ...(applied === 0 ? [] : [RECOVERY_SENTENCES.applied(applied)]),
    ...left,
    ...(kept === null ? [] : [RECOVERY_SENTENCES.kept(kept)]),
  ];
}

type Outcome = { readonly applied: number; readonly left: readonly string[] };

function asItWas(session: Session, { edit, cells }: KeptEdit): Outcome {
  const refusal = tried(session, edit);
  if (refusal === null) return { applied: cells.length, left: [] };
  return { applied: 0, left: cells.map((cell) => RECOVERY_SENTENCES.left(told(edit, cell), refusal)) };
}

function byKey(session: Session, { edit, cells }: KeptEdit): Outcome {
  const left = cells.flatMap((cell) => {
    const why = typedByKey(session, edit.tab, cell);
    return why === null ? [] : [RECOVERY_SENTENCES.left(told(edit, cell), why)];
  });
  return { applied: cells.length - left.length, left };
}

/** Why the cell was not typed again; `null` when it was. */
function typedByKey(session: Session, tab: string, cell: TypedPlace): string | null {
  const { model } = session.store;
  const at = findPlace(model, tab, cell);
  const sheet = tabNamed(model, tab);
  if (at === null || sheet === null) return RECOVERY_SENTENCES.gone;
  const stands = textAt(sheet, at.row, at.column);
  if (stands !== cell.before && stands !== cell.text) return RECOVERY_SENTENCES.changed(stands);
  return tried(session, { ...at, tab: sheet.name, rows: [[cell.text]] });
}

function tried(session: Session, edit: HumanEdit): string | null {
  try {
    typeAgain(session, edit);
    return null;
  } catch (thrown) {
    // A file that cannot be written is no fault of this edit: the journal stays for the next time.
    if (session.refused !== null) throw thrown;
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function told({ tab }: HumanEdit, { header, keys, text, row }: TypedPlace): string {
  const named = Object.values(keys).filter((key) => key !== '');
  return RECOVERY_SENTENCES.cell({ tab, key: named.length === 0 ? String(row) : named.join(' – '), header, text });
}

function keepLeft(workbook: string, left: readonly string[]): string {
  const path = `${workbook}.chua-nhap-lai.txt`;
  try {
    appendFileSync(path, `${left.join('\n')}\n`, { flush: true, mode: 0o600 });
    return path;
  } catch (thrown) {
    throw new NotWritable(path, thrown);
  }
}
