import type { NoPace, Pace, SeriesKind } from '../../domain/judging/pace.ts';
import type { PeriodPlace } from '../../domain/period/period.ts';
import { sayNumber } from '../core/number.ts';

const WHY_NO_PACE: Readonly<Record<NoPace, string>> = {
  'not-a-measure': 'Chỉ tiêu này không phải là số đo tăng, giảm dần nên không tính mức cần tăng thêm.',
  'no-level': 'Năm này không giao mức nên không tính mức cần tăng thêm.',
  'unlike-points': 'Số liệu của từng kỳ tính riêng, không so được với nhau trong năm nên không tính mức cần tăng thêm.',
  'too-few-points': 'Chưa đủ hai kỳ so được với nhau nên chưa tính mức cần tăng thêm.',
  'no-time-left': 'Đã hết kỳ của năm, không còn quý nào để tăng thêm.',
  'only-rises': 'Số lũy kế đã vượt mức và không giảm được trong năm.',
};

type Said = { readonly unit: string; readonly goal: string; readonly year: number };

/** «Cần tăng thêm 5 điểm phần trăm mỗi quý để đạt từ 70% trở lên trong năm 2024. …», or why there is nothing to say. */
export function sayPace(pace: Pace, { unit, goal, year }: Said): string {
  if (pace.kind === 'none') return WHY_NO_PACE[pace.why];
  if (pace.kind === 'reached') return `Kết quả mới nhất đã đạt chỉ tiêu năm ${year} (${goal}).`;
  const verb = pace.way === 'up' ? 'tăng thêm' : 'giảm thêm';
  const moved =
    pace.soFar === 0 ? 'giữ nguyên' : `${pace.soFar > 0 ? 'tăng' : 'giảm'} ${amount(Math.abs(pace.soFar), unit)} mỗi quý`;
  return `Cần ${verb} ${amount(pace.perQuarter, unit)} mỗi quý để đạt chỉ tiêu năm ${year} (${goal}). Từ ${pace.from} đến ${pace.to}: ${moved}.`;
}

/** What rounds to nothing is «dưới 0,01», because something is still needed. */
function amount(value: number, unit: string): string {
  const number = sayNumber(value) === '0' ? 'dưới 0,01' : sayNumber(value);
  return unit.trim() === '%' ? `${number} điểm phần trăm` : `${number} ${unit.trim()}`.trim();
}

/** Why the points of a line compare. */
export const SERIES_LABELS: Readonly<Record<SeriesKind, string>> = {
  moments: 'Tại thời điểm chốt từng kỳ',
  'year-to-date': 'Lũy kế trong năm',
  'same-report': 'Cùng kỳ các năm',
};

const QUARTERS = ['QI', 'QII', 'QIII', 'QIV'] as const;

function shortWords({ type, turn }: PeriodPlace): string {
  if (type === 'month') return `T${turn ?? ''}`;
  if (type === 'quarter') return QUARTERS[(turn ?? 1) - 1] ?? 'Q';
  if (type === 'half') return turn === 2 ? '6TC' : '6T';
  if (type === 'nine-months') return '9T';
  return type === 'year' ? 'Năm' : 'CĐ';
}

/** «6T/24»: a period under a chart; «6TC»: 6 tháng cuối năm, «CĐ»: a report on a subject. */
export function sayShortPeriod(period: PeriodPlace & { readonly year: number }): string {
  return `${shortWords(period)}/${String(period.year).slice(2)}`;
}

/** A value at its point: «62%», «17». */
export function sayPoint(value: number, unit: string): string {
  return `${sayNumber(value)}${unit.trim() === '%' ? '%' : ''}`;
}
