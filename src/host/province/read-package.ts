import { createHash } from 'node:crypto';
import type { Received } from '../../domain/province/choose.ts';
import { type ManifestFault, readManifest } from '../../domain/province/manifest.ts';
import { type ColumnType, fileOf, MANIFEST, SCHEMA, TABLE_NAMES, TABLES, type TableName } from '../../domain/province/schema.ts';
import { unguarded } from '../../words/core/csv.ts';
import { NotAWorkbook } from '../../xlsx/not-a-workbook.ts';
import { openZip, unzip, type Zip } from '../../xlsx/zip.ts';

/** Why a file is no package that can be gathered. */
export type PackageFault = ManifestFault | 'damaged' | 'bad-table';
export type ReadPackage =
  | { readonly ok: true; readonly received: Received; readonly tables: ReadonlyMap<TableName, string> }
  | { readonly ok: false; readonly fault: PackageFault };

const decoder = new TextDecoder();

/** A package that anybody may have made: every line of it is held to the schema before any of it goes on. */
export function readPackage(file: string, bytes: Uint8Array): ReadPackage {
  try {
    const zip = openZip(bytes);
    const manifest = readManifest(partOf(zip, MANIFEST) ?? '');
    if (typeof manifest === 'string') return { ok: false, fault: manifest };
    const hash = createHash('sha256');
    const tables = new Map<TableName, string>();
    for (const { name, rows } of manifest.tables) {
      const text = partOf(zip, fileOf(name));
      const lines = text === null ? null : linesOf(name, text, manifest.minor > SCHEMA.minor);
      if (lines === null || countOf(lines) !== rows) return { ok: false, fault: 'bad-table' };
      hash.update(`${name}\n${lines}`);
      tables.set(name, lines);
    }
    return { ok: true, received: { file, manifest, content: hash.digest('hex') }, tables };
  } catch (failure) {
    if (failure instanceof NotAWorkbook) return { ok: false, fault: failure.code === 'not-a-zip' ? 'not-a-package' : 'damaged' };
    throw failure;
  }
}

function partOf(zip: Zip, name: string): string | null {
  const bytes = unzip(zip, name);
  return bytes === null ? null : decoder.decode(bytes);
}

const FIELDS: Readonly<Record<ColumnType, string>> = {
  text: '"(?:[^"\\r\\n]|"")*"',
  code: '"[a-z0-9-]*"',
  number: '(?:-?\\d{1,15}(?:\\.\\d+)?(?:e-\\d{1,3})?|"")',
  whole: '(?:\\d{1,15}|"")',
  day: '"(?:\\d{4}-\\d\\d-\\d\\d)?"',
  flag: '[01]',
};

const rowOf = (name: TableName): string => TABLES[name].map(({ type }) => FIELDS[type]).join(',');
const HEADS = new Map(TABLE_NAMES.map((name) => [name, TABLES[name].map((column) => `"${column.name}"`).join(',')]));
const ROWS = new Map(TABLE_NAMES.map((name) => [name, new RegExp(`${rowOf(name)}\\r\\n`, 'uy')]));
/** A later minor version has more columns behind ours. */
const LONGER = new Map(
  TABLE_NAMES.map((name) => [name, new RegExp(`(${rowOf(name)})(?:,(?:${FIELDS.text}|[^",\\r\\n]*))*\\r\\n`, 'uy')]),
);

/** The rows of a table without its head; `null`: something in it is not as the schema has it. */
function linesOf(name: TableName, text: string, mayBeLonger: boolean): string | null {
  const head = HEADS.get(name) ?? '';
  const end = text.indexOf('\r\n');
  const found = text.slice(0, Math.max(0, end));
  const body = text.slice(end + 2);
  if (found === head) return matchesAll(ROWS.get(name), body) ? unguarded(body) : null;
  if (!mayBeLonger || !found.startsWith(`${head},`)) return null;
  const pattern = LONGER.get(name);
  return matchesAll(pattern, body) ? unguarded(body.replace(new RegExp(pattern ?? '', 'gu'), '$1\r\n')) : null;
}

function matchesAll(pattern: RegExp | undefined, body: string): boolean {
  if (pattern === undefined) return false;
  pattern.lastIndex = 0;
  let end = 0;
  while (end < body.length) {
    if (!pattern.test(body)) return false;
    end = pattern.lastIndex;
  }
  pattern.lastIndex = 0;
  return true;
}

function countOf(lines: string): number {
  let count = 0;
  for (let at = lines.indexOf('\r\n'); at >= 0; at = lines.indexOf('\r\n', at + 2)) count += 1;
  return count;
}
