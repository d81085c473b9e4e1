import { legal } from './legal.ts';

/** What Excel, LibreOffice and Google Sheets take for the beginning of a formula, also behind white space. */
const BEGINS = String.raw`(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])`;
const FORMULA = new RegExp(`^${BEGINS}`, 'u');
const GUARDED = new RegExp(`(^|,)"'(?=${BEGINS})`, 'gmu');

/** Excel reads a file without it in the letters of the machine, and Vietnamese is lost. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table as CSV (RFC 4180): every text in quotation marks, numbers bare with a decimal point. A text that a spreadsheet would
 * run as a formula gets an apostrophe before it (OWASP, CSV injection), so that opening the file runs nothing.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

function fieldOf(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = legal(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/gu, '""')}"`;
}

/** Our own CSV without the apostrophes that keep a spreadsheet from running a text: they are no part of it. */
export function unguarded(csv: string): string {
  return csv.includes('"\'') ? csv.replace(GUARDED, '$1"') : csv;
}
