import type { PlanTemplate } from '../../src/app/base/ports.ts';
import { day } from '../../src/domain/core/day.ts';
import { HEAD_WORDS } from '../../src/words/set-up/layout.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { WORKBOOK_VERSION } from '../../src/workbook/core/version.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { OVERVIEW } from '../../src/workbook/tabs/all.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { NARRATIVES } from '../../src/workbook/tabs/narratives.ts';
import { PERIODS } from '../../src/workbook/tabs/periods.ts';
import { FROZEN, JOURNAL, MAILS, REPORTS } from '../../src/workbook/tabs/records.ts';
import { HOLIDAYS, OUTLINE, ROLES, SETTINGS, TEMPLATE } from '../../src/workbook/tabs/settings.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { type MemoryTab, memoryTab } from './memory-ports.ts';

/** A row by column key; what is left out is blank. */
export type Row = Readonly<Record<string, CellValue>>;

export const H1 = '6 tháng đầu năm 2024';
export const Q1 = 'Quý I 2024';
export const CLERK = 'Văn phòng – Thống kê (Nội vụ)';
export const JUSTICE = 'Tư pháp – Hộ tịch';
export const FIELD = 'Cải cách thủ tục hành chính';

/** A date cell. */
export function on(text: string): CellValue {
  return { day: day(text), minutes: 0 };
}

/** The headers of a tab in their order; year columns stand where the specification has none. */
export function headersOf(spec: TabSpec): string[] {
  const headers = Object.values(spec.columns).map(({ header }) => header);
  return spec.key === 'indicators' ? [...headers, 'Năm 2023', 'Năm 2024'] : headers;
}

/** A tab as set-up lays it: a head line on visible tabs, then the headers, then the rows. */
export function tabWith(spec: TabSpec, rows: readonly Row[], sheetId: number): MemoryTab {
  const keys = spec.key === 'indicators' ? [...Object.keys(spec.columns), 'Năm 2023', 'Năm 2024'] : Object.keys(spec.columns);
  const head = spec.group === 'hidden' ? [] : [[spec.name, ...(spec.group === 'entry' ? ['', '', HEAD_WORDS.updated] : [])]];
  const cells = rows.map((row) => keys.map((key) => row[key] ?? ''));
  const tab = memoryTab(sheetId, spec.name, [...head, headersOf(spec), ...cells]);
  tab.hidden = spec.group === 'hidden';
  return tab;
}

export function indicator(id: string, more: Row = {}): Row {
  return {
    id,
    field: FIELD,
    title: `Tỷ lệ hồ sơ của ${id}`,
    kind: 'Từ mức trở lên',
    unit: '%',
    measure: '',
    judged: 'Mọi kỳ',
    data: 'Lũy kế từ đầu năm',
    lead: JUSTICE,
    planPlace: 'II.1',
    origin: 'Theo Kế hoạch',
    'Năm 2023': 70,
    'Năm 2024': 75,
    ...more,
  };
}

export function task(id: string, more: Row = {}): Row {
  return {
    id,
    field: FIELD,
    title: `Việc ${id}`,
    product: 'Báo cáo',
    lead: JUSTICE,
    frequency: 'Có thời hạn',
    due: on('2024-05-31'),
    dueRule: 'Đến hết ngày',
    planPlace: 'III.1',
    origin: 'Theo Kế hoạch',
    ...more,
  };
}

export function actual(id: string, more: Row = {}): Row {
  return { id, period: H1, ...more };
}

export function entry(id: string, more: Row = {}): Row {
  return { id, period: H1, ...more };
}

