import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvBytes } from '../../src/paper/sheet/csv.ts';
import { spreadsheetOf } from '../../src/paper/sheet/spreadsheet.ts';
import { csvOf } from '../../src/words/core/csv.ts';
import { corpus } from '../fixtures/corpus.ts';
import { python, type ReadCell, readBack } from './read-back.ts';
import { oneLineEnd, unturned, visible } from './rules.ts';
import { escapesAmong, expectNoEscape } from './tally.ts';

/** A cell of Excel holds no more. */
const MOST = 32_767;
const texts = corpus().filter(({ text }) => text.length <= MOST && text !== '');
const shown = (text: string): string => visible(unturned(oneLineEnd(text)));

/** RFC 4180, read by the book: quoted fields alone, because every text is quoted. */
function fieldsOf(csv: string): string[] {
  return [...csv.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, field = '']) => field.replace(/""/gu, '"'));
}

describe('statistical forms as CSV', () => {
  const fields = fieldsOf(csvOf(texts.map(({ text }) => [text])));

  it('say each text, with an apostrophe before what a spreadsheet would run', () => {
    const bare = (text: string): string =>
      /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u.test(shown(text)) ? `'${shown(text)}` : shown(text);
    expect(fields).toHaveLength(texts.length);
    expectNoEscape(
      'CSV of the forms',
      texts,
      escapesAmong(texts, (_, at) => fields[at], bare),
    );
  });

  it('hold no field that begins as a formula, and numbers bare', () => {
    expect(fields.filter((field) => /^\s*[=+\-@]/u.test(field))).toEqual([]);
    expect(csvOf([['a', 1.5, Number.NaN]])).toBe('\ufeff"a",1.5,\r\n');
    expect([...csvBytes([['é']]).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe.runIf(python !== null)('statistical forms as a workbook, read by openpyxl', () => {
  let folder = '';
  let cells: readonly ReadCell[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-forms-'));
    const path = join(folder, 'forms.xlsx');
    const columns = [{ title: 'Chữ', width: 20 }];
    writeFileSync(path, spreadsheetOf([{ name: "=1+1/[?]*'", title: '=1', columns, rows: texts.map(({ text }) => [text]) }]));
    cells = readBack<{ cells: ReadCell[] }>([path])[0]?.cells ?? [];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('say each text as a text and run none', () => {
    expect(cells.filter(([, , , kind]) => kind === 'f')).toEqual([]);
    const byRow = new Map(cells.map((cell) => [cell[1], cell[4]]));
    expectNoEscape(
      'workbook of the forms',
      texts,
      escapesAmong(texts, (_, at) => byRow.get(at + 3) ?? '', shown),
    );
  });
});
