import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openZip, unzip } from '../../../src/xlsx/zip.ts';
import { convertInto } from '../../helpers/soffice.ts';
import { tool } from '../../helpers/tools.ts';

const HERE = 'test/xlsx/office';
/** The tabs that the office decorated: one all its own, one of ours. */
export const DECORATED = ['Theo dõi của VP', 'Nhập số liệu'];

/** Makes the office's workbook with XlsxWriter. */
export function makeOfficeFile(path: string): void {
  execFileSync(tool('xlsxwriter') ?? '', [join(HERE, 'make_office.py'), path]);
}

export type Facts = Readonly<Record<string, unknown>>;

/** What the office has in the file, as two strangers read it; facts that it does not have are left out. */
export function factsOf(path: string): Facts {
  const said = execFileSync(tool('openpyxl') ?? '', [join(HERE, 'facts.py'), path, ...DECORATED], { maxBuffer: 64_000_000 });
  const all: Facts = JSON.parse(said.toString('utf8'));
  return Object.fromEntries(Object.entries(all).filter(([, fact]) => isThere(fact)));
}

function isThere(fact: unknown): boolean {
  if (typeof fact === 'object' && fact !== null) return Object.values(fact).some(isThere);
  return fact !== null && fact !== '' && fact !== undefined;
}

/** The facts that are not what they were. */
export function lostFacts(before: Facts, after: Facts): string[] {
  return Object.keys(before).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** Has LibreOffice save the workbook as its own .xlsx in another folder, and gives the new file. */
export function savedByLibreOffice(path: string, folder: string): string {
  convert(path, { to: 'xlsx:Calc MS Excel 2007 XML', folder });
  return join(folder, basename(path).replace(/\.xlsm$/u, '.xlsx'));
}

/** The values of every tab as LibreOffice shows them, by file of the tab. */
export function shownByLibreOffice(path: string, tab: string): string {
  const folder = join(dirname(path), `csv ${basename(path)}`);
  convert(path, { to: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', folder });
  return readFileSync(join(folder, `${basename(path).replace(/\.xls[xm]$/u, '')}-${tab}.csv`), 'utf8');
}

function convert(path: string, { to, folder }: { to: string; folder: string }): void {
  convertInto(folder, { soffice: tool('soffice') ?? '', to, paths: [path] });
}

/** Every part of a package by name, with its packed record as it lies in the file. */
export function partsOf(bytes: Uint8Array): Map<string, { readonly record: string; readonly text: string }> {
  const zip = openZip(bytes);
  return new Map(
    [...zip.entries].map(([name, { local }]) => [
      name,
      { record: Buffer.from(local).toString('base64'), text: Buffer.from(unzip(zip, name) ?? []).toString('utf8') },
    ]),
  );
}
