import { isBlank } from '../core/word.ts';
import type { GivenValue, ScoreFigure, ScoreParameters, ScoreRow, Step } from './criterion.ts';

export const SCORE_STATES = [
  'full',
  'partly',
  'zero',
  'unproved',
  'no-data',
  'excluded',
  'by-others',
  'unusable',
  'group',
] as const;
export type ScoreState = (typeof SCORE_STATES)[number];

/** The points of one criterion. `self` is what the office may claim: nothing without evidence; `raw` what its figures would give. */
export type Score = {
  readonly row: ScoreRow;
  readonly state: ScoreState;
  /** What counts as the maximum: 0 where it is excluded. */
  readonly max: number;
  readonly raw: number;
  readonly self: number;
  /** Assessed, else polled, else claimed. */
  readonly reached: number;
  readonly figure: ScoreFigure | null;
};

/** The points of a leaf by what was typed, else by what the workbook knows. */
export function scoreOf(row: ScoreRow, known: ScoreFigure | null): Score {
  const max = row.max ?? 0;
  const figure = row.value === null ? known : { value: row.value, of: row.of, from: '' };
  if (isExcluded(row, figure)) return { row, state: 'excluded', max: 0, raw: 0, self: 0, reached: 0, figure };
  const given = row.assessed ?? row.polled;
  if (row.parameters.byOthers) return { row, state: 'by-others', max, raw: 0, self: 0, reached: given ?? 0, figure };
  const raw = rawOf(row, figure);
  if (typeof raw === 'string') return { row, state: raw, max, raw: 0, self: 0, reached: given ?? 0, figure };
  const points = Math.min(max, Math.max(0, raw - (row.deducted ?? 0)));
  const isProved = !isBlank(row.evidence);
  const self = isProved ? points : 0;
  return { row, state: stateOf(points, max, isProved), max, raw: points, self, reached: given ?? self, figure };
}

function stateOf(points: number, max: number, isProved: boolean): ScoreState {
  if (points === 0) return 'zero';
  if (!isProved) return 'unproved';
  return points < max ? 'partly' : 'full';
}

function isExcluded({ declared, parameters, year, method }: ScoreRow, figure: ScoreFigure | null): boolean {
  if (declared === 'excluded' || parameters.excludedYears.includes(year)) return true;
  const forms = figure?.of ?? null;
  return method === 'survey' && parameters.leastForms !== null && forms !== null && forms < parameters.leastForms;
}

function rawOf(row: ScoreRow, figure: ScoreFigure | null): number | 'no-data' | 'unusable' {
  const max = row.max ?? 0;
  // The set says what a criterion is worth of which nothing arose; where it says nothing, nothing may be claimed.
  if (row.declared === 'nothing') return row.parameters.nothingIsFull ? max : 0;
  if (figure === null) return 'no-data';
  if (row.method === null || figure.value.is === 'unreadable') return 'unusable';
  return BY_METHOD[row.method](figure, { max, parameters: row.parameters });
}

type Rules = { readonly max: number; readonly parameters: ScoreParameters };
type Points = (figure: ScoreFigure, rules: Rules) => number | 'no-data' | 'unusable';

const BY_METHOD: Readonly<Record<NonNullable<ScoreRow['method']>, Points>> = {
  steps: (figure, { parameters: { steps, counts } }) => {
    const [a] = numbersOf(figure.value);
    if (a === undefined) return 'unusable';
    if (counts) return stepPoints(steps, ({ from, strict }) => (strict ? a > from : a >= from));
    const { of } = figure;
    if (of === null || of === 0) return 'no-data';
    // Multiplied out, so that no rounding moves a rate over its step.
    return stepPoints(steps, ({ from, strict }) => (strict ? 100 * a > from * of : 100 * a >= from * of));
  },
  ratio: (figure, { max }) => ratioOf(figure, (rate) => rate * max),
  'ratio-floor': (figure, { max, parameters: { floor } }) => {
    const [a] = numbersOf(figure.value);
    const { of } = figure;
    const isBelow = a !== undefined && of !== null && floor !== null && 100 * a < floor * of;
    return isBelow ? 0 : ratioOf(figure, (rate) => rate * max);
  },
  'yes-no': ({ value, of }, { max, parameters: { least } }) => {
    if (value.is === 'yes') return max;
    if (value.is === 'no') return 0;
    const [a] = numbersOf(value);
    if (a === undefined) return 'unusable';
    if (least !== null) return a >= least ? max : 0;
    return of === null ? (a > 0 ? max : 0) : of > 0 && a >= of ? max : 0;
  },
  deduct: ({ value }, { max, parameters: { each } }) => {
    const [a] = numbersOf(value);
    return a === undefined || each === null ? 'unusable' : Math.max(0, max - each * a);
  },
  survey: (figure, { max }) =>
    figure.of === null ? ratioOf({ ...figure, of: 100 }, (rate) => rate * max) : ratioOf(figure, (rate) => rate * max),
  entered: ({ value }, { max, parameters: { allowed } }) => {
    const points = numbersOf(value).reduce((all, part) => all + part, 0);
    const isAllowed = allowed.length === 0 ? points >= 0 && points <= max : allowed.includes(points);
    return value.is === 'numbers' && isAllowed ? points : 'unusable';
  },
  weighted: ({ value, of }, { max, parameters: { weights } }) => {
    const parts = numbersOf(value);
    if (parts.length === 0 || parts.length !== weights.length) return 'unusable';
    const whole = of ?? parts.reduce((all, part) => all + part, 0);
    if (whole === 0) return 'no-data';
    const weighed = parts.reduce((all, part, at) => all + part * (weights[at] ?? 0), 0);
    return Math.min(1, weighed / whole) * max;
  },
};

