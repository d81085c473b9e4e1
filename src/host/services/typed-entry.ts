import { type Day, dayFrom, yearOf } from '../../domain/core/day.ts';
import { isDateFormat, serialOfCivil } from '../../xlsx/serial.ts';

/** What a cell becomes when a text is typed into it; `format` is the number format the typing brings along, if any. */
export type TypedCell = {
  readonly value: string | number | boolean;
  readonly format: string | null;
  readonly formula: string | null;
};

/** How the spreadsheet reads: its locale, the cell's present format, and the day that tells the year of «1-2». */
export type TypingRules = { readonly locale: string; readonly format: string; readonly today: Day };

type Separators = { readonly decimal: string; readonly group: string };

const separatorsOf = (locale: string): Separators =>
  locale.startsWith('en') ? { decimal: '.', group: ',' } : { decimal: ',', group: '.' };

const plain = (value: string | number | boolean, format: string | null = null): TypedCell => ({ value, format, formula: null });

/**
 * Reads a text as Google Sheets reads typing, which is also what `setValues` does with a string (docs/platform.md#typed-entry):
 * «1-2» is a day, «01» is 1, «'01» is the text 01, «=…» is a formula. A cell of plain text takes everything as it is, the
 * apostrophe too.
 */
export function readTyped(text: string, rules: TypingRules): TypedCell {
  if (rules.format === '@' || text === '') return plain(text);
  if (text.startsWith("'")) return plain(text.slice(1));
  // Blanks in front of it make it text (assumed: the self-test asks).
  if (/^=./u.test(text)) return { value: '', format: null, formula: text.slice(1) };
  const trimmed = text.trim();
  if (/^(true|false)$/iu.test(trimmed)) return plain(trimmed.toLowerCase() === 'true');
  return readNumber(trimmed, separatorsOf(rules.locale)) ?? readMoment(trimmed, rules) ?? signedFormula(trimmed) ?? plain(text);
}

/** «+…» and «-…» that are no number start a formula too; a lone sign is text. */
function signedFormula(text: string): TypedCell | null {
  return /^[+-]./u.test(text) ? { value: '#ERROR!', format: null, formula: text } : null;
}

function readNumber(text: string, { decimal, group }: Separators): TypedCell | null {
  const d = decimal === '.' ? '\\.' : decimal;
  const g = group === '.' ? '\\.' : group;
  const shape = new RegExp(`^([+-]?)(\\d+|\\d{1,3}(?:${g}\\d{3})+)?(?:${d}(\\d*))?(e[+-]?\\d+)?\\s?(%)?$`, 'iu');
  const [, sign = '', whole = '', fraction = '', exponent = '', percent] = shape.exec(text) ?? [];
  if (whole === '' && fraction === '') return null;
  // A cell knows no −0, and what is beyond every number stays the text it is.
  const value = Number(`${sign}${whole.split(group).join('') || '0'}.${fraction || '0'}${exponent}`) + 0;
  if (!Number.isFinite(value)) return null;
  if (percent === undefined) return plain(value);
  // Dividing would turn 7% into 0.07000000000000001.
  return plain(Number(`${value}e-2`), fraction === '' ? '0%' : '0.00%');
}

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u;
const DAY_FIRST = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?$/u;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;

function readMoment(text: string, rules: TypingRules): TypedCell | null {
  const [first = '', second] = text.split(/\s+(?=\d{1,2}:)/u);
  const time = readTime(second ?? first);
  if (second === undefined && time !== null) return keep(time, 'HH:mm:ss', rules);
  const typed = readTypedDay(first, rules);
  if (typed === null || (second !== undefined && time === null)) return null;
  return keep(serialOfDay(typed) + (time ?? 0), second === undefined ? dayFormat(rules) : `${dayFormat(rules)} HH:mm:ss`, rules);
}

const dayFormat = ({ locale }: TypingRules): string => (locale === 'en_US' ? 'M/d/yyyy' : 'dd/MM/yyyy');
const keep = (serial: number, format: string, rules: TypingRules): TypedCell =>
  plain(serial, isDateFormat(rules.format) ? null : format);

function readTypedDay(text: string, rules: TypingRules): Day | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = DAY_FIRST.exec(text);
  if (parts === null) return null;
  const year = parts[3] === undefined ? yearOf(rules.today) : Number(parts[3].length === 2 ? `20${parts[3]}` : parts[3]);
  const [date, month] = rules.locale === 'en_US' ? [parts[2], parts[1]] : [parts[1], parts[2]];
  return dayFrom(year, Number(month), Number(date));
}

function readTime(text: string): number | null {
  const parts = TIME.exec(text);
  if (parts === null) return null;
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  return hours > 23 || minutes > 59 || seconds > 59 ? null : (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** The serial number of a day's midnight. */
export function serialOfDay(at: Day): number {
  const [year = 0, month = 0, date = 0] = at.split('-').map(Number);
  return serialOfCivil({ year, month, date, hours: 0, minutes: 0, seconds: 0 });
}
