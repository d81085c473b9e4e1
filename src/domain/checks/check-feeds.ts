import type { Source } from '../core/source.ts';
import type { Actual } from '../plan/indicator.ts';
import { atActual, type Finding } from './finding.ts';

/** What a register says of a row of `Nhập số liệu` in one period: its figures, and where they were counted. */
export type Feed = {
  readonly indicator: string;
  readonly period: string;
  readonly numerator: number;
  /** `null`: a count, which has none. */
  readonly denominator: number | null;
  /** «Kiến nghị sau kiểm tra», with a code where it has one. */
  readonly from: string;
};

/** The cells that a feed fills, each with its figure. */
export function fedCells({
  indicator: id,
  period,
  numerator,
  denominator,
}: Feed): { readonly at: Source; readonly value: number }[] {
  const cell = (field: string, value: number) => ({ at: { of: 'actual', id, period, field } as const, value });
  return [cell('numerator', numerator), ...(denominator === null ? [] : [cell('denominator', denominator)])];
}

/** What was typed and is not what the register says; a blank row is asked for by its own check. */
export function checkFeeds(feeds: readonly Feed[], actuals: readonly Actual[]): Finding[] {
  return feeds.flatMap((feed) => {
    const row = actuals.find(({ indicator, period }) => indicator === feed.indicator && period === feed.period);
    if (row === undefined || (row.numerator === null && row.denominator === null)) return [];
    const make = atActual(row);
    const differs = (typed: number | null, value: number | null): boolean => typed !== value;
    return [
      ...(differs(row.numerator, feed.numerator)
        ? [make('register-differs', 'numerator', { value: row.numerator, counted: feed.numerator, from: feed.from })]
        : []),
      ...(feed.denominator !== null && differs(row.denominator, feed.denominator)
        ? [make('register-differs', 'denominator', { value: row.denominator, counted: feed.denominator, from: feed.from })]
        : []),
    ];
  });
}
