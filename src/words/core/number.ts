/** A number in Vietnamese writing: comma decimals, dot thousands, at most `decimals` places, none when exact («97,28», «57.689»). */
export function sayNumber(value: number, decimals = 2): string {
  const rounded = Number(value.toFixed(decimals));
  const exact = Number.isInteger(rounded);
  const [whole = '0', fraction] = Math.abs(rounded)
    .toFixed(exact ? 0 : decimals)
    .split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return `${rounded < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A small count as reports print it: 0–9 with a leading zero («06 hồ sơ»). */
export function sayCount(value: number): string {
  return Number.isInteger(value) && value >= 0 && value < 10 ? `0${value}` : sayNumber(value);
}

/** A percentage: no space before %, no decimals when exact, else two («62%», «97,30%»). */
export function sayPercent(value: number): string {
  return `${sayNumber(value)}%`;
}

export type ReadNumber =
  | { readonly ok: true; readonly value: number; readonly percent: boolean }
  | { readonly ok: false; readonly reason: 'not-a-number' | 'ambiguous' };

const NOT_A_NUMBER: ReadNumber = { ok: false, reason: 'not-a-number' };
const CURRENCY = /\s*(?:đồng|đ|vnđ|vnd)$/iu;
const VIETNAMESE = /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/u;
const ENGLISH = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;
/** «1.250» or «1,250»: a thousand to one reader, one and a quarter to another. */
const TWO_WAYS = /^\d{1,3}[.,]\d{3}$/u;

/**
 * Reads a number typed as text: «1.234.567,89», «97,28%», «(2.000)», «1.250.000 đồng». Vietnamese writing holds where the
 * locale is Vietnamese; elsewhere both writings are read, and what they read differently is ambiguous.
 */
export function readNumber(text: string, locale: string): ReadNumber {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .replace(CURRENCY, '');
  const parts = /^(\()?([-−–+])?\s?([\d.,]+)(\))?\s?(%)?$/u.exec(plain);
  if (parts === null || (parts[1] === undefined) !== (parts[4] === undefined)) return NOT_A_NUMBER;
  const [, bracket, sign = '', digits = '', , percent] = parts;
  const isVietnamese = /^(?:$|vi)/iu.test(locale);
  if (!isVietnamese && TWO_WAYS.test(digits)) return { ok: false, reason: 'ambiguous' };
  const value = readDigits(digits, isVietnamese);
  if (value === null) return NOT_A_NUMBER;
  const isNegative = bracket !== undefined || (sign !== '' && sign !== '+');
  return { ok: true, value: isNegative && value !== 0 ? -value : value, percent: percent !== undefined };
}

function readDigits(digits: string, onlyVietnamese: boolean): number | null {
  if (VIETNAMESE.test(digits)) return finite(digits.replace(/\./gu, '').replace(',', '.'));
  return !onlyVietnamese && ENGLISH.test(digits) ? finite(digits.replace(/,/gu, '')) : null;
}

function finite(digits: string): number | null {
  const value = Number(digits);
  return Number.isFinite(value) ? value : null;
}
