import { type Day, dateOf, monthOf } from '../../domain/core/day.ts';

/** A mail in words: plain text and HTML say the same. */
export type SaidMail = { readonly subject: string; readonly text: string; readonly html: string };

/** A stretch of plain text; `strong` prints bold where there is bold. */
type Run = { readonly text: string; readonly strong: boolean };
/** One paragraph of a mail. */
export type Line = readonly Run[];

/** Line breaks, control characters and what turns the direction of writing: a cell must not change the mail around it. */
const UNRULY = /[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const ruled = (text: string): string => text.replace(UNRULY, ' ');

export const plain = (text: string): Run => ({ text: ruled(text), strong: false });
export const strong = (text: string): Run => ({ text: ruled(text), strong: true });

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

/** The same for a mail reader: no picture, no link, nothing to fetch. */
export function asHtml(lines: readonly Line[]): string {
  const said = lines.map((line) => `<p>${line.map(runHtml).join('')}</p>`).join('\n');
  return `<div lang="vi" style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:640px;overflow-wrap:anywhere">\n${said}\n</div>`;
}

function runHtml({ text, strong: bold }: Run): string {
  return bold ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
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
