import { words } from './fold-text.ts';

/** Stands for each letter of what is hidden; no pattern of ours knows it. */
export const HIDDEN = '¤';

const DATED =
  '(?:,? ?(?:ban hành )?(?:ngày )?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|,? ngày \\d{1,2} tháng \\d{1,2} năm \\d{4}|,? năm \\d{4})?';
/** Papers that are cited by a bare number («Đề án 06»), and those that never are without «số». */
const NUMBERED = 'nghị quyết|nghị định|quyết định|chỉ thị|thông tư liên tịch|thông tư|công văn|công điện|đề án|kết luận|luật';
const PAPER = `${NUMBERED}|kế hoạch|chương trình hành động|chương trình|thông báo|hướng dẫn|tờ trình|báo cáo|văn bản|quy định`;

/** What holds numbers that are neither targets nor deadlines: citations of papers, their dates, standards, articles of a law. */
const CITATIONS: readonly RegExp[] = [
  // «62/2020/NĐ-CP ngày 01/6/2020», «155/KH-UBND», «18-NQ/TW», «02-ĐA/HU»
  new RegExp(`(?<![\\d/])\\d{1,5}(?:/\\d{4})?(?:/[a-zđ]{2,}\\d*(?:[-&][a-zđ0-9]+)*|-[a-zđ]{1,5}/[a-zđ]{1,6})${DATED}`, 'gu'),
  // «Nghị quyết số 76», «Đề án 06», «Quyết định 766»; «Đề án 2026» is a year
  new RegExp(`(?:${PAPER}) (?:số|số:) ?\\d{1,5}(?:/[^\\s,;.)]+)?${DATED}`, 'gu'),
  new RegExp(`(?:${NUMBERED}) (?!20\\d\\d(?!/))\\d{1,5}(?![\\d.,]*\\s?%)(?:/[^\\s,;.)]+)?${DATED}`, 'gu'),
  words('mức độ \\d(?:(?:,| và| hoặc)? ?(?:mức độ )?\\d(?![\\d%]))*'),
  words('(?:tcvn|iso)(?: iso)?[ /]*\\d+(?:[:-]\\d+)*'),
  words('(?:điều|khoản|mục|phần|chương|phụ lục|biểu|mẫu)(?: số)? \\d+(?:\\.\\d+)*(?:[a-zđ])?(?! ?%)'),
  words('(?:lần thứ|khóa|nhiệm kỳ|kỳ họp thứ|phiên bản|cấp độ) [ivxlc\\d]+(?:\\.\\d+)?(?: ?- ?\\d+)?'),
  words('24/7|24/24|4\\.0|[2-6]g'),
  /(?<=\/ ?)\d{1,2}(?= (?:lượt|lần|hồ sơ|giao dịch|thủ tục|tthc|người))/gu,
];

/** The folded text with every citation hidden, letter for letter, so that places stay what they are. */
export function maskCitations(text: string): string {
  return CITATIONS.reduce((masked, pattern) => masked.replace(pattern, hide), text);
}

/** The same with more stretches hidden. */
export function maskSpans(text: string, spans: readonly { readonly from: number; readonly to: number }[]): string {
  return spans.reduce((masked, { from, to }) => masked.slice(0, from) + hide(masked.slice(from, to)) + masked.slice(to), text);
}

function hide(stretch: string): string {
  return HIDDEN.repeat(stretch.length);
}
