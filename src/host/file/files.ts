import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { codeOf } from '../core/unusable.ts';
import { safeName } from './safe-name.ts';

/**
 * Writes a file so that it is either the old one or the whole new one, whatever happens: beside, to disk, renamed. One that is
 * there keeps its rights; a new one is as open as the file `like`, the workbook it belongs to.
 */
export function writeWhole(path: string, bytes: Uint8Array, like = path): void {
  const mode = modeOf(path) ?? modeLike(like);
  makeFolder(dirname(path), mode);
  const beside = besideOf(path);
  try {
    writeToDisk(beside, bytes, mode);
    renamePatiently(beside, path);
  } catch (thrown) {
    removeIfPossible(beside);
    throw thrown;
  }
  syncFolder(dirname(path));
}

/** Where a file is made before it takes its place. */
export const besideOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);

/** Deletes what is only in the way; where it cannot be deleted it does no harm. */
export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/** Deletes what a process that was killed left half written beside a file; whoever calls this holds the file. */
export function sweepBeside(path: string): void {
  const half = new RegExp(`^\\.${basename(path).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}\\.\\d+\\.tmp$`, 'u');
  for (const name of readdirSync(dirname(path))) if (half.test(name)) removeIfPossible(join(dirname(path), name));
}

const PASSING: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const WAITS = [50, 100, 200, 400, 800];

/** A virus scanner, an indexer or a network folder may hold the old file for a moment. */
function renamePatiently(from: string, to: string): void {
  for (const wait of WAITS) {
    const refused = refusalOf(() => renameSync(from, to));
    if (refused === null) return;
    if (!PASSING.has(codeOf(refused))) throw refused;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  }
  renameSync(from, to);
}

function refusalOf(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown;
  }
}

/** A rename is only on disk when its folder is. Windows has no such call and does not need it. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {}
}

const OWNER_ONLY = 0o600;

/** A file that takes the place of another is open to nobody to whom that one was shut. */
function modeOf(path: string): number | null {
  return existsSync(path) ? statSync(path).mode & 0o777 : null;
}

/**
 * The rights of a new file: those of the workbook it belongs to, because it holds the same names and figures. A new workbook is its
 * owner's alone, or what the umask leaves of all where the office says with `CCHC_SHARED=1` that its folder is a shared one.
 */
function modeLike(path: string): number {
  return modeOf(path) ?? (process.env['CCHC_SHARED'] === '1' ? 0o666 & ~process.umask() : OWNER_ONLY);
}

/** Whoever may read the files may enter the folder: the name of a letter is an address. */
function makeFolder(folder: string, mode: number): void {
  mkdirSync(folder, { recursive: true, mode: mode | ((mode & 0o444) >> 2) });
}

function writeToDisk(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'w', mode);
  try {
    if ((mode & process.umask()) !== 0) widenTo(file, mode);
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The umask may have taken rights away that colleagues had; a file system without such rights refuses, and has nothing to lose. */
function widenTo(file: number, mode: number): void {
  try {
    fchmodSync(file, mode);
  } catch {}
}

/**
 * Keeps a file under a name that is still free («báo cáo (2).docx») and gives that name; as open as the file `like`. Never overwrites,
 * whoever else keeps one of that name at the same moment.
 */
export function keepFile(folder: string, name: string, bytes: Uint8Array, like = ''): string {
  const wanted = safeName(name);
  const mode = modeLike(like);
  makeFolder(folder, mode);
  const beside = besideOf(join(folder, wanted));
  try {
    writeToDisk(beside, bytes, mode);
    for (const candidate of names(wanted)) {
      if (!placed(beside, join(folder, candidate))) continue;
      syncFolder(folder);
      return candidate;
    }
    throw new Error('Bug: names have no end');
  } finally {
    removeIfPossible(beside);
  }
}

/** «báo cáo.docx», «báo cáo (2).docx» and so on, without an end. */
function* names(name: string): Generator<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  yield name;
  for (let n = 2; ; n += 1) yield `${stem} (${n})${ending}`;
}

/** Gives a finished file its name, at one stroke where the file system has links; `false`: the name is taken. */
function placed(beside: string, path: string): boolean {
  try {
    linkSync(beside, path);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
  }
  try {
    closeSync(openSync(path, 'wx', OWNER_ONLY));
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
  renamePatiently(beside, path);
  return true;
}

/** Deletes a file of the folder itself; false when there is none of that name. */
export function dropFile(folder: string, name: string): boolean {
  const path = join(folder, name);
  if (basename(name) !== name || !existsSync(path)) return false;
  unlinkSync(path);
  return true;
}
