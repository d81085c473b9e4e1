import type { Verdict } from '../../domain/judging/verdict.ts';

/** Every indicator through the years of the plan. */
export type YearTable = {
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly field: string;
    readonly cells: readonly YearCell[];
  }[];
};
/** What was wanted and reached in one year; '' where there is nothing to say. `period`: which one, where it is not the whole year. */
export type YearCell = {
  readonly level: string;
  readonly result: string;
  readonly period: string;
  readonly verdict: Verdict | null;
  readonly said: string;
};

export const YEAR_WORDS = {
  title: 'Chỉ tiêu qua các năm',
  hint: 'Mỗi ô: kết quả của kỳ gần nhất trong năm, đánh giá, và mức của năm đó. Kết quả của kỳ đã chốt lấy theo bản chốt.',
  indicator: 'Chỉ tiêu',
  level: (level: string): string => `Mức: ${level}`,
  none: 'Kế hoạch chưa có chỉ tiêu nào được đánh giá.',
  noField: '(chưa ghi lĩnh vực)',
} as const;
