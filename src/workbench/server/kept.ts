import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../host/file/files.ts';
import type { WorkbookModel } from '../../xlsx/model.ts';

/** Which workbook the windows see, from which version on, and the columns it had then. */
export type Opened = { readonly workbook: string; readonly from: number; readonly columns: string };

/**
 * What the next run of the program needs so that pages which stand open go on: the keys of the address and of the files, and what they saw.
 * It opens the workbook to whoever reads it, as the address does, and is its owner's alone.
 */
export type Kept = { readonly token: string; readonly fileKey: string; readonly opened: Opened | null };

const FILE = '.cchc-dia-chi.json';

export function newKeys(): Pick<Kept, 'token' | 'fileKey'> {
  return { token: randomBytes(16).toString('hex'), fileKey: randomBytes(16).toString('hex') };
}

/** Of the run before; new keys where there was none, or nobody can read what it left. */
export function readKept(workspace: string): Kept {
  const path = join(workspace, FILE);
  try {
    const held: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
    return keptIn(held) ?? { ...newKeys(), opened: null };
  } catch {
    return { ...newKeys(), opened: null };
  }
}

/** On a medium that takes no file the address is another one the next time, and that is all. */
export function writeKept(workspace: string, kept: Kept): void {
  const path = join(workspace, FILE);
  try {
    writeWhole(path, Buffer.from(JSON.stringify(kept)));
    chmodSync(path, 0o600);
  } catch {}
}

const KEY = /^[0-9a-f]{32}$/u;

function keptIn(held: unknown): Kept | null {
  if (typeof held !== 'object' || held === null) return null;
  const { token, fileKey, opened }: Readonly<Record<string, unknown>> = { ...held };
  const isKey = (value: unknown): value is string => typeof value === 'string' && KEY.test(value);
  return isKey(token) && isKey(fileKey) ? { token, fileKey, opened: openedIn(opened) } : null;
}

function openedIn(held: unknown): Opened | null {
  if (typeof held !== 'object' || held === null) return null;
  const { workbook, from, columns }: Readonly<Record<string, unknown>> = { ...held };
  const isWhole = typeof workbook === 'string' && typeof columns === 'string' && Number.isSafeInteger(from);
  return isWhole ? { workbook, columns, from: Number(from) } : null;
}

/** Rows in which headers stand. */
const HEAD = 12;

/** The same as long as no tab and no column of it moved, so that a text which was begun before goes into the column that it was meant for. */
export function columnsOf({ sheets }: WorkbookModel): string {
  const heads = sheets.map(({ id, cells }) => [
    id,
    ...[...cells]
      .filter(([row]) => row <= HEAD)
      .map(([row, line]) => [
        row,
        [...line].flatMap(([column, { value }]) => (typeof value === 'string' ? [column, value] : [])),
      ]),
  ]);
  return createHash('sha256').update(JSON.stringify(heads)).digest('hex').slice(0, 32);
}
