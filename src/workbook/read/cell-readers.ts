import { dateOf, dayFrom, isPlanYear, monthOf } from '../../domain/core/day.ts';
import { fold, isTidy } from '../../domain/core/word.ts';
import type { TargetLevel, TypedResult } from '../../domain/plan/indicator.ts';
import type { Due } from '../../domain/plan/task.ts';
import { readDay, readShortDay, sayDay } from '../../words/core/day.ts';
import { codeOf, NO, YES } from '../../words/core/labels.ts';
import { readNumber } from '../../words/core/number.ts';
import { readAmount, readResult } from '../../words/entry/read-typed.ts';
import { plainText } from '../core/key.ts';
import { LIST_LABELS, type ListCodes } from '../core/lists.ts';
import type { CellKind, ListName } from '../core/tab.ts';
import { type CellReader, cellReader, type FilledCell, type Refusal, refused } from './cell-reading.ts';

/** local@domain, ASCII, no display name: what every mailer takes. */
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/iu;

const YES_WORDS = [YES, 'x', 'true', 'đúng'];
const NO_WORDS = [NO, 'false', 'sai'];

const text = cellReader('', (cell) => ({ is: typeof cell.value === 'object' ? sayDay(cell.value.day) : cell.text }));
const longText = cellReader('', (cell) => ({ is: typeof cell.value === 'string' ? lines(cell.value) : readText(cell) }));

/** One reader per kind of column: a cell becomes a true value, its kind's blank, or a coded problem. */
const PLAIN_READERS = {
  text,
  'period-name': text,
  'long-text': longText,
  number: cellReader(null, readQuantity),
  whole: cellReader(null, readWhole),
  year: cellReader(null, readYear),
  day: cellReader(null, readDayCell),
  stamp: cellReader(null, readStamp),
  email: cellReader('', readEmail),
  'yes-no': cellReader(null, readYesNo),
  roles: cellReader<readonly string[], readonly string[]>([], (cell) => ({ is: splitRoles(cell.text) })),
  level: cellReader(null, readLevel),
  due: cellReader(null, readDue),
  'typed-result': cellReader(null, readTypedResult),
} as const;

const LIST_READERS = {
  'target-kind': listReader('target-kind'),
  'judged-when': listReader('judged-when'),
  'data-kind': listReader('data-kind'),
  frequency: listReader('frequency'),
  'due-rule': listReader('due-rule'),
  origin: listReader('origin'),
  progress: listReader('progress'),
  'period-state': listReader('period-state'),
  'holiday-kind': listReader('holiday-kind'),
  'mail-state': listReader('mail-state'),
  'period-kind': listReader('period-kind'),
  'part-role': listReader('part-role'),
  'plan-kind': listReader('plan-kind'),
  'inspection-kind': listReader('inspection-kind'),
  recheck: listReader('recheck'),
  'recommendation-state': listReader('recommendation-state'),
  'survey-subject': listReader('survey-subject'),
  'survey-method': listReader('survey-method'),
  'survey-state': listReader('survey-state'),
  'score-method': listReader('score-method'),
  'score-declaration': listReader('score-declaration'),
  'score-state': listReader('score-state'),
  verdict: listReader('verdict'),
  status: listReader('status'),
} as const;

/** What a column of this kind reads as. */
export type ValueOf<Kind extends CellKind> = Kind extends { readonly list: infer Name extends ListName }
  ? ListCodes[Name] | null
  : Kind extends keyof typeof PLAIN_READERS
    ? (typeof PLAIN_READERS)[Kind] extends CellReader<infer Value>
      ? Value
      : never
    : never;

/** The reader of a column's cells. */
export function readerOf(kind: CellKind): CellReader<unknown> {
  return typeof kind === 'object' ? LIST_READERS[kind.list] : PLAIN_READERS[kind];
}

