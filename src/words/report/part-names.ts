import { fold } from '../../domain/core/word.ts';

/** What a form puts in brackets to say what is counted belongs to the form, not to a sentence; so do lists. */
const EXPLAINED = /\s*\((?:(?:bao )?(?:gồm|chỉ|tất cả|cả|kể cả|lũy kế)\s[^()]*|[^()]*,[^()]*)\)/giu;

/** A statistic as a sentence names it: without the brackets in which its form explains itself. */
export function shortName(title: string): string {
  const short = title.replace(EXPLAINED, '').trim();
  return short === '' ? title : short;
}

/** Words that belong to what follows them: a name is not cut behind one. */
const LEADING = new Set([
  'đã',
  'đang',
  'chưa',
  'có',
  'được',
  'phải',
  'của',
  'cho',
  'từ',
  'đến',
  'do',
  'tại',
  'trong',
  'qua',
  'và',
  'cần',
  'không',
  'còn',
]);
/** A rest of fewer letters says too little by itself. */
const SHORTEST = 5;

/**
 * A part as its whole lets it be called: «nhiệm vụ cấp trên giao đến hạn» of «nhiệm vụ cấp trên giao» is «đến hạn», «đang giải quyết, còn trong
 * hạn» of «hồ sơ đang giải quyết» is «còn trong hạn»; and without the «số» before what is counted.
 */
export function nameAsPart(part: string, whole: string): string {
  const [own, above] = [counted(part), counted(whole)];
  const repeated = afterComma(own, above);
  if (repeated !== null) return repeated;
  const [words, others] = [own.split(' '), above.split(' ')];
  let same = 0;
  while (same < words.length && fold(words[same] ?? '') === fold(others[same] ?? '')) same += 1;
  while (same > 0 && LEADING.has(fold(words[same - 1] ?? ''))) same -= 1;
  const rest = words.slice(same).join(' ');
  // Half of a name of two words («bộ phận», «văn bản») is no name.
  const isWhole = same !== 1 && rest.length >= SHORTEST && !/^(?:[,;(]|của )/u.test(rest);
  return isWhole ? rest : own;
}

/** «Tổng số hồ sơ», «số lượng hồ sơ» count «hồ sơ». */
function counted(name: string): string {
  return name.replace(/^(?:tổng )?số (?:lượng )?(?=\p{L})/iu, '').replace(/^tổng (?=\p{L})/iu, '');
}

/** What stands behind the comma where what stands before it ends the name of the whole. */
function afterComma(own: string, above: string): string | null {
  const comma = own.indexOf(', ');
  if (comma < 0 || !fold(above).endsWith(` ${fold(own.slice(0, comma))}`)) return null;
  return own.slice(comma + 2);
}
