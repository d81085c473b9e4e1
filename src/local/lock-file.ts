import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FILE_SENTENCES } from '../words/local.ts';
import { codeOf, Unusable } from './unusable.ts';

/** Takes the workbook for this process; a second opener is told so. A lock whose process is gone is taken over. */
export function takeLock(workbook: string): () => void {
  const path = join(dirname(workbook), `~cchc-${basename(workbook)}.lock`);
  makeFolder(dirname(path));
  if (!create(path)) {
    if (alive(Number(readFileSync(path, 'utf8')))) throw new Unusable(FILE_SENTENCES.locked(workbook));
    unlinkSync(path);
    if (!create(path)) throw new Unusable(FILE_SENTENCES.locked(workbook));
  }
  return () => {
    if (existsSync(path)) unlinkSync(path);
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
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw new Unusable(FILE_SENTENCES.notWritable(path, codeOf(thrown)));
  }
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

/** Excel puts `~$` before the name and, when that is long, over its first two letters. */
function isExcelLock(other: string, name: string): boolean {
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
