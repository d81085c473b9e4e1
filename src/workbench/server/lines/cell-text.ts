import { format as formatted } from 'numfmt';
import { readTyped, type TypingRules } from '../../../host/services/typed-entry.ts';
import type { CellModel } from '../../../xlsx/model.ts';
import { civilOfSerial, isDateFormat } from '../../../xlsx/serial.ts';

/** Everything that decides how a cell reads: the spreadsheet's locale and the day that tells the year of «1-2». */
export type Reading = Pick<TypingRules, 'locale' | 'today'>;

/** Whole numbers stay digit by digit up to what a number holds exactly; Excel would write 1,23E+11 into a narrow cell. */
const EXACT = 1e15;

/** The cell as it is shown. */
export function shownText({ value, style }: CellModel, { locale }: Reading): string {
  const { numberFormat } = style;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return numberFormat.includes(';') ? inFormat(numberFormat, value, locale) : value;
  const isPlain = numberFormat === 'General' || numberFormat === '@';
  if (isPlain && Number.isInteger(value) && Math.abs(value) < EXACT) return String(value);
  return inFormat(isPlain ? 'General' : numberFormat, value, locale);
}

function inFormat(pattern: string, value: string | number, locale: string): string {
  try {
    return formatted(pattern, value, { locale: locale.replace('_', '-') });
  } catch {
    // A format that no program but its own understands.
    return typeof value === 'number' ? typedNumber(value, locale) : value;
  }
}

/** The cell as one would type it, to the last digit; a formula has none. */
export function typedText(cell: CellModel, reading: Reading): string {
  const { value, style } = cell;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return guarded(value, { ...reading, format: style.numberFormat });
  if (isDateFormat(style.numberFormat)) return typedDay(value, reading);
  return isPercent(style.numberFormat) ? `${typedNumber(value, reading.locale, 2)}%` : typedNumber(value, reading.locale);
}

/** A text that would be read as something else gets an apostrophe in front. */
function guarded(text: string, rules: TypingRules): string {
  if (rules.format === '@' || text === '' || READS_AS_TEXT.test(text)) return text;
  const read = readTyped(text, rules);
  return read.value === text && read.formula === null ? text : `'${text}`;
}

/** Begins with a letter that begins no number, day, formula or truth value. */
const READS_AS_TEXT = /^[\p{L}](?<![TtFf])/u;

const isPercent = (format: string): boolean => format.replace(/"[^"]*"|\\./gu, '').includes('%');

/** The shortest digits that read as this very number, with the point moved `places` to the right. */
function typedNumber(value: number, locale: string, places = 0): string {
  const text = String(value);
  const moved = places === 0 || /e/u.test(text) ? text : pointMoved(text, places);
  const whole = places > 0 && /e/u.test(text) ? text.replace(/e([+-]?\d+)$/u, (_, power) => `e${Number(power) + places}`) : moved;
  return locale.startsWith('en') ? whole : whole.replace('.', ',');
}

function pointMoved(text: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text) ?? [];
  const digits = `${whole}${fraction.padEnd(places, '0')}`;
  const at = whole.length + places;
  const left = digits.slice(0, at).replace(/^0+(?=\d)/u, '');
  const right = digits.slice(at).replace(/0+$/u, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

function typedDay(serial: number, { locale }: Reading): string {
  const { year, month, date, hours, minutes, seconds } = civilOfSerial(serial);
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
  if (serial >= 0 && serial < 1) return clock;
  const day =
    locale === 'en_US'
      ? `${month}/${date}/${String(year).padStart(4, '0')}`
      : `${two(date)}/${two(month)}/${String(year).padStart(4, '0')}`;
  return hours + minutes + seconds === 0 ? day : `${day} ${clock}`;
}

/** Whether typing the cell's own text into it leaves it as it is, value and format. */
export function isRetyped(cell: CellModel, reading: Reading): boolean {
  if (cell.formula !== null) return false;
  const { numberFormat } = cell.style;
  const typed = readTyped(typedText(cell, reading), { ...reading, format: numberFormat });
  const value = typeof typed.value === 'string' ? typed.value.replace(/\r\n?/gu, '\n') : typed.value;
  const brings = typed.format !== null && (numberFormat === 'General' || isDateFormat(typed.format));
  return typed.formula === null && Object.is(value, cell.value) && (!brings || typed.format === numberFormat);
}
