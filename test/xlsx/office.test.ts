import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import { openHost } from '../../src/host/host.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';
import { tool } from '../helpers/tools.ts';
import {
  DECORATED,
  factsOf,
  lostFacts,
  makeOfficeFile,
  partsOf,
  savedByLibreOffice,
  shownByLibreOffice,
} from './office/office-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'Sổ của xã '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isMissing = (['xlsxwriter', 'openpyxl', 'soffice'] as const).some((name) => tool(name) === null);
const PERIOD = '6 tháng đầu năm 2024';

/** Set-up beside the office's tabs, a period opened, a figure typed, check, refresh, report: each saves. */
function playStory(path: string): void {
  ensureBuilt();
  const host = openHost({
    workbook: path,
    outDir: join(folder, 'bao-cao'),
    mailDir: join(folder, 'thu'),
    user: '',
    now: DEMO_MOMENT,
  });
  try {
    expect(must(host.ask('set-up', { template: 'gia-luong-2021-2025' })).kept).toContain('Nhập số liệu');
    expect(must(host.ask('open-period', { period: PERIOD })).added).toBeGreaterThan(100);
    const at = host.find({ tab: 'Nhập số liệu', id: 'T1.3', period: PERIOD, header: 'Kết quả nhập tay' });
    if (at === null) throw new Error('the row of T1.3 is there');
    host.type({ ...at, rows: [['95']] });
    must(host.ask('check', {}));
    must(host.ask('refresh', {}));
    must(host.ask('report', { period: PERIOD }));
  } finally {
    host.close();
  }
}

type Played = { readonly before: string; readonly after: string };

/** The story on a copy, so that both files can be looked at. */
function played(before: string): Played {
  const after = join(folder, `sau ${before.split('/').at(-1)}`);
  cpSync(before, after);
  playStory(after);
  return { before, after };
}

function tell(what: string, names: readonly string[], lost: readonly string[]): void {
  process.stdout.write(`${what}: ${names.length} facts checked, ${lost.length} lost\n  ${names.join(' · ')}\n`);
}

const sheetOf = (path: string, part: string): string => partsOf(readFileSync(path)).get(part)?.text ?? '';
/** A sheet part without its cells and the area it claims. */
const frame = (xml: string): string => xml.replace(/<sheetData>.*<\/sheetData>/su, '').replace(/<dimension[^>]*>/u, '');
const cellsOf = (xml: string): ReadonlyMap<string, string> =>
  new Map([...xml.matchAll(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gsu)].map(([whole, at = '']) => [at, whole]));
const isOffices = (at: string): boolean => /^A[A-K]\d/u.test(at) || /^[A-Z]+[1-4]$/u.test(at) || /^[AER]\d/u.test(at);

describe.skipIf(isMissing)('a workbook that an office decorated (needs python3-xlsxwriter, python3-openpyxl, soffice)', () => {
  const path = join(folder, 'Sổ theo dõi.xlsx');

  it('loses nothing through set-up, typing, check, refresh, report and save', () => {
    makeOfficeFile(path);
    const { before, after } = played(path);
    const facts = factsOf(before);
    const lost = lostFacts(facts, factsOf(after));
    tell('XlsxWriter', Object.keys(facts), lost);
    expect(lost).toEqual([]);
    expect(Object.keys(facts).length).toBeGreaterThanOrEqual(100);
  });

  it('keeps every part that had not to change byte for byte, packed as it was', () => {
    const [before, after] = [partsOf(readFileSync(path)), partsOf(readFileSync(join(folder, 'sau Sổ theo dõi.xlsx')))];
    const changed = [...before].filter(([name, { record }]) => after.get(name)?.record !== record).map(([name]) => name);
    // The tab that is ours, the looks it gained, and the lists of what is in the package.
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect([...before.keys()].every((name) => after.has(name))).toBe(true);
  });

  it('has only the cells written that are ours to write, the rest of that sheet as it was', () => {
    const [before, after] = [path, join(folder, 'sau Sổ theo dõi.xlsx')].map((one) => sheetOf(one, 'xl/worksheets/sheet2.xml'));
    // Layout 3's columns, to the right of everything of the office's, are all that its frame gains.
    const gained = /<col [^>]*min="(?:38|39|40|41|42|43)" max="(?:38|39|40|41|42|43)"\/>/gu;
    expect(after?.match(gained)).toHaveLength(6);
    expect(frame(after ?? '').replace(gained, '')).toBe(frame(before ?? ''));
    const [was, is] = [cellsOf(before ?? ''), cellsOf(after ?? '')];
    const touched = [...was].filter(([at, xml]) => is.get(at) !== xml).map(([at]) => at);
    expect(touched.filter(isOffices)).toEqual([]);
    expect(was.size).toBeGreaterThan(80);
    const added = [...is.keys()].filter((at) => !was.has(at) && /^(?:A[A-Z]|[B-Z][A-Z])4$/u.test(at));
    expect(added).toEqual(['AL4', 'AM4', 'AN4', 'AO4', 'AP4', 'AQ4']);
  });

  it('converts in LibreOffice without complaint, with the same values', () => {
    const after = join(folder, 'sau Sổ theo dõi.xlsx');
    expect(shownByLibreOffice(after, 'Theo dõi của VP')).toBe(shownByLibreOffice(path, 'Theo dõi của VP'));
    expect(shownByLibreOffice(after, 'Danh mục')).toBe(shownByLibreOffice(path, 'Danh mục'));
    expect(shownByLibreOffice(after, 'Nhập số liệu')).toContain('việc riêng');
  });

  it('loses nothing when LibreOffice had saved it, with its own prefixes and tables', () => {
    const folderOfOffice = join(folder, 'libreoffice');
    mkdirSync(folderOfOffice);
    const { before, after } = played(savedByLibreOffice(path, folderOfOffice));
    const facts = factsOf(before);
    const lost = lostFacts(facts, factsOf(after));
    tell('LibreOffice', Object.keys(facts), lost);
    expect(lost).toEqual([]);
    expect(Object.keys(facts).length).toBeGreaterThanOrEqual(60);
    expect(shownByLibreOffice(after, DECORATED[0] ?? '')).toBe(shownByLibreOffice(before, DECORATED[0] ?? ''));
  });

  it('keeps its macros, which nothing here runs', () => {
    const macros = join(folder, 'Sổ có macro.xlsm');
    makeOfficeFile(macros);
    const { before, after } = played(macros);
    const facts = factsOf(before);
    expect(facts).toHaveProperty('workbook: macros');
    expect(lostFacts(facts, factsOf(after))).toEqual([]);
    expect(sheetOf(after, '[Content_Types].xml')).toContain('macroEnabled');
  });
});

describe.skipIf(isMissing)('the judge of those facts', () => {
  it('sees what another writer loses on one round trip', () => {
    const [path, saved] = [join(folder, 'Sổ theo dõi.xlsx'), join(folder, 'openpyxl.xlsx')];
    execFileSync(tool('openpyxl') ?? '', ['-W', 'ignore', '-c', ROUND_TRIP, path, saved]);
    const lost = lostFacts(factsOf(path), factsOf(saved));
    process.stdout.write(`openpyxl's own round trip before the same judge: ${lost.length} lost\n`);
    for (const fact of ['rich text', 'sparklines', 'text boxes', 'cached results', 'threaded comments'])
      expect(lost).toContain(`Theo dõi của VP: ${fact}`);
  });
});

const ROUND_TRIP = 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';
