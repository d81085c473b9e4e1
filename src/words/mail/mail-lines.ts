import { type Day, dateOf, monthOf } from '../../domain/core/day.ts';

/** A mail in words: plain text and HTML say the same. */
export type SaidMail = { readonly subject: string; readonly text: string; readonly html: string };

/** A stretch of plain text; `strong` prints bold where there is bold. */
type Run = { readonly text: string; readonly strong: boolean; readonly link?: string };
/** One paragraph of a mail. */
export type Line = readonly Run[];

/** Line breaks, control characters and what turns the direction of writing: a cell must not change the mail around it. */
const UNRULY = /[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const ruled = (text: string): string => text.replace(UNRULY, ' ');

export const plain = (text: string): Run => ({ text: ruled(text), strong: false });
export const strong = (text: string): Run => ({ text: ruled(text), strong: true });

/** Ends a row inside a paragraph; no cell can make one, because line breaks of cells become spaces. */
const ROW_END: Run = { text: '\n', strong: false };

/** A head and its rows as one paragraph: a list that takes little of a phone's screen. */
export function rowsOf(head: Line, rows: readonly Line[]): Line {
  return [head, ...rows].flatMap((row, at) => (at === 0 ? row : [ROW_END, ...row]));
}

/** The only address that a mail links to; whatever else stands there is text. */
const SHEET = /^https:\/\/docs\.google\.com\/spreadsheets\/[\w\-/=?#&.]+$/u;

/** The address of the sheet, to open with a touch. */
export function linkTo(address: string): Run {
  return SHEET.test(address) ? { text: address, strong: false, link: address } : plain(address);
}

/** What a cell gives to a mail at the most: whoever needs more opens the workbook. */
const MOST_CHARACTERS = 400;
/** More than that is not even looked at: spaces between may be many. */
const MOST_READ = 4_000;

/** «16/9»: day and month, as a phone has little room. */
export function shortDay(day: Day): string {
  return `${dateOf(day)}/${monthOf(day)}`;
}

/** One line, cut where it is too long, without the full stop that the sentence around it brings. */
export function bare(text: string): string {
  const line = ruled(text.slice(0, MOST_READ))
    .trim()
    .replace(/[.;,]+$/u, '');
  const letters = [...line];
  return letters.length <= MOST_CHARACTERS ? line : `${letters.slice(0, MOST_CHARACTERS).join('').trim()}…`;
}

/** Cut at a word where it is longer. */
export function atMost(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trim()}…`;
}

/** The same at the beginning of a sentence. */
export function upper(text: string): string {
  const said = bare(text);
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);
}

/** The same inside a sentence: a small first letter, unless a name or an abbreviation starts there. */
export function within(text: string): string {
  const said = bare(text);
  const [first = '', second = ''] = said.split(' ');
  const isName = /^.\p{Lu}/u.test(first) || /^\p{Lu}/u.test(second);
  return isName ? said : said.charAt(0).toLocaleLowerCase('vi') + said.slice(1);
}

/** Paragraphs with a blank line between. */
export function asText(lines: readonly Line[]): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n\n');
}

/** The same for a mail reader: no picture and nothing to fetch, at most the address of the sheet to touch. */
export function asHtml(lines: readonly Line[]): string {
  const said = lines.map((line) => `<p style="margin:0 0 12px">${line.map(runHtml).join('')}</p>`).join('\n');
  return `<div lang="vi" style="font-family:sans-serif;font-size:16px;line-height:1.4;max-width:640px;overflow-wrap:anywhere">\n${said}\n</div>`;
}

function runHtml({ text, strong: bold, link }: Run): string {
  if (text === ROW_END.text) return '<br>';
  const said = link === undefined ? escapeHtml(text) : `<a href="${escapeHtml(link)}">${escapeHtml(text)}</a>`;
  return bold ? `<b>${said}</b>` : said;
}

/** The one escaper of mail: what came from a cell can only be text. */
function escapeHtml(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');
}
