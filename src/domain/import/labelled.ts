import { foldText, sourceOf } from './fold-text.ts';

/** What a line under a task says of it: «Chủ trì: …; phối hợp: …; thời gian: …; sản phẩm: …». */
export type Labelled = Partial<Record<'lead' | 'with' | 'deadline' | 'product', string>>;

const LABELS: readonly (readonly [keyof Labelled, string])[] = [
  ['with', '(?:cơ quan|đơn vị|bộ phận)? ?(?:, )?phối hợp(?: thực hiện)?'],
  ['lead', '(?:cơ quan|đơn vị|bộ phận|phòng)? ?(?:chủ trì(?:(?: tham mưu)? thực hiện)?|tham mưu thực hiện|thực hiện|phụ trách)'],
  ['deadline', '(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))?'],
  ['product', '(?:sản phẩm|kết quả)(?: (?:đầu ra|đạt được|dự kiến))?'],
];
const LABEL = new RegExp(`(?:^|[.;,(-] ?)(?:${LABELS.map(([of, words]) => `(?<${of}>${words})`).join('|')}) ?: ?`, 'gu');

/** The labelled values of a line, in its own words; `null` when the line does not begin with a label. */
export function labelledIn(text: string): Labelled | null {
  const source = foldText(text);
  const found = [...source.text.matchAll(LABEL)];
  if (found.length === 0 || (found[0]?.index ?? 1) > 1) return null;
  const values: Labelled = {};
  for (const [at, match] of found.entries()) {
    const of = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    const to = found[at + 1]?.index ?? source.text.length;
    const words = sourceOf(source, match.index + match[0].length, to).replace(/[\s.;,)]+$/u, '');
    if (of !== undefined && words !== '') values[of] ??= words;
  }
  return values;
}
