import type { IndicatorItem } from '../domain/report-model.ts';
import { measuredValue } from '../domain/report-trend.ts';
import type { Judgement } from '../domain/verdict.ts';
import { tidy } from '../domain/word.ts';
import type { Paragraph, Run } from './paper.ts';
import { measuredRuns, sayDistance, sayInUnit, sayTrend } from './report-measured.ts';
import { blank, figure, isDashed, paragraph, plain, stop, withoutDash } from './runs.ts';
import { sayLevel } from './verdict.ts';

/** One point on one indicator: its figures, the verdict against the plan, the movement since last year, the words typed. */
export function indicatorPoint(item: IndicatorItem): Paragraph {
  const spoken = tidy(item.spoken);
  const said = [...resultRuns(item), ...trendRuns(item), ...estimateRuns(item)];
  const told = spoken === '' ? [] : [plain(said.length === 0 ? '' : '. '), figure(spoken, item.spokenSource)];
  const tail = stop(spoken === '' ? (said[said.length - 1]?.text ?? '') : spoken);
  const title = tidy(item.indicator.title);
  return paragraph(
    'point',
    plain(`${isDashed(title) ? '+' : '-'} ${withoutDash(title)}: `),
    ...said,
    ...told.filter(({ text }) => text !== ''),
    ...tail,
  );
}

function resultRuns(item: IndicatorItem): Run[] {
  const { judgement, spoken } = item;
  const measured = measuredRuns(item);
  switch (judgement.verdict) {
    case 'no-data':
      return judgement.reason === 'baseline-missing' ? withoutBaseline(measured) : [blank()];
    case 'nothing-arose':
      return [plain('trong kỳ không phát sinh')];
    case 'not-due':
      if (judgement.reason === 'awaiting-publication') return [plain('chờ cấp trên công bố kết quả')];
      return measured.length === 0 ? notDueYet(spoken) : [...measured, plain(', chưa đến kỳ đánh giá')];
    case 'track-only':
    case 'not-applicable':
      return measured;
    default:
      return [...(measured.length === 0 ? [blank()] : measured), plain(`, ${sayAgainstPlan(item)}`)];
  }
}

/** The result may be known while the figure it is compared with is not. */
function withoutBaseline(measured: readonly Run[]): Run[] {
  return [...(measured.length === 0 ? [blank()] : measured), plain(', số liệu gốc để so sánh: '), blank()];
}

function notDueYet(spoken: string): Run[] {
  return spoken.trim() === '' ? [plain('chưa đến kỳ đánh giá')] : [];
}

function trendRuns({ trend, indicator, judgement }: IndicatorItem): Run[] {
  if (trend === null || judgement.verdict === 'nothing-arose' || judgement.verdict === 'not-applicable') return [];
  const isShort = judgement.verdict === 'track-only' && indicator.unit !== '%' && !indicator.unit.includes(',');
  return [plain(`${isShort ? ',' : ';'} ${sayTrend(trend, indicator)}`)];
}

function estimateRuns({ estimate, indicator, judgement }: IndicatorItem): Run[] {
  if (estimate === null) return [];
  const said = sayInUnit(estimate.value, indicator);
  const unit = ['%', 'hạng'].includes(indicator.unit) ? '' : ` ${indicator.unit}`;
  const ranked = indicator.kind === 'rank-at-most' ? 'xếp thứ ' : '';
  return [
    plain(`; ước thực hiện đến 31/12/${judgementYear(judgement)}: ${ranked}`),
    figure(said, estimate.source),
    plain(unit),
  ].filter(({ text }) => text !== '');
}

/** The report of a year is named by it. */
function judgementYear({ period }: Judgement): string {
  return /\d{4}/u.exec(period)?.[0] ?? '';
}

/** «đạt chỉ tiêu Kế hoạch (từ 98% trở lên)», «chưa đạt chỉ tiêu Kế hoạch (từ 98% trở lên), thấp hơn 0,70 điểm phần trăm». */
function sayAgainstPlan({ judgement, indicator }: IndicatorItem): string {
  const { verdict, target, gap } = judgement;
  const level = target === null ? '' : ` (${sayLevel(target, indicator.unit, indicator.kind)})`;
  if (verdict === 'met') return `đạt chỉ tiêu Kế hoạch${level}`;
  const short = verdict === 'nearly-met' ? 'gần đạt' : 'chưa đạt';
  if (gap === null || gap === 0) return `${short} chỉ tiêu Kế hoạch${level}`;
  const side = isAbove(judgement, indicator.kind) ? 'cao hơn' : 'thấp hơn';
  return `${short} chỉ tiêu Kế hoạch${level}, ${side} ${sayDistance(gap, indicator)}`;
}

/** Which side of the target the result lies on; a rank below the one wanted is «thấp hơn» though its number is larger. */
function isAbove({ measured, target }: Judgement, kind: IndicatorItem['indicator']['kind']): boolean {
  if (kind === 'at-most' || kind === 'below-baseline') return true;
  const value = measured === null ? null : measuredValue(measured);
  return kind === 'between' && target?.kind === 'range' && value !== null && value > target.to;
}