function ratioOf({ value, of }: ScoreFigure, points: (rate: number) => number): number | 'no-data' | 'unusable' {
  const [a] = numbersOf(value);
  if (a === undefined || a < 0) return 'unusable';
  return of === null || of === 0 ? 'no-data' : points(Math.min(1, a / of));
}

function numbersOf(value: GivenValue): readonly number[] {
  return value.is === 'numbers' ? value.numbers : [];
}

/** The highest step that is reached; none: nothing. */
function stepPoints(steps: readonly Step[], reaches: (step: Step) => boolean): number {
  return steps.filter(reaches).reduce((most, { points }) => Math.max(most, points), 0);
}

/** The whole sheet of one year: each row in its order, a group with the sum of its leaves. */
export type ScoreSheet = {
  readonly year: number;
  readonly lines: readonly Score[];
  readonly leaves: readonly Score[];
  readonly total: Sums;
  /** Groups whose own maximum is not that of their leaves: published sets have errors. */
  readonly wrongSums: readonly { readonly row: ScoreRow; readonly leaves: number }[];
};
export type Sums = { readonly max: number; readonly self: number; readonly reached: number; readonly raw: number };

export function scoreSheet(rows: readonly ScoreRow[], year: number, known: (row: ScoreRow) => ScoreFigure | null): ScoreSheet {
  const mine = rows.filter((row) => row.year === year);
  const isLeaf = ({ id }: ScoreRow): boolean => !mine.some((other) => other.id.startsWith(`${id}.`));
  const leaves = mine.filter(isLeaf).map((row) => scoreOf(row, known(row)));
  const under = (id: string): Score[] => leaves.filter(({ row }) => row.id.startsWith(`${id}.`));
  const lines = mine.map((row): Score => {
    const leaf = leaves.find((score) => score.row === row);
    return leaf ?? { row, state: 'group', ...sumsOf(under(row.id)), figure: null };
  });
  const wrongSums = mine
    .filter((row) => !isLeaf(row) && row.max !== null)
    .map((row) => ({ row, leaves: rounded(under(row.id).reduce((all, score) => all + (score.row.max ?? 0), 0)) }))
    .filter(({ row, leaves: sum }) => rounded(row.max ?? 0) !== sum);
  return { year, lines, leaves, total: sumsOf(leaves), wrongSums };
}

export function sumsOf(scores: readonly Score[]): Sums {
  const sum = (of: (score: Score) => number): number => rounded(scores.reduce((all, score) => all + of(score), 0));
  return {
    max: sum(({ max }) => max),
    self: sum(({ self }) => self),
    reached: sum(({ reached }) => reached),
    raw: sum(({ raw }) => raw),
  };
}

/** Points have few digits; sums of their binary fractions would show more. */
const DIGITS = 1e6;
export function rounded(points: number): number {
  return Math.round(points * DIGITS) / DIGITS;
}

/** What may still be earned, most first: of what the office scores itself and has not full. */
export function stillToEarn({ leaves }: ScoreSheet): { readonly score: Score; readonly lost: number }[] {
  return leaves
    .filter(({ state }) => !['excluded', 'by-others', 'full', 'group'].includes(state))
    .map((score) => ({ score, lost: rounded(score.max - score.self) }))
    .filter(({ lost }) => lost > 0)
    .sort((left, right) => right.lost - left.lost);
}

export type Band = { readonly name: string; readonly from: number };

/** The band of a total, of the maximum that counts, in percent; `null` where the office has none. */
export function bandOf({ max }: Sums, points: number, bands: readonly Band[]): Band | null {
  const reached = bands.filter(({ from }) => 100 * points >= from * max).sort((left, right) => right.from - left.from);
  return max === 0 ? null : (reached[0] ?? null);
}
