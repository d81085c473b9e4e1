/** What stands in a cell, for a rule; `null` is a blank one. */
export type Operand = number | string | boolean | null;

/** A rule that cannot be answered in a cell («text» − 1): it paints nothing there, as in a spreadsheet. */
export class NoValue extends Error {}

/** As a number; a text is none. */
export function numberOf(value: Operand): number {
  if (typeof value === 'string') throw new NoValue();
  return Number(value ?? 0);
}

/** As a text. */
export const textOf = (value: Operand): string => (value === null ? '' : String(value));

const RANKS = ['number', 'string', 'boolean'];

/** Numbers come before texts, those before truth values; a blank is like the other side's nothing, capitals are like small letters. */
export function compared(left: Operand, right: Operand): number {
  if (left === null) return right === null ? 0 : compared(nothingLike(right), right);
  if (right === null) return compared(left, nothingLike(left));
  if (typeof left !== typeof right) return RANKS.indexOf(typeof left) - RANKS.indexOf(typeof right);
  const [a, b] = typeof left === 'string' ? [left.toLowerCase(), String(right).toLowerCase()] : [left, right];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const nothingLike = (value: number | string | boolean) =>
  ({ string: '', number: 0, boolean: false })[typeof value as string] ?? '';
