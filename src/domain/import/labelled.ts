import { type Folded, foldText, sourceOf } from './fold-text.ts';

/** What a line under a task says of it: «Chủ trì: …; phối hợp: …; thời gian: …; sản phẩm: …». */
export type Labelled = Partial<Record<'lead' | 'with' | 'deadline' | 'product', string>>;

const WHO =
  '(?:(?:các )?(?:cơ quan|đơn vị|bộ phận|phòng|người|cán bộ|công chức)(?:,? (?:cơ quan|đơn vị|bộ phận|tổ chức|cá nhân|phòng))*,? ?)?';
const LABELS: readonly (readonly [keyof Labelled, string])[] = [
  ['with', `${WHO}phối hợp(?: thực hiện)?`],
  [
    'lead',
    `${WHO}(?:chủ trì(?:,? (?:tham mưu|thực hiện|triển khai))*|tham mưu(?: thực hiện)?|thực hiện|phụ trách|chịu trách nhiệm)|phân công(?: thực hiện)?`,
  ],
  ['deadline', '(?:thời gian|thời hạn|tiến độ|hạn)(?: (?:thực hiện|hoàn thành|triển khai))*'],
  ['product', '(?:sản phẩm|kết quả)(?:,? (?:đầu ra|đạt được|dự kiến|sản phẩm))*'],
];
/** These words alone may be any words of a sentence; they label only at its beginning. */
const LOOSE = /^[.;,(-]? ?(?:(?:các )?(?:đơn vị|bộ phận|cơ quan|phòng) )?(?:thực hiện|kết quả|sản phẩm|phân công) ?: ?$/u;
const LABEL = new RegExp(`(?:^|[.;,(-] ?)(?:${LABELS.map(([of, words]) => `(?<${of}>${words})`).join('|')}) ?: ?`, 'gu');

/** The labelled values of a line, in its own words; `null` when the line does not begin with a label. */
export function labelledIn(text: string): Labelled | null {
  const source = foldText(text);
  const found = [...source.text.matchAll(LABEL)];
  return found.length === 0 || (found[0]?.index ?? 1) > 1 ? null : valuesOf(source, found);
}

/** «Rà soát văn bản (chủ trì: …; thời gian: …)»: the words in front of the labels, and the labelled values behind them. */
export function labelsBehind(text: string): { readonly before: string; readonly labels: Labelled } | null {
  const source = foldText(text);
  const found = [...source.text.matchAll(LABEL)];
  const first = found.find(([label]) => !LOOSE.test(label));
  if (first === undefined || first.index <= 1) return null;
  const before = sourceOf(source, 0, first.index).replace(/[\s.;,(-]+$/u, '');
  return { before, labels: valuesOf(source, found.slice(found.indexOf(first))) };
}

const BEHIND =
  /^(.{3,}?) (?:là (?:cơ quan |đơn vị )?)?chủ trì(?:(?: tham mưu| thực hiện)*)(?: ?[,;.-] ?| và )(?:phối hợp (?:với )?(.{3,})|(.{3,}?) phối hợp(?: thực hiện)?\.?$)/u;

/** Who leads and who helps, where one cell says both: «Chủ trì: A; phối hợp: B», «A chủ trì; B phối hợp»; else `null`. */
export function leadAndWith(cell: string): { readonly lead: string; readonly with: string | null } | null {
  const labels = labelledIn(cell.replace(/^[\s\-–+*]+/u, ''));
  if (labels?.lead !== undefined) return { lead: labels.lead, with: labels.with ?? null };
  const source = foldText(cell);
  const found = BEHIND.exec(source.text);
  if (found === null) return null;
  const help = found[2] ?? found[3] ?? '';
  const from = source.text.indexOf(help, (found[1] ?? '').length);
  return { lead: sourceOf(source, 0, (found[1] ?? '').length), with: sourceOf(source, from, from + help.length) };
}

const GIVEN =
  /(?:^|[.;,(] ?)(?:giao(?: cho)?|do) ([^.;:,()]{4,90}?) (?:là (?:cơ quan |đơn vị )?)?(?:chủ trì|làm đầu mối|chịu trách nhiệm|phụ trách)(?!\p{L})(?:[^.;:()]{0,40}?phối hợp (?:với|cùng) ([^.;:()]{4,120}?)(?=[.;:()]| (?:tham mưu|thực hiện|tổ chức|triển khai|hoàn thành)|$))?/u;

/** «… Giao Văn phòng chủ trì, phối hợp với Công an xã»: who a sentence gives it to; `null` where it names nobody. */
export function givenIn(text: string): Labelled | null {
  const source = foldText(text);
  const found = GIVEN.exec(source.text);
  if (found === null) return null;
  const cut = (words: string): string => {
    const from = source.text.indexOf(words, found.index);
    return sourceOf(source, from, from + words.length);
  };
  return { lead: cut(found[1] ?? ''), ...(found[2] === undefined ? {} : { with: cut(found[2]) }) };
}

function valuesOf(source: Folded, found: readonly RegExpExecArray[]): Labelled {
  const values: Labelled = {};
  for (const [at, match] of found.entries()) {
    const of = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    const to = found[at + 1]?.index ?? source.text.length;
    const words = sourceOf(source, match.index + match[0].length, to).replace(/[\s.;,)]+$/u, '');
    if (of !== undefined && words !== '') values[of] ??= words;
  }
  return values;
}
