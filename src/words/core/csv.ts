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

/** A table of separated values as programs write it (RFC 4180): quotes, doubled quotes, breaks inside them; commas, semicolons or tabs. A blank line is a row, too, so that rows can be told by their number. */
export function readCsv(text: string): string[][] {
  const whole = text.replace(/^\ufeff/u, '');
  const sign = separatorOf(whole);
  const cells = new RegExp(`("(?:[^"]|"")*"[^${sign}\r\n]*|[^${sign}\r\n]*)(${sign}|\r\n|\n|\r|$)`, 'gu');
  const rows: string[][] = [[]];
  for (const { 1: cell = '', 2: end = '', index } of whole.matchAll(cells)) {
    if (index === whole.length && end === '' && rows[rows.length - 1]?.length === 0) break;
    rows[rows.length - 1]?.push(plainCell(cell));
    if (end !== sign && end !== '') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

/** Without the quotes around it; those inside stand doubled. */
function plainCell(cell: string): string {
  const [, quoted, rest = ''] = /^"((?:[^"]|"")*)"(.*)$/su.exec(cell) ?? [];
  return quoted === undefined ? cell : `${quoted.replace(/""/gu, '"')}${rest}`;
}

/** The sign that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^\r\n"])*/u.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/gu, '');
  const count = (sign: string): number => line.split(sign).length - 1;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}
