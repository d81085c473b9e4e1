import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleWorkbook } from '../../src/cli/sample/sample-workbook.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import type { Screen } from '../../src/host/core/environment.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { tool } from '../helpers/tools.ts';

/** One workbook through a whole period, in the order in which an office works; each test starts where the last one ended. */
const screen: Screen = { answers: [], shown: [] };
const ACTUALS = 'Nhập số liệu';
let host: HostAtWork;
beforeAll(() => {
  host = aHost({ screen });
});
afterAll(() => host.remove());

const bytes = (): Buffer => readFileSync(host.path);
const place = (id: string, header: string) => {
  const at = host.find({ tab: ACTUALS, id, period: DEMO_PERIOD, header });
  if (at === null) throw new Error(`there is no ${id} ${header}`);
  return at;
};
const shows = (id: string, header: string) => {
  const at = place(id, header);
  return (
    host.model.sheets
      .find(({ name }) => name === at.tab)
      ?.cells.get(at.row)
      ?.get(at.column)?.value ?? ''
  );
};
const type = (id: string, header: string, rows: string[][]): void => host.type({ ...place(id, header), rows });

/** Every cell of the workbook by its place. */
function cells(): Map<string, unknown> {
  const all = host.model.sheets.flatMap(({ name, cells: rows }) =>
    [...rows].flatMap(([row, line]) => [...line].map(([column, { value }]) => [`${name}!${row},${column}`, value] as const)),
  );
  return new Map(all.filter(([, value]) => value !== ''));
}

function changed(before: Map<string, unknown>): string[] {
  const after = cells();
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort();
}

describe('the main job on the real plan', () => {
  it('begins with a set-up that changes nothing when it is run again', () => {
    expect(host.ask('set-up', { template: 'gia-luong-2021-2025' })).toMatchObject({ ok: true, reply: { indicators: 37 } });
    const before = bytes();
    expect(host.ask('set-up', { template: 'gia-luong-2021-2025' })).toMatchObject({ ok: true, reply: { made: [] } });
    expect(screen.shown.splice(0)).toMatchObject([
      { kind: 'toast', message: expect.stringContaining('Đã giữ một bản sao của sổ') },
    ]);
    expect(bytes().equals(before)).toBe(true);
  });

  it('refuses a period that is not there, and names those that are', () => {
    const answer = host.ask('open-period', { period: 'Quý IX 2024' });
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('Không có kỳ «Quý IX 2024»') });
    expect(answer).toMatchObject({ sentence: expect.stringContaining(DEMO_PERIOD) });
  });

  it('opens and closes an earlier period', () => {
    expect(host.ask('open-period', { period: 'Quý I 2024' })).toMatchObject({ ok: true });
    expect(host.ask('close-period', { period: 'Quý I 2024' })).toMatchObject({ ok: true, reply: { version: 1 } });
  });

  it('opens a period once, however often it is asked', () => {
    const opened = host.ask('open-period', { period: DEMO_PERIOD });
    const added = opened.ok ? opened.reply.added : 0;
    expect(added).toBeGreaterThan(150);
    const before = cells();
    expect(host.ask('open-period', { period: DEMO_PERIOD })).toMatchObject({ ok: true, reply: { added: 0, kept: added } });
    expect(changed(before)).toEqual([]);
  });

  it('judges a typed result in the same execution, and writes the grey cells of that row alone', () => {
    type('T3.8', 'Mẫu số', [['500']]);
    const before = cells();
    type('T3.8', 'Tử số', [['310']]);
    const grey = ['Tử số', 'Kết quả', 'Đánh giá', 'Diễn giải'].map((header) => place('T3.8', header));
    expect(changed(before)).toEqual(grey.map(({ row, column }) => `${ACTUALS}!${row},${column}`).sort());
    expect([shows('T3.8', 'Kết quả'), shows('T3.8', 'Đánh giá')]).toEqual(['62% (310/500)', 'Chưa đạt']);
    expect(shows('T3.8', 'Diễn giải')).toContain('62% (310/500)');
    expect(screen.shown).toEqual([]);
  });

  it('answers a paste over several rows with one sentence', () => {
    const rows = [
      ['9', '10'],
      ['11', '10'],
      ['nhiều', '10'],
    ];
    type('T3.8', 'Tử số', rows);
    expect(screen.shown).toHaveLength(1);
    expect(screen.shown[0]).toMatchObject({
      kind: 'toast',
      message: expect.stringMatching(/^Đã nhận 03 dòng: hợp lệ \d\d, cần xem lại \d\d, phải sửa 0[12]\./u),
    });
  });

  it('writes nothing into a workbook in which nothing changed', () => {
    host.ask('refresh', {});
    const before = bytes();
    host.calls.reset();
    expect(host.ask('refresh', {})).toMatchObject({ ok: true, reply: { written: 0 } });
    expect([host.calls.of('values-written'), host.calls.of('flush')]).toEqual([0, 0]);
    expect(bytes().equals(before)).toBe(true);
  });

  it('makes the report and its review', () => {
    expect(host.ask('report', { period: DEMO_PERIOD })).toMatchObject({ ok: true, reply: { version: 1, draft: true } });
    // Beside them lies the package of the period that was closed.
    expect(readdirSync(join(host.folder, 'bao-cao')).filter((name) => name.endsWith('.docx'))).toHaveLength(2);
  });

  it('mails once, and keeps what was typed between two runs', () => {
    const at = host.model.sheets.find(({ name }) => name === 'Phân công');
    const role = [...(at?.cells ?? [])].find(([, line]) => [...line.values()].some(({ value }) => value === 'Chủ tịch UBND xã'));
    const column = [...(at?.cells.get(1) ?? [])].find(([, { value }]) => value === 'Thư điện tử')?.[0] ?? 0;
    host.typeAll([{ tab: 'Phân công', row: role?.[0] ?? 0, column, rows: [['chu-tich@example.vn']] }]);
    expect(host.ask('mail', { preview: false })).toMatchObject({ ok: true, reply: { outcome: 'sent' } });
    type('T3.8', 'Ghi chú', [['gõ thêm giữa hai lần chạy']]);
    expect(host.ask('mail', { preview: false })).toMatchObject({ ok: true, reply: { outcome: 'nothing-new' } });
    expect(readdirSync(join(host.folder, 'thu'))).toHaveLength(1);
    expect(shows('T3.8', 'Ghi chú')).toBe('gõ thêm giữa hai lần chạy');
    expect(host.formulas()).toBe(0);
  });

  it('closes the period once', () => {
    expect(host.ask('close-period', { period: DEMO_PERIOD })).toMatchObject({ ok: true, reply: { version: 1 } });
    expect(host.ask('close-period', { period: DEMO_PERIOD })).toMatchObject({ ok: false });
  });

  it('writes nothing over a workbook that was changed elsewhere meanwhile', () => {
    const other = Buffer.concat([bytes(), Buffer.from('x')]);
    writeFileSync(host.path, other);
    expect(() => type('T3.8', 'Tử số', [['1']])).toThrow('đã bị thay đổi ở nơi khác');
    expect(bytes().equals(other)).toBe(true);
  });
});

