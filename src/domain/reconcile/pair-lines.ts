import { comparableLine, lineText, type PrintedLine } from '../report/printed.ts';
import { align } from './align.ts';
import { wordLikeness } from './word-diff.ts';

/** Which line of one text is which of another; lines that only one has are absent. */
export type LinePairs = { readonly there: ReadonlyMap<number, number>; readonly back: ReadonlyMap<number, number> };

/** Half of the words are the same. */
const ALIKE = 0.5;

/** Pairs the lines of two texts: equal ones, edited ones, rewritten ones in the same place, and whole lines that were moved. */
export function pairLines(left: readonly PrintedLine[], right: readonly PrintedLine[]): LinePairs {
  const likeness = {
    of: (one: PrintedLine, other: PrintedLine) => (one.is === other.is ? wordLikeness(lineText(one), lineText(other)) : 0),
    least: ALIKE,
  };
  const there = new Map(align(left, right, { key: comparableLine, likeness }));
  pairMoved(left, right, there);
  pairRewritten(left, right, there);
  return { there, back: backOf(there) };
}

const backOf = (there: ReadonlyMap<number, number>): Map<number, number> =>
  new Map([...there].map(([one, other]) => [other, one]));

/** A line that only changed its place is the same line. */
function pairMoved(left: readonly PrintedLine[], right: readonly PrintedLine[], there: Map<number, number>): void {
  const back = backOf(there);
  const free = new Map<string, number[]>();
  right.forEach((line, at) => {
    if (!back.has(at)) free.set(comparableLine(line), [...(free.get(comparableLine(line)) ?? []), at]);
  });
  left.forEach((line, at) => {
    if (there.has(at)) return;
    const found = free.get(comparableLine(line))?.shift();
    if (found !== undefined) there.set(at, found);
  });
}

/** Paragraphs left over on both sides between the same two neighbours are taken for each other, in order. */
function pairRewritten(left: readonly PrintedLine[], right: readonly PrintedLine[], there: Map<number, number>): void {
  const back = backOf(there);
  let next = 0;
  left.forEach((line, at) => {
    const paired = there.get(at);
    if (paired !== undefined) {
      next = paired + 1;
      return;
    }
    const candidate = right[next];
    if (candidate === undefined || back.has(next) || candidate.is !== line.is || line.is === 'row') return;
    if (at === 0 || !there.has(at - 1)) return;
    there.set(at, next);
    back.set(next, at);
    next += 1;
  });
}
