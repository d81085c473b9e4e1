import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../helpers/built.ts';

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-registers-'));
  expect(cli('setup').err).toBe('');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cli(verb: string, ...args: readonly string[]) {
  const { TZ: _, ...env } = process.env;
  const all = [resolve('build/cli.mjs'), verb, 'so.xlsx', ...args, '--today', '2024-06-20'];
  const done = spawnSync(process.execPath, all, { cwd: folder, env, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('the registers on the command line', () => {
  it('are not there before something is written into them, and listing one says how to begin', () => {
    for (const verb of ['findings', 'surveys', 'scores'])
      expect(cli(verb)).toMatchObject({ code: 0, out: expect.stringContaining('--values') });
  });

  it('take a finding, list it, and take its mending', () => {
    const values = 'Tồn tại, kiến nghị=Niêm yết thiếu; Ngày kiểm tra=6/5/2024; Hạn khắc phục=10/6/2024';
    expect(cli('findings', '--values', values).err).toBe('');
    expect(cli('findings').out).toContain('KN-01: Niêm yết thiếu');
    expect(cli('findings', '--id', 'KN-01', '--values', 'Ngày khắc phục xong=12/6/2024; Minh chứng=BB 12').err).toBe('');
    expect(cli('findings').out).toContain('12/6/2024');
    expect(cli('findings', '--id', 'KN-77', '--values', 'Ghi chú=x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('KN-77'),
    });
  });

  it('count the answers of a form’s export', () => {
    writeFileSync(join(folder, 'tra-loi.csv'), 'Thái độ?\nRất hài lòng\nHài lòng\nBình thường\n');
    const about = ['--title', 'Đợt 1', '--due', '31/05/2024', '--minimum', '50', '--id', 'T1.4'];
    expect(cli('surveys', 'tra-loi.csv', ...about).err).toBe('');
    expect(cli('surveys').out).toMatch(/KS-01: Đợt 1.*03 phiếu/u);
  });

  it('lay the criteria of a set, take a score, and make the sheet to sign', () => {
    expect(cli('scores', '--plan', 'xa-2025', '--years', '2024').err).toBe('');
    expect(cli('scores', '--id', '1.5|2024', '--values', 'Kết quả=2; Minh chứng=QĐ 3').err).toBe('');
    expect(cli('scores').out).toMatch(/Năm 2024: tự chấm 2\//u);
    expect(cli('score-sheet')).toMatchObject({ code: 2, err: expect.stringContaining('--years') });
    expect(cli('score-sheet', '--years', '2024').out).toContain('Bảng tự chấm điểm');
    expect(
      readdirSync(join(folder, 'bao-cao')).filter((name) => /^(?:Bảng tự chấm điểm|Bang tu cham diem)/u.test(name)),
    ).toHaveLength(2);
  });
});
