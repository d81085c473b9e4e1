import { dateOf, dayFrom, monthOf } from '../../domain/core/day.ts';
import type { TargetLevel } from '../../domain/plan/indicator.ts';
import type { Due } from '../../domain/plan/task.ts';
import { readDay } from '../../words/core/day.ts';
import { readNumber } from '../../words/core/number.ts';
import { readAmount } from '../../words/entry/read-typed.ts';
import { type FilledCell, type Refusal, refused } from './cell-reading.ts';

/** Digits that a spreadsheet's own arithmetic guarantees; more would show 7 % as 7,000000000000001. */
const CERTAIN_DIGITS = 15;
const LEAP_YEAR = 2024;

type Answer<Value> = { readonly is: Value } | Refusal;

/** A number: with a percent format ×100 (design §4), a text as people write it; 97,28% is 97.28. */
export function readQuantity({ value, format, locale, text }: FilledCell): Answer<number> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return refused('text-in-number');
    return { is: format.includes('%') ? Number((value * 100).toPrecision(CERTAIN_DIGITS)) : value };
  }
  if (typeof value !== 'string') return refused('text-in-number');
  return readAmount(text, locale);
}

/** «98», «98 - 100», «≥ 98%», «không quá 15»-like signs, or the word of a grade. */
export function readLevel(cell: FilledCell): Answer<TargetLevel> {
  if (typeof cell.value === 'number') {
    const read = readQuantity(cell);
    return 'is' in read ? { is: { kind: 'number', value: read.is } } : read;
  }
  if (typeof cell.value !== 'string') return refused('bad-level');
  const written = cell.text.replace(/^[≤≥<>]=?\s*/u, '');
  if (/^\p{L}/u.test(written)) return { is: { kind: 'grade', grade: written } };
  const [from, to, more] = written.split(/\s*[-–—]\s*/u).map((part) => readNumber(part, cell.locale));
  if (from === undefined || more !== undefined) return refused('bad-level');
  const parts = [from, to ?? from];
  if (parts.some((part) => !part.ok && part.reason === 'ambiguous')) return refused('ambiguous-number');
  if (!from.ok || (to !== undefined && !to.ok)) return refused('bad-level');
  if (to === undefined) return { is: { kind: 'number', value: from.value } };
  return from.value < to.value ? { is: { kind: 'range', from: from.value, to: to.value } } : refused('bad-level');
}

/** A day, or «31/12»: the same day of each year. */
export function readDue({ value, text }: FilledCell): Answer<Due> {
  const day = typeof value === 'object' ? value.day : readDay(text);
  if (day !== null) return { is: { kind: 'day', day } };
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:\s+hằng năm)?$/iu.exec(text);
  const yearly = parts === null ? null : dayFrom(LEAP_YEAR, Number(parts[2]), Number(parts[1]));
  return yearly === null ? refused('bad-due') : { is: { kind: 'each-year', month: monthOf(yearly), date: dateOf(yearly) } };
}
