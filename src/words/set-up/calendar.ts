import { addDays, type Day, day, monthOf, weekdayOf, yearOf } from '../../domain/core/day.ts';
import type { PeriodType } from '../../domain/period/period.ts';
import type { CalendarKind } from '../../domain/plan/set-up.ts';
import { sayDayPadded } from '../core/day.ts';
import { NO, PERIOD_TYPE_LABELS, YES } from '../core/labels.ts';

type SheetRow = readonly (string | number)[];

const HEADERS = [
  'Kỳ',
  'Từ ngày',
  'Đến ngày',
  'Lũy kế từ đầu năm',
  'Hạn công chức nhập',
  'Hạn gửi cấp trên',
  'Phương hướng cho',
  'Loại kỳ',
  'Năm kế hoạch',
];

/** The rows of `Kỳ báo cáo` under their headers, as a template has them. */
export function calendarRows(kind: Exclude<CalendarKind, 'template'>, years: readonly number[]): SheetRow[] {
  const of = { cchc: cchcYear, monthly: monthlyYear, none: () => [] } as const;
  return [HEADERS, ...years.flatMap((year) => of[kind](year).map(rowOf))];
}

type Window = {
  readonly name: string;
  readonly type: PeriodType;
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  readonly cumulative: boolean;
  readonly outlook: string;
};

/** The four reports on administrative reform (docs/rules.md). */
function cchcYear(year: number): Window[] {
  const start = day(`${year - 1}-12-15`);
  const window = (name: string, type: PeriodType, [end, outlook]: readonly [string, string]): Window => ({
    name: `${name} ${year}`,
    type,
    year,
    start,
    end: day(`${year}-${end}`),
    cumulative: true,
    outlook,
  });
  return [
    window('Quý I', 'quarter', ['03-14', 'quý II']),
    window('6 tháng đầu năm', 'half', ['06-14', '6 tháng cuối năm']),
    { ...window('Quý III', 'quarter', ['09-14', 'quý IV']), start: day(`${year}-06-15`), cumulative: false },
    window('Năm', 'year', ['12-14', `năm ${year + 1}`]),
  ];
}

function monthlyYear(year: number): Window[] {
  return Array.from({ length: 12 }, (_, at) => {
    const start = day(`${year}-${String(at + 1).padStart(2, '0')}-01`);
    const next = addDays(start, 31);
    const end = addDays(day(`${yearOf(next)}-${String(monthOf(next)).padStart(2, '0')}-01`), -1);
    const outlook = `tháng ${at === 11 ? `1 năm ${year + 1}` : at + 2}`;
    return { name: `Tháng ${at + 1}/${year}`, type: 'month', year, start, end, cumulative: false, outlook };
  });
}

/** Days before the end by which officials type, and after it by which the report goes; neither on a weekend. */
const [TYPED_BEFORE, SENT_AFTER] = [3, 2];

function rowOf({ name, type, year, start, end, cumulative, outlook }: Window): SheetRow {
  const [typed, sent] = [onWorkday(addDays(end, -TYPED_BEFORE), -1), onWorkday(addDays(end, SENT_AFTER), 1)];
  const days = [start, end].map(sayDayPadded);
  return [name, ...days, cumulative ? YES : NO, sayDayPadded(typed), sayDayPadded(sent), outlook, PERIOD_TYPE_LABELS[type], year];
}

function onWorkday(on: Day, step: 1 | -1): Day {
  return [0, 6].includes(weekdayOf(on)) ? onWorkday(addDays(on, step), step) : on;
}
