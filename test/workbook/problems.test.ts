import { describe, expect, it } from 'vitest';
import { SHEET_PROBLEM_SEVERITY, type SheetProblemCode } from '../../src/domain/checks/sheet-problem.ts';
import { sayProblem } from '../../src/words/checks/problems.ts';
import { nearLayout, withProposals } from '../../src/workbook/adopt/near-headers.ts';
import { a1 } from '../../src/workbook/core/address.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { olderWorkbook } from '../../src/workbook/core/version.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { PERIODS } from '../../src/workbook/tabs/periods.ts';
import { FROZEN } from '../../src/workbook/tabs/records.ts';
import { OUTLINE, ROLES, SETTINGS } from '../../src/workbook/tabs/settings.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { type MemoryTab, memoryTab } from '../app/memory-ports.ts';
import { smallPlan } from '../app/small-plan.ts';
import { columnOf, rawBook, tabOf, type } from './books.ts';

type Fault = {
  readonly code: SheetProblemCode;
  readonly what: string;
  readonly at: string | null;
  readonly plant: (tabs: MemoryTab[]) => void;
  readonly locale?: string;
};

/** Types a value under a header in the given row of a tab. */
const typed =
  (spec: TabSpec, [header, row]: readonly [string, number], value: CellValue) =>
  (tabs: MemoryTab[]) => {
    const tab = tabOf(tabs, spec);
    type(tab, [row, columnOf(tab, header)], value);
  };

const FAULTS: readonly Fault[] = [
  {
    code: 'missing-tab',
    what: 'a tab that was deleted',
    at: null,
    plant: (tabs) => tabs.splice(tabs.indexOf(tabOf(tabs, TASKS)), 1),
  },
  {
    code: 'near-tab',
    what: 'a tab that the office calls otherwise, a key header included',
    at: 'Sổ số liệu!A1',
    plant: (tabs) => {
      tabOf(tabs, ACTUALS).name = 'Sổ số liệu';
      for (const [header, own] of [
        ['Mã', 'Mã số'],
        ['Chủ trì', 'Đơn vị chủ trì'],
      ] as const) {
        const line = tabs.find(({ name }) => name === 'Sổ số liệu')?.values[1] ?? [];
        line[line.indexOf(header)] = own;
      }
    },
  },
  {
    code: 'near-header',
    what: 'a header with a word more',
    at: 'Nhập số liệu!K2',
    plant: typed(ACTUALS, ['Mẫu số', 2], 'Mẫu số (hồ sơ)'),
  },
  {
    code: 'doubled-tab',
    what: 'two tabs of one name but for spaces',
    at: 'nhập  số liệu!A1',
    plant: (tabs) => tabs.push({ ...structuredClone(tabOf(tabs, ACTUALS)), sheetId: 900, name: 'nhập  số liệu' }),
  },
  {
    code: 'missing-header',
    what: 'a header that was renamed',
    at: 'Nhập số liệu!AE2',
    plant: typed(ACTUALS, ['Mẫu số', 2], 'Tổng'),
  },
  {
    code: 'doubled-header',
    what: 'a header that stands twice',
    at: 'Nhập số liệu!K2',
    plant: typed(ACTUALS, ['Mẫu số', 2], 'Tử số'),
  },
  { code: 'missing-key', what: 'a row without its code', at: 'Nhập số liệu!A3', plant: typed(ACTUALS, ['Mã', 3], '') },
  { code: 'missing-key', what: 'a row without its period', at: 'Nhập số liệu!B3', plant: typed(ACTUALS, ['Kỳ', 3], ' ') },
  {
    code: 'doubled-key',
    what: 'a code that stands twice',
    at: 'Kế hoạch - Chỉ tiêu!A4',
    plant: typed(INDICATORS, ['Mã', 4], ' T1 '),
  },
  {
    code: 'text-in-number',
    what: 'a word as a number',
    at: 'Nhập số liệu!J3',
    plant: typed(ACTUALS, ['Tử số', 3], 'khoảng 300'),
  },
  { code: 'text-in-number', what: 'a day as a number', at: 'Nhập số liệu!J3', plant: typed(ACTUALS, ['Tử số', 3], true) },
  {
    code: 'ambiguous-number',
    what: '1.250 where the locale is not Vietnamese',
    at: 'Nhập số liệu!J3',
    plant: typed(ACTUALS, ['Tử số', 3], '1.250'),
    locale: 'en_US',
  },
  {
    code: 'whole-number-expected',
    what: 'half a version',
    at: 'Bản chốt!B2',
    plant: (tabs) => {
      const tab = tabOf(tabs, FROZEN);
      tab.values.push(['Quý I 2024', 1.5, 'T1', 'result', '', '', '', '', '']);
    },
  },
  {
    code: 'year-expected',
    what: 'a year of two digits, which no window can be laid on',
    at: 'Kỳ báo cáo!P3',
    plant: typed(PERIODS, ['Năm kế hoạch', 3], 98),
  },
  {
    code: 'text-in-day',
    what: 'a day that no calendar has',
    at: 'Nhập tiến độ!I3',
    plant: typed(ENTRIES, ['Ngày hoàn thành', 3], '31/2/2026'),
  },
  {
    code: 'day-without-year',
    what: 'a day of a year that is not said',
    at: 'Nhập tiến độ!I3',
    plant: typed(ENTRIES, ['Ngày hoàn thành', 3], '18/6'),
  },
  { code: 'text-in-day', what: 'a period without its last day', at: 'Kỳ báo cáo!C3', plant: typed(PERIODS, ['Đến ngày', 3], '') },
  {
    code: 'not-in-list',
    what: 'a progress of no list',
    at: 'Nhập tiến độ!H3',
    plant: typed(ENTRIES, ['Mức độ thực hiện', 3], 'xong rồi'),
  },
  {
    code: 'not-in-list',
    what: 'no kind of indicator',
    at: 'Kế hoạch - Chỉ tiêu!D3',
    plant: typed(INDICATORS, ['Loại chỉ tiêu', 3], ''),
  },
  {
    code: 'not-in-list',
    what: 'a setting of no such name',
    at: 'Thông tin chung!A2',
    plant: typed(SETTINGS, ['Nội dung', 2], 'Tên cơ quan'),
  },
  {
    code: 'not-in-list',
    what: 'an outline source of no known form',
    at: 'Đề cương!D2',
    plant: typed(OUTLINE, ['Nguồn nội dung', 2], 'tự viết'),
  },
  { code: 'not-in-list', what: 'a level of heading beyond three', at: 'Đề cương!B2', plant: typed(OUTLINE, ['Cấp', 2], 4) },
  {
    code: 'bad-email',
    what: 'two addresses in one cell',
    at: 'Phân công!C2',
    plant: typed(ROLES, ['Thư điện tử', 2], 'a@b.vn, c@d.vn'),
  },
  {
    code: 'bad-level',
    what: 'a range upside down',
    at: 'Kế hoạch - Chỉ tiêu!Y3',
    plant: typed(INDICATORS, ['Năm 2024', 3], '100 - 98'),
  },
  {
    code: 'bad-due',
    what: 'a deadline in words',
    at: 'Kế hoạch - Nhiệm vụ!I3',
    plant: typed(TASKS, ['Thời hạn hoàn thành', 3], 'cuối năm'),
  },
  { code: 'error-in-cell', what: 'a broken formula', at: 'Nhập số liệu!J3', plant: typed(ACTUALS, ['Tử số', 3], '#REF!') },
  {
    code: 'text-too-long',
    what: 'a text longer than a cell may hold',
    at: 'Nhập số liệu!P3',
    plant: typed(ACTUALS, ['Kết quả bằng lời', 3], 'a'.repeat(50_001)),
  },
  {
    code: 'older-workbook',
    what: 'a version that is over',
    at: 'Thông tin chung!B8',
    plant: typed(SETTINGS, ['Giá trị', 8], '1'),
  },
];

