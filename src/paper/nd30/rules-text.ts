import type { SeenParagraph } from './read-docx.ts';
import type { Rule } from './rules-page.ts';

const BODY = ['ThanVanBan', 'GachDong', 'CanCu'];
/** Lines whose blanks for number and day are spaces. */
const SPACED = ['SoKyHieu', 'DiaDanh', 'KemTheo'];
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const SLIPS = /UNBD|;;|,,|\{|\}|\bundefined\b|\bNaN\b|#(?:REF|N\/A|VALUE|DIV\/0|NAME)|\[object /u;

/** R12: size, both edges straight, first-line indent, room between paragraphs and lines. */
export const bodyLook: Rule = ({ paragraphs }) =>
  paragraphs.filter((one) => BODY.includes(one.style) && !isBodyLook(one)).map(({ text }) => text);

function isBodyLook({ runs, align, firstLine, spacing, line }: SeenParagraph): boolean {
  const sized = runs.every(({ size }) => size >= 13 && size <= 14);
  return sized && align === 'both' && firstLine >= 567 && firstLine <= 720 && spacing >= 120 && line >= 240 && line <= 360;
}

/** R13: the three kinds of heading, letters in the order of the Vietnamese alphabet. */
export const headings: Rule = ({ paragraphs }) => {
  const wrong: string[] = [];
  let expected = 0;
  for (const one of paragraphs) {
    if (one.style === 'Diem') {
      const letter = LETTERS[expected] ?? '';
      expected += 1;
      if (!one.text.startsWith(`${letter}) `) || one.runs.some(({ bold }) => bold)) wrong.push(one.text);
    } else if (one.style === 'Muc' || one.style === 'Khoan') {
      expected = 0;
      if (!isHeading(one)) wrong.push(one.text);
    }
  }
  return wrong;
};

function isHeading({ style, text, runs }: SeenParagraph): boolean {
  const bold = runs.every((run) => run.bold);
  return bold && (style === 'Muc' ? /^[IVX]+\. /u.test(text) && text === text.toUpperCase() : /^\d+\. /u.test(text));
}

/** R14: the text ends «./.». */
export const ending: Rule = ({ paragraphs }) => {
  const last = paragraphs.filter(({ style }) => BODY.includes(style)).pop();
  return last?.text.endsWith('./.') === true ? [] : [last?.text ?? ''];
};

/** R18: the text names each annex. */
export const annexesNamed: Rule = ({ paragraphs }) => {
  const body = paragraphs.filter(({ style }) => BODY.includes(style)).map(({ text }) => text);
  const labels = paragraphs.filter(({ style }) => style === 'PhuLuc').map(({ text }) => text);
  return labels.filter((label) => !body.some((text) => new RegExp(`${label}(?![IVX])`, 'u').test(text)));
};

/** R20: slips of the pen and leftovers of the machine. */
export const slips: Rule = ({ paragraphs }) =>
  paragraphs
    .filter(({ style, text }) => SLIPS.test(text) || (!SPACED.includes(style) && /\S {2,}\S/u.test(text)))
    .map(({ text }) => text);

/** R21: composed letters. */
export const composed: Rule = ({ paragraphs }) =>
  paragraphs.filter(({ text }) => text !== text.normalize('NFC')).map(({ text }) => text);
