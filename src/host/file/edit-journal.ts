import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { HumanEdit } from '../core/human-edit.ts';
import type { Moment } from '../core/moment.ts';
import { syncFolder } from './files.ts';

/** A cell that was typed into, named as people name it, so that it is found again in a file that changed meanwhile. */
export type TypedPlace = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What stood there before, as text. */
  readonly before: string;
  readonly header: string;
  /** Header of each key column → what names the row; empty when nothing names it. */
  readonly keys: Readonly<Record<string, string>>;
};

/** One acknowledged edit. */
export type KeptEdit = {
  readonly edit: HumanEdit;
  readonly cells: readonly TypedPlace[];
  readonly user: string;
  readonly now: Moment;
};

/** Line by line: the workbook that the edits were typed into, the edits, and the workbook that a save is about to make of them. */
type Line =
  | { readonly kind: 'base'; readonly hash: string }
  | { readonly kind: 'edit'; readonly kept: KeptEdit }
  | { readonly kind: 'saving'; readonly hash: string };

/** What a journal says that no saved workbook holds yet. */
export type Pending = {
  readonly edits: readonly KeptEdit[];
  /** True: the workbook is the very one they were typed into, so their addresses hold. */
  readonly sameBook: boolean;
  /** Lines that can no longer be read, beyond the last one that a power cut may have cut off. */
  readonly broken: number;
};

/** The journal of a workbook lies beside it. */
export const journalOf = (workbook: string): string => `${workbook}.cchc-journal`;

/** Adds lines and returns when they are on disk; a line that could not be written whole is taken back. */
function append(path: string, lines: readonly Line[]): void {
  const isNew = !existsSync(path);
  const file = openSync(path, 'a', 0o600);
  try {
    const size = isNew ? 0 : soundLength(path);
    ftruncateSync(file, size);
    try {
      const bytes = Buffer.from(lines.map(sealed).join(''), 'utf8');
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } catch (thrown) {
      ftruncateSync(file, size);
      throw thrown;
    }
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(dirname(path));
}

/** Up to the last whole line: what a power cut left of a line was never acknowledged. */
const soundLength = (path: string): number => readFileSync(path).lastIndexOf('\n') + 1;

/** Keeps an edit; the first one says which workbook it was typed into. After this a power cut cannot lose it. */
export function keepEdit(path: string, base: string, kept: KeptEdit): void {
  const line: Line = { kind: 'edit', kept };
  append(path, existsSync(path) ? [line] : [{ kind: 'base', hash: base }, line]);
}

/** Says which workbook is about to take the edits in, so that a journal that outlives its save is known to be done. */
export function announceSave(path: string, hash: string): void {
  if (existsSync(path)) append(path, [{ kind: 'saving', hash }]);
}

/** What of a journal is not in the workbook with this hash; `null` when there is none. */
export function readJournal(path: string, hash: string): Pending | null {
  if (!existsSync(path)) return null;
  const texts = readFileSync(path, 'utf8').split('\n');
  // What follows the last line break was cut off before it was acknowledged.
  const whole = texts.slice(0, -1).map(unsealed);
  const bad = whole.indexOf(null);
  const lines = (bad < 0 ? whole : whole.slice(0, bad)).filter((line) => line !== null);
  const done = lines.map((line) => line.kind === 'saving' && line.hash === hash).lastIndexOf(true);
  const rest = lines.slice(done + 1);
  const edits = rest.flatMap((line) => (line.kind === 'edit' ? [line.kept] : []));
  const sameBook = done >= 0 || lines.some((line) => line.kind === 'base' && line.hash === hash);
  return { edits, sameBook, broken: bad < 0 ? 0 : whole.length - bad };
}

const sealed = (line: Line): string => {
  const text = JSON.stringify(line);
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
};

/** Only this file writes these lines; one whose seal fits is what was written. */
function unsealed(text: string): Line | null {
  const json = text.slice(9);
  return crc32(json).toString(16).padStart(8, '0') === text.slice(0, 8) ? (JSON.parse(json) as Line) : null;
}
