import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfBeside } from '../../src/cli/pdf.ts';
import { findLibreOffice } from '../../src/host/core/libre-office.ts';
import { toDocx } from '../../src/paper/docx/engine.ts';
import { PDF_SENTENCES } from '../../src/words/host/local.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { aReport } from '../paper/report-facts.ts';

let folder: string;
let docx: string;
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-pdf-test-'));
  docx = join(folder, 'Báo cáo (dự thảo 1).docx');
  writeFileSync(docx, toDocx(sayReport(aReport())));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a report as PDF on this machine', () => {
  it('stands beside the .docx, which stays as it was', () => {
    const soffice = tool('soffice');
    if (soffice === null) return;
    const before = readFileSync(docx);
    const path = docx.replace('.docx', '.pdf');
    expect(pdfBeside(docx, soffice)).toBe(PDF_SENTENCES.made(path));
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(docx).equals(before)).toBe(true);
  }, 600_000);

  it('is said plainly to need LibreOffice where there is none', () => {
    expect(pdfBeside(docx, null)).toContain('chưa cài LibreOffice');
  });

  it('is said to have failed when LibreOffice does not answer as it should', () => {
    expect(pdfBeside(docx, process.execPath)).toBe(PDF_SENTENCES.failed);
  });

  const WINDOWS = 'C:\\Program Files\\LibreOffice\\program\\soffice.exe';
  it.each([
    { where: 'the usual place', named: undefined, there: ['/usr/bin/soffice'], found: '/usr/bin/soffice' },
    { where: 'another usual place', named: undefined, there: [WINDOWS], found: WINDOWS },
    { where: 'the place that SOFFICE names', named: '/opt/lo', there: ['/opt/lo', '/usr/bin/soffice'], found: '/opt/lo' },
    { where: 'no other when SOFFICE names one that is not there', named: '/opt/none', there: ['/usr/bin/soffice'], found: null },
    { where: 'nowhere', named: undefined, there: [''], found: null },
  ])('looks for it in $where', ({ named, there, found }) => {
    expect(findLibreOffice(named, (path) => there.includes(path))).toBe(found);
  });
});
