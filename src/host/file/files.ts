import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
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

/** Writes a file so that it is either the old one or the whole new one, whatever happens: beside, to disk, renamed. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = besideOf(path);
  try {
    writeToDisk(beside, bytes, modeOf(path));
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

/** A file that takes the place of another is open to nobody to whom that one was shut. */
function modeOf(path: string): number | null {
  return existsSync(path) ? statSync(path).mode & 0o777 : null;
}

function writeToDisk(path: string, bytes: Uint8Array, mode: number | null): void {
  const file = openSync(path, 'w', mode ?? 0o666);
  try {
    if (mode !== null) widenTo(file, mode);
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

/** Keeps a file under a name that is still free («báo cáo (2).docx») and gives that name. Never overwrites. */
export function keepFile(folder: string, name: string, bytes: Uint8Array): string {
  const free = freeName(folder, safeName(name));
  writeWhole(join(folder, free), bytes);
  return free;
}

/** Deletes a file of the folder itself; false when there is none of that name. */
export function dropFile(folder: string, name: string): boolean {
  const path = join(folder, name);
  if (basename(name) !== name || !existsSync(path)) return false;
  unlinkSync(path);
  return true;
}

function freeName(folder: string, name: string): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${stem} (${n})${ending}`;
    if (!existsSync(join(folder, candidate))) return candidate;
  }
}
