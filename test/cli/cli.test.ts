import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSheet } from '../../src/xlsx/areas.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { ensureBuilt } from '../helpers/built.ts';

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-cli-'));
  writeFileSync(join(folder, 'hong.xlsx'), 'day khong phai la so');
  writeFileSync(join(folder, 'trong.xlsx'), saveXlsx(null, { sheets: [newSheet(1, 'Trang khác')] }));
  const set = cli('setup', 'so.xlsx', '--today', '2024-01-05');
  expect(set.err).toBe('');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cli(...args: readonly string[]) {
  const { TZ: _, ...env } = process.env;
  const done = spawnSync(process.execPath, [resolve('build/cli.mjs'), ...args], { cwd: folder, env, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('wrong use ends with 2 and one sentence', () => {
  it.each([
    [[], 'Chưa cho biết lệnh cần chạy'],
    [['dance', 'so.xlsx'], 'Không có lệnh «dance»'],
    [['check'], 'Chưa cho biết tệp sổ'],
    [['check', 'so.xlsx', 'thua'], 'Không hiểu «thua»'],
    [['check', 'so.xlsx', '--nhanh'], 'Tùy chọn không đúng: --nhanh'],
    [['check', 'so.xlsx', '--today', '31/02/2024'], '«31/02/2024» không phải là ngày'],
    [['check', 'khong-co.xlsx'], 'Không tìm thấy tệp'],
    [['check', 'hong.xlsx'], 'tệp hỏng hoặc không phải sổ Excel'],
    [['check', 'so.ods'], 'không có đuôi .xlsx'],
    [['report', 'so.xlsx'], 'Chưa cho biết kỳ báo cáo'],
    [['open-period', 'so.xlsx', '--period', 'Quý IX 2024'], 'Quý IX 2024'],
    [['report', 'so.xlsx', '--period', 'Quý IX 2024'], 'Quý IX 2024'],
  ])('%j', (args, sentence) => {
    const { code, out, err } = cli(...args);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('the verbs', () => {
  it('explain themselves', () => {
    const { code, out, err } = cli('--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Ví dụ:');
  });

  it('run the day’s work, which mails nothing before a period was closed', () => {
    const { code, out, err } = cli('daily', 'so.xlsx', '--today', '2024-01-05');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('Lượt chạy hằng ngày đã xong.\nChưa chốt kỳ nào nên chưa gửi thư; dùng --preview để xem trước.\n');
  });

  it('set up a workbook and open a period in it', () => {
    const opened = cli('open-period', 'so.xlsx', '--period', 'Quý I 2024', '--today', '2024-01-05');
    expect(opened.err).toBe('');
    expect(opened.code).toBe(0);
    expect(opened.out).toMatch(/Đã mở kỳ «Quý I 2024»: thêm \d+ dòng/u);
    expect(existsSync(join(folder, 'so.xlsx.cchc.json'))).toBe(true);
  });

  it('check a workbook without our tabs, name them, and end with 1', () => {
    const { code, out } = cli('check', 'trong.xlsx');
    expect(out).toContain('Phải sửa');
    expect(out).toContain('Kế hoạch - Chỉ tiêu');
    expect(code).toBe(1);
  });

  it('take over a column that is nearly ours after --agree có, and tell first', () => {
    const path = join(folder, 'rieng.xlsx');
    const model = readXlsx(readFileSync(join(folder, 'so.xlsx')));
    const line = model.sheets.find(({ name }) => name === 'Nhập số liệu')?.cells.get(2);
    const [column, cell] = [...(line ?? [])].find(([, { value }]) => value === 'Tử số') ?? [0, undefined];
    if (cell === undefined) throw new Error('the header is there');
    line?.set(column, { ...cell, value: 'Tử số (hồ sơ)' });
    writeFileSync(path, saveXlsx(readFileSync(join(folder, 'so.xlsx')), model));
    const shown = cli('adopt', 'rieng.xlsx');
    expect(shown).toMatchObject({ code: 1, err: '' });
    expect(shown.out).toContain('Nhập số liệu!J2: cột «Tử số (hồ sơ)» dùng làm cột «Tử số»');
    expect(shown.out).toContain('--agree có');
    expect(cli('adopt', 'rieng.xlsx', '--agree', 'gì đó')).toMatchObject({ code: 2, out: '' });
    expect(cli('adopt', 'rieng.xlsx', '--agree', 'có')).toMatchObject({ code: 0, err: '' });
    expect(cli('adopt', 'rieng.xlsx').out).toContain('Không có trang, cột nào gần giống mà chưa nhận');
  });

  it('refresh and preview the mail without sending anything', () => {
    expect(cli('refresh', 'so.xlsx', '--today', '2024-01-05')).toMatchObject({ code: 0, err: '' });
    expect(cli('mail', 'so.xlsx', '--preview', '--today', '2024-01-05')).toMatchObject({ err: '' });
    expect(existsSync(join(folder, 'thu'))).toBe(false);
  });
});
