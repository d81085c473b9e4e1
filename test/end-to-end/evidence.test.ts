import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { Calls } from '../../src/app/calls.ts';
import { findByKeys } from '../../src/host/core/look.ts';
import { anOffice, type Office, PERIODS, ROLES } from '../helpers/office.ts';

const ROW = { tab: 'Nhập số liệu', id: 'T2.2', period: PERIODS.open };
const PDF = Buffer.from('%PDF-1.4\nbiên bản').toString('base64');
const DRIVE = 'https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/view';

let office: Office;
afterEach(() => office.remove());

function anOfficeOf(user: string): Office {
  office = anOffice();
  office.host.setUser(user);
  return office;
}

const kept = (): string[] => readdirSync(join(office.folder, 'minh-chung'));
const keep = (over: Partial<Calls['keep-evidence']['request']> = {}) =>
  office.host.ask('keep-evidence', { ...ROW, name: 'bien-ban.pdf', file: PDF, ...over });
const refusalOf = (answer: ReturnType<typeof keep>): string => (answer.ok ? `kept as ${answer.reply.line}` : answer.sentence);

function enter(evidence: string): void {
  const answer = office.host.ask('enter', { ...ROW, values: { 'Tử số': '4', 'Mẫu số': '5', 'Minh chứng': evidence } });
  if (!answer.ok) throw new Error(answer.sentence);
}

function saidOfEvidence(): string[] {
  const answer = office.host.ask('check', {});
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply.problems
    .filter(({ code }) => code.startsWith('evidence-') && code !== 'evidence-missing')
    .map(({ severity, text, at }) => `${severity} ${at?.a1}: ${text}`);
}

describe('a file as evidence', () => {
  it('lies beside the workbook under a safe name that names its row, never over another', () => {
    anOfficeOf(ROLES.official);
    for (const name of [
      'bien-ban.pdf',
      'bien-ban.pdf',
      'C:\\fakepath\\a;b.pdf',
      '../../so.xlsx.pdf',
      'con.pdf',
      'Biên bản họp.PDF',
    ])
      expect(keep({ name })).toMatchObject({ ok: true });
    expect(kept().sort()).toEqual([
      'T2.2 - Biên bản họp.PDF',
      'T2.2 - a,b.pdf',
      'T2.2 - bien-ban (2).pdf',
      'T2.2 - bien-ban.pdf',
      'T2.2 - con.pdf',
      'T2.2 - so.xlsx.pdf',
    ]);
    expect(readFileSync(join(office.folder, 'minh-chung', 'T2.2 - bien-ban.pdf'), 'utf8')).toBe('%PDF-1.4\nbiên bản');
  });

  it('is refused where its kind is not one of proof, its content is another than its name says, or it is too large', () => {
    anOfficeOf(ROLES.official);
    expect(refusalOf(keep({ name: 'trang.html' }))).toContain('Loại tệp này không nhận');
    expect(refusalOf(keep({ name: 'hinh.svg' }))).toContain('Loại tệp này không nhận');
    expect(refusalOf(keep({ name: 'khong-duoi' }))).toContain('Loại tệp này không nhận');
    expect(refusalOf(keep({ file: Buffer.from('<script>').toString('base64') }))).toContain('không đúng với đuôi tên tệp');
    expect(refusalOf(keep({ file: '' }))).toContain('không đúng với đuôi tên tệp');
    expect(refusalOf(keep({ file: Buffer.alloc(6_000_001, '%PDF-').toString('base64') }))).toContain('lớn hơn 6 MB');
    expect(() => kept()).toThrow();
  });

  it('is kept for who may type into the row, and for nobody else', () => {
    anOfficeOf(ROLES.editor);
    expect(refusalOf(keep())).toContain('chủ trì');
    office.host.setUser(ROLES.clerk);
    expect(keep()).toMatchObject({ ok: true });
    expect(refusalOf(keep({ id: 'T9.9' }))).toContain('Không có dòng');
  });

  it('is missed at its cell once it is gone, and is there again when it is back', () => {
    anOfficeOf(ROLES.official);
    const answer = keep();
    if (!answer.ok) throw new Error(answer.sentence);
    enter(`Biên bản\n${answer.reply.line}`);
    expect(saidOfEvidence()).toEqual([]);
    const file = join(office.folder, answer.reply.line);
    const bytes = readFileSync(file);
    rmSync(file);
    expect(saidOfEvidence()).toEqual([
      expect.stringMatching(/^review Nhập số liệu!S\d+: T2\.2: không thấy tệp «minh-chung\/T2\.2 - bien-ban\.pdf» cạnh sổ/u),
    ]);
    const mine = office.host.ask('my-rows', { role: '' });
    expect(mine).toMatchObject({ ok: true, reply: { files: { [answer.reply.line]: '' } } });
    writeFileSync(file, bytes);
    expect(saidOfEvidence()).toEqual([]);
    expect(office.host.ask('my-rows', { role: '' })).toMatchObject({
      ok: true,
      reply: { files: { [answer.reply.line]: pathToFileURL(file).href } },
    });
  });

  it('counts in a folder of the folder and in other signs for the same letters, and not behind a link that leads out', () => {
    anOfficeOf(ROLES.official);
    mkdirSync(join(office.folder, 'minh-chung', '2024'), { recursive: true });
    writeFileSync(join(office.folder, 'minh-chung', '2024', 'biên bản.pdf'.normalize('NFD')), '%PDF');
    symlinkSync(join(office.folder, 'so.xlsx'), join(office.folder, 'minh-chung', 'so.pdf'));
    enter('minh-chung/2024/biên bản.pdf');
    expect(saidOfEvidence()).toEqual([]);
    enter('minh-chung/so.pdf');
    expect(saidOfEvidence()).toHaveLength(1);
    enter('minh-chung/2024');
    expect(saidOfEvidence()).toHaveLength(1);
  });

  it('is told at once, in the form and at the cell, where a link cannot be opened, with its mend where that is plain', () => {
    anOfficeOf(ROLES.official);
    const at = office.host.find({ tab: ROW.tab, id: ROW.id, period: ROW.period, header: 'Minh chứng' });
    if (at === null) throw new Error('no cell');
    office.host.type({ ...at, rows: [['drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/view']] });
    expect(office.shown().at(-1)).toContain('thiếu phần https');
    const answer = office.host.ask('check', {});
    if (!answer.ok) throw new Error(answer.sentence);
    const [problem] = answer.reply.problems.filter(({ code }) => code === 'evidence-link-broken');
    expect(problem?.mend?.values).toEqual({ 'Minh chứng': DRIVE });
    if (problem?.mend !== undefined) expect(office.host.ask('enter', problem.mend)).toMatchObject({ ok: true });
    expect(saidOfEvidence()).toEqual([]);
  });
});

