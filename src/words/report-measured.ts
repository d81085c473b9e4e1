import type { Indicator } from '../domain/indicator.ts';
import type { IndicatorItem, Trend } from '../domain/report-model.ts';
import { measuredValue } from '../domain/report-trend.ts';
import { sayCount, sayNumber } from './number.ts';
import type { Run } from './paper.ts';
import { figure, plain } from './runs.ts';
import { decimalsBeside } from './verdict.ts';

/** Units of measure: their numbers are not counts and are never padded. */
const MEASURES: readonly string[] = ['phút', 'giờ', 'ngày', 'điểm', 'hạng', 'triệu đồng'];

/** Small whole counts are padded («08 người»), measures and ranks are not («9 phút», «xếp thứ 7»). */
export function sayInUnit(value: number, { unit }: Indicator, decimals = 2): string {
  if (unit === '%') return `${sayNumber(value, decimals)}%`;
  if (decimals > 2) return sayNumber(value, decimals);
  return value === 0 || MEASURES.includes(unit) ? sayNumber(value) : sayCount(value);
}

/** «đạt 97,30% (973/1.000)», «14,50 phút», «xếp thứ 04», «xếp loại Tốt»: each figure with its source. */
export function measuredRuns({ judgement, indicator, sources }: IndicatorItem): Run[] {
  const { measured } = judgement;
  if (measured === null) return [];
  if (measured.kind === 'grade') return [plain('xếp loại '), figure(measured.grade, sources.result)];
  const value = measuredValue(measured);
  const parts =
    measured.kind === 'ratio'
      ? [
          plain(' ('),
          figure(sayNumber(measured.numerator), sources.numerator),
          plain('/'),
          figure(sayNumber(measured.denominator), sources.denominator),
          plain(')'),
        ]
      : [];
  return value === null
    ? []
    : [...amountRuns(sayInUnit(value, indicator, decimalsBeside(judgement)), indicator, sources.result), ...parts];
}

function amountRuns(amount: string, indicator: Indicator, source: IndicatorItem['sources']['result']): Run[] {
  const said = figure(amount, source);
  if (indicator.kind === 'rank-at-most') return [plain('xếp thứ '), said];
  return indicator.unit === '%' ? [plain('đạt '), said] : [said, plain(` ${indicator.unit}`)];
}

/** The measured figure alone, for a table cell. */
export function measuredCell(item: IndicatorItem): Run | null {
  const { measured } = item.judgement;
  if (measured === null) return null;
  if (measured.kind === 'grade') return figure(measured.grade, item.sources.result);
  const value = measuredValue(measured);
  if (value === null) return null;
  return figure(sayInUnit(value, item.indicator, decimalsBeside(item.judgement)), item.sources.result);
}

/** A distance in the unit of the target: «0,70 điểm phần trăm», «02 bậc», «1,50 phút». */
export function sayDistance(by: number, indicator: Indicator): string {
  const { kind, unit } = indicator;
  if (kind === 'rank-at-most') return `${sayCount(by)} bậc`;
  if (kind === 'grade-at-least') return `${sayCount(by)} mức xếp loại`;
  return unit === '%' ? `${sayNumber(by)} điểm phần trăm` : `${sayInUnit(by, indicator)} ${unit}`;
}

/** «tăng 1,20 điểm phần trăm so với cùng kỳ năm 2023», «bằng cùng kỳ năm 2023»; a smaller rank number is a rise. */
export function sayTrend({ way, by, year }: Trend, indicator: Indicator): string {
  if (way === 'same') return `bằng cùng kỳ năm ${year}`;
  const rise = way === (indicator.kind === 'rank-at-most' ? 'down' : 'up');
  return `${rise ? 'tăng' : 'giảm'} ${sayDistance(by, indicator)} so với cùng kỳ năm ${year}`;
}
