import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameWord } from '../../domain/core/word.ts';
import { PERIOD_STATE_LABELS } from '../../words/core/labels.ts';
import type { WorkbookModel } from '../../xlsx/model.ts';
import { rowsOf } from '../core/look.ts';
import { momentOf } from '../core/moment.ts';
import { Unusable } from '../core/unusable.ts';
import { openHost } from '../host.ts';
import { STAGE_PREFIX } from './engine.ts';
import { type PackageFault, type ReadPackage, readPackage } from './read-package.ts';

/** A file that is not gathered: why, as a code or as the sentence that opening it gave. */
export type Refused = {
  readonly file: string;
  readonly fault: PackageFault | 'too-large' | 'nothing-closed' | 'not-readable' | null;
  readonly sentence: string;
};

/** Nobody's package or workbook is larger. */
const MOST_BYTES = 60_000_000;
const KINDS = /\.(?:zip|xlsx)$/iu;
/** What a spreadsheet program leaves beside an open workbook. */
const LOCK_FILE = /(?:^|\/)~\$/u;

/** Every package and workbook under a folder by its path, in one order; `skip`: what was made of an earlier run. */
export function filesUnder(folder: string, skip: (path: string) => boolean): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => KINDS.test(name) && !LOCK_FILE.test(name) && !name.includes(STAGE_PREFIX) && !skip(join(folder, name)))
    .sort();
}

type Taken = { readonly file: string; readonly read: ReadPackage & { readonly ok: true } };

/** Reads one file after the other: a package as it is, a workbook through the very script that would make its packages. */
export function readFiles(folder: string, files: readonly string[], take: (taken: Taken) => void): Refused[] {
  const refused: Refused[] = [];
  for (const file of files) {
    try {
      const bytes = bytesOf(join(folder, file));
      if (bytes === null) {
        refused.push({ file, fault: 'too-large', sentence: '' });
        continue;
      }
      const parts = /\.xlsx$/iu.test(file) ? packagesIn(join(folder, file)) : [bytes];
      if (parts.length === 0) refused.push({ file, fault: 'nothing-closed', sentence: '' });
      for (const part of parts) {
        const read = readPackage(file, part);
        if (read.ok) take({ file, read });
        else refused.push({ file, fault: read.fault, sentence: '' });
      }
    } catch (failure) {
      refused.push(refusalOf(file, failure));
    }
  }
  return refused;
}

/** A refusal names the copy that was opened. */
const COPIED = new RegExp(`[^«\\s]*${STAGE_PREFIX.replace('.', '\\.')}[^/\\\\]*[/\\\\]so\\.xlsx`, 'gu');

function refusalOf(file: string, failure: unknown): Refused {
  if (failure instanceof Unusable) return { file, fault: null, sentence: failure.message.replace(COPIED, file) };
  if (failure instanceof Error && 'code' in failure) return { file, fault: 'not-readable', sentence: String(failure.code) };
  throw failure;
}

/** `null`: larger than any package. */
function bytesOf(path: string): Uint8Array | null {
  return statSync(path).size > MOST_BYTES ? null : readFileSync(path);
}

/** The periods of a workbook that are closed, in the order of its tab. */
function closedIn(model: WorkbookModel): string[] {
  const done = [PERIOD_STATE_LABELS.closed, PERIOD_STATE_LABELS.sent];
  return rowsOf(model, 'Kỳ báo cáo', ['Kỳ', 'Tình trạng'])
    .filter((row) => done.some((state) => sameWord(state, row.get('Tình trạng') ?? '')))
    .map((row) => row.get('Kỳ') ?? '');
}

/** The packages of every closed period of a workbook, which stays as it is, unlocked and untouched: the script works on a copy. */
function packagesIn(workbook: string): Uint8Array[] {
  const aside = mkdtempSync(join(tmpdir(), STAGE_PREFIX));
  try {
    const copy = join(aside, 'so.xlsx');
    copyFileSync(workbook, copy);
    const host = openHost({
      workbook: copy,
      outDir: aside,
      mailDir: aside,
      user: '',
      now: momentOf(null),
      readOnly: true,
      smtpUrl: null,
    });
    try {
      return closedIn(host.model).flatMap((period) => {
        const answer = host.ask('export-period', { period });
        if (!answer.ok) throw new Unusable(answer.sentence);
        return answer.reply.files.map(({ data }) => Buffer.from(data, 'base64'));
      });
    } finally {
      host.close();
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
