import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollOverIn } from '../../src/cli/roll-over.ts';
import { setUpIn } from '../../src/cli/set-up.ts';
import { bookOf } from '../../src/host/core/office.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { ensureBuilt } from '../helpers/built.ts';

const optionsOf = (given: Readonly<Record<string, string>>) => (option: string) => given[option] ?? null;

describe('the options of set-up', () => {
  it('say the plan, the office, its years, posts and calendar', () => {
    const options = { plan: 'blank', unit: 'UBND phường Bình Yên', since: '01/07/2025', years: '2026-2028', periods: 'monthly' };
    expect(setUpIn(optionsOf({ ...options, to: 'UBND tỉnh', posts: '2025', keeper: 'Phòng Văn hóa – Xã hội' }))).toEqual({
      ...{ template: 'blank', unit: 'UBND phường Bình Yên', since: '01/07/2025', years: [2026, 2027, 2028], periods: 'monthly' },
      ...{ addressees: 'UBND tỉnh', posts: 'posts-2025', keeper: 'Phòng Văn hóa – Xã hội' },
    });
    expect(setUpIn(optionsOf({}))).toEqual({ template: 'gia-luong-2021-2025' });
  });

  it.each([
    [{ years: '2030-2026' }, '2030-2026'],
    [{ years: 'năm sau' }, 'năm sau'],
    [{ periods: 'weekly' }, '--periods template|cchc|monthly|none'],
    [{ posts: '1999' }, '--posts'],
  ])('refuse %j with what is meant', (given, sentence) => {
    expect(() => setUpIn(optionsOf(given))).toThrow(sentence);
  });
});

describe('the options of a roll-over', () => {
  const wish = (given: Readonly<Record<string, string>>) =>
    rollOverIn({ text: optionsOf(given), on: (name) => name === 'levels' });

  it('say what becomes of each row, in the words of the screen or short ones', () => {
    const { rows, plan, levels, baselines, periods } = wish({
      ...{ plan: 'KH2', years: '2026-2030' },
      map: 'A1=bỏ; A2=gộp A3; A4=Gộp vào A3; A5=đổi tên Tên khác; A6=là CT-01; A7=giữ',
    });
    expect(rows).toEqual([
      { id: 'A1', fate: 'drop', with: '' },
      { id: 'A2', fate: 'merge', with: 'A3' },
      { id: 'A4', fate: 'merge', with: 'A3' },
      { id: 'A5', fate: 'rename', with: 'Tên khác' },
      { id: 'A6', fate: 'become', with: 'CT-01' },
      { id: 'A7', fate: 'keep', with: '' },
    ]);
    expect([plan.id, plan.years.length, levels, baselines, periods]).toEqual(['KH2', 5, true, false, 'cchc']);
  });

  it.each(['A1=xóa', '=bỏ', 'A1'])('refuse «%s»', (map) => {
    expect(() => wish({ map })).toThrow('Không hiểu');
  });
});

describe('an office that begins with nothing of ours, by commands alone', () => {
  let folder = '';
  beforeAll(() => {
    ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const cli = (...args: readonly string[]) => {
    const { TZ: _, ...env } = process.env;
    const done = spawnSync(process.execPath, [resolve('build/cli.mjs'), ...args], { cwd: folder, env, encoding: 'utf8' });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };
  const bookIn = (name: string) => bookOf(readXlsx(readFileSync(join(folder, name))), TABS);

  it('has a blank plan of its years, its months, and opens one', () => {
    const unit = ['--unit', 'UBND phường Bình Yên', '--posts', '2025'];
    const made = cli('setup', 'so.xlsx', '--plan', 'blank', '--years', '2026-2027', '--periods', 'monthly', ...unit);
    expect([made.code, made.err]).toEqual([0, '']);
    const { plan } = bookIn('so.xlsx');
    expect(plan.periods).toHaveLength(24);
    expect(plan.plans.map(({ years }) => years)).toEqual([{ first: 2026, last: 2027 }]);
    const opened = cli('open-period', 'so.xlsx', '--period', 'Tháng 10/2026', '--today', '2026-10-05');
    expect([opened.code, opened.out]).toEqual([0, expect.stringContaining('Đã mở kỳ «Tháng 10/2026»')]);
  }, 300_000);

  it('goes on into the next plan: what becomes of each row is shown first, then done, and taken back', () => {
    expect(cli('setup', 'cu.xlsx', '--plan', 'gia-luong-2021-2025', '--unit', 'UBND xã Gia Lương').code).toBe(0);
    const before = bookIn('cu.xlsx').plan;
    const [one = '', other = ''] = before.indicators.map(({ id }) => id);
    const map = ['--map', `${one}=bỏ; ${other}=đổi tên Tên khác`];
    const shown = cli('roll-over', 'cu.xlsx', ...map, '--preview');
    expect(shown.out).toContain(`${one}: bỏ – `);
    expect(bookIn('cu.xlsx').plan.plans).toHaveLength(1);
    const done = cli('roll-over', 'cu.xlsx', ...map, '--levels', '--periods', 'cchc');
    expect(done.err).toBe('');
    expect(done.out).toContain('Đã chuyển sang kế hoạch «KH2»');
    const { plan } = bookIn('cu.xlsx');
    expect(plan.plans.map(({ id, years }) => [id, years?.first])).toEqual([
      ['KH1', 2021],
      ['KH2', 2026],
    ]);
    const next = plan.indicators.filter((row) => row.plan === 'KH2');
    expect(next.find(({ follows }) => follows.includes(other))?.title).toBe('Tên khác');
    expect(next.some(({ follows }) => follows.includes(one))).toBe(false);
    expect(plan.periods.filter(({ year }) => year > 2025)).toHaveLength(20);
    expect(cli('undo', 'cu.xlsx').out).toContain('Sang kế hoạch mới');
    expect(bookIn('cu.xlsx').plan.indicators.map(({ id }) => id)).toEqual(before.indicators.map(({ id }) => id));
  }, 300_000);
});
