import type { Paragraph } from './document.ts';
import { folded } from './fold-text.ts';
import { HIDDEN, maskCitations } from './mask.ts';
import type { CountCheck, ImportedRow } from './row.ts';

const SAID: readonly (readonly [CountCheck['of'], RegExp])[] = [
  ['task', /(?<!\d[.,/])(\d{1,3}) (?:nhóm )?nhiệm vụ(?! \d)/gu],
  ['indicator', /(?<!\d[.,/])(\d{1,3}) (?:mục tiêu|chỉ tiêu)/gu],
];
const LEAST_SAID = 5;
/** Paragraphs that speak of other papers, or of what was done. */
const OTHERS =
  /^(?:căn cứ|thực hiện|theo) (?!kế hoạch này)|(?<!\p{L})(?:năm trước|đã (?:hoàn thành|thực hiện|triển khai|ban hành))(?!\p{L})/u;
/** «49 nhiệm vụ của tỉnh», «52 nhiệm vụ được giao»: whose they are. */
const OF_OTHERS =
  /^[^.;]{0,40}?(?<!\p{L})(?:của|do|được) (?:ubnd |ủy ban nhân dân |hđnd )?(?:tỉnh|thành phố|chính phủ|trung ương|cấp trên|huyện|sở|bộ|giao|phân công|kế hoạch (?:số|tỉnh|của))/u;

/** «49 nhiệm vụ», «43 chỉ tiêu» where the document says them of itself: not behind a citation, nor of another office. */
export function countsIn(paragraphs: readonly Paragraph[], rows: readonly ImportedRow[]): CountCheck[] {
  const held = (kind: ImportedRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  return paragraphs.flatMap(({ at, text }) => {
    const said = folded(text);
    if (OTHERS.test(said)) return [];
    return SAID.flatMap(([of, pattern]) =>
      [...said.matchAll(pattern)]
        .filter((match) => isOwn(said, match))
        .map((match): CountCheck => {
          return { of, said: Number(match[1]), found: held(of), at, words: match[0] };
        }),
    ).filter((count) => count.said >= LEAST_SAID);
  });
}

function isOwn(text: string, { index, 0: words }: RegExpExecArray): boolean {
  const sentence =
    maskCitations(text)
      .slice(0, index)
      .split(/[.;]\s/u)
      .pop() ?? '';
  return !sentence.includes(HIDDEN) && !OF_OTHERS.test(text.slice(index + words.length));
}
