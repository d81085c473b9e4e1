import { fold } from '../core/word.ts';

/** The code of an answer in words, where the unit lists them («Có = 1; Không = 0»); `null`: it is no such unit, or no such answer. */
export function answerCode(unit: string, answer: string): number | null {
  const pairs = [...unit.matchAll(/(\p{L}[\p{L}\s]*?)\s*=\s*(\d+)/gu)];
  const found = pairs.find(([, word = '']) => fold(word) === fold(answer));
  return found === undefined ? null : Number(found[2]);
}
