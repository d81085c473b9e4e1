import { execFileSync } from 'node:child_process';
import { tool } from '../helpers/tools.ts';

export type ReadCell = readonly [tab: string, row: number, column: number, kind: string, value: string];
export type ReadDocument = {
  readonly paragraphs: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly parts: readonly string[];
  readonly sources: readonly Readonly<Record<string, string>>[];
  readonly title: readonly string[];
  readonly headers: readonly string[];
};
export type ReadLetter = {
  readonly headers: readonly string[];
  readonly subject: string;
  readonly addresses: Readonly<Record<string, readonly (readonly [name: string, address: string])[]>>;
  readonly bodies: Readonly<Record<string, string>>;
  readonly parts: readonly string[];
  readonly defects: readonly string[];
};

/** Debian's Python, which has openpyxl beside its own expat, zipfile and email; `null` after saying that it is missing. */
export const python = tool('openpyxl');

/** Files as parsers that are not ours read them, in one start of Python: .xlsx by openpyxl, .docx by expat, .eml by its email package. */
export function readBack<Read>(paths: readonly string[]): readonly Read[] {
  const args = ['test/injection/read_back.py'];
  const said = execFileSync(python ?? '', args, { input: JSON.stringify(paths), maxBuffer: 512_000_000, stdio: 'pipe' });
  return JSON.parse(said.toString('utf8'));
}