export const PERIOD_ROWS: readonly Row[] = [
  {
    name: Q1,
    start: on('2023-12-15'),
    end: on('2024-03-14'),
    cumulative: 'có',
    state: 'Đã chốt',
  },
  {
    name: H1,
    start: on('2023-12-15'),
    end: on('2024-06-14'),
    cumulative: 'có',
    entryDueOn: on('2024-06-12'),
    state: 'Đang nhập',
  },
  { name: 'Quý III 2024', start: on('2024-06-15'), end: on('2024-09-14'), cumulative: 'không', state: 'Chưa mở' },
  { name: 'Năm 2024', start: on('2023-12-15'), end: on('2024-12-14'), cumulative: 'có', state: 'Chưa mở' },
];

export const SETTING_ROWS: readonly Row[] = [
  ['Tên đơn vị', 'UBND xã Mẫu'],
  ['Giai đoạn', '2021 - 2025'],
  ['Lĩnh vực', FIELD],
  ['Chức danh nhận thư cảnh báo', 'Chủ tịch UBND xã'],
  ['Chức danh thường trực CCHC', CLERK],
  ['Chức danh người ký', 'Chủ tịch UBND xã'],
  ['Phiên bản sổ', String(WORKBOOK_VERSION)],
].map(([name = '', value = '']) => ({ name, value }));

export const ROLE_ROWS: readonly Row[] = [
  { role: 'Chủ tịch UBND xã', person: 'Người nhận', email: 'chutich@example.vn' },
  { role: CLERK, person: 'Người theo dõi', email: 'vanphong@example.vn' },
  { role: JUSTICE, person: 'Người thực hiện', email: 'tuphap@example.vn' },
];

/** The rows of a small workbook, tab by tab; a test replaces those it is about. */
export type SmallPlan = Partial<Record<TabSpec['key'], readonly Row[]>>;

const SPECS = [
  ACTUALS,
  ENTRIES,
  NARRATIVES,
  INDICATORS,
  TASKS,
  PERIODS,
  ROLES,
  SETTINGS,
  HOLIDAYS,
  OUTLINE,
  MAILS,
  JOURNAL,
  FROZEN,
  REPORTS,
  TEMPLATE,
];

/** Two indicators (one below its target), one task past its deadline, quý I closed, 6 tháng being entered. */
export function smallPlan(rows: SmallPlan = {}): MemoryTab[] {
  const all: SmallPlan = {
    indicators: [indicator('T1'), indicator('T2')],
    tasks: [task('N1')],
    periods: PERIOD_ROWS,
    settings: SETTING_ROWS,
    roles: ROLE_ROWS,
    holidays: [{ day: on('2024-04-30'), kind: 'Nghỉ' }],
    outline: [{ place: 'I', level: 1, title: 'Công tác chỉ đạo', source: 'Nội dung báo cáo' }],
    actuals: [actual('T1', { numerator: 310, denominator: 500 }), actual('T2', { numerator: 400, denominator: 500 })],
    entries: [entry('N1', { progress: 'Đang thực hiện' })],
    narratives: [{ period: H1, place: 'I', title: 'Công tác chỉ đạo' }],
    ...rows,
  };
  return [memoryTab(100, OVERVIEW.name, [['']]), ...SPECS.map((spec, at) => tabWith(spec, all[spec.key] ?? [], 101 + at))];
}

/** The same plan as a template that set-up lays out. */
export const SMALL_TEMPLATE: PlanTemplate = {
  key: 'mau',
  title: 'Kế hoạch mẫu',
  tabs: Object.fromEntries(
    smallPlan({ actuals: [], entries: [], narratives: [], periods: PERIOD_ROWS.map((row) => ({ ...row, state: '' })) })
      .filter(({ name }) => [INDICATORS, TASKS, PERIODS, ROLES, SETTINGS, HOLIDAYS, OUTLINE].some((spec) => spec.name === name))
      .map(({ name, hidden, values }) => [name, values.slice(hidden ? 0 : 1).map((row) => row.map(plain))]),
  ),
};

/** Template cells are texts and numbers, days as people type them. */
function plain(cell: CellValue): string | number {
  if (typeof cell === 'object') return cell.day.split('-').reverse().join('/');
  return typeof cell === 'boolean' ? String(cell) : cell;
}
