import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { FILE_SENTENCES, WORKBOOK_SENTENCES } from '../words/local.ts';
import { writeWhole } from './files.ts';
import { demandClosedElsewhere, takeLock } from './lock-file.ts';
import { newSheet } from './services/grid.ts';
import { newSidecar, readSidecar, type Sidecar } from './sidecar.ts';
import { codeOf, Unusable } from './unusable.ts';
import type { WorkbookModel } from './xlsx/model.ts';
import { NotAWorkbook } from './xlsx/not-a-workbook.ts';
import { readXlsx } from './xlsx/read.ts';
import { saveXlsx } from './xlsx/save.ts';

/** A workbook file held by this process: the model in memory, and the way back to disk. */
export type Store = {
  readonly model: WorkbookModel;
  readonly sidecar: Sidecar;
  /** After this the workbook and its sidecar are on disk. Throws `Unusable`, having written nothing, when somebody else changed the file. */
  flush(): void;
  close(): void;
};

/** A workbook with macros is the same package; they are kept and never run. */
const ENDINGS = ['.xlsx', '.xlsm'];

/** Opens a workbook, or starts a blank one where `create` allows it. Throws `Unusable` with a sentence. */
export function openStore(given: string, { create, owner }: { create: boolean; owner: string }): Store {
  if (!ENDINGS.includes(extname(given).toLowerCase())) throw new Unusable(FILE_SENTENCES.notXlsx(given));
  const isNew = !existsSync(given);
  if (isNew && !create) throw new Unusable(FILE_SENTENCES.missing(given));
  // Behind a link, the file itself: writing renames over what it writes to, and the link would be lost.
  const path = isNew ? given : realpathSync(given);
  const release = takeLock(path);
  try {
    if (!isNew) demandClosedElsewhere(path);
    return holdFile(path, { original: isNew ? null : readOriginal(path), owner, release });
  } catch (thrown) {
    release();
    throw thrown;
  }
}

type Held = { readonly original: Uint8Array | null; readonly owner: string; readonly release: () => void };

function holdFile(path: string, { original, owner, release }: Held): Store {
  let onDisk = original;
  const model = original === null ? blankWorkbook() : modelOf(path, original);
  const besidePath = `${path}.cchc.json`;
  const sidecar = (existsSync(besidePath) ? readSidecar(readFileSync(besidePath, 'utf8'), owner) : null) ?? newSidecar(owner);
  let stamp = stampOf(path);
  return {
    model,
    sidecar,
    flush: () => {
      demandUnchanged(path, { stamp, onDisk });
      const bytes = savedBytes(path, onDisk, model);
      demandUnchanged(path, { stamp, onDisk });
      write(path, bytes);
      write(besidePath, Buffer.from(`${JSON.stringify(sidecar, null, 2)}\n`));
      onDisk = bytes;
      stamp = stampOf(path);
    },
    close: release,
  };
}

function readOriginal(path: string): Uint8Array {
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

/** The model as the file's next bytes; a file that is read but cannot be patched safely is refused here. */
function savedBytes(path: string, onDisk: Uint8Array | null, model: WorkbookModel): Uint8Array {
  try {
    return saveXlsx(onDisk, model);
  } catch (thrown) {
    throw refusalOf(path, thrown) ?? thrown;
  }
}

function refusalOf(path: string, thrown: unknown): Unusable | null {
  return thrown instanceof NotAWorkbook ? new Unusable(WORKBOOK_SENTENCES[thrown.code](path, thrown.part ?? '')) : null;
}

/** A new workbook has one empty sheet, as one made in a browser has. */
function blankWorkbook(): WorkbookModel {
  return { sheets: [newSheet(1, 'Trang tính1')] };
}

function demandUnchanged(path: string, { stamp, onDisk }: { stamp: string; onDisk: Uint8Array | null }): void {
  if (stampOf(path) !== stamp && hashOf(existsSync(path) ? readFileSync(path) : null) !== hashOf(onDisk)) {
    throw new Unusable(FILE_SENTENCES.changed(path));
  }
  if (existsSync(path)) demandClosedElsewhere(path);
}

function stampOf(path: string): string {
  if (!existsSync(path)) return '';
  const { mtimeMs, size, ino } = statSync(path);
  return `${mtimeMs}/${size}/${ino}`;
}

const hashOf = (bytes: Uint8Array | null): string => (bytes === null ? '' : createHash('sha256').update(bytes).digest('hex'));

function write(path: string, bytes: Uint8Array): void {
  try {
    writeWhole(path, bytes);
  } catch (thrown) {
    throw new Unusable(FILE_SENTENCES.notWritable(path, codeOf(thrown)));
  }
}
