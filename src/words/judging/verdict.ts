import { never } from '../../domain/core/invariant.ts';
import type { Judgement, Measured, VerdictReason } from '../../domain/judging/verdict.ts';
import { answerWord, isAnswerUnit } from '../../domain/plan/answer-code.ts';
import type { Indicator, TargetKind, TargetLevel } from '../../domain/plan/indicator.ts';
import { sayDay } from '../core/day.ts';
import { sayNumber } from '../core/number.ts';

/** What a sentence needs of the indicator. */
type Judged = Pick<Indicator, 'unit' | 'kind' | 'baseline'>;

/** Two numbers that differ less than this are equal to `compare` too. */
const MOST_DECIMALS = 12;

/** Why there is no verdict; `null` = there is one, with figures to say. */
const WHY_NONE: Readonly<Record<VerdictReason, string | null>> = {
  'declared-not-applicable': 'không áp dụng trong kỳ',
  'kind-is-track-only': 'chỉ theo dõi, không đánh giá',
  'no-target-this-year': 'Kế hoạch không giao mức cho năm này, chỉ theo dõi',
  'not-judged-this-period': 'chưa đến kỳ đánh giá',
  'before-milestone': 'chưa đến mốc hoàn thành, chưa đánh giá',
  'awaiting-publication': 'chờ cấp trên công bố kết quả',
  'denominator-zero': 'không phát sinh trong kỳ',
  'declared-nothing-arose': 'không phát sinh trong kỳ',
  'nothing-typed': 'chưa có số liệu',
  'denominator-missing': 'chưa có số liệu: đã nhập Tử số, chưa nhập Mẫu số',
  'part-above-whole': 'chưa đánh giá được: Tử số lớn hơn Mẫu số, tỷ lệ vượt 100%',
  'baseline-missing': 'chưa có số liệu gốc để so sánh',
  'unknown-grade': 'chưa đánh giá được: kết quả không có trong Thang xếp loại',
  'not-usable': 'chưa đánh giá được: kết quả nhập không hợp lệ',
  'target-reached': null,
  'target-exceeded': null,
  'within-tolerance': null,
  'target-missed': null,
};

/** «62% (310/500)», «17 phút (5.100/300)», «7», «Tốt»; '' when nothing was measured. */
export function sayMeasured(measured: Measured | null, unit: string, decimals = 2): string {
  if (measured === null) return '';
  const value = sayValue(measured, unit, decimals);
  return measured.kind === 'ratio' ? `${value} (${sayFraction(measured)})` : value;
}

/** The result as it stands beside its verdict: what falls short does not print as if it had reached its level («97,999%»). */
export function sayResult(judgement: Judgement, unit: string): string {
  return sayMeasured(judgement.measured, unit, decimalsBeside(judgement));
}

/** «từ 70% trở lên», «không quá 15 phút», «từ loại Tốt trở lên»; '' when there is no level. */
export function sayLevel(level: TargetLevel | null, unit: string, kind: TargetKind): string {
  if (level === null) return '';
  if (level.kind === 'grade') return kind === 'grade-at-least' ? `từ loại ${sayGrade(level.grade)} trở lên` : level.grade;
  if (level.kind === 'range') return sayRange(level, unit);
  const value = withUnit(sayNumber(level.value), unit);
  switch (kind) {
    case 'at-most':
      return level.value === 0 && !['', '%'].includes(unit.trim()) ? `không có ${unit.trim()} nào` : `không quá ${value}`;
    case 'rank-at-most':
      return `không quá hạng ${sayNumber(level.value)}`;
    case 'below-baseline':
      return level.value === 0 ? 'thấp hơn số liệu gốc' : `giảm từ ${sayNumber(level.value)}% trở lên so với số liệu gốc`;
    case 'at-least':
    case 'between':
    case 'yearly-rise':
    case 'milestone':
    case 'grade-at-least':
    case 'track-only':
    case 'statistic':
      return level.value === 100 && unit.trim() === '%' ? '100%' : `từ ${value} trở lên`;
    default:
      return never(kind);
  }
}

/** The sentence under a verdict (`Diễn giải`): what was reached, against what, and by how much it falls short. */
export function sayJudgement(judgement: Judgement, indicator: Judged): string {
  const none = WHY_NONE[judgement.reason];
  if (indicator.kind === 'statistic' && judgement.verdict === 'track-only') {
    return judgement.measured === null ? 'chưa có số liệu' : sayReached(judgement, indicator);
  }
  if (none === null)
    return `${sayReached(judgement, indicator)}, ${sayComparison(judgement, indicator)}${sayPublished(judgement)}`;
  const level = sayLevel(judgement.target, indicator.unit, indicator.kind);
  const soFar = judgement.measured === null ? '' : `${sayReached(judgement, indicator)}; `;
  const aim = judgement.verdict === 'not-due' && level !== '' ? ` (chỉ tiêu: ${level})` : '';
  return `${soFar}${none}${aim}`;
}

/** «Tốt», also where «Loại Tốt» was typed: the sentence around it says «loại» itself. */
export function sayGrade(grade: string): string {
  return grade.trim().replace(/^(?:xếp\s+)?loại\s+(?=\S)/iu, '');
}

/** «, công bố ngày 10/2/2025»: of a result that came out after its period. */
function sayPublished({ publishedOn }: Judgement): string {
  return publishedOn === null ? '' : `, công bố ngày ${sayDay(publishedOn)}`;
}

