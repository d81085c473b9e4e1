import { type Day, dayFrom } from '../core/day.ts';
import type { Paragraph } from './document.ts';
import { folded, foldText, sourceOf } from './fold-text.ts';
import { isCapitals } from './headings.ts';
import type { Passage, PlanFacts } from './row.ts';

/** The letterhead and the title stand within the first paragraphs. */
const HEAD = 60;
const TITLE = /^(?:kế hoạch|chương trình|đề án|khung kế hoạch)(?! số)/u;
const STAGE =
  /(?:giai đoạn|trong các năm|các năm|từ năm) ?(?:năm )?(20[1-4]\d) ?(?:-|đến) ?(?:năm )?(20[1-4]\d)|(20[1-4]\d) ?- ?(20[1-4]\d)/u;
const YEAR = /năm (20[1-4]\d)/u;
const NUMBER = /^số ?:? ?(\d{1,5}) ?\/ ?([a-zđ-]+)/u;
const DAY = /ngày (\d{1,2}) tháng (\d{1,2}) năm (20[1-4]\d)\.?$/u;
const UNIT = /^(?:chủ tịch )?(?:ủy ban nhân dân|ubnd) ?(?:xã|phường|đặc khu|thị trấn)[^.;,\d]{2,40}$/u;
const LONGEST_TITLE = 6;

/** What the plan says of itself, from its letterhead, its title and its «Căn cứ» lines. */
export function factsOf(paragraphs: readonly Paragraph[]): PlanFacts {
  const head = paragraphs.slice(0, HEAD);
  const title = titleOf(paragraphs);
  const years =
    yearsOf(title ?? '') ??
    yearsOf(
      head
        .map(({ text }) => text)
        .filter(isAboutPlan)
        .join('\n'),
    ) ??
    yearsOf(
      head
        .map(({ text }) => text)
        .filter((text) => isCapitals(text) && /cải cách hành chính|cchc/u.test(folded(text)))
        .join('\n'),
    );
  return {
    title,
    kind: years === null ? 'theme' : years.from === years.to ? 'year' : 'stage',
    years,
    number: first(head, numberIn),
    day: first(head, dayIn),
    unit: unitIn(head),
    bases: paragraphs
      .slice(0, HEAD * 2)
      .filter(({ text }) => /^căn cứ /u.test(folded(text)))
      .map(basis),
  };
}

function first<Value>(head: readonly Paragraph[], read: (paragraph: Paragraph) => Value | null): Value | null {
  for (const paragraph of head) {
    const found = read(paragraph);
    if (found !== null) return found;
  }
  return null;
}

/** The office in the letterhead; its two lines may be two paragraphs. */
function unitIn(head: readonly Paragraph[]): string | null {
  for (const [at, { text }] of head.entries()) {
    const both = `${text} ${head[at + 1]?.text ?? ''}`;
    const found = [text, both].find((one) => UNIT.test(folded(one)));
    if (found !== undefined)
      return found
        .trim()
        .replace(/^chủ tịch\s+/iu, '')
        .replace(/\s+/gu, ' ');
  }
  return null;
}

function basis({ at, text }: Paragraph): Passage {
  return { at, words: text.trim() };
}

/** «KẾ HOẠCH» on a line of its own, and what it is about on the next ones. */
function titleOf(paragraphs: readonly Paragraph[]): string | null {
  const at = paragraphs.findIndex(
    ({ text, bold }) => TITLE.test(folded(text)) && (isCapitals(text.split('\n')[0] ?? '') || bold) && folded(text).length < 300,
  );
  if (at < 0) return null;
  const lines: string[] = [];
  for (const { text, number } of paragraphs.slice(at, at + LONGEST_TITLE)) {
    const said = folded(text);
    if (
      lines.length > 0 &&
      (number !== '' ||
        /^(?:căn cứ|thực hiện (?:quyết định|nghị quyết|kế hoạch số|công văn|chỉ thị)|[ivx]+\.|\d+\.|ủy ban nhân dân .* (?:ban hành|xây dựng))/u.test(
          said,
        ))
    )
      break;
    if (said !== '' && !/^[-_*\s]+$/u.test(said)) lines.push(text.trim().replace(/\s+/gu, ' '));
    if (lines.length > 1 && (STAGE.test(said) || YEAR.test(said))) break;
  }
  return lines.join(' ');
}

function isAboutPlan(text: string): boolean {
  return /cải cách hành chính|cchc/u.test(folded(text)) && /kế hoạch/u.test(folded(text));
}

function yearsOf(text: string): { from: number; to: number } | null {
  const said = folded(text);
  const stage = STAGE.exec(said);
  const [from, to] = [Number(stage?.[1] ?? stage?.[3]), Number(stage?.[2] ?? stage?.[4])];
  const year = Number(YEAR.exec(said)?.[1]);
  const isStage = stage !== null && to > from && to - from <= 15;
  // «… năm 2026 … theo Chương trình giai đoạn 2021 - 2030»: the first that is named is the plan's.
  if (isStage && (Number.isNaN(year) || stage.index <= (YEAR.exec(said)?.index ?? 0))) return { from, to };
  return Number.isNaN(year) ? null : { from: year, to: year };
}

function numberIn({ text }: Paragraph): string | null {
  for (const line of text.split('\n')) {
    const folding = foldText(line);
    const match = NUMBER.exec(folding.text.trim());
    const lead = folding.text.length - folding.text.trimStart().length;
    if (match !== null) return sourceOf(folding, lead + match[0].search(/\d/u), lead + match[0].length).replace(/\s/gu, '');
  }
  return null;
}

function dayIn({ text }: Paragraph): Day | null {
  const said = folded(text);
  if (said.length > 80 || /^căn cứ/u.test(said)) return null;
  const match = DAY.exec(said);
  return match === null ? null : dayFrom(Number(match[3]), Number(match[2]), Number(match[1]));
}
