import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_DAY, DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { findCell } from '../../src/host/core/look.ts';
import type { CellModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';

let folder = '';
let sample = new Uint8Array();
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-broken-'));
  sampleWorkbook(folder, 'mau.xlsx');
  sample = readFileSync(join(folder, 'mau.xlsx'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ACTUALS = 'Nhập số liệu';
const ENTRIES = 'Nhập tiến độ';

function cli(verb: string) {
  const args = [resolve('build/cli.mjs'), verb, 'so.xlsx', '--today', DEMO_DAY];
  const { TZ: _, ...env } = process.env;
  const done = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** The cell of a row of the open period; for a header alone, of the header. */
function cellOf(book: WorkbookModel, tab: string, at: { id: string; header: string }): CellModel {
  const sheet = book.sheets.find(({ name }) => name === tab);
  if (at.id === '') {
    for (const row of sheet?.cells.values() ?? []) for (const cell of row.values()) if (cell.value === at.header) return cell;
  }
  const found = findCell(book, { tab, period: DEMO_PERIOD, ...at });
  const cell = sheet?.cells.get(found?.row ?? 0)?.get(found?.column ?? 0);
  if (cell === undefined) throw new Error(`${tab} has no ${at.id} ${at.header}`);
  return cell;
}

/** All that stands in a column, or in a row, of a tab. */
function shown(book: WorkbookModel, tab: string, { row, column }: { row?: number; column?: number }): unknown[] {
  const sheet = book.sheets.find(({ name }) => name === tab);
  const rows = [...(sheet?.cells ?? [])].filter(([at]) => row === undefined || at === row);
  return rows.map(([, cells]) =>
    [...cells].filter(([at]) => column === undefined || at === column).map(([, { value }]) => value),
  );
}

type Case = {
  readonly what: string;
  readonly breakIt: (book: WorkbookModel) => WorkbookModel;
  readonly said: readonly string[];
  /** What must not be written to, looked at after breaking and after the run. */
  readonly untouched: (book: WorkbookModel) => unknown;
  /** A grey cell elsewhere, blanked before and filled again by the run. */
  readonly healed: { readonly tab: string; readonly id: string; readonly header: string };
};

const STATUS = { tab: ENTRIES, id: 'N1.1', header: 'Tình trạng' };
const VERDICT = { tab: ACTUALS, id: 'T3.8', header: 'Đánh giá' };

const set = (tab: string, at: { id: string; header: string }, change: Partial<CellModel>) => (book: WorkbookModel) => {
  Object.assign(cellOf(book, tab, at), change);
  return book;
};
/** Where the verdict of T3.8 stands while nothing is broken. */
const verdictPlace = () => {
  const at = findCell(readXlsx(sample), { period: DEMO_PERIOD, ...VERDICT });
  if (at === null) throw new Error('the sample has no verdict of T3.8');
  return at;
};
/** The verdict of T3.8 is blanked first, so that a machine that wrote there would be seen. */
const blanked = (breakIt: Case['breakIt']) => (book: WorkbookModel) => {
  cellOf(book, ACTUALS, VERDICT).value = '';
  return breakIt(book);
};
const NUMERATOR = { id: 'T3.8', header: 'Tử số' };

const CASES: readonly Case[] = [
  {
    what: 'without a tab',
    breakIt: ({ sheets }) => ({ sheets: sheets.filter(({ name }) => name !== ENTRIES) }),
    said: [`Trang «${ENTRIES}»: không tìm thấy trang này`, 'Thiết lập lần đầu'],
    untouched: ({ sheets }) => sheets.map(({ name }) => name),
    healed: VERDICT,
  },
  {
    what: 'with a renamed header',
    breakIt: blanked(set(ACTUALS, { id: '', header: 'Đánh giá' }, { value: 'Nhận xét' })),
    said: [`Trang «${ACTUALS}»: thiếu cột «Đánh giá»`, 'ghi lại đúng tiêu đề'],
    untouched: (book) => shown(book, ACTUALS, { column: verdictPlace().column }),
    healed: STATUS,
  },
  {
    what: 'with a doubled header',
    breakIt: blanked(set(ACTUALS, { id: '', header: 'Ghi chú' }, { value: 'Đánh giá' })),
    said: ['tiêu đề «Đánh giá» có ở hơn một cột', 'đổi tên hoặc xóa cột thừa'],
    untouched: (book) => shown(book, ACTUALS, { column: verdictPlace().column }),
    healed: STATUS,
  },
  {
    what: 'with a doubled key',
    breakIt: blanked(set(ACTUALS, { id: 'T3.8', header: 'Mã' }, { value: 'T3.7' })),
    said: ['«T3.7', 'đã có ở dòng', 'giữ lại một dòng'],
    untouched: (book) => shown(book, ACTUALS, { row: verdictPlace().row }),
    healed: STATUS,
  },
  {
    what: 'with text in a number cell',
    breakIt: set(ACTUALS, NUMERATOR, { value: 'gần hai trăm' }),
    said: [`[${ACTUALS}!J`, 'cột «Tử số»: «gần hai trăm» không phải là số', 'Đề nghị nhập số'],
    untouched: (book) => cellOf(book, ACTUALS, NUMERATOR).value,
    healed: STATUS,
  },
  {
    what: 'with a formula that fails',
    breakIt: set(ACTUALS, NUMERATOR, { value: '#DIV/0!', formula: '1/0' }),
    said: [`[${ACTUALS}!J`, 'ô đang báo lỗi #DIV/0!', 'sửa công thức'],
    untouched: (book) => cellOf(book, ACTUALS, NUMERATOR).formula,
    healed: STATUS,
  },
  {
    what: 'with an unknown role as lead',
    breakIt: (book) => {
      const at = findCell(book, { tab: 'Kế hoạch - Chỉ tiêu', id: 'T3.8', header: 'Chủ trì' });
      const cell = book.sheets
        .find(({ name }) => name === at?.tab)
        ?.cells.get(at?.row ?? 0)
        ?.get(at?.column ?? 0);
      if (cell !== undefined) cell.value = 'Tổ chưa thành lập';
      return book;
    },
    said: ['[Kế hoạch - Chỉ tiêu!', 'Tổ chưa thành lập', 'Đề nghị'],
    untouched: (book) => cellOf(book, ACTUALS, NUMERATOR).value,
    healed: STATUS,
  },
];

describe('a workbook', () => {
  it.each(CASES)(
    '$what is reported with the place and the fix, the rest is judged, and the broken part is left alone',
    (broken) => {
      const book = broken.breakIt(readXlsx(sample));
      cellOf(book, broken.healed.tab, broken.healed).value = '';
      const path = join(folder, 'so.xlsx');
      writeFileSync(path, saveXlsx(book.sheets.length === readXlsx(sample).sheets.length ? sample : null, book));
      copyFileSync(join(folder, 'mau.xlsx.cchc.json'), `${path}.cchc.json`);
      const before = { bytes: readFileSync(path), part: broken.untouched(readXlsx(readFileSync(path))) };

      const checked = cli('check');
      expect([checked.code, checked.err]).toEqual([1, '']);
      expect(checked.out.split('\n').find((line) => broken.said.every((part) => line.includes(part)))).toBeDefined();
      expect(readFileSync(path).equals(before.bytes)).toBe(true);

      const refreshed = cli('refresh');
      expect([refreshed.code, refreshed.err]).toEqual([0, '']);
      const after = readXlsx(readFileSync(path));
      expect(broken.untouched(after)).toEqual(before.part);
      expect(cellOf(after, broken.healed.tab, broken.healed).value).not.toBe('');
    },
  );
});
