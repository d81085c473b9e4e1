import { legal } from '../docx/xml.ts';
import { utf8Of } from '../zip/utf8.ts';

/** What Excel, LibreOffice and Google Sheets take for the beginning of a formula, also behind white space. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u;

/** Excel reads a file without it in the letters of the machine, and Vietnamese is lost. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table as CSV (RFC 4180): every text in quotation marks, numbers bare with a decimal point. A text that a spreadsheet would
 * run as a formula gets an apostrophe before it (OWASP, CSV injection), so that opening the file runs nothing.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

/** The same as the bytes of a file. */
export function csvBytes(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return utf8Of(csvOf(rows));
}

function fieldOf(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = legal(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/gu, '""')}"`;
}