function sayReached(judgement: Judgement, { unit, kind, baseline }: Judged): string {
  const { measured, gap } = judgement;
  if (measured === null) return '';
  if (measured.kind === 'grade') {
    return kind === 'grade-at-least' ? `xếp loại ${sayGrade(measured.grade)}` : `kết quả: ${measured.grade}`;
  }
  const value = sayValue(measured, unit, decimalsBeside(judgement));
  if (kind === 'rank-at-most') return `xếp hạng ${value}`;
  if (kind === 'below-baseline') return `hiện có ${value}${sayBaseline(baseline, unit)}`;
  if (measured.kind === 'number') return `${kind === 'statistic' || gap === null ? 'kết quả' : 'đạt'} ${value}`;
  return `${measured.scale === 1 ? 'trung bình' : 'đạt'} ${value} (${sayFraction(measured)})`;
}

function sayBaseline(baseline: number | null, unit: string): string {
  return baseline === null ? '' : ` (số liệu gốc ${withUnit(sayNumber(baseline), unit)})`;
}

function sayComparison(judgement: Judgement, { unit, kind }: Judged): string {
  const { verdict, gap, target } = judgement;
  const level = sayLevel(target, unit, kind);
  if (verdict === 'met') return `đạt chỉ tiêu (${level})`;
  if (gap === null) return `chưa đạt chỉ tiêu (${level})`;
  const near = verdict === 'nearly-met' ? ', trong mức chênh cho phép' : '';
  if (isAnyReduction(target, kind)) return `${sayRise(gap)}, chưa đạt chỉ tiêu (${level})${near}`;
  return `${sayGap(judgement, { unit, kind, gap })} so với chỉ tiêu (${level})${near}`;
}

/** «Giảm so với số liệu gốc» without a figure: any reduction would do, so what fails has not fallen at all. */
export function isAnyReduction(target: TargetLevel | null, kind: TargetKind): boolean {
  return kind === 'below-baseline' && target?.kind === 'number' && target.value === 0;
}

function sayRise(gap: number): string {
  return gap === 0 ? 'bằng số liệu gốc' : `cao hơn số liệu gốc ${sayNumber(gap)}%`;
}

type Gap = { readonly unit: string; readonly kind: TargetKind; readonly gap: number };

/** How far short, in the words of the target's own direction: lower, higher, or a number of steps worse. */
function sayGap({ measured, target }: Judgement, { unit, kind, gap }: Gap): string {
  if (kind === 'rank-at-most' || kind === 'grade-at-least') return `kém ${sayNumber(gap)} bậc`;
  if (kind === 'below-baseline') return `mức giảm ${sayDistance(gap, '%', 'thấp hơn')}`;
  const above = kind === 'at-most' || (kind === 'between' && isAbove(measured, target));
  return sayDistance(gap, unit, above ? 'cao hơn' : 'thấp hơn');
}

/** A distance that would round to nothing is «chưa đến 0,01», because a row that is not met must say by how much. */
function sayDistance(gap: number, unit: string, word: string): string {
  const size = sayNumber(gap) === '0' ? 'chưa đến 0,01' : sayNumber(gap);
  return `${word} ${unit.trim() === '%' ? `${size} điểm phần trăm` : withUnit(size, unit)}`;
}

function isAbove(measured: Measured | null, target: TargetLevel | null): boolean {
  return measured !== null && measured.kind !== 'grade' && target?.kind === 'range' && amountOf(measured) > target.to;
}

/**
 * Enough decimals that a value just short of its level does not print as if it had reached it, nor one that nobody judges
 * as if it were the whole («100%»); two elsewhere.
 */
export function decimalsBeside({ measured, target, verdict }: Judgement): number {
  if (measured === null || measured.kind === 'grade') return 2;
  const value = amountOf(measured);
  const levels = levelsBeside(target, verdict).filter((level) => level !== value);
  let decimals = 2;
  while (decimals < MOST_DECIMALS && levels.includes(Number(value.toFixed(decimals)))) decimals += 1;
  return decimals;
}

function levelsBeside(target: TargetLevel | null, verdict: Judgement['verdict']): number[] {
  if (verdict !== 'not-met' && verdict !== 'nearly-met') return [100];
  if (target === null || target.kind === 'grade') return [];
  return target.kind === 'range' ? [target.from, target.to] : [target.value];
}

function sayValue(measured: Measured, unit: string, decimals = 2): string {
  if (measured.kind === 'grade') return sayGrade(measured.grade);
  const isPlace = ['hạng', 'xếp loại'].includes(unit.trim());
  return isPlace ? sayNumber(amountOf(measured), decimals) : withUnit(sayNumber(amountOf(measured), decimals), unit);
}

function amountOf(measured: Exclude<Measured, { kind: 'grade' }>): number {
  return measured.kind === 'number' ? measured.value : (measured.numerator / measured.denominator) * measured.scale;
}

function sayFraction({ numerator, denominator }: { readonly numerator: number; readonly denominator: number }): string {
  return `${sayNumber(numerator)}/${sayNumber(denominator)}`;
}

function sayRange({ from, to }: { readonly from: number; readonly to: number }, unit: string): string {
  return unit.trim() === '%' && to >= 100
    ? `từ ${sayNumber(from)}% trở lên`
    : `từ ${withUnit(sayNumber(from), unit)} đến ${withUnit(sayNumber(to), unit)}`;
}

/** No space before %, one before every other unit (docs/rules.md#numbers-and-days-in-text). */
function withUnit(number: string, unit: string): string {
  const name = unit.trim();
  if (isAnswerUnit(name)) return answerWord(name, Number(number)) ?? number;
  return name === '%' ? `${number}%` : `${number} ${name}`.trim();
}
