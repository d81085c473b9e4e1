import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { FILE_SENTENCES, WORKBOOK_SENTENCES } from '../../words/host/local.ts';
import { MOST_WORKBOOK_BYTES, WORKBOOK_SIZE } from '../../words/host/workbook-file.ts';
import { newSheet } from '../../xlsx/areas.ts';
import type { WorkbookModel } from '../../xlsx/model.ts';
import { NotAWorkbook } from '../../xlsx/not-a-workbook.ts';
import { readXlsx } from '../../xlsx/read.ts';
import { saveXlsx } from '../../xlsx/save.ts';
import { type IsUntouched, remember } from '../../xlsx/untouched.ts';
import { newSidecar, readSidecar, type Sidecar } from '../core/sidecar.ts';
import { codeOf, NotWritable, Stale, Unusable } from '../core/unusable.ts';
import { announceSave, journalOf, type KeptEdit, keepEdit, type Pending, readJournal } from './edit-journal.ts';
import { removeIfPossible, sweepBeside, writeWhole } from './files.ts';
import { demandClosedElsewhere, takeLock } from './lock-file.ts';

/** A workbook file held by this process: the model in memory, and the way back to disk. */
export type Store = {
  readonly model: WorkbookModel;
  readonly sidecar: Sidecar;
  /** What was typed and acknowledged and is in no saved workbook yet; `null` when there is nothing. */
  readonly pending: Pending | null;
  /** After this an edit survives a power cut, though the workbook is not written. Throws `Unusable`. */
  keep(edit: KeptEdit): void;
  /** Throws `Unusable` when somebody else has the file open, or changed it. */
  demandOurs(): void;
  /** After this the workbook and its sidecar are on disk. Throws `Unusable`, having written nothing, when somebody else changed the file. */
  flush(): void;
  /** The same, with the file first changed by `change` in a way that the model does not tell; what that throws nothing was written of. */
  reshape(change: (bytes: Uint8Array) => Uint8Array): void;
  /** The file as it is now, with what is pending; this store is not to be used any more. Throws `Unusable`. */
  reread(): Store;
  close(): void;
};

/** A workbook with macros is the same package; they are kept and never run. */
const ENDINGS = ['.xlsx', '.xlsm'];

type Opening = {
  readonly create: boolean;
  readonly owner: string;
  /** Only to be looked at: where nothing can be written, it is read without a lock, and nothing is ever saved. */
  readonly readOnly?: boolean;
};

/** Opens a workbook, or starts a blank one where `create` allows it. Throws `Unusable` with a sentence. */
export function openStore(given: string, { create, owner, readOnly = false }: Opening): Store {
  if (!ENDINGS.includes(extname(given).toLowerCase())) throw new Unusable(FILE_SENTENCES.notXlsx(given));
  const isNew = !existsSync(given);
  // A file made in its place would not be where the link leads: on a drive that is not plugged in, perhaps.
  const target = isNew ? linkTarget(given) : null;
  if (target !== null) throw new Unusable(FILE_SENTENCES.danglingLink(given, target));
  if (isNew && !create) throw new Unusable(FILE_SENTENCES.missing(given));
  // Behind a link, the file itself: writing renames over what it writes to, and the link would be lost.
  const path = isNew ? given : realpathSync(given);
  // Before the lock, which would be left beside a device.
  if (!isNew) demandFile(path);
  const release = lockOf(path, readOnly);
  try {
    const store = readFile(path, { owner, release: release ?? (() => undefined) });
    return release === null ? lookedAt(store) : store;
  } catch (thrown) {
    release?.();
    throw thrown;
  }
}

/** `null`: what lies there, if anything does, is no link. */
function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/** No right to write, a medium that takes none, a name that leaves no room for the lock's. */
const UNWRITABLE: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM', 'ENAMETOOLONG']);

/** `null`: no lock can be made beside a workbook that is only to be looked at. */
function lockOf(path: string, readOnly: boolean): (() => void) | null {
  try {
    return takeLock(path);
  } catch (thrown) {
    if (readOnly && thrown instanceof NotWritable && UNWRITABLE.has(thrown.code)) return null;
    throw thrown;
  }
}

/** The same workbook, of which nothing reaches the disk. */
function lookedAt(store: Store): Store {
  const nothing = (): void => undefined;
  return { ...store, keep: nothing, flush: nothing, reshape: nothing, reread: () => lookedAt(store.reread()) };
}

/** Where what only Google keeps lies, beside the workbook. */
export const sidecarOf = (path: string): string => `${path}.cchc.json`;

type Holding = { readonly owner: string; readonly release: () => void };

function readFile(path: string, holding: Holding): Store {
  const isThere = existsSync(path);
  if (isThere) demandClosedElsewhere(path);
  for (const swept of [path, sidecarOf(path)]) sweepBeside(swept);
  return holdFile(path, isThere ? readOriginal(path) : null, holding);
}

