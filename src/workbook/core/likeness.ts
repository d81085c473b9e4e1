import { fold } from '../../domain/core/word.ts';
import { OTHER_HEADERS } from '../../words/set-up/near-headers.ts';

/** From this on two names are near enough to ask a person. */
export const NEAR = 0.75;

/**
 * How near a text is to one of our names, 0–1: 1 when only accents, case, signs or what stands in brackets differ; the
 * usual other words for it and its initials (ĐVT) nearly so; else the words, then the pairs of letters they share.
 */
export function likeness(name: string, text: string): number {
  const [wanted, found] = [plain(name), plain(text)];
  if (wanted === '' || found === '') return 0;
  if (wanted === found || wanted === plain(text.replace(/\([^)]*\)|\[[^\]]*\]/gu, ''))) return 1;
  if ((OTHER_HEADERS[name] ?? []).some((other) => plain(other) === found)) return 0.95;
  if (wanted.includes(' ') && initials(wanted) === found) return 0.9;
  return Math.max(sharedWords(wanted.split(' '), found.split(' ')), sharedPairs(wanted, found));
}

/** Without accents and signs, in small letters. */
function plain(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const initials = (text: string): string => text.replace(/(\p{L})\S* ?/gu, '$1');

/** One name that is the other with a word more or two. */
function sharedWords(left: readonly string[], right: readonly string[]): number {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const share = few.length / many.length;
  // One word alone, or half of a name, says too little.
  return few.length < 2 || share <= 0.5 || !few.every((word) => many.includes(word)) ? 0 : 0.5 + share / 2;
}

/** Dice's coefficient over neighbouring letters: misspelt words. */
function sharedPairs(left: string, right: string): number {
  const [ours, theirs] = [pairs(left), pairs(right)];
  const shared = ours.filter((pair) => {
    const at = theirs.indexOf(pair);
    if (at >= 0) theirs.splice(at, 1);
    return at >= 0;
  }).length;
  return ours.length + pairs(right).length === 0 ? 0 : (2 * shared) / (ours.length + pairs(right).length);
}

const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