describe('the list of evidence in the report', () => {
  const textOfReport = (): string => {
    const made = office.files().find((name) => name.startsWith('Báo cáo') && name.endsWith('.docx'));
    if (made === undefined) throw new Error('no report');
    const parts = unzipSync(readFileSync(join(office.folder, 'bao-cao', made)));
    return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/gu, '');
  };

  it('is an annex where the office wants it, with documents, files by their names and links, and no link in the text itself', () => {
    anOfficeOf(ROLES.clerk);
    const file = keep();
    if (!file.ok) throw new Error(file.sentence);
    enter(`Báo cáo số 12/BC-UBND ngày 05/6/2024\n${file.reply.line}\n${DRIVE}`);
    expect(office.host.ask('report', { period: PERIODS.open })).toMatchObject({ ok: true });
    expect(textOfReport()).not.toContain('MINH CHỨNG');
    expect(textOfReport()).not.toContain('drive.google.com');
    rmSync(join(office.folder, 'bao-cao'), { recursive: true });
    const keys = { 'Nội dung': 'In danh mục minh chứng kèm báo cáo (có / không)' };
    const setting = findByKeys(office.host.model, { tab: 'Thông tin chung', header: 'Giá trị', keys });
    if (setting === null) throw new Error('no setting');
    office.host.type({ ...setting, rows: [['có']] });
    expect(office.host.ask('report', { period: PERIODS.open })).toMatchObject({ ok: true });
    const [, annex = ''] = textOfReport().split('DANH MỤC TÀI LIỆU MINH CHỨNG');
    expect(annex).toContain(`Báo cáo số 12/BC-UBND ngày 05/6/2024; T2.2 - bien-ban.pdf; ${DRIVE}`);
    expect(annex).not.toContain('minh-chung/');
  });
});