describe('other programs', () => {
  /** The tab in which a file keeps its long lists is no tab of the workbook. */
  const isShown = (name: string): boolean => !name.startsWith('_cchc');
  const CHECK = 'import sys, openpyxl; print("\\n".join(openpyxl.load_workbook(sys.argv[1]).sheetnames))';
  const python = tool('openpyxl');
  const office = tool('soffice');
  let made: HostAtWork;
  beforeAll(() => {
    made = aHost();
    made.ask('set-up', { template: 'gia-luong-2021-2025' });
    makeSampleWorkbook(made.folder, 'minh-hoa.xlsx');
  });
  afterAll(() => made.remove());
  const names = (file: string): string[] =>
    readXlsx(readFileSync(join(made.folder, file)))
      .sheets.map(({ name }) => name)
      .filter(isShown);

  it.skipIf(python === null).each(['so-cchc.xlsx', 'minh-hoa.xlsx'])('of Python read %s without complaint', (file) => {
    const said = execFileSync(python ?? '', ['-W', 'error', '-c', CHECK, join(made.folder, file)], { encoding: 'utf8' });
    expect(said.trim().split('\n').filter(isShown)).toEqual(names(file));
  });

  it.skipIf(office === null).each(['so-cchc.xlsx', 'minh-hoa.xlsx'])(
    'of the office open %s and save every tab again',
    (file) => {
      const profile = `-env:UserInstallation=file://${join(made.folder, 'profile')}`;
      const out = join(made.folder, 'again');
      execFileSync(office ?? '', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, join(made.folder, file)], {
        stdio: 'pipe',
      });
      expect(
        readXlsx(readFileSync(join(out, file)))
          .sheets.map(({ name }) => name)
          .filter(isShown),
      ).toEqual(names(file));
    },
    600_000,
  );
});
