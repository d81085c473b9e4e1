import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import { aHost } from '../helpers/host.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';
import { aFolder, filesIn, gathered } from './gathered.ts';

const Q1 = 'Quý I 2024';

describe('the communes’ own workbooks', () => {
  const room = aFolder();
  const [books, packages] = ['so', 'goi'].map((name) => join(room.path, name)) as [string, string];
  beforeAll(() => {
    for (const folder of [books, packages]) mkdirSync(folder);
    sampleWorkbook(books, 'so-cchc.xlsx');
    sampleWorkbook(room.path, 'khac.xlsx');
    const host = aHost({ workbook: join(room.path, 'khac.xlsx'), outDir: packages, create: false });
    must(host.ask('export-period', { period: Q1 }));
    host.remove();
  }, 300_000);
  afterAll(() => room.remove());

  it('give what the packages of their closed periods give, and stay as they are', async () => {
    const book = join(books, 'so-cchc.xlsx');
    const before = [readFileSync(book).toString('hex'), statSync(book).mtimeMs, filesIn(books).length];
    const [fromBook, fromPackage] = [await gathered(books), await gathered(packages)];
    expect(fromBook.period.name).toBe(Q1);
    expect(fromBook.measures.length).toBeGreaterThan(40);
    for (const part of ['units', 'measures', 'matrix', 'forms', 'formUnits'] as const)
      expect(fromBook[part]).toEqual(fromPackage[part]);
    expect([readFileSync(book).toString('hex'), statSync(book).mtimeMs, filesIn(books).length]).toEqual(before);
  });
});