const read = ({ plant, locale }: Fault) => {
  const tabs = smallPlan();
  plant(tabs);
  const raw = rawBook(tabs, locale);
  const book = readBook(raw);
  return { ...book, problems: [...withProposals(book.problems, nearLayout(raw, book)), ...olderWorkbook(book)] };
};

describe('a mistake in the sheet', () => {
  it('is absent from the sound small workbook', () => {
    expect(readBook(rawBook(smallPlan())).problems).toEqual([]);
  });

  it.each(FAULTS)('is told with its cell: $code, $what', (fault) => {
    const found = read(fault).problems.map(({ code, at }) => ({ code, at: at === null ? null : a1(at) }));
    expect(found).toContainEqual({ code: fault.code, at: fault.at });
  });

  it.each(FAULTS)('is alone, and has a sentence with the place and the mend: $code, $what', (fault) => {
    const { problems } = read(fault);
    const told = problems.filter(({ code }) => code === fault.code);
    expect(told).toHaveLength(1);
    for (const problem of problems) expect(sayProblem(problem)).toMatch(/^Trang «[^»]+»: .*(Đề nghị|đề nghị) .*\.$/u);
  });

  it('is planted here for every code', () => {
    expect([...new Set(FAULTS.map(({ code }) => code))].sort()).toEqual(Object.keys(SHEET_PROBLEM_SEVERITY).sort());
  });

  it.each(FAULTS.filter(({ at }) => at?.startsWith('Nhập số liệu!') && !at.endsWith('2')))(
    'leaves the other rows as they are: $code, $what',
    (fault) => {
      const others = read(fault).actuals.filter(({ indicator }) => indicator === 'T2');
      expect(others).toMatchObject([{ numerator: 400, denominator: 500 }]);
    },
  );

  it('makes only its own field blank', () => {
    const [first] = read({ code: 'text-in-number', what: '', at: '', plant: typed(ACTUALS, ['Tử số', 3], 'nhiều') }).actuals;
    expect(first).toMatchObject({ indicator: 'T1', numerator: null, denominator: 500 });
  });

  it('in a grey cell is nobody’s mistake, because the machine writes it again', () => {
    const tabs = smallPlan();
    typed(ACTUALS, ['Đánh giá', 3], 'tốt lắm')(tabs);
    expect(readBook(rawBook(tabs)).problems).toEqual([]);
  });

  it('is one line when a tab has no header of ours at all', () => {
    const tabs = smallPlan();
    const at = tabs.indexOf(tabOf(tabs, ACTUALS));
    tabs[at] = memoryTab(101, ACTUALS.name, [['ghi chép'], [1, 2]]);
    expect(readBook(rawBook(tabs)).problems.map(({ code }) => code)).toEqual(['missing-header']);
  });
});
