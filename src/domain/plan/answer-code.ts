import { fold } from '../core/word.ts';

/** The answers that a unit lists («Có = 1; Không = 0»), each with its code; none of any other unit. */
function answersOf(unit: string): { readonly word: string; readonly code: number }[] {
  if (!unit.includes('=')) return [];
  return [...unit.matchAll(/(\p{L}[\p{L}\s]*?)\s*=\s*(\d+)/gu)].map(([, word = '', code]) => ({ word, code: Number(code) }));
}

/** The code of an answer in words; `null`: it is no such unit, or no such answer. */
export function answerCode(unit: string, answer: string): number | null {
  return answersOf(unit).find(({ word }) => fold(word) === fold(answer))?.code ?? null;
}

/** The answer that a code stands for; `null`: it is no such unit, or no such code. */
export function answerWord(unit: string, code: number): string | null {
  return answersOf(unit).find((each) => each.code === code)?.word ?? null;
}

/** Whether the unit is no measure but the list of what may be answered. */
export function isAnswerUnit(unit: string): boolean {
  return answersOf(unit).length > 0;
}
