import type { Day } from '../core/day.ts';

/** How a target is compared (`Loại chỉ tiêu`, docs/rules.md#targets); `statistic` is a row of the statistical annex, never judged. */
export const TARGET_KINDS = [
  'at-least',
  'at-most',
  'between',
  'rank-at-most',
  'grade-at-least',
  'yearly-rise',
  'milestone',
  'below-baseline',
  'track-only',
  'statistic',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** `Kỳ đánh giá`: which reports judge an indicator; those of the kind named and the longer ones. */
export const JUDGED_WHEN = ['every-period', 'month', 'quarter', 'half-and-year', 'year', 'plan-end'] as const;
export type JudgedWhen = (typeof JUDGED_WHEN)[number];

/** What the figures of a row count. */
export const DATA_KINDS = ['in-period', 'cumulative', 'at-cutoff'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** Who set a value of the plan: the plan itself, us (not binding), or us with the office's consent. */
export const ORIGINS = ['plan', 'proposed', 'confirmed'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The level wanted in one year. A blank cell is `null` in the map's place: tracked, not binding. */
export type TargetLevel =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'grade'; readonly grade: string };

/** The rows an indicator takes its figures from («Lấy từ TK3.4 / TK3.3»): each side is a sum of rows. */
export type Links = { readonly numerator: readonly string[]; readonly denominator: readonly string[] };

/** What a figure is to the row it belongs to (`Thuộc`): its sum of parts, one of the parts, or some of it («trong đó»). */
export const PART_ROLES = ['total', 'part', 'of-which'] as const;
export type PartRole = (typeof PART_ROLES)[number];

/** One row of `Kế hoạch - Chỉ tiêu`. */
export type Indicator = {
  readonly id: string;
  readonly field: string;
  readonly title: string;
  readonly kind: TargetKind;
  /** `%`, `phút`, `hạng`, `xếp loại`, `người`…; `%` makes numerator/denominator a rate of 100. */
  readonly unit: string;
  /** Keyed by year; a year without a level is tracked only. */
  readonly targets: ReadonlyMap<number, TargetLevel>;
  readonly baseline: number | null;
  /** In the unit of the target (percentage points for `%`); blank = no «gần đạt». */
  readonly tolerance: number | null;
  readonly measure: string;
  readonly links: Links | null;
  /** «Bằng TK3.6 + TK3.7; bằng TK3.14»: the value typed here must equal each of these sums of rows; `null` = no such relation. */
  readonly sumOf: readonly (readonly string[])[] | null;
  readonly judged: JudgedWhen;
  readonly data: DataKind;
  readonly lead: string;
  readonly planPlace: string;
  readonly origin: Origin;
  readonly note: string;
  /** `Kế hoạch`: the id of the plan that the row is of; '' = the only one, or the first. */
  readonly plan: string;
  /** `Thuộc`: the row that this figure is a part of; '' = none. */
  readonly parent: string;
  readonly part: PartRole | null;
  /** Code of the ministry's statistical forms (biểu mẫu), `3.1.4`; '' = none. */
  readonly form: string;
  /** The plan's own words for the row. */
  readonly quote: string;
  /** `Nối tiếp`: the rows of the last plan that this one goes on from; several were merged into it. */
  readonly follows: readonly string[];
};

/** What stands in `Kết quả nhập tay`: a number, a grade or other word as typed, a declaration, or nothing. */
export type TypedResult =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly word: string }
  /** Something stands there that is none of these: told as a problem of its cell, and no result. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'nothing-arose' };

/** One row of `Nhập số liệu`: what an official typed for one indicator and period. */
export type Actual = {
  readonly indicator: string;
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly typed: TypedResult | null;
  readonly spoken: string;
  readonly cause: string;
  readonly proposal: string;
  readonly evidence: string;
  readonly estimate: number | null;
  readonly directive: string;
  readonly muteUntil: Day | null;
  readonly note: string;
  /** The last day that the figure counts, where it is not the period's own cut-off. */
  readonly dataAsOf: Day | null;
  /** The day on which a rank, a grade or a survey was published. */
  readonly publishedOn: Day | null;
};
