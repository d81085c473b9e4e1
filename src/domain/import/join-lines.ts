import { markOf } from './marks.ts';

/**
 * One printed line; `gap` = a blank line, or more space than between lines, stands before it; `starts` = it is set in; `full` =
 * it reaches the margin, where the page says so (a text of letters alone is judged by its width).
 */
export type PrintedTextLine = {
  readonly text: string;
  readonly gap: boolean;
  readonly bold?: boolean;
  readonly starts?: boolean;
  readonly full?: boolean;
};

/** Lines that belong to one paragraph, in order. */
export type JoinedLines = readonly PrintedTextLine[];

/** No line of a typed page is longer; a text whose long lines are longer is not wrapped. */
const WIDEST_PAGE = 135;
/** A line that reaches this share of the width may go on in the next; one that ends a sentence must reach more. */
const NEARLY_FULL = 0.68;
const FULL = 0.8;
/** In a wrapped text at least so many lines begin in the middle of a sentence. */
const LEAST_MIDDLES = 0.03;
const ENDED = /[.;:!?…]["”»)]*\s*$/u;
const SMALL = /^\s*[\p{Ll},;:)%]/u;

/**
 * Joins the lines of a text that was wrapped by a page. A new paragraph begins at a list mark, after a line that ends early, and
 * after a blank line unless the sentence visibly goes on (page breaks leave blank lines in the middle of sentences). In a text
 * that is not wrapped each line is a paragraph.
 */
export function joinLines(lines: readonly PrintedTextLine[]): JoinedLines[] {
  const width = widthOf(lines);
  const joined: PrintedTextLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const last = joined[joined.length - 1];
    if (before !== undefined && last !== undefined && width !== null && goesOn(before, line, width)) last.push(line);
    else joined.push([line]);
  }
  return joined;
}

/** The width in letters that the page was wrapped at, or `null`. */
function widthOf(lines: readonly PrintedTextLine[]): number | null {
  if (lines.some(({ full }) => full !== undefined)) return WIDEST_PAGE;
  const lengths = lines.map(({ text }) => text.trim().length).sort((one, other) => one - other);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width < 40 || width > WIDEST_PAGE) return null;
  const middles = lines.filter(({ text }) => SMALL.test(text) && markOf(text, '').kind === 'none').length;
  return middles >= Math.max(1, lines.length * LEAST_MIDDLES) ? width : null;
}

function goesOn(before: PrintedTextLine, line: PrintedTextLine, width: number): boolean {
  const text = before.text.trim();
  if (line.starts === true || isMarked(text, line)) return false;
  const ended = ENDED.test(text);
  const small = SMALL.test(line.text) || (/^\s*\d/u.test(line.text) && COUNTS.test(text));
  const reaches = (share: number): boolean => before.full ?? text.length >= width * share;
  if (line.gap) return !ended && small && reaches(NEARLY_FULL);
  if (isCapitals(text) !== isCapitals(line.text) && !small) return false;
  if (before.bold === true && line.bold === false && !reaches(NEARLY_FULL)) return false;
  return small ? !ended || reaches(NEARLY_FULL) : reaches(ended ? FULL : NEARLY_FULL);
}

/** A number or a dash that merely fell to the beginning of a line is no list mark. */
function isMarked(before: string, { text, gap }: PrintedTextLine): boolean {
  const mark = markOf(text, '');
  const rest = text.slice(mark.from);
  const startsBig = /^\s*["“«(]?[\p{Lu}\d]/u.test(rest);
  switch (mark.kind) {
    case 'none':
      return false;
    case 'bullet':
      return !/[-–—]\s*$/u.test(before) && (ENDED.test(before) || startsBig) && !isSpan(before, rest);
    case 'plus':
      return true;
    case 'number':
      return startsBig && (gap || !COUNTS.test(before));
    default:
      return startsBig;
  }
}

/** Words that a number follows in the middle of a sentence. */
const COUNTS = /(?:năm|tháng|ngày|số|điều|khoản|điểm|quý|mục|và|từ|đến|trên|dưới|,)\s*$/iu;

/** «2021» at the end of a line and «- 2025» at the beginning of the next. */
function isSpan(before: string, rest: string): boolean {
  return /\d%?\s*$/u.test(before) && /^\s*(?:20\d\d|\d+\s*%)/u.test(rest) && !ENDED.test(before);
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 4 && letters === letters.toUpperCase();
}
