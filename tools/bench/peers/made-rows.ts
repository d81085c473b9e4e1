import type { Progress } from '../../../src/domain/plan/task.ts';

/** One row of the plan with what was typed of it. Days are serial numbers, as sheets hold them. */
export type MadeRow = {
  readonly id: string;
  readonly kind: 'at-least' | 'at-most' | 'dated' | 'continuous';
  readonly target: number | null;
  readonly tolerance: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What stands in place of a figure, or how far the work is. */
  readonly word: Progress | null;
  readonly due: number | null;
  readonly completedOn: number | null;
  readonly hasResult: boolean;
};

/** Numbers that look drawn by lot and are the same in every run. */
export function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The serial number of a day written `YYYY-MM-DD`. */
export const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

/** A plan of so many rows, three indicators to seven tasks, in which every verdict and status that the formulas know occurs. */
export function madeRows(count: number, asOf: number): MadeRow[] {
  const lot = lots(count);
  return Array.from({ length: count }, (_, at) => {
    const id = `R${at + 1}`;
    return at % 10 < 3 ? madeIndicator(id, lot) : madeTask(id, lot, asOf);
  });
}

const NOTHING = { target: null, tolerance: null, numerator: null, denominator: null, due: null, completedOn: null };

function madeIndicator(id: string, lot: (below: number) => number): MadeRow {
  const denominator = lot(20) === 0 ? 0 : 1 + lot(2_000);
  const isBlank = lot(20) === 0;
  const numerator =
    denominator === 0 ? 0 : lot(40) === 0 ? denominator + 1 : Math.round((denominator * (600 + lot(401))) / 1_000);
  return {
    ...NOTHING,
    id,
    kind: lot(4) === 0 ? 'at-most' : 'at-least',
    target: lot(25) === 0 ? null : 70 + lot(300) / 10,
    tolerance: lot(2) === 0 ? null : 1 + lot(5),
    numerator: isBlank ? null : numerator,
    denominator: isBlank ? null : denominator,
    word: lot(30) === 0 ? 'not-applicable' : null,
    hasResult: false,
  };
}

const WORDS: readonly (Progress | null)[] = [
  ...(['done', 'done', 'done', 'done', 'doing', 'doing', 'doing', 'none', 'none'] as const),
  ...([null, null, 'nothing-arose', 'suspended', 'not-applicable'] as const),
];

function madeTask(id: string, lot: (below: number) => number, asOf: number): MadeRow {
  const word = WORDS[lot(WORDS.length)] ?? null;
  const kind = lot(4) === 0 ? 'continuous' : 'dated';
  const due = kind === 'dated' ? asOf - 60 + lot(240) : null;
  return { ...NOTHING, id, kind, word, due, completedOn: word === 'done' ? asOf - lot(90) : null, hasResult: lot(3) === 0 };
}
