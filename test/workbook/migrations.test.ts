import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TabKey } from '../../src/workbook/core/tab.ts';
import { isNewer, olderWorkbook, versionOf, WORKBOOK_VERSION } from '../../src/workbook/core/version.ts';
import { MIGRATIONS, migrationsFrom } from '../../src/workbook/migrations/all.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import type { MemoryTab } from '../app/memory-ports.ts';
import { smallPlan } from '../app/small-plan.ts';

type Row = readonly [string, string | number];
const book = (...versions: readonly Row[]) => {
  const settings = [{ name: 'Tên đơn vị', value: 'UBND xã Mẫu' }, ...versions.map(([name, value]) => ({ name, value }))];
  const tabs: readonly MemoryTab[] = smallPlan({ settings });
  return readBook({ tabs, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
};

describe('the steps from version to version', () => {
  it('lead without a gap from the first version to the one that set-up writes', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: WORKBOOK_VERSION - 1 }, (_, at) => at + 1));
    const template = JSON.parse(readFileSync('src/plan-templates/gia-luong-2021-2025.json', 'utf8'));
    const rows: readonly (readonly unknown[])[] = template.tabs['Thông tin chung'];
    expect(rows.filter(([name]) => name === 'Phiên bản sổ').map(([, value]) => value)).toEqual([WORKBOOK_VERSION]);
  });

  it.each([
    [1, 2],
    [1.5, 2],
    [2, 1],
    [WORKBOOK_VERSION, 0],
    [WORKBOOK_VERSION + 1, 0],
  ])('from version %s are %s', (version, steps) => {
    expect(migrationsFrom(version)).toHaveLength(steps);
  });

  it('append only columns that the tab describes, and only those it works without', () => {
    for (const { tabs } of MIGRATIONS)
      for (const [key, change] of Object.entries(tabs)) {
        const spec = TABS.find((each) => each.key === (key as TabKey));
        for (const column of change?.columns ?? [])
          expect(spec?.columns[column as never], `${key} ${column}`).toMatchObject({ required: false });
      }
  });

  it('keep one workbook of each version that is over, as its builds left it', () => {
    const names = readdirSync('test/fixtures/old-books').filter((name) => name.endsWith('.xlsx'));
    const versions = names.map((name) => {
      const bytes = readFileSync(`test/fixtures/old-books/${name}`);
      expect(bytes.length).toBeLessThanOrEqual(900_000);
      const settings = readXlsx(bytes).sheets.find((sheet) => sheet.name === 'Thông tin chung');
      const row = [...(settings?.cells.values() ?? [])].find((line) => line.get(1)?.value === 'Phiên bản sổ');
      return Number(row?.get(2)?.value);
    });
    expect([...new Set(versions)].sort()).toEqual(MIGRATIONS.map(({ from }) => from));
    expect(names.length).toBeGreaterThanOrEqual(3);
  });
});

describe('what a workbook says of its version', () => {
  const said = 'Phiên bản sổ';
  const cases: readonly (readonly [rows: readonly Row[], said: { version: number | null; newer: boolean; told: number }])[] = [
    [[], { version: null, newer: false, told: 0 }],
    [[[said, '1']], { version: 1, newer: false, told: 1 }],
    [[[said, 1]], { version: 1, newer: false, told: 1 }],
    [[['phiên  bản SỔ', '1']], { version: 1, newer: false, told: 1 }],
    [[[said, WORKBOOK_VERSION]], { version: WORKBOOK_VERSION, newer: false, told: 0 }],
    [[[said, WORKBOOK_VERSION + 1]], { version: WORKBOOK_VERSION + 1, newer: true, told: 0 }],
    [[[said, 'mới']], { version: null, newer: false, told: 0 }],
    [[[said, '0']], { version: null, newer: false, told: 0 }],
  ];
  it.each(cases)('%j says %j', (rows, { version, newer, told }) => {
    const read = book(...rows);
    expect(versionOf(read)).toBe(version);
    expect(isNewer(read)).toBe(newer);
    expect(olderWorkbook(read)).toHaveLength(told);
  });

  it('is told at the cell that says so', () => {
    const [problem] = olderWorkbook(book([said, '1']));
    expect(problem).toMatchObject({ code: 'older-workbook', severity: 'note', at: { row: 3, column: 2 } });
  });
});
