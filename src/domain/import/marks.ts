/** The kinds of list marks, outermost first as plans use them. */
export type MarkKind = 'letter-big' | 'roman' | 'number' | 'letter' | 'roman-small' | 'bullet' | 'plus' | 'none';

/** What stands in front of a paragraph: typed, or put there by the word processor. */
export type Mark = {
  readonly kind: MarkKind;
  /** How many numbers it has: 2 for `2.1`. */
  readonly parts: number;
  /** Its own place in its list, from 1; 0 for a bullet. */
  readonly place: number;
  readonly label: string;
  /** Where the words of the paragraph begin behind a typed mark. */
  readonly from: number;
};

const NONE: Mark = { kind: 'none', parts: 0, place: 0, label: '', from: 0 };
/** «đ» has a place of its own in Vietnamese lists. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ROMAN = /^\s*(?:(?:phần|mục|chương)\s+)?([IVX]{1,5})\s*[.)/:\-–]\s*(?=\S)/iu;
const PART = /^\s*(?:phần|chương)\s+(?:thứ\s+)?(nhất|hai|ba|tư|bốn|năm|[IVX]{1,5}|\d{1,2})(?![\p{L}\d])[.:]?\s*/iu;
/** «2.1. 100% hồ sơ …»: a number may follow where a stop and a space stand between. */
const NUMBER =
  /^\s*(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)]\s+(?=[\d≥≤<>])|(?:[.)]\s*|\s+)(?=[^\d\s%,]))|^\s*(\d{1,2})\s*(?:[.)]\s+(?=\d+(?:[.,]\d+)? ?(?:%|phần trăm))|[.)/]\s*(?=[^\d\s%,]))/u;
const LETTER = /^\s*\(?([a-zđ])\s*(?:[.)]\s*(?=\S)|[,/]\s*(?=\p{Lu}))/u;
/** «ii)», «iv)»: a lone «i)» or «v)» is a letter. */
const ROMAN_SMALL = /^\s*\(?(i{2,3}|iv|vi{1,3}|ix)\s*[.)]\s*(?=\S)/u;
const LETTER_BIG = /^\s*([A-ZĐ])\s*[.)]\s*(?=\S)/u;
const BULLET = /^\s*(?:[-–—−‒‐*•●○▪■□◦‣·➢✓✔❖◊⁃]|[\uf000-\uf0ff])+\s*(?=\S)/u;
const PLUS = /^\s*(?:\++|o(?=\s+\p{Lu}))\s*(?=\S)/u;

/** The mark in front of a paragraph; `number` is its automatic one, which wins. */
export function markOf(text: string, number: string): Mark {
  if (number.trim() === '') return typedMark(text);
  const auto = typedMark(`${number} x`);
  if (auto.kind !== 'none') return { ...auto, from: typedBehind(text, auto) };
  return { ...NONE, kind: 'bullet', label: number };
}

/** Some plans have both: an automatic bullet and a typed dash behind it. */
function typedBehind(text: string, auto: Mark): number {
  const typed = typedMark(text);
  return auto.kind === 'bullet' || typed.kind === auto.kind ? typed.from : 0;
}

function typedMark(text: string): Mark {
  const part = PART.exec(text);
  if (part !== null) return { kind: 'letter-big', parts: 1, place: 0, label: part[0].trim(), from: part[0].length };
  const number = NUMBER.exec(text);
  if (number !== null) return numbered(number);
  const roman = ROMAN.exec(text);
  if (roman !== null && isBig(roman[1] ?? '')) return made(roman, 'roman', romanValue(roman[1] ?? ''));
  const big = LETTER_BIG.exec(text);
  if (big !== null) return made(big, 'letter-big', LETTERS.indexOf((big[1] ?? '').toLowerCase()) + 1);
  const letter = LETTER.exec(text);
  if (letter !== null) return made(letter, 'letter', LETTERS.indexOf(letter[1] ?? '') + 1);
  const small = ROMAN_SMALL.exec(text);
  if (small !== null) return made(small, 'roman-small', romanValue(small[1] ?? ''));
  const plus = PLUS.exec(text);
  if (plus !== null) return made(plus, 'plus', 0);
  const bullet = BULLET.exec(text);
  return bullet === null ? NONE : made(bullet, 'bullet', 0);
}

function numbered(match: RegExpExecArray): Mark {
  const label = match[1] ?? match[2] ?? '';
  const parts = label.split('.');
  return { kind: 'number', parts: parts.length, place: Number(parts[parts.length - 1]), label, from: match[0].length };
}

function made(match: RegExpExecArray, kind: MarkKind, place: number): Mark {
  return { kind, parts: 1, place, label: match[0].trim(), from: match[0].length };
}

/** «i)» with «ii)» behind it is the first of its list, and no letter. */
export function asRoman(mark: Mark, following: readonly Mark[]): Mark {
  const isOne = mark.kind === 'letter' && /^\(?i[.)]/u.test(mark.label);
  const isList = isOne && following.find(({ kind }) => kind === 'roman-small' || kind === 'letter')?.kind === 'roman-small';
  return isList ? { ...mark, kind: 'roman-small', place: 1 } : mark;
}

/** «i.» and «v)» are letters, «I.» and «V)» are Roman. */
function isBig(text: string): boolean {
  return text === text.toUpperCase();
}

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The value of a Roman number up to XXXIX. */
export function romanValue(text: string): number {
  const values = [...text.toUpperCase()].map((letter) => VALUES[letter] ?? 0);
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0);
}
