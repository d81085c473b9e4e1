import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { type Measured, measured, secondsOfReferenceWork } from '../helpers/measured.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';
import { HOSTILE, styledRows, withParts } from './hostile-workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'doc-hai-'));
const lines: string[] = [];
let unit = 1;
beforeAll(async () => {
  ensureBuilt();
  unit = await secondsOfReferenceWork();
  lines.push(`the reference work takes ${unit.toFixed(2)} s`);
}, 300_000);
afterAll(() => {
  process.stdout.write(`${lines.join('\n')}\n`);
  rmSync(folder, { recursive: true, force: true });
});

/** What no file may cost, and what an honest one may; `works` counts the reference work, about a second of a processor. */
const ANY = { works: 10, megabytes: 512 };
const HONEST = { works: 3, megabytes: 400 };

const inSeconds = ({ works, megabytes }: typeof ANY) => ({ seconds: works * unit, megabytes });

async function check(path: string, limits = ANY): Promise<Measured> {
  return measured(['build/cli.mjs', 'check', path, '--today', '20/6/2024'], inSeconds(limits));
}

function tell(id: string, what: string, before: string, { bytes, took }: { bytes: number; took: Measured }): void {
  const verdict = took.code === 2 ? took.said.trim().replace(/Tệp «[^»]*»/u, 'Tệp') : 'read';
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  lines.push(`${id} | ${what}, ${size} | ${before} | ${took.cpuSeconds.toFixed(1)} s, ${took.megabytes} MB | ${verdict}`);
}

function demand(took: Measured, limits: typeof ANY): void {
  expect(took.code, took.said).not.toBeNull();
  expect(took.cpuSeconds / unit).toBeLessThanOrEqual(limits.works);
  expect(took.megabytes).toBeLessThanOrEqual(limits.megabytes);
  // Read, or refused with what to do: never the sentence for a file that is merely broken, nor a fault of the program.
  expect(took.said).toMatch(/Chỉ tiêu:|Đề nghị/u);
  expect(took.said).not.toMatch(/Lỗi của chương trình|tệp hỏng/u);
}

describe('whatever the file, `check` reads or refuses it within ten times the reference work and 512 MB', () => {
  it.each(HOSTILE)(
    '$id: $what',
    async ({ id, what, before, full, make }) => {
      const path = join(folder, `${id}.xlsx`);
      const bytes = make(full);
      writeFileSync(path, bytes);
      const took = await check(path);
      tell(id, what, before, { bytes: bytes.length, took });
      demand(took, ANY);
    },
    180_000,
  );
});

describe('an honest workbook with a tab of its own formatted down to the last line', () => {
  it('opens within three times the reference work and 400 MB', async () => {
    const path = join(folder, 'honest.xlsx');
    sampleWorkbook(folder, 'honest.xlsx');
    const book = readFileSync(path);
    const text = (part: string): string => Buffer.from(unzip(openZip(book), part) ?? []).toString('utf8');
    const [workbook, rels, types] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'].map(text);
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = withParts(
      {
        'xl/workbook.xml': String(workbook).replace(
          '</sheets>',
          `<sheet xmlns:r="${office}" name="Theo dõi riêng" sheetId="9000" r:id="rOwn"/></sheets>`,
        ),
        'xl/_rels/workbook.xml.rels': String(rels).replace(
          '</Relationships>',
          `<Relationship Id="rOwn" Type="${office}/worksheet" Target="worksheets/own.xml"/></Relationships>`,
        ),
        '[Content_Types].xml': String(types).replace(
          '</Types>',
          '<Override PartName="/xl/worksheets/own.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
        'xl/worksheets/own.xml': `<worksheet xmlns="${main}"><sheetData>${styledRows(1_048_576)}</sheetData></worksheet>`,
      },
      book,
    );
    writeFileSync(path, bytes);
    const took = await check(path, HONEST);
    tell('honest', 'the sample with such a tab', '11.7 s, 1.9 GB', { bytes: statSync(path).size, took });
    demand(took, HONEST);
    expect(took.code).not.toBe(2);
    const refreshed = await measured(['build/cli.mjs', 'refresh', path, '--today', '20/6/2024'], inSeconds(ANY));
    tell('honest', 'the same, refresh', '27–31 s, 2.8 GB', { bytes: statSync(path).size, took: refreshed });
    demand({ ...refreshed, said: `Đề nghị ${refreshed.said}` }, ANY);
    const kept = unzip(openZip(readFileSync(path)), 'xl/worksheets/own.xml');
    expect(Buffer.from(kept ?? []).equals(Buffer.from(unzip(openZip(bytes), 'xl/worksheets/own.xml') ?? []))).toBe(true);
  }, 300_000);
});
