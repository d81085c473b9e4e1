import { tidy } from '../../domain/core/word.ts';
import type { Judgement } from '../../domain/judging/verdict.ts';
import type { IndicatorItem } from '../../domain/report/report-model.ts';
import { measuredValue } from '../../domain/report/report-trend.ts';
import { sayDayPadded } from '../core/day.ts';
import { isAnyReduction, sayLevel } from '../judging/verdict.ts';
import type { Run } from '../paper/paper.ts';
import { blank, figure, plain, stop, withoutDash } from '../paper/runs.ts';
import { sayCited } from './cited.ts';
import { measuredRuns, sayDistance, sayInUnit, sayTrend } from './report-measured.ts';
import { upperFirst } from './sentence.ts';

type Telling = {
  /** Whether this is the movement that the paragraph tells. */
  readonly isCompared: boolean;
  /** Whether a rate prints its fraction: not where both its numbers stand beside it. */
  readonly parts: boolean;
};

const WHOLE: Telling = { isCompared: true, parts: true };

/** One sentence on one indicator: its figures, the verdict against the plan, the movement since last year, the words typed. */
export function indicatorSentence(item: IndicatorItem, { isCompared, parts }: Telling = WHOLE): Run[] {
  const spoken = tidy(item.spoken);
  const now = [...resultRuns(item, parts), ...(isCompared ? trendRuns(item) : []), ...untilRuns(item), ...citedRuns(item)];
  const estimate = estimateRuns(item);
  const said = [...now, ...(now.length > 0 && estimate.length > 0 ? [plain('; ')] : []), ...estimate];
  const told = spoken === '' ? [] : [plain(said.length === 0 ? '' : '. '), figure(spoken, item.spokenSource)];
  const tail = stop(spoken === '' ? (said[said.length - 1]?.text ?? '') : spoken);
  const title = upperFirst(withoutDash(tidy(item.indicator.title)));
  const [first, ...rest] = said;
  const isVerb = first !== undefined && /^(?:đạt|xếp) /u.test(first.text);
  // «Xếp loại …: loại Tốt», «Thứ hạng …: thứ 4»: the verb stands in the title.
  const isNamed = isVerb && /^(?:xếp|thứ hạng|hạng) /iu.test(title);
  const verb = isNamed ? `: ${first.text.replace(/^xếp /u, '')}` : ` ${first?.text ?? ''}`;
  const head = isVerb ? [plain(`${title}${verb}`), ...rest] : [plain(`${title}: `), ...said];
  return [...head, ...told.filter(({ text }) => text !== ''), ...tail];
}

/** «; số liệu đến ngày 25/02/2026» where that is not the report's own day. */
function untilRuns({ dataAsOf, judgement: { measured } }: IndicatorItem): Run[] {
  return dataAsOf === null || measured === null ? [] : [plain(`; số liệu đến ngày ${sayDayPadded(dataAsOf)}`)];
}

/** «; theo Báo cáo số 12/BC-UBND ngày 05 tháng 6 năm 2024»: the documents that were typed as its proof. */
function citedRuns({ evidence, judgement: { measured } }: IndicatorItem): Run[] {
  const cited = measured === null ? '' : sayCited(evidence);
  return cited === '' ? [] : [plain(`; theo ${cited}`)];
}

function resultRuns(item: IndicatorItem, parts: boolean): Run[] {
  const { judgement, spoken } = item;
  const measured = measuredRuns(item, parts);
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

/** «ước thực hiện đến 31/12/2024: 98%»: what is only expected is told and never judged. */
export function estimateRuns({ estimate, indicator, judgement }: IndicatorItem): Run[] {
  if (estimate === null) return [];
  const unit = ['%', 'hạng', ''].includes(indicator.unit) ? '' : ` ${indicator.unit}`;
  const ranked = indicator.kind === 'rank-at-most' ? 'xếp thứ ' : '';
  return [
    plain(`ước thực hiện đến 31/12/${judgementYear(judgement)}: ${ranked}`),
    figure(sayInUnit(estimate.value, indicator), estimate.source),
    ...(unit === '' ? [] : [plain(unit)]),
  ];
}

/** The report of a year is named by it. */
function judgementYear({ period }: Judgement): string {
  return /\d{4}/u.exec(period)?.[0] ?? '';
}

/**
 * «đạt chỉ tiêu Kế hoạch (từ 98% trở lên)», «vượt 02 bậc so với chỉ tiêu Kế hoạch (…)», «chưa đạt chỉ tiêu Kế hoạch (…), thấp
 * hơn 0,70 điểm phần trăm».
 */
function sayAgainstPlan(item: IndicatorItem): string {
  const { judgement, indicator } = item;
  const { verdict, target, gap } = judgement;
  const isWord = target?.kind === 'grade' && indicator.kind === 'milestone';
  const level = target === null || isWord ? '' : ` (${sayLevel(target, indicator.unit, indicator.kind)})`;
  const plan = `chỉ tiêu Kế hoạch${level}`;
  // «Đạt, đúng chỉ tiêu Kế hoạch»: the answer is the level itself.
  if (verdict === 'met') return isWord ? `đúng ${plan}` : sayMet(item, plan);
  const short = `${verdict === 'nearly-met' ? 'gần đạt' : 'chưa đạt'} ${plan}`;
  if (gap === null || gap === 0 || isAnyReduction(target, indicator.kind)) return short;
  return `${short}, ${isAbove(judgement, indicator.kind) ? 'cao hơn' : 'thấp hơn'} ${sayDistance(gap, indicator)}`;
}

/** More than asked is «vượt»; where less is better, a result below the ceiling is «đạt …, thấp hơn mức tối đa». */
function sayMet({ beyond, indicator }: IndicatorItem, plan: string): string {
  if (beyond === null || beyond <= 0) return `đạt ${plan}`;
  const by = sayDistance(beyond, indicator);
  return indicator.kind === 'at-most' ? `đạt ${plan}, thấp hơn mức tối đa ${by}` : `vượt ${by} so với ${plan}`;
}

/** Which side of the target the result lies on; a rank below the one wanted is «thấp hơn» though its number is larger. */
function isAbove({ measured, target }: Judgement, kind: IndicatorItem['indicator']['kind']): boolean {
  if (kind === 'at-most') return true;
  const value = measured === null ? null : measuredValue(measured);
  return kind === 'between' && target?.kind === 'range' && value !== null && value > target.to;
}
