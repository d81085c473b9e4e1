import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import type { HumanEdit } from '../../src/host/core/human-edit.ts';
import { findCell } from '../../src/host/core/look.ts';
import type { Host } from '../../src/host/host.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { ODD_BOOKS } from '../fixtures/odd-books.ts';
import { ODD_TYPINGS, ODD_VALUES } from '../fixtures/odd-values.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { headersOf, type Outcome, play, sheetOf, smallWorkbook } from '../helpers/odd-host.ts';
import { IS_SWEEP, sampled } from '../helpers/sweep.ts';

let folder = '';
let base: Uint8Array;
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-odd-'));
  base = smallWorkbook(folder);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENTRY = ['Nhập số liệu', 'Nhập tiến độ', 'Nội dung báo cáo'];
const PLAN = [
  'Kế hoạch - Chỉ tiêu',
  'Kế hoạch - Nhiệm vụ',
  'Kỳ báo cáo',
  'Phân công',
  'Thông tin chung',
  'Ngày nghỉ',
  'Đề cương',
];
/** Cells without which there is no period to play, or nothing to play in. */
const LEFT_ALONE = ['Từ ngày', 'Đến ngày', 'Phiên bản sổ', 'Giai đoạn'];

/** The cells that people type into, below the headers, but for those that name a row. */
function officeCells(sheet: SheetModel): { readonly header: string; readonly row: number; readonly column: number }[] {
  const spec = TABS.find(({ name }) => name === sheet.name);
  const headers = headersOf(sheet);
  const keys: readonly string[] = spec?.rowKey ?? [];
  const columns = [...headers.columns].filter(([header]) => {
    const known = Object.entries(spec?.columns ?? {}).find(([, column]) => column.header === header);
    const isKey = known !== undefined && keys.includes(known[0]);
    return !isKey && !LEFT_ALONE.includes(header) && known?.[1].by !== 'machine';
  });
  return [...sheet.cells].flatMap(([row, line]) => {
    const isLeft = row <= headers.row || [...line.values()].some(({ value }) => LEFT_ALONE.includes(String(value)));
    return isLeft ? [] : columns.map(([header, column]) => ({ header, row, column }));
  });
}

/** Puts the odd values into the cells of these tabs, shifted by `turn`: over all turns each kind of cell meets many of them. */
function strewn(tabs: readonly string[], turn: number, pairs: Set<string>): Uint8Array {
  const book = readXlsx(base);
  let next = turn * 13;
  for (const name of tabs) {
    const sheet = sheetOf(book, name);
    // Of the plan a part stays whole, so that there is something to judge.
    const isHit = (row: number): boolean => ENTRY.includes(name) || row % 2 === turn % 2;
    for (const { header, row, column } of officeCells(sheet).filter((cell) => isHit(cell.row))) {
      next += 1;
      const odd = ODD_VALUES[next % ODD_VALUES.length] ?? { value: '' };
      const style = sheet.cells.get(row)?.get(column)?.style ?? sheet.cells.get(row)?.values().next().value?.style;
      if (style === undefined) continue;
      const numberFormat = odd.format ?? style.numberFormat;
      sheet.cells.get(row)?.set(column, { value: odd.value, formula: odd.formula ?? null, style: { ...style, numberFormat } });
      pairs.add(`${name}|${header}|${next % ODD_VALUES.length}`);
    }
  }
  return saveXlsx(base, book);
}

/** Blocks of odd texts, as a person pastes them. */
function pastes(turn: number): (host: Host) => readonly HumanEdit[] {
  const text = (at: number): string => ODD_TYPINGS[(turn * 11 + at) % ODD_TYPINGS.length] ?? '';
  const block = (columns: number): string[][] =>
    [0, 1, 2, 3].map((row) =>
      Array.from({ length: columns }, (_, column) => text(row * columns + column)).map((each) => each.slice(0, 50_000)),
    );
  const at = (host: Host, id: string, [tab, header]: readonly [string, string]) =>
    findCell(host.model, { tab, id, period: DEMO_PERIOD, header });
  return (host) => {
    const figures = at(host, 'T1.3', ['Nhập số liệu', 'Tử số']);
    const progress = at(host, 'N1.1', ['Nhập tiến độ', 'Mức độ thực hiện']);
    return [
      ...(figures === null ? [] : [{ ...figures, rows: block(3) }]),
      ...(progress === null ? [] : [{ ...progress, rows: block(2) }]),
    ];
  };
}

const FINE = { failures: [], changed: [], restless: 0 };
function expectFine({ refused, ...outcome }: Outcome): void {
  expect(outcome).toMatchObject(FINE);
  for (const said of refused) expect(said).toMatch(/Đề nghị|Bấm:/u);
}

const TURNS = 8;
describe(`odd content, ${ODD_VALUES.length} values of cells and ${ODD_TYPINGS.length} typings strewn over ${2 * TURNS} workbooks`, () => {
  const pairs = new Set<string>();
  const turns = Array.from({ length: TURNS }, (_, turn) => turn);

  it.each(sampled(turns, 1))(
    'in what officials fill, workbook %i: no exception, no cell of theirs changed, nothing written twice',
    (turn) => {
      const outcome = play(strewn(ENTRY, turn, pairs), pastes(turn));
      expectFine(outcome);
      expect(outcome.refused).toEqual([]);
    },
    900_000,
  );

  it.each(sampled(turns, 1))(
    'in what the clerk keeps, workbook %i: the same',
    (turn) => {
      expectFine(play(strewn(PLAN, turn, pairs), pastes(turn + TURNS)));
    },
    900_000,
  );

  it.runIf(IS_SWEEP)('met at least 2,500 pairs of a column and a value', () => {
    expect(pairs.size).toBeGreaterThan(2_500);
  });
});

describe(`${ODD_BOOKS.length} workbooks of an odd shape, each through a whole period`, () => {
  it.each(sampled(ODD_BOOKS, 3))(
    '$what: verdicts or sentences, no exception, no cell of a person changed',
    ({ make }) => {
      expectFine(play(make(base), pastes(0)));
    },
    900_000,
  );
});
