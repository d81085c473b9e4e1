import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallName, Calls } from '../../src/app/calls.ts';
import { rowsOfPlan } from '../../src/domain/plan/plan.ts';
import { type CellPosition, findByKeys, tabNamed } from '../../src/host/core/look.ts';
import { WORKBOOK_VERSION } from '../../src/workbook/core/version.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { JOURNAL } from '../../src/workbook/tabs/records.ts';
import type { CellModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { hostEnvironment } from '../contract/environment.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { cellsIn, layoutOf } from './layout-of.ts';

const FOLDER = 'test/fixtures/old-books';
const BOOKS = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
const TEMPLATE = 'gia-luong-2021-2025';
const PERIOD = '6 tháng đầu năm 2024';
/** Two cells each: off without a note, or with a note and blank. */
const SHORT = [
  'Nhắc cả đơn vị phối hợp (có / không)',
  'Thư hằng tuần cho Chủ tịch khi không có gì mới (có / không)',
  'In đủ mọi dòng của biểu mẫu thống kê',
  'In danh mục minh chứng kèm báo cáo (có / không)',
  'Thẩm định từng dòng trước khi chốt (có / không)',
  'Mã đơn vị hành chính',
  'Chức danh giám sát (Mặt trận, đoàn thể)',
  'Mức xếp loại Chỉ số CCHC (%)',
];
const SETTINGS = [
  'Thư nhắc công chức trước hạn',
  'Thư nhắc công chức khi quá hạn',
  'Báo thường trực CCHC',
  'Báo Chủ tịch',
  ...SHORT,
];
/** What each says of its version, lacks of `Báo cáo đã tạo`, and of settings. */
type Old = { readonly from: number; readonly lacks: readonly string[]; readonly settings: readonly string[] };
const OLD: Readonly<Record<string, Old>> = {
  '6fb0023.xlsx': { from: 1, lacks: ['Bản in', 'Bản đối chiếu', 'Bản đối chiếu (tiếp)'], settings: SETTINGS },
  '76b5c5c.xlsx': { from: 1, lacks: ['Bản in', 'Bản đối chiếu', 'Bản đối chiếu (tiếp)'], settings: SETTINGS },
  'f50e1c4.xlsx': { from: 1, lacks: ['Bản in', 'Bản đối chiếu (tiếp)'], settings: SETTINGS },
  '40ceb1f.xlsx': { from: 2, lacks: [], settings: SHORT },
};
const APPRAISED = ['Ý kiến thẩm định', 'Dấu nội dung đã thẩm định'];
/** What all of them lack, by tab. */
const NEW_COLUMNS: readonly (readonly [tab: string, columns: readonly string[]])[] = [
  ['Nhập số liệu', ['Số liệu đến ngày', 'Ngày công bố', 'Không nhập', 'Ô cần sửa', ...APPRAISED]],
  ['Nhập tiến độ', ['Không nhập', 'Ô cần sửa', 'Số lần trả lại', ...APPRAISED]],
  ['Kế hoạch - Chỉ tiêu', ['Kế hoạch', 'Thuộc', 'Vai trò số liệu', 'Mã biểu mẫu', 'Nguyên văn', 'Nối tiếp']],
  [
    'Kế hoạch - Nhiệm vụ',
    [
      'Kế hoạch',
      'Theo dõi, đôn đốc',
      'Kinh phí được giao (triệu đồng)',
      'Kinh phí đã chi (triệu đồng)',
      'Nguyên văn',
      'Nối tiếp',
    ],
  ],
  ['Kỳ báo cáo', ['Loại kỳ', 'Năm kế hoạch', 'Kính gửi']],
  ['Đề cương', ['Dùng từ ngày']],
  ['Nội dung báo cáo', ['Không nhập']],
];
const NEW_TAB = 'Kế hoạch';
const oldOf = (name: string): Old => OLD[name] ?? { from: 0, lacks: [], settings: [] };
const columnsOf = (name: string): string[] =>
  [['Báo cáo đã tạo', oldOf(name).lacks] as const, ...NEW_COLUMNS].flatMap(([tab, columns]) =>
    columns.map((column) => `${tab} | ${column}`),
  );

let cases = 0;
afterAll(() => {
  process.stdout.write(`older and newer workbooks: ${BOOKS.length} old books, ${cases} cases\n`);
});

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

function open(name: string): HostAtWork {
  const folder = mkdtempSync(join(tmpdir(), 'so-cu-'));
  const workbook = join(folder, name);
  copyFileSync(join(FOLDER, name), workbook);
  const host = aHost({ workbook, create: false });
  opened.push(() => {
    host.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  return host;
}

function must<Name extends CallName>(host: HostAtWork, call: Name, request: Calls[Name]['request']): Calls[Name]['reply'] {
  const answer = host.ask(call, request);
  if (!answer.ok) throw new Error(answer.sentence);
  cases += 1;
  return answer.reply;
}

/** As the file says it, which is what another program sees. */
const onDisk = (host: HostAtWork): WorkbookModel => readXlsx(readFileSync(host.path));

const versionCell = (host: HostAtWork): CellPosition => {
  const at = findByKeys(host.model, { tab: 'Thông tin chung', header: 'Giá trị', keys: { 'Nội dung': 'Phiên bản sổ' } });
  if (at === null) throw new Error('no version');
  return at;
};

/** «Cập nhật lúc» above the headers of an entry tab: a run writes the minute in which it is, and a long one passes some. */
const STAMPS = /^(?:Nhập số liệu|Nhập tiến độ|Nội dung báo cáo) 1 6$/u;

/** What differs, but on the overview and in the stamps, which are made again with every run. */
function changes(before: ReadonlyMap<string, CellModel['value']>, after: ReadonlyMap<string, CellModel['value']>) {
  const own = ([place]: readonly [string, unknown]): boolean => !place.startsWith('Tổng quan ') && !STAMPS.test(place);
  for (const [place, value] of before)
    if (STAMPS.test(place)) expect(Math.abs(Number(after.get(place)) - Number(value)) * 1440, place).toBeLessThan(6);
  return {
    changed: [...before].filter(own).flatMap(([place, value]) => (after.get(place) === value ? [] : [place])),
    added: [...after].filter(own).filter(([place]) => !before.has(place)),
  };
}

let wanted: ReturnType<typeof layoutOf>;
beforeAll(() => {
  const fresh = aHost();
  fresh.ask('set-up', { template: TEMPLATE });
  wanted = layoutOf(onDisk(fresh));
  fresh.remove();
});

describe.each(BOOKS)('the workbook that %s left', (name) => {
  it('is opened, checked, typed into and judged as it is, and is said to be an older one', () => {
    const host = open(name);
    const told = must(host, 'check', {}).problems.filter(({ code }) => code === 'older-workbook');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ severity: 'note', at: { tab: 'Thông tin chung' } });
    expect(told[0]?.text).toContain(`phiên bản sổ ${oldOf(name).from}, nay là ${WORKBOOK_VERSION}`);
    const at = host.find({ tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, header: 'Tử số' });
    if (at === null) throw new Error('no cell');
    host.type({ ...at, rows: [['1']] });
    const verdict = host.find({ tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, header: 'Đánh giá' });
    expect(
      tabNamed(host.model, 'Nhập số liệu')
        ?.cells.get(at.row)
        ?.get(verdict?.column ?? 0)?.value,
    ).toBe('Chưa đạt');
    must(host, 'refresh', {});
    expect(must(host, 'report-preview', { period: PERIOD }).text).not.toBe('');
  });

  it('is brought by «upgrade» to the layout that set-up gives today, without changing a cell of anybody', () => {
    const host = open(name);
    must(host, 'refresh', {});
    const before = cellsIn(host.model);
    const reply = must(host, 'upgrade', {});
    const { from, settings } = oldOf(name);
    expect(reply).toMatchObject({ from, to: WORKBOOK_VERSION, tabs: [NEW_TAB], columns: columnsOf(name) });
    expect(reply.settings.map((setting) => setting.replace(/ \(số ngày.*| khi quá hạn \(.*/u, ''))).toHaveLength(settings.length);
    const { changed, added } = changes(before, cellsIn(host.model));
    const { tab, row, column } = versionCell(host);
    expect(changed).toEqual([`${tab} ${row} ${column}`]);
    const others = added.filter(
      ([place]) => ![JOURNAL.name, NEW_TAB].some((own) => new RegExp(`^${own} \\d+ \\d+$`, 'u').test(place)),
    );
    const headers = columnsOf(name).map((place) => place.split(' | ')[1]);
    expect(
      others
        .map(([, value]) => value)
        .filter((value) => headers.includes(String(value)))
        .sort(),
    ).toEqual(headers.sort());
    // Each with its name, its value and its note; or two of the three.
    expect(others).toHaveLength(headers.length + 3 * settings.length - SHORT.length);
    expect(layoutOf(onDisk(host))).toEqual(wanted);
    expect(must(host, 'check', {}).problems.filter(({ code }) => code === 'older-workbook')).toEqual([]);
  });

  it('gets the tab of plans with the one plan that it has, which its rows are of without naming it', () => {
    const host = open(name);
    must(host, 'upgrade', {});
    const { plan, problems } = readBook(hostEnvironment({ book: onDisk(host) }).ports.workbook.read('all'));
    expect(plan.plans).toMatchObject([
      {
        id: 'KH1',
        title: 'Kế hoạch CCHC xã Gia Lương, giai đoạn 2021 - 2025',
        kind: 'stage',
        years: { first: 2021, last: 2025 },
      },
    ]);
    expect(rowsOfPlan(plan, { id: 'KH1' })).toEqual({ indicators: plan.indicators, tasks: plan.tasks });
    expect(problems.filter(({ tab }) => tab === NEW_TAB)).toEqual([]);
  });

  it('is brought there by setting up again too, and neither finds anything to do a second time', () => {
    const host = open(name);
    const reply = must(host, 'set-up', { template: TEMPLATE });
    expect(reply).toMatchObject({ made: [], upgraded: { from: oldOf(name).from, to: WORKBOOK_VERSION } });
    expect(layoutOf(onDisk(host))).toEqual(wanted);
    const bytes = readFileSync(host.path);
    expect(must(host, 'upgrade', {})).toEqual({
      from: WORKBOOK_VERSION,
      to: WORKBOOK_VERSION,
      tabs: [],
      columns: [],
      settings: [],
    });
    expect(must(host, 'set-up', { template: TEMPLATE }).upgraded).toBeNull();
    expect(readFileSync(host.path).equals(bytes)).toBe(true);
  });

  it('is given back by «Hoàn tác»: every cell but the log', () => {
    const host = open(name);
    must(host, 'refresh', {});
    const before = cellsIn(host.model);
    must(host, 'upgrade', {});
    const last = must(host, 'undo-preview', {});
    expect(last?.text).toContain('Nâng cấp sổ');
    must(host, 'undo', { of: last?.of ?? '' });
    const { changed, added } = changes(before, cellsIn(host.model));
    expect(changed).toEqual([]);
    expect(added.filter(([place]) => !place.startsWith(`${JOURNAL.name} `))).toEqual([]);
    expect(tabNamed(host.model, NEW_TAB)).toBeNull();
  });

  it('keeps a plan that was typed into the new tab: «Hoàn tác» refuses', () => {
    const host = open(name);
    must(host, 'upgrade', {});
    host.type({ tab: NEW_TAB, row: 4, column: 1, rows: [['KH2026']] });
    const refused = host.ask('undo', { of: must(host, 'undo-preview', {})?.of ?? '' });
    expect(refused).toMatchObject({ ok: false, sentence: expect.stringContaining(`«${NEW_TAB}» đã được sửa`) });
    expect(tabNamed(host.model, NEW_TAB)?.cells.get(4)?.get(1)?.value).toBe('KH2026');
  });
});

const FIRST = '6fb0023.xlsx';

describe('what an office made of its older workbook', () => {
  const OWN = {
    row: 3,
    column: 2,
    rows: 9,
    columns: 1,
    formula: '$B3="của xã"',
    background: '#123456',
    fontColor: null,
    bold: true,
  };

  it('stays: a column of its own, one that it calls otherwise, a colour of its own and a tab without colours', () => {
    const host = open(FIRST);
    const reports = tabNamed(host.model, 'Báo cáo đã tạo');
    const entries = tabNamed(host.model, 'Nhập tiến độ');
    const actuals = tabNamed(host.model, 'Nhập số liệu');
    if (reports === null || entries === null || actuals === null) throw new Error('no tab');
    const end = 1 + Math.max(...(tabNamed(host.model, 'Thông tin chung')?.cells.keys() ?? []));
    host.typeAll([
      { tab: 'Báo cáo đã tạo', row: 3, column: 12, rows: [['lời ghi của xã']] },
      { tab: 'Báo cáo đã tạo', row: 1, column: 10, rows: [['Bản đã in']] },
      { tab: 'Thông tin chung', row: end, column: 1, rows: [['Cột riêng: Báo cáo đã tạo / Bản in', 'Bản đã in']] },
    ]);
    entries.paints.push({ ...OWN, ours: false });
    actuals.paints = [];
    must(host, 'upgrade', {});
    const header = Array.from({ length: 15 }, (_, at) => reports.cells.get(1)?.get(at + 1)?.value ?? '').slice(8);
    expect(header).toEqual(['', 'Bản đã in', '', '', 'Bản đối chiếu', 'Bản đối chiếu (tiếp)', '']);
    expect(reports.cells.get(3)?.get(12)?.value).toBe('lời ghi của xã');
    expect(entries.paints.filter(({ formula }) => formula === OWN.formula)).toHaveLength(1);
    expect(entries.paints.some(({ rows }) => rows > 4000)).toBe(true);
    expect(actuals.paints).toEqual([]);
    expect(actuals.maxRows).toBe(1000);
  });

  it('is not given up by an undo once a report has used the new columns', () => {
    const host = open(FIRST);
    must(host, 'upgrade', {});
    must(host, 'report', { period: PERIOD });
    const before = cellsIn(host.model);
    const refused = host.ask('undo', { of: must(host, 'undo-preview', {})?.of ?? '' });
    expect(refused).toMatchObject({ ok: false, sentence: expect.stringContaining('«Báo cáo đã tạo | Bản in» đã được sửa') });
    expect(cellsIn(host.model)).toEqual(before);
  });

  it('is not touched where its version stands twice, and the person is told what to do', () => {
    const host = open(FIRST);
    const settings = tabNamed(host.model, 'Thông tin chung');
    const end = 1 + Math.max(...(settings?.cells.keys() ?? []));
    host.typeAll([{ tab: 'Thông tin chung', row: end, column: 1, rows: [['phiên bản sổ', '1']] }]);
    const before = cellsIn(host.model);
    expect(host.ask('upgrade', {})).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('hơn một dòng «Phiên bản sổ»'),
    });
    expect(must(host, 'set-up', { template: TEMPLATE }).upgraded).toBeNull();
    expect(changes(before, cellsIn(host.model))).toEqual({ changed: [], added: [] });
  });
});
