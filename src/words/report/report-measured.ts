import type { Indicator } from '../../domain/plan/indicator.ts';
import type { IndicatorItem, Trend } from '../../domain/report/report-model.ts';
import { measuredValue } from '../../domain/report/report-trend.ts';
import { sayCount, sayNumber, sayPercent } from '../core/number.ts';
import { decimalsBeside, sayGrade } from '../judging/verdict.ts';
import type { Run } from '../paper/paper.ts';
import { figure, plain } from '../paper/runs.ts';

/** Units of measure: their numbers are not counts and are never padded. */
const MEASURES: readonly string[] = ['phút', 'giờ', 'ngày', 'điểm', 'hạng', 'triệu đồng'];

/** Small whole counts are padded («08 người»), measures and ranks are not («9 phút», «xếp thứ 7»). */
export function sayInUnit(value: number, { unit }: Pick<Indicator, 'unit'>, decimals = 2): string {
  if (unit === '%') return `${sayNumber(value, decimals)}%`;
  return value === 0 || MEASURES.includes(unit) || !Number.isInteger(value) ? sayNumber(value, decimals) : sayCount(value);
}

/** «đạt 97,30% (973/1.000)», «14,50 phút», «xếp thứ 4», «xếp loại Tốt»: each figure with its source. */
export function measuredRuns(item: IndicatorItem, withParts = true): Run[] {
  const { judgement, indicator, sources } = item;
  const { measured } = judgement;
  if (measured === null) return [];
  if (measured.kind === 'grade') {
    return [
      ...(indicator.kind === 'grade-at-least' ? [plain('xếp loại ')] : []),
      figure(sayGrade(measured.grade), sources.result),
    ];
  }
  const value = measuredValue(measured);
  const parts =
    measured.kind === 'ratio' && withParts
      ? [
          plain(' ('),
          figure(sayNumber(measured.numerator), sources.numerator),
          plain('/'),
          figure(sayNumber(measured.denominator), sources.denominator),
          plain(')'),
        ]
      : [];
  return value === null ? [] : [...amountRuns(value, item), ...parts, ...baselineRuns(value, item)];
}

function amountRuns(value: number, { judgement, indicator, sources }: IndicatorItem): Run[] {
  const said = figure(sayInUnit(value, indicator, decimalsBeside(judgement)), sources.result);
  if (indicator.kind === 'rank-at-most') return [plain('xếp thứ '), said];
  if (indicator.unit === '%') return [plain('đạt '), said];
  if (indicator.kind === 'grade-at-least') return [said];
  const unit = indicator.unit === '' ? [] : [plain(` ${indicator.unit}`)];
  return indicator.kind === 'below-baseline' ? [plain('hiện có '), said, ...unit] : [said, ...unit];
}

/** «, giảm 5% so với số liệu gốc (20 người)», where a reduction is what is wanted. */
function baselineRuns(value: number, { indicator }: IndicatorItem): Run[] {
  const { kind, baseline, id, unit } = indicator;
  if (kind !== 'below-baseline' || baseline === null || baseline <= 0) return [];
  const by = sayPercent(Math.abs((100 * (value - baseline)) / baseline));
  const moved = value === baseline ? 'bằng' : `${value < baseline ? 'giảm' : 'tăng'} ${by} so với`;
  const source = { of: 'indicator', id, period: '', field: 'baseline' } as const;
  return [plain(`, ${moved} số liệu gốc (`), figure(sayInUnit(baseline, indicator), source), plain(` ${unit})`)];
}

/** The measured figure alone, for a table cell. */
export function measuredCell({ judgement, indicator, sources }: IndicatorItem): Run | null {
  const { measured } = judgement;
  if (measured === null) return null;
  if (measured.kind === 'grade') return figure(sayGrade(measured.grade), sources.result);
  const value = measuredValue(measured);
  return value === null ? null : figure(sayInUnit(value, indicator, decimalsBeside(judgement)), sources.result);
}

/** The figure of the like period of the year before, for a column beside today's; none when the two do not compare. */
export function previousCell(item: IndicatorItem): Run | null {
  const { trend, sources, judgement } = item;
  if (trend === null) return null;
  const field = trend.before.kind === 'ratio' ? 'result' : 'typed';
  return measuredCell({
    ...item,
    judgement: { ...judgement, measured: trend.before, verdict: 'track-only', target: null },
    sources: { ...sources, result: { ...sources.result, period: trend.period, field } },
  });
}

/** «Cùng kỳ năm 2023» or «Năm 2023», over that column; `null` where no row has such a figure. */
export function sayPreviousColumn(items: readonly IndicatorItem[]): string | null {
  const trend = items.find((item) => item.trend !== null)?.trend ?? null;
  return trend === null ? null : `${trend.wholeYear ? 'Năm' : 'Cùng kỳ năm'} ${trend.year}`;
}

/** A distance in the unit of the target: «0,70 điểm phần trăm», «02 bậc», «1,50 phút»; one that would round to nothing is «chưa đến 0,01 …». */
export function sayDistance(by: number, { kind, unit }: Pick<Indicator, 'kind' | 'unit'>): string {
  const isRate = unit === '%' || kind === 'below-baseline';
  const name = kind === 'rank-at-most' ? 'bậc' : kind === 'grade-at-least' ? 'mức xếp loại' : isRate ? 'điểm phần trăm' : unit;
  const size = isRate ? sayNumber(by) : sayInUnit(by, { unit });
  return `${by > 0 && sayNumber(by) === '0' ? 'chưa đến 0,01' : ['bậc', 'mức xếp loại'].includes(name) ? sayCount(by) : size} ${name}`;
}

/** «tăng 1,20 điểm phần trăm so với cùng kỳ năm 2023», «bằng cùng kỳ năm 2023»; a smaller rank number is a rise. */
export function sayTrend({ way, by, year, wholeYear }: Trend, { kind, unit }: Indicator): string {
  const before = `${wholeYear ? '' : 'cùng kỳ '}năm ${year}`;
  const [isRank, isGrade] = [kind === 'rank-at-most', kind === 'grade-at-least'];
  if (way === 'same')
    return isRank || isGrade ? `giữ nguyên ${isRank ? 'thứ hạng' : 'xếp loại'} so với ${before}` : `bằng ${before}`;
  const rise = way === (isRank ? 'down' : 'up');
  const step = { kind: isRank || isGrade ? kind : 'at-least', unit } as const;
  return `${rise ? 'tăng' : 'giảm'} ${sayDistance(by, step)} so với ${before}`;
}
