import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { printable } from '../../src/cli/program.ts';
import { day } from '../../src/domain/core/day.ts';
import { logFailure } from '../../src/google/adapters/failure.ts';
import { keepFile } from '../../src/host/file/files.ts';
import { safeName } from '../../src/host/file/safe-name.ts';
import { reconciliationFileName } from '../../src/words/reconcile/reconcile.ts';
import { PAPER_FILES } from '../../src/words/report/papers.ts';
import { reportFileName, reviewFileName } from '../../src/words/report/report-titles.ts';
import { listFiles } from '../../src/workbench/server/files/files.ts';
import { corpus } from '../fixtures/corpus.ts';
import { nameFault } from './names.ts';
import { escapesAmong, expectNoEscape } from './tally.ts';

const all = corpus();
const period = (name: string) => ({ period: { name }, version: 2, draft: true }) as Parameters<typeof reportFileName>[0];

/** The names that we give our files, with a text of a cell in them, and the text alone as the worst of all. */
const NAMES = {
  report: (text: string) => reportFileName(period(text)),
  review: (text: string) => reviewFileName(period(text)),
  paper: (text: string) => PAPER_FILES.slip(text, text, day('2024-06-20')),
  reconcile: (text: string) => reconciliationFileName(text, '20/6/2024'),
  bare: (text: string) => `${text}.docx`,
} as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-names-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the name of a file', () => {
  it.each(Object.keys(NAMES) as (keyof typeof NAMES)[])('%s: is legal everywhere and keeps its ending', (kind) => {
    const outcome = (text: string): string => {
      const name = safeName(NAMES[kind](text));
      return `${nameFault(name)} ${name.endsWith('.docx')}`;
    };
    const escapes = escapesAmong(all, outcome, () => 'null true');
    expectNoEscape(`name of a file (${kind})`, all, escapes);
  });

  it('is that of a file in its own folder, and holds what was kept', () => {
    const kept = all.map(({ text }, at) =>
      keepFile(join(folder, 'kept', String(at % 50)), `${text}.docx`, Buffer.from(String(at))),
    );
    const held = (at: number): string => readFileSync(join(folder, 'kept', String(at % 50), kept[at] ?? ''), 'utf8');
    expectNoEscape(
      'file kept',
      all,
      escapesAmong(
        all,
        (_, at) => `${held(at)} ${kept[at]?.endsWith('.docx')}`,
        (_, at) => `${at} true`,
      ),
    );
    expect([readdirSync(folder), readdirSync(join(folder, 'kept')).length]).toEqual([['kept'], 50]);
  });

  it('is never that of another file, however often it is given', () => {
    const some = all.filter((_, at) => at % 10 === 0);
    for (const turn of ['1', '2', '3'])
      for (const { text } of some) keepFile(join(folder, 'bao-cao'), `${text}.docx`, Buffer.from(turn));
    const turns = readdirSync(join(folder, 'bao-cao')).map((name) => readFileSync(join(folder, 'bao-cao', name), 'utf8'));
    expect(['1', '2', '3'].map((turn) => turns.filter((one) => one === turn).length)).toEqual([
      some.length,
      some.length,
      some.length,
    ]);
    expect(listFiles(folder).length).toBe(3 * some.length);
  });
});

describe('the execution log', () => {
  it('says each failure on one line, without addresses', () => {
    const said = vi.mocked(console.error);
    said.mockClear();
    for (const { text } of all) logFailure('ask', new Error(`${text} a.b@example.vn`));
    const lines = said.mock.calls.map(([line]) => String(line));
    said.mockClear();
    const wrong = (line: string): boolean =>
      /[\p{Cc}\u2028\u2029]/u.test(line) || !line.startsWith('ask: ') || line.includes('a.b@example.vn');
    expect(lines.length).toBe(all.length);
    expectNoEscape(
      'execution log',
      all,
      all.flatMap(({ text }, at) => (wrong(lines[at] ?? '') ? [{ text, became: lines[at] }] : [])),
    );
  });
});

describe('a line on a terminal', () => {
  it('holds nothing that a terminal obeys', () => {
    const wrong = all.filter(({ text }) => /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(printable([text])));
    expectNoEscape(
      'terminal',
      all,
      wrong.map(({ text }) => ({ text, became: printable([text]) })),
    );
    expect(printable(['a\n  b', 'c'])).toBe('a\n  b\nc\n');
    expect(printable([])).toBe('');
  });
});

describe('CSV', () => {
  it('is written in one way alone, which `sheets.test.ts` reads back: whoever names it elsewhere stands here', () => {
    const files = (readdirSync('src', { recursive: true }) as string[]).filter((name) => /\.tsx?$/u.test(name));
    expect(files.length).toBeGreaterThan(200);
    const naming = files.map((name) => name.replaceAll('\\', '/')).sort();
    expect(
      naming.filter((name) => /csv|text\/plain;.*delim|\.join\('","'\)/iu.test(readFileSync(join('src', name), 'utf8'))),
    ).toEqual([
      'app/base/ports.ts',
      'app/calls.ts',
      'app/extras/import-survey.ts',
      'app/province/export-period.ts',
      'app/report/forms.ts',
      'app/report/year-work.ts',
      'cli/gather/unit-list.ts',
      'domain/province/schema.ts',
      'host/province/engine.ts',
      'host/province/read-package.ts',
      'paper/sheet/csv.ts',
      'sidebar/parts/download.ts',
      'sidebar/screens/surveys.tsx',
      'words/core/csv.ts',
      'words/extras/extras.ts',
      'words/host/local.ts',
      'words/pages/indicator-screen.ts',
      'words/province/page.ts',
      'words/report/papers/year-work.ts',
      'words/report/report-forms.ts',
      'workbench/province/unit-table.tsx',
      'workbench/server/files/files.ts',
    ]);
  });
});