function listReader<Name extends ListName>(name: Name) {
  const labels: Readonly<Record<ListCodes[Name], string>> = LIST_LABELS[name];
  return cellReader(null, (cell): { readonly is: ListCodes[Name] } | Refusal => {
    const code = codeOf<ListCodes[Name]>(labels, cell.text);
    return code === null ? refused('not-in-list', { list: Object.values<string>(labels).join(' / ') }) : { is: code };
  });
}

/** A mark that nobody sees is no part of a name, but an address with one is none: what is seen may be another's. */
function readEmail({ value, text: seen }: FilledCell) {
  return EMAIL.test(seen) && plainText(value).trim() === seen ? { is: seen } : refused('bad-email');
}

function readText(cell: FilledCell): string {
  return typeof cell.value === 'object' ? sayDay(cell.value.day) : cell.text;
}

/** Long texts keep their lines. */
function lines(value: string): string {
  return isTidy(value) ? value : value.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}

function readWhole(cell: FilledCell) {
  const read = readQuantity(cell);
  return 'is' in read && !Number.isInteger(read.is) ? refused('whole-number-expected') : read;
}

function readYear(cell: FilledCell) {
  const read = readQuantity(cell);
  return 'is' in read && !isPlanYear(read.is) ? refused('year-expected') : read;
}

function readDayCell({ value, text: typed }: FilledCell) {
  const day = typeof value === 'object' ? value.day : readDay(typed);
  if (day !== null) return { is: day };
  return refused(readShortDay(typed) === null ? 'text-in-day' : 'day-without-year');
}

function readStamp({ value, text: typed }: FilledCell) {
  if (typeof value === 'object') return { is: { day: value.day, minutes: value.minutes } };
  const day = readDay(typed);
  return day === null ? refused('text-in-day') : { is: { day, minutes: 0 } };
}

function readYesNo({ value, text: typed }: FilledCell) {
  if (value === true || YES_WORDS.includes(fold(typed))) return { is: true };
  return NO_WORDS.includes(fold(typed)) ? { is: false } : refused('not-in-list', { list: `${YES} / ${NO}` });
}

/** Several names stand between `;` or `,`; a title with a comma inside brackets stays whole. */
export function splitRoles(typed: string): string[] {
  return typed
    .split(/[;,](?![^(]*\))/u)
    .map((role) => role.trim())
    .filter((role) => role !== '');
}

/** A number, a declaration, or the word of a grade. */
function readTypedResult(cell: FilledCell): { readonly is: TypedResult } | Refusal {
  const number = readQuantity(cell);
  if (typeof cell.value === 'string') return readResult(cell.text, number);
  return 'is' in number ? { is: { kind: 'number', value: number.is } } : number;
}

/** Digits that a spreadsheet's own arithmetic guarantees; more would show 7 % as 7,000000000000001. */
const CERTAIN_DIGITS = 15;
const LEAP_YEAR = 2024;
const LONGEST_MONTH = 31;

type Answer<Value> = { readonly is: Value } | Refusal;

/** A number: with a percent format ×100, a text as people write it; 97,28% is 97.28. */
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

/** A day; «31/12»: the same day of each year; «25», «ngày 25»: the same date of each month or quarter. */
export function readDue({ value, text }: FilledCell): Answer<Due> {
  const date = Number(/^(?:ngày )?(\d{1,2})$/iu.exec(text)?.[1] ?? 0);
  if (typeof value !== 'object' && date >= 1 && date <= LONGEST_MONTH) return { is: { kind: 'each-turn', date } };
  const day = typeof value === 'object' ? value.day : readDay(text);
  if (day !== null) return { is: { kind: 'day', day } };
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:\s+hằng năm)?$/iu.exec(text);
  const yearly = parts === null ? null : dayFrom(LEAP_YEAR, Number(parts[2]), Number(parts[1]));
  return yearly === null ? refused('bad-due') : { is: { kind: 'each-year', month: monthOf(yearly), date: dateOf(yearly) } };
}
