import { entryProgress } from '../../domain/checks/entry-progress.ts';
import type { Severity } from '../../domain/checks/finding.ts';
import type { Day } from '../../domain/core/day.ts';
import type { Evaluation } from '../../domain/judging/evaluate.ts';
import { notMet } from '../../domain/judging/tally.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isSample, setting } from '../../domain/plan/settings.ts';
import { isProposal } from '../../domain/plan/task.ts';
import { sayDay, sayTime } from '../core/day.ts';
import { SEVERITY_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';
import { NO_LEAD, sayEntryDue } from '../entry/owed.ts';
import { HEAD_WORDS } from '../set-up/layout.ts';

/** Headings of the tables on `Tổng quan`. */
export const OVERVIEW_WORDS = {
  verdictsByField: 'Chỉ tiêu theo lĩnh vực',
  verdictsByLead: 'Chỉ tiêu theo chủ trì',
  statusesByField: 'Nhiệm vụ theo lĩnh vực',
  statusesByLead: 'Nhiệm vụ theo chủ trì',
  progressByLead: 'Tiến độ nhập theo chủ trì',
  problems: 'Nội dung cần sửa, cần xem',
  deadlines: 'Việc đến hạn trong 60 ngày tới',
  deadlineTask: 'Nhiệm vụ',
  deadlineOn: 'Hạn',
  chart: 'Kết quả đánh giá chỉ tiêu theo lĩnh vực',
  field: 'Lĩnh vực',
  lead: 'Chủ trì',
  noField: '(chưa ghi lĩnh vực)',
  otherFields: 'Các lĩnh vực khác',
  noLead: NO_LEAD,
  due: 'Phải nhập',
  entered: 'Đã nhập',
  left: 'Còn lại',
  bar: 'Tiến độ',
  openPeriods: 'Các kỳ đang mở',
  openPeriod: 'Kỳ',
  notMetToo: 'Chưa đạt, kể cả gần đạt',
  overdue: 'Nhiệm vụ quá hạn',
  severity: 'Mức',
  count: 'Số nội dung',
  total: 'Cộng',
} as const;

/** Under the nearest deadlines. */
export function sayMoreDeadlines(count: number): string {
  return `Còn ${sayCount(count)} việc khác đến hạn trong thời gian này, xem trang Nhập tiến độ.`;
}

/** Stands wherever invented figures could be taken for real ones. */
export const SAMPLE_MARK = 'SỐ LIỆU MINH HỌA';
const NONE_OPEN = 'Chưa mở kỳ báo cáo. Bấm: Kế hoạch CCHC ▸ Mở kỳ báo cáo…';

/** The lines above the tables; '' keeps a line's place when it has nothing to say. */
export function sayOverviewHead(plan: Plan, period: Period | null, today: Day, minutes: number | null = null): string[] {
  const unit = setting(plan, 'unit-name', today);
  const title = `TỔNG QUAN CẢI CÁCH HÀNH CHÍNH${unit === null ? '' : ` – ${unit}`}`;
  return [
    title,
    period === null ? NONE_OPEN : `${sayPeriodLine(plan, period, today)}${minutes === null ? '' : ` ${sayUpdatedAt(minutes)}`}`,
    HEAD_WORDS.legend,
    sayProposals(plan),
    sayMark(plan),
  ];
}

/** «Cộng – Kế hoạch năm 2026»: counts of one of several plans. */
export const sayOfPlan = (what: string, plan: string): string => `${what} – ${plan}`;

/** «Cập nhật lúc 08:15.»: when the figures were counted last; the day stands before it. */
function sayUpdatedAt(minutes: number): string {
  return `Cập nhật lúc ${sayTime(minutes)}.`;
}

/** A line of the head without its time: two that differ in it alone say the same. */
export function withoutTime(line: string): string {
  return line.replace(/ Cập nhật lúc \d{2}:\d{2}\.$/u, '');
}

/** «Đang nhập: 6 tháng đầu năm 2024 (15/12/2023 – 14/6/2024). Tính đến ngày 5/6/2024. Hạn công chức nhập: 12/6/2024, còn 05 ngày làm việc.» */
export function sayPeriodLine(plan: Plan, period: Period, today: Day): string {
  const window = `Đang nhập: ${period.name} (${sayDay(period.start)} – ${sayDay(period.end)}). Tính đến ngày ${sayDay(today)}.`;
  return [window, sayEntryDue(plan, period, today)].filter((part) => part !== '').join(' ');
}

/** Of a period that is open beside the one being entered: «Kỳ khác đang mở: Năm 2023 (đã mở lại). Chưa đạt 01 chỉ tiêu; 02 nhiệm vụ quá hạn; còn 03 nội dung chưa nhập.» */
export function sayOtherPeriod(plan: Plan, { period, evaluation }: OpenPeriod, today: Day): string {
  const { tally, plans } = evaluation;
  const owed = entryProgress(plan, evaluation).reduce((sum, { due, entered }) => sum + due - entered, 0);
  const counts = [
    ...(plans.length < 2 ? [{ ...tally, title: '' }] : plans).flatMap((of) => {
      const what = of.title === '' ? '' : ` của ${of.title}`;
      return [
        [notMet(of), `${sayCount(notMet(of))} chỉ tiêu${what} chưa đạt`],
        [of.statuses.overdue, `${sayCount(of.statuses.overdue)} nhiệm vụ${what} quá hạn`],
      ] as const;
    }),
    [owed, `còn ${sayCount(owed)} nội dung chưa nhập`],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([, text]) => text);
  const state = period.state === 'reopened' ? ' (đã mở lại)' : '';
  const head = [`Kỳ khác đang mở: ${period.name}${state}.`, sayEntryDue(plan, period, today)];
  return [...head, told.length === 0 ? '' : `${upperFirst(told.join('; '))}.`].filter((part) => part !== '').join(' ');
}

type OpenPeriod = { readonly period: Period; readonly evaluation: Evaluation };

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

function sayProposals({ tasks }: Plan): string {
  const proposed = tasks.filter(isProposal).length;
  return proposed === 0 ? '' : `Còn ${sayCount(proposed)} thời hạn đề xuất, chờ UBND xác nhận.`;
}

function sayMark(plan: Plan): string {
  return isSample(plan) ? SAMPLE_MARK : '';
}

const BAR_LENGTH = 10;

/** The squares of the bar; the overview's colours know a bar by its first. */
export const BAR = { filled: '■', empty: '□' } as const;

/** «■■■■■■■□□□»: a small chart of text beside its figures; full only when nothing is left. */
export function sayBar(done: number, all: number): string {
  if (all === 0) return '';
  const filled = Math.floor((BAR_LENGTH * done) / all);
  return BAR.filled.repeat(filled) + BAR.empty.repeat(BAR_LENGTH - filled);
}

/** The rows of the table of problems. */
export function problemRows(counts: Readonly<Record<Severity, number>>): readonly (readonly [string, number])[] {
  return (['must-fix', 'review', 'note'] as const).map((severity) => [SEVERITY_LABELS[severity], counts[severity]]);
}