function holdFile(path: string, original: Uint8Array | null, { owner, release }: Holding): Store {
  let onDisk = original;
  let onDiskHash = hashOf(original);
  const journal = journalOf(path);
  const model = original === null ? blankWorkbook() : modelOf(path, original);
  let asOnDisk = original === null ? null : remember(model);
  const besidePath = sidecarOf(path);
  const pending = pendingIn(journal, onDiskHash);
  const sidecar = (existsSync(besidePath) ? readSidecar(readFileSync(besidePath, 'utf8'), owner) : null) ?? newSidecar(owner);
  let stamp = stampOf(path);
  const write = (change: ((bytes: Uint8Array) => Uint8Array) | null): void => {
    demandUnchanged(path, { stamp, onDisk });
    // What changes the file itself changes sheets of which the model does not tell.
    const isUntouched = change === null ? asOnDisk?.isUntouched : undefined;
    const bytes = savedBytes(path, () => (onDisk === null || change === null ? onDisk : change(onDisk)), { model, isUntouched });
    demandUnchanged(path, { stamp, onDisk });
    const hash = hashOf(bytes);
    writing(journal, () => announceSave(journal, hash));
    if (bytes !== onDisk) writing(path, () => writeWhole(path, bytes));
    onDisk = bytes;
    asOnDisk = remember(model, asOnDisk);
    onDiskHash = hash;
    stamp = stampOf(path);
    writing(besidePath, () => writeWhole(besidePath, Buffer.from(`${JSON.stringify(sidecar, null, 2)}\n`), path));
    // One that stays says itself that its edits are in.
    removeIfPossible(journal);
  };
  return {
    model,
    sidecar,
    pending,
    keep: (edit) => writing(journal, () => keepEdit(journal, onDiskHash, edit)),
    demandOurs: () => demandUnchanged(path, { stamp, onDisk }),
    flush: () => write(null),
    reshape: write,
    reread: () => readFile(path, { owner, release }),
    close: release,
  };
}

/** What the journal says is unsaved; one whose edits are all in the workbook is only in the way. */
function pendingIn(journal: string, hash: string): Pending | null {
  const found = readJournal(journal, hash);
  if (found !== null && found.edits.length === 0 && found.broken === 0) removeIfPossible(journal);
  return found === null || (found.edits.length === 0 && found.broken === 0) ? null : found;
}

/** Throws `Unusable` for what is no file, or one too large to be read: a pipe is waited for without end, a device has none. */
function demandFile(path: string): void {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Unusable(WORKBOOK_SIZE.notFile(path));
  if (stats.size > MOST_WORKBOOK_BYTES) throw new Unusable(WORKBOOK_SIZE.onDisk(path));
}

function readOriginal(path: string): Uint8Array {
  demandFile(path);
  try {
    return readFileSync(path);
  } catch (thrown) {
    throw new Unusable(FILE_SENTENCES.notReadable(path, codeOf(thrown)));
  }
}

function modelOf(path: string, bytes: Uint8Array): WorkbookModel {
  try {
    return readXlsx(bytes);
  } catch (thrown) {
    throw refusalOf(path, thrown) ?? new Unusable(FILE_SENTENCES.corrupt(path));
  }
}

type ToSave = { readonly model: WorkbookModel; readonly isUntouched: IsUntouched | undefined };

/** The model as the file's next bytes; a file that is read but cannot be patched safely is refused here. */
function savedBytes(path: string, original: () => Uint8Array | null, { model, isUntouched }: ToSave): Uint8Array {
  try {
    return saveXlsx(original(), model, isUntouched);
  } catch (thrown) {
    throw refusalOf(path, thrown) ?? thrown;
  }
}

function refusalOf(path: string, thrown: unknown): Unusable | null {
  return thrown instanceof NotAWorkbook
    ? new Unusable(WORKBOOK_SENTENCES[thrown.code](path, thrown.part ?? '', thrown.limit))
    : null;
}

/** A new workbook has one empty sheet, as one made in a browser has. */
function blankWorkbook(): WorkbookModel {
  return { sheets: [newSheet(1, 'Trang tính1')] };
}

function demandUnchanged(path: string, { stamp, onDisk }: { stamp: string; onDisk: Uint8Array | null }): void {
  if (stampOf(path) !== stamp && hashOf(existsSync(path) ? readOriginal(path) : null) !== hashOf(onDisk)) {
    throw new Stale(FILE_SENTENCES.changed(path));
  }
  if (existsSync(path)) demandClosedElsewhere(path);
}

function stampOf(path: string): string {
  if (!existsSync(path)) return '';
  const { mtimeMs, size, ino } = statSync(path);
  return `${mtimeMs}/${size}/${ino}`;
}

const hashOf = (bytes: Uint8Array | null): string => (bytes === null ? '' : createHash('sha256').update(bytes).digest('hex'));

function writing(path: string, write: () => void): void {
  try {
    write();
  } catch (thrown) {
    throw new NotWritable(path, thrown);
  }
}
