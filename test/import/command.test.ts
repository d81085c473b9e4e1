import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPlan } from '../../src/domain/import/import-plan.ts';
import type { ImportedRow } from '../../src/domain/import/row.ts';
import { readPdf } from '../../src/host/pdf-in/read-pdf.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { converted } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';
import { makeDocx } from './made/docx.ts';
import { knownRows, planIn, unproved } from './made/known.ts';
import { YEAR_PLAN } from './made/plan.ts';
import { type Score, scoreRows, scoreTable, worstOf } from './made/score.ts';
import { type Build, documentOf, LISTS } from './made/structures.ts';
import { makeXlsx } from './made/xlsx.ts';

const BUILD: Build = {
  numbering: 'typed',
  parts: 'letters',
  bullets: 'dash',
  tasks: 'both',
  by: 'plan',
  cells: 'plain',
  headers: 'usual',
};
const PLAN = makeDocx(documentOf(YEAR_PLAN, BUILD), {}, LISTS);

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-import-'));
  writeFileSync(join(folder, 'ke-hoach.docx'), PLAN);
  writeFileSync(join(folder, 'cu.doc'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
  writeFileSync(
    join(folder, 'bai-viet.txt'),
    'Tin tức\n\nXã đã ban hành Kế hoạch năm 2026.\n\nTheo đó, kế hoạch nêu rõ 98% hồ sơ đúng hạn.\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cli(...args: readonly string[]) {
  const done = spawnSync(process.execPath, [resolve('build/cli.mjs'), 'import', ...args], { cwd: folder, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('the command «import»', () => {
  it('tells what it found, and what a person should look at', () => {
    const { code, out, err } = cli('ke-hoach.docx');
    expect(err).toBe('');
    expect(out).toContain('Chỉ tiêu: 20 (2 không có số) · Nhiệm vụ: 13 (7 phần của bảng)');
    expect(out).toContain('– Cải cách thể chế: 3 chỉ tiêu, 2 nhiệm vụ');
    // The made plan cites another plan with «12 nhiệm vụ», which are not its own.
    expect(out).not.toContain('Văn bản nêu');
    expect(code).toBe(0);
  });

  it('writes the rows with the keys that its readers know', () => {
    cli('ke-hoach.docx', '--json', 'ra.json');
    const rows: Record<string, unknown>[] = JSON.parse(readFileSync(join(folder, 'ra.json'), 'utf8'));
    expect(rows).toHaveLength(33);
    expect(rows.map((row) => Object.keys(row).join())).toEqual(
      rows.map(
        () =>
          'kind,field,text,passage,at,op,target_from,target_to,unit,years,mood,exception,deadline,deadline_kind,due,lead,with,product',
      ),
    );
    expect(JSON.parse(cli('ke-hoach.docx', '--json', '-').out)).toEqual(rows);
  });

  it('writes the rows into a workbook once, keeps a copy before, and takes them back', () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [resolve('build/cli.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
    run('setup', 'so.xlsx', '--plan', 'blank', '--unit', 'UBND xã Mẫu', '--years', '2026-2030', '--periods', 'none');
    const first = cli('ke-hoach.docx', '--into', 'so.xlsx');
    expect(first.err).toBe('');
    expect(first.out).toContain('Kế hoạch - Chỉ tiêu: 20 dòng, CT-01 đến CT-20');
    expect(first.out).toContain('Kế hoạch - Nhiệm vụ: 13 dòng, NV-01 đến NV-13');
    expect(first.out).toContain('trước khi đưa kế hoạch vào');
    expect(cli('ke-hoach.docx', '--into', 'so.xlsx').out).toContain('Đã có trong sổ, không ghi lại: 33 dòng');
    expect(run('undo', 'so.xlsx').stdout).toContain('Đưa kế hoạch vào sổ');
    expect(cli('ke-hoach.docx', '--into', 'so.xlsx').out).toContain('NV-01 đến NV-13');
    expect(cli('ke-hoach.docx', '--into', 'so.xlsx', '--plan', 'KH-99')).toMatchObject({ code: 2, out: '' });
  }, 300_000);

  it('sets a workbook up from the document: its office, its years, its rows', () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [resolve('build/cli.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
    const made = run('setup', 'moi.xlsx', '--plan', 'ke-hoach.docx', '--periods', 'cchc');
    expect(made.stderr).toBe('');
    expect(made.stdout).toContain('Kế hoạch - Chỉ tiêu: 20 dòng, CT-01 đến CT-20');
    expect(run('open-period', 'moi.xlsx', '--period', 'Quý I 2026').stdout).toContain('Quý I 2026');
    expect(cli('ke-hoach.docx', '--into', 'moi.xlsx').out).toContain('Đã có trong sổ, không ghi lại: 33 dòng');
    expect(run('setup', 'khong.xlsx', '--plan', 'bai-viet.txt')).toMatchObject({ status: 2, stdout: '' });
    expect(existsSync(join(folder, 'khong.xlsx'))).toBe(false);
  }, 300_000);

  it.each([
    [[], 'Chưa nêu tệp kế hoạch'],
    [['khong-co.docx'], 'Không tìm thấy tệp'],
    [['cu.doc'], 'Lưu thành .docx'],
    [['bai-viet.txt'], 'bài viết về kế hoạch'],
  ])('refuses %j with the next step', (args, sentence) => {
    const { code, out, err } = cli(...args);
    expect(err).toContain(sentence);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('a matrix in a workbook', () => {
  const rows = [
    ['KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026'],
    [],
    ['TT', 'Nội dung công việc', 'Kết quả đầu ra', 'Tiến độ', 'Đơn vị chủ trì', 'Phối hợp'],
    ['I', 'CẢI CÁCH THỂ CHẾ'],
    [1, 'Rà soát văn bản', 'Báo cáo', { day: 46_341 }, 'Văn phòng', 'Phòng Kinh tế'],
    [2, 'Góp ý dự thảo', 'Văn bản', 'Khi có yêu cầu', 'Văn phòng', ''],
  ];

  it('is read by its headers, its days as days', () => {
    const { rows: found, facts } = planIn(makeXlsx({ 'Khung KH': rows }));
    expect(facts.years).toEqual({ from: 2026, to: 2026 });
    expect(found).toMatchObject([
      {
        field: 'CẢI CÁCH THỂ CHẾ',
        text: 'Rà soát văn bản',
        deadline: '15/11/2026',
        deadline_kind: 'date',
        due: '2026-11-15',
        lead: 'Văn phòng',
        with: 'Phòng Kinh tế',
        at: "'Khung KH'!B5",
      },
      { text: 'Góp ý dự thảo', deadline_kind: 'event', due: null, with: null },
    ]);
    expect(found.flatMap(unproved)).toEqual([]);
  });

  it('gives targets by year', () => {
    const targets = [
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2026', 'Năm 2027', 'Giai đoạn 2028 - 2030'],
      [1, 'Hồ sơ đúng hạn', '%', 98, 98.5, 99],
      [2, 'Chỉ số cải cách hành chính', 'Xếp loại', 'Tốt trở lên', 'Tốt trở lên', 'Xuất sắc'],
    ];
    expect(planIn(makeXlsx({ 'Chỉ tiêu': targets })).rows).toMatchObject([
      {
        kind: 'indicator',
        text: 'Hồ sơ đúng hạn',
        target_from: 98,
        unit: '%',
        years: { 2026: 98, 2027: 98.5, 2028: 99, 2029: 99, 2030: 99 },
      },
      { kind: 'indicator', text: 'Chỉ số cải cách hành chính' },
    ]);
  });
});

describe('a PDF on this machine', () => {
  const score: Score = new Map();
  const rowsIn = async (bytes: Uint8Array): Promise<readonly ImportedRow[]> => {
    const read = await readPdf(bytes, () => undefined);
    if (!read.ok) throw new Error(read.fault);
    const result = importPlan(read.document);
    if (!result.ok) throw new Error(result.why);
    return result.plan.rows;
  };

  it.each(['true', 'false'])('tagged %s: gives the same rows as the document that it was made from', async (tagged) => {
    const soffice = tool('soffice');
    if (soffice === null) return;
    const builds: readonly Build[] = [
      BUILD,
      { ...BUILD, cells: 'merged', headers: 'two-rows', numbering: 'automatic', bullets: 'automatic' },
      { ...BUILD, tasks: 'bullets' },
    ];
    const files = new Map(builds.map((build, at) => [`ke-hoach-${at}.docx`, makeDocx(documentOf(YEAR_PLAN, build), {}, LISTS)]));
    const made = converted(soffice, files, `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`);
    const told: string[] = [];
    for (const [at, build] of builds.entries()) {
      const rows = await rowsIn(made.get(`ke-hoach-${at}.pdf`) ?? new Uint8Array());
      told.push(...scoreRows(score, knownRows(YEAR_PLAN, build), rows));
      expect(rows.flatMap(unproved)).toEqual([]);
      expect(rows.filter(({ due, deadline }) => due !== null && deadline === null)).toEqual([]);
    }
    process.stdout.write(`import: PDF, tagged ${tagged}\n${scoreTable(score)}\n${told.slice(0, 10).join('\n')}\n`);
    expect(worstOf(score)).toBeGreaterThanOrEqual(0.95);
  });

  it('is refused when it is broken', async () => {
    expect(await readPdf(new TextEncoder().encode('%PDF-1.7 nothing'), () => undefined)).toEqual({ ok: false, fault: 'broken' });
  });
});
