import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FILE_SENTENCES } from '../../words/host/local.ts';
import { codeOf, NotWritable, Stale, Unusable } from '../core/unusable.ts';
import { besideOf, removeIfPossible, sweepBeside } from './files.ts';

/** A lock just made may not be whole yet, where it cannot be made at one stroke. */
const BEING_WRITTEN_MS = 10_000;
const UNKNOWN = '-';

/** Since when the machine runs: another after each start, so that the numbers of its processes begin anew. */
const BOOT = read('/proc/sys/kernel/random/boot_id').toString('utf8').trim() || UNKNOWN;
const MACHINE = hostname().replace(/\s+/gu, UNKNOWN);
/** This process, and its machine, because the folder may be shared in the office's network. */
const ME = `${process.pid} ${MACHINE} ${BOOT} ${beganAt(process.pid)}`;

/** When a process began, as the system counts: its number alone may be another's by now (`man 5 proc_pid_stat`, field 22). */
function beganAt(pid: number): string {
  const stat = read(`/proc/${pid}/stat`).toString('latin1');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? UNKNOWN;
}

/** Takes the workbook for this process; a second opener is told so. A lock whose process is gone is taken over. Throws `Unusable`. */
export function takeLock(workbook: string): () => void {
  const path = join(dirname(workbook), `~cchc-${basename(workbook)}.lock`);
  makeFolder(dirname(path));
  if (!create(path)) {
    const seen = heldText(path);
    if (isHeld(path, seen) || !takeOver(path, seen)) throw new Unusable(sayLocked(workbook, path));
  }
  sweepBeside(path);
  return () => {
    if (isMine(path)) removeIfPossible(path);
  };
}

/** Gives up what this process holds in a folder, when the thread that held it is gone. */
export function releaseLocksIn(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^~cchc-.*\.lock$/u.test(name) && isMine(path)) removeIfPossible(path);
  }
}

const isMine = (path: string): boolean => heldText(path).startsWith(`${ME} `);
const heldText = (path: string): string => read(path).toString('utf8');

/** Who holds it, since when, and which file to delete when it is certain that nobody does. */
function sayLocked(workbook: string, path: string): string {
  const [, machine = ''] = heldText(path).trim().split(' ');
  const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  const minutes = Math.max(0, Math.floor((Date.now() - since) / 60_000));
  return FILE_SENTENCES.locked(workbook, { lock: basename(path), machine: machine === MACHINE ? '' : machine, minutes });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    throw new NotWritable(folder, thrown);
  }
}

/**
 * Takes a dead process's lock away and makes this one's. Whoever does the same at this moment must not lose his fresh lock: what was
 * taken away is looked at, and given back when it is not the dead one any more. `false`: somebody else was quicker.
 */
function takeOver(path: string, dead: string): boolean {
  const aside = besideOf(path);
  try {
    renameSync(path, aside);
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return create(path);
    throw new NotWritable(path, thrown);
  }
  if (heldText(aside) !== dead) {
    if (linked(aside, path) === null) renameSync(aside, path);
    removeIfPossible(aside);
    return false;
  }
  removeIfPossible(aside);
  return create(path);
}

/** At one stroke where the file system has links, so that no kill leaves half a lock that nobody understands. */
function create(path: string): boolean {
  const beside = besideOf(path);
  try {
    writeFileSync(beside, `${ME} ${new Date().toISOString()}\n`, { mode: 0o600 });
    return linked(beside, path) ?? claimed(path);
  } catch (thrown) {
    throw new NotWritable(path, thrown);
  } finally {
    removeIfPossible(beside);
  }
}

/** `null` where there are no links. */
function linked(beside: string, path: string): boolean | null {
  try {
    linkSync(beside, path);
    return true;
  } catch (thrown) {
    return codeOf(thrown) === 'EEXIST' ? false : null;
  }
}

function claimed(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
  try {
    writeFileSync(path, `${ME} ${new Date().toISOString()}\n`);
    return true;
  } catch (thrown) {
    removeIfPossible(path);
    throw thrown;
  }
}

/**
 * A process of another machine cannot be asked: its lock stands. One of this machine is gone when the machine was started anew since, when
 * no process has its number, or when the one that has it began at another time.
 */
function isHeld(path: string, text: string): boolean {
  if (!text.endsWith('\n')) return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < BEING_WRITTEN_MS;
  const [pid = '', machine = MACHINE, boot = UNKNOWN, began = UNKNOWN] = text.trimEnd().split(' ');
  if (machine !== MACHINE) return true;
  if (boot !== UNKNOWN && BOOT !== UNKNOWN && boot !== BOOT) return false;
  return alive(Number(pid)) && (began === UNKNOWN || began === beganAt(Number(pid)));
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
    throw new Stale(
      FILE_SENTENCES.openElsewhere(workbook, { program: 'Microsoft Excel', who: excelUser(join(folder, excel)), lock: excel }),
    );
  const libre = join(folder, `.~lock.${name}#`);
  if (!existsSync(libre)) return;
  throw new Stale(
    FILE_SENTENCES.openElsewhere(workbook, { program: 'LibreOffice', who: libreOfficeUser(libre), lock: basename(libre) }),
  );
}

/** Excel puts `~$` before the name and, when that is long, over its first two letters. Some systems list names decomposed. */
function isExcelLock(listed: string, asked: string): boolean {
  const [other, name] = [listed.normalize('NFC'), asked.normalize('NFC')];
  return other === `~$${name}` || (name.length > 12 && other === `~$${name.slice(2)}`);
}

/** Where Excel writes the name once more, as UTF-16 behind its length: after the 55 bytes of the plain name. */
const WIDE_NAME = 55;

/**
 * Who Excel says has the file open. The first byte is the length of a name in the machine's code page, which has no place for
 * most Vietnamese letters; the whole name stands behind it in UTF-16 (no document says so; seen in an owner file that lies in
 * apache/poi's history, `test-data/spreadsheet/~$tableStyle.xlsx`).
 */
function excelUser(path: string): string {
  const bytes = read(path);
  const length = bytes.length > WIDE_NAME + 2 ? bytes.readUInt16LE(WIDE_NAME) : 0;
  const wide = bytes.subarray(WIDE_NAME + 2, WIDE_NAME + 2 + 2 * length);
  const isWhole = length > 0 && wide.length === 2 * length;
  return (isWhole ? wide.toString('utf16le') : bytes.subarray(1, 1 + (bytes[0] ?? 0)).toString('latin1')).trim();
}

/** LibreOffice writes: the person's name, the account, the machine, the time, its profile; a comma inside is `\\,`. */
function libreOfficeUser(path: string): string {
  const fields = read(path)
    .toString('utf8')
    .split(/(?<!\\),/u)
    .map((field) => field.replace(/\\(.)/gu, '$1').trim());
  const [name = '', account = '', machine = ''] = fields;
  return [name || account, machine].filter((part) => part !== '').join(', ');
}

/** The other program may be taking its file away this very moment. */
function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
