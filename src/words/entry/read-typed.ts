import type { TypedResult } from '../../domain/plan/indicator.ts';
import { codeOf, TYPED_RESULT_LABELS } from '../core/labels.ts';
import { readNumber } from '../core/number.ts';

/** What a text means in a column, or the code of what is wrong with it. */
export type ReadTyped<Value, Refused = { readonly refused: 'text-in-number' | 'ambiguous-number' }> =
  | { readonly is: Value }
  | Refused;

/** A number as people write it; 97,28% is 97.28. */
export function readAmount(text: string, locale: string): ReadTyped<number> {
  const read = readNumber(text, locale);
  if (read.ok) return { is: read.value };
  return { refused: read.reason === 'ambiguous' ? 'ambiguous-number' : 'text-in-number' };
}

/** `Kết quả nhập tay` as a text: a declaration, a number as already read, or the word of a grade. */
export function readResult<Refused extends object>(
  text: string,
  amount: ReadTyped<number, Refused>,
): ReadTyped<TypedResult, Refused> {
  const declared = codeOf(TYPED_RESULT_LABELS, text);
  if (declared !== null) return { is: { kind: declared } };
  if ('is' in amount) return { is: { kind: 'number', value: amount.is } };
  return /^\p{L}/u.test(text) ? { is: { kind: 'word', word: text } } : amount;
}
