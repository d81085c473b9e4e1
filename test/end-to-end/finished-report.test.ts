import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUN_VERB } from '../../src/cli/verbs.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { openDocx, spliced, spotsIn } from '../helpers/edit-docx.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';
import { converted } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

/** The bundle itself, over a real workbook: the report is made, edited by hand, saved by another program, and compared. */
const SAMPLE = 'so-cchc.xlsx';
let folder: string;
let host: HostAtWork;
let report: string;
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-'));
  sampleWorkbook(folder, SAMPLE);
  const made = join(folder, 'bao-cao');
  host = aHost({ workbook: join(folder, SAMPLE), create: false, outDir: made });
  expect(host.ask('report', { period: DEMO_PERIOD })).toMatchObject({ ok: true });
  report = join(made, readdirSync(made).find((name) => name.startsWith('Báo cáo')) ?? '');
});
afterAll(() => {
  host.remove();
  rmSync(folder, { recursive: true, force: true });
});

const compare = (bytes: Uint8Array) => {
  const answer = host.ask('reconcile', { file: Buffer.from(bytes).toString('base64'), period: '', keep: false });
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply;
};

describe('a finished report through other hands', { timeout: 120_000 }, () => {
  it('agrees with the workbook as it was made', () => {
    expect(compare(readFileSync(report))).toMatchObject({ period: DEMO_PERIOD, version: 1, findings: [] });
  });

  it('edited by hand and saved by LibreOffice, names the one cell of the figure that was typed over', () => {
    const soffice = tool('soffice');
    if (soffice === null) return;
    const docx = openDocx(readFileSync(report));
    const spot = spotsIn(docx).find(({ source, text }) => source?.field === 'numerator' && /^\d{3}$/u.test(text));
    if (spot === undefined || spot.source === null) throw new Error('no numerator is printed');
    const edited = docx.save(spliced(docx.xml, spot, '777'));
    const saved = converted(soffice, new Map([['sua.docx', edited]]), 'docx:MS Word 2007 XML').get('sua.docx');
    const { findings } = compare(saved ?? new Uint8Array());
    expect(findings).toHaveLength(1);
    const place = host.find({ tab: 'Nhập số liệu', id: spot.source.id, period: DEMO_PERIOD, header: 'Tử số' });
    expect(findings[0]).toMatchObject({
      code: 'typed-over',
      at: { tab: 'Nhập số liệu', row: place?.row, column: place?.column },
    });
    expect(findings[0]?.text).toContain('«777»');
  });

  it('brings a sentence back into its cell when the clerk agrees, once, and can be undone', () => {
    const docx = openDocx(readFileSync(report));
    const spot = spotsIn(docx).find(({ source, text }) => source?.of === 'narrative' && text.length > 40);
    if (spot === undefined) throw new Error('no narrative is printed');
    const { findings } = compare(docx.save(spliced(docx.xml, spot, `${spot.text} Chủ tịch UBND xã đã chỉ đạo khắc phục.`)));
    expect(findings.map(({ code }) => code)).toEqual(['reworded']);
    const offer = findings[0]?.bringBack ?? null;
    if (offer === null) throw new Error('nothing is offered');
    expect(host.ask('bring-back', offer)).toMatchObject({ ok: true, reply: { at: { tab: 'Nội dung báo cáo' } } });
    const again = compare(docx.save(spliced(docx.xml, spot, `${spot.text} Chủ tịch UBND xã đã chỉ đạo khắc phục.`)));
    expect(again.findings).toEqual([]);
    expect(host.ask('bring-back', { ...offer, before: 'khác', after: 'khác nữa' })).toMatchObject({ ok: false });
    const preview = host.ask('undo-preview', {});
    const of = preview.ok ? (preview.reply?.of ?? '') : '';
    expect(host.ask('undo', { of })).toMatchObject({ ok: true });
    expect(compare(readFileSync(report)).findings).toEqual([]);
  });

  it('is compared by the command line too, and what is found is exit code 1', () => {
    const docx = openDocx(readFileSync(report));
    const none = { role: '', reason: '', ids: '', cell: '', tab: '', values: '' };
    const wanted = { ...none, period: null, setUp: { template: '' }, preview: false, pdf: false, keep: true, file: report };
    expect(RUN_VERB.reconcile(host, wanted)).toMatchObject({ problems: false });
    const file = report.replace('.docx', ' sua.docx');
    writeFileSync(file, docx.save(docx.xml.replace('Trên đây là', 'Trên đây 99 là')));
    const said = RUN_VERB.reconcile(host, { ...wanted, file });
    expect(said.problems).toBe(true);
    expect(said.lines.join('\n')).toContain('số 99 không có nguồn');
    expect(said.lines.join('\n')).toContain('Phiếu rà soát - đối chiếu báo cáo');
  });

  it('names a file that is no document, and one of another paper', () => {
    const file = (bytes: Uint8Array) =>
      host.ask('reconcile', { file: Buffer.from(bytes).toString('base64'), period: '', keep: false });
    expect(file(new Uint8Array(700))).toMatchObject({ ok: false, sentence: expect.stringContaining('không phải văn bản Word') });
    const other = openDocx(readFileSync(report)).save(
      '<w:document><w:body><w:p><w:r><w:t>Giấy mời họp</w:t></w:r></w:p></w:body></w:document>',
    );
    expect(file(other)).toMatchObject({ ok: false, sentence: expect.stringContaining('không giống báo cáo') });
    expect(host.ask('reconcile', { file: '***', period: '', keep: false })).toMatchObject({ ok: false });
  });
});
