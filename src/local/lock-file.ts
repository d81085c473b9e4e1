import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FILE_SENTENCES } from '../words/local.ts';
import { codeOf, Unusable } from './unusable.ts';

/** Who holds a lock: the process and its machine, because the folder may be shared in the office's network. */
const ME = `${process.pid} ${hostname()}`;
/** A lock just made may still be empty. */
const BEING_WRITTEN_MS = 10_000;

/** Takes the workbook for this process; a second opener is told so. A lock whose process is gone is taken over. */
export function takeLock(workbook: string): () => void {
  const path = join(dirname(workbook), `~cchc-${basename(workbook)}.lock`);
  makeFolder(dirname(path));
  if (!create(path)) {
    if (isHeld(path)) throw new Unusable(FILE_SENTENCES.locked(workbook));
    unlinkSync(path);
    if (!create(path)) throw new Unusable(FILE_SENTENCES.locked(workbook));
  }
  return () => {
    if (existsSync(path) && readFileSync(path, 'utf8') === ME) unlinkSync(path);
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    throw new Unusable(FILE_SENTENCES.notWritable(folder, codeOf(thrown)));
  }
}

function create(path: string): boolean {
  try {
    writeFileSync(path, ME, { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw new Unusable(FILE_SENTENCES.notWritable(path, codeOf(thrown)));
  }
}

/** A process of another machine cannot be asked: its lock stands until that machine opens the workbook again. */
function isHeld(path: string): boolean {
  const holder = readFileSync(path, 'utf8');
  if (holder === '') return Date.now() - statSync(path).mtimeMs < BEING_WRITTEN_MS;
  const [pid, ...machine] = holder.split(' ');
  return (machine.length > 0 && machine.join(' ') !== hostname()) || alive(Number(pid));
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return codeOf(thrown) === 'EPERM';
  }
}

/** Throws when an office program has the workbook open, naming it and, where it says so, the person. */
export function demandClosedElsewhere(workbook: string): void {
  const folder = dirname(workbook);
  const name = basename(workbook);
  const excel = readdirSync(folder).find((other) => isExcelLock(other, name));
  if (excel !== undefined)
    throw new Unusable(FILE_SENTENCES.openElsewhere(workbook, 'Microsoft Excel', excelUser(join(folder, excel))));
  const libre = join(folder, `.~lock.${name}#`);
  if (!existsSync(libre)) return;
  const who = readFileSync(libre, 'utf8').split(',')[0]?.trim() ?? '';
  throw new Unusable(FILE_SENTENCES.openElsewhere(workbook, 'LibreOffice', who));
}

/** Excel puts `~$` before the name and, when that is long, over its first two letters. Some systems list names decomposed. */
function isExcelLock(listed: string, asked: string): boolean {
  const [other, name] = [listed.normalize('NFC'), asked.normalize('NFC')];
  return other === `~$${name}` || (name.length > 12 && other === `~$${name.slice(2)}`);
}

/** The first byte is the length of the name that follows. */
function excelUser(path: string): string {
  const bytes = readFileSync(path);
  return bytes
    .subarray(1, 1 + (bytes[0] ?? 0))
    .toString('latin1')
    .trim();
}
