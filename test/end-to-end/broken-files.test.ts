import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSheet } from '../../src/xlsx/areas.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, rezip, unzip } from '../../src/xlsx/zip.ts';
import { ensureBuilt } from '../helpers/built.ts';

let folder = '';
beforeAll(ensureBuilt);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function cli(...args: readonly string[]) {
  const { TZ: _, SMTP_URL: __, ...env } = process.env;
  const done = spawnSync(process.execPath, [resolve('build/cli.mjs'), ...args], { cwd: folder, env, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const good = saveXlsx(null, { sheets: [newSheet(1, 'Trang tính1')] });
const SHEET = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const withPart = (name: string, text: string | null): Uint8Array =>
  rezip(openZip(good), new Map([[name, text === null ? null : Buffer.from(text)]]));
const old = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2);

describe('a file that cannot be used is reported in one sentence with the fix, and is left as it is', () => {
  it.each([
    ['of plain text', Buffer.from('không phải sổ'), 'tệp hỏng hoặc không phải sổ Excel'],
    ['cut in half', cut(good), 'tệp hỏng hoặc không phải sổ Excel'],
    ['with a password', old('EncryptedPackage'), 'có đặt mật khẩu mở tệp'],
    ['of an old Excel', old('Workbook'), 'là tệp Excel đời cũ (.xls) dù có đuôi .xlsx'],
    ['without a workbook inside', withPart('_rels/.rels', null), 'không chứa bảng tính nào'],
    ['without one of its parts', withPart(SHEET, null), 'bị thiếu phần'],
    ['with a document type', withPart(SHEET, `<!DOCTYPE x><worksheet xmlns="${MAIN}"/>`), 'khai báo không an toàn'],
    ['blown up', withPart('xl/media/a.bin', '0'.repeat(30_000_000)), 'quá lớn so với một cuốn sổ'],
  ])('%s', (_, bytes, said) => {
    writeFileSync(join(folder, 'so.xlsx'), bytes);
    const { code, out, err } = cli('check', 'so.xlsx');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('so.xlsx»');
    expect(err).toContain(said);
    expect(err).toContain('Đề nghị');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(join(folder, 'so.xlsx')).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['so.xlsx']);
  });

  it('with rows out of order, as soon as it is to be written to', () => {
    cli('setup', 'so.xlsx', '--today', '2024-01-05');
    const zip = openZip(readFileSync(join(folder, 'so.xlsx')));
    const part = 'xl/worksheets/sheet2.xml';
    const xml = Buffer.from(unzip(zip, part) ?? []).toString('utf8');
    const bytes = rezip(zip, new Map([[part, Buffer.from(xml.replace(/(<row .*?<\/row>)(<row .*?<\/row>)/su, '$2$1'))]]));
    writeFileSync(join(folder, 'so.xlsx'), bytes);
    const { code, err } = cli('refresh', 'so.xlsx', '--today', '2025-01-05');
    expect(code).toBe(2);
    expect(err).toContain('các dòng bên trong tệp không theo thứ tự');
    expect(readFileSync(join(folder, 'so.xlsx')).equals(bytes)).toBe(true);
  });
});

describe('a workbook held', () => {
  it.each([
    {
      who: 'another run of ours',
      lock: '~cchc-so.xlsx.lock',
      bytes: Buffer.from(String(process.pid)),
      said: 'một phiên khác của Sổ CCHC',
    },
    {
      who: 'Excel',
      lock: '~$so.xlsx',
      bytes: Buffer.from([3, 0x4c, 0x61, 0x6e]),
      said: 'đang mở trong Microsoft Excel (người mở: Lan)',
    },
    {
      who: 'LibreOffice',
      lock: '.~lock.so.xlsx#',
      bytes: Buffer.from('Lan,lan,may-1,20.06.2024 08:00,file;'),
      said: 'LibreOffice (người mở: Lan, may-1)',
    },
  ])('by $who is not touched', ({ lock, bytes, said }) => {
    writeFileSync(join(folder, 'so.xlsx'), good);
    writeFileSync(join(folder, lock), bytes);
    const { code, out, err } = cli('refresh', 'so.xlsx');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err).toContain('Đề nghị đóng');
    expect(readFileSync(join(folder, 'so.xlsx')).equals(good)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([lock, 'so.xlsx'].sort());
  });
});

describe('places', () => {
  it('where nothing can be made are told', () => {
    writeFileSync(join(folder, 'tep'), '');
    const { code, err } = cli('setup', 'tep/so.xlsx');
    expect(code).toBe(2);
    expect(err).toContain('Không ghi được tệp');
    expect(err).toContain('Đề nghị kiểm tra quyền ghi');
  });

  it('may have spaces and Vietnamese letters in their names, composed or not', () => {
    for (const name of ['Sổ theo dõi CCHC', 'Sổ tháng sáu'.normalize('NFD')]) {
      mkdirSync(join(folder, name));
      const path = join(name, 'sổ năm 2024 (bản 1).xlsx');
      expect(cli('setup', path)).toMatchObject({ code: 0, err: '' });
      expect(cli('open-period', path, '--period', 'Quý I 2024', '--today', '05/01/2024')).toMatchObject({ code: 0, err: '' });
      const made = cli('report', path, '--period', 'quý i 2024', '--today', '18/03/2024');
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(readdirSync(join(folder, name)).sort()).toContain('bao-cao');
    }
  });

  it('for the report that cannot be written are told, and the workbook keeps no record of a report', () => {
    writeFileSync(join(folder, 'tep'), '');
    cli('setup', 'so.xlsx');
    cli('open-period', 'so.xlsx', '--period', 'Quý I 2024', '--today', '05/01/2024');
    const before = readFileSync(join(folder, 'so.xlsx'));
    const { code, err } = cli('report', 'so.xlsx', '--period', 'Quý I 2024', '--today', '18/03/2024', '--out', 'tep');
    expect(code).toBe(2);
    expect(err.trim()).toMatch(/Đề nghị/u);
    expect(readFileSync(join(folder, 'so.xlsx')).equals(before)).toBe(true);
  });
});
