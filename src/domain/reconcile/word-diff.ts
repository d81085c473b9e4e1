import { comparable, LIST_MARK } from '../report/printed.ts';
import { align } from './align.ts';

/** One place where two texts differ: the letters `from`–`to` of the first became `text`; '' where something is gone. */
export type Hunk = { readonly from: number; readonly to: number; readonly text: string };

type Word = { readonly text: string; readonly from: number; readonly to: number };

/** A number with its points and commas, a run of letters, or one other mark. */
const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\d\p{L}\p{M}]/gu;

/** The mark of a list is no word: word processors write it in many ways. */
function wordsOf(text: string): Word[] {
  const start = LIST_MARK.exec(text)?.[0].length ?? 0;
  const words = [...text.matchAll(WORD)].filter(({ index }) => index >= start);
  return words.map(({ 0: word, index }) => ({ text: word, from: index, to: index + word.length }));
}

/** Words count as equal when a word processor alone could have made the difference; no two others are alike. */
const SAME_WORD = { key: ({ text }: Word) => comparable(text), likeness: { of: () => 0, least: 1 } } as const;

/** A paragraph is some hundred words; one of so many letters is not compared word by word. */
const LONGEST_COMPARED = 50_000;

/** Where two texts differ, word by word, in the order of the first; of a text that is too long for that, what lies between its like ends. */
export function differences(before: string, after: string): Hunk[] {
  return Math.max(before.length, after.length) > LONGEST_COMPARED ? between(before, after) : byWords(before, after);
}

function byWords(before: string, after: string): Hunk[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const pairs = align(left, right, SAME_WORD);
  const hunks: Hunk[] = [];
  let [at, to] = [0, 0];
  for (const [next, there] of [...pairs, [left.length, right.length] as const]) {
    if (next > at || there > to) {
      const [first, last] = [left[at], left[next - 1]];
      const gone = next > at && first !== undefined && last !== undefined;
      const place = left[next - 1]?.to ?? 0;
      const new_ = there > to ? after.slice(right[to]?.from, right[there - 1]?.to) : '';
      hunks.push({ from: gone ? first.from : place, to: gone ? last.to : place, text: new_ });
    }
    [at, to] = [next + 1, there + 1];
  }
  return hunks;
}

/** The one stretch that differs, from the first letter that does to the last. */
function between(before: string, after: string): Hunk[] {
  if (before === after) return [];
  const room = Math.min(before.length, after.length);
  let top = 0;
  while (top < room && before[top] === after[top]) top += 1;
  let foot = 0;
  while (foot < room - top && before[before.length - 1 - foot] === after[after.length - 1 - foot]) foot += 1;
  return [{ from: top, to: before.length - foot, text: after.slice(top, after.length - foot) }];
}

/** How much two texts have in common: twice the shared words over all words; of two of very unlike length nothing. */
export function wordLikeness(left: string, right: string): number {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (long.length > LONGEST_COMPARED && short.length * 3 < long.length) return 0;
  const words = wordsOf(comparable(left)).map(({ text }) => text);
  const others = wordsOf(comparable(right)).map(({ text }) => text);
  if (words.length + others.length === 0) return 1;
  const left_ = new Map<string, number>();
  for (const word of words) left_.set(word, (left_.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const count = left_.get(word) ?? 0;
    if (count > 0) shared += 1;
    left_.set(word, count - 1);
  }
  return (2 * shared) / (words.length + others.length);
}
