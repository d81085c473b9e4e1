import { fold } from '../core/word.ts';

/** One question of a form's export: its words, and how many answered each of the five levels, best first. */
export type CountedQuestion = { readonly text: string; readonly levels: readonly number[]; readonly unanswered: number };

/** The words of the five levels as offices put them, best first. */
const LEVELS: readonly (readonly string[])[] = [
  ['rất hài lòng', 'hoàn toàn hài lòng', 'rất tốt', 'rất đồng ý', 'hoàn toàn đồng ý'],
  ['hài lòng', 'tốt', 'đồng ý', 'khá hài lòng'],
  ['bình thường', 'trung bình', 'chấp nhận được', 'phân vân', 'không ý kiến'],
  ['không hài lòng', 'chưa hài lòng', 'kém', 'không đồng ý', 'ít hài lòng'],
  ['rất không hài lòng', 'hoàn toàn không hài lòng', 'rất kém', 'rất không đồng ý', 'hoàn toàn không đồng ý'],
];
const COUNT = LEVELS.length;

/**
 * The questions of a scale in a table of answers, one line a form, its first line the questions. A column is one where every answer is a
 * level; times, names, addresses and free words are columns of something else, and nothing of them is kept.
 */
export function countAnswers([heads = [], ...forms]: readonly (readonly string[])[]): CountedQuestion[] {
  const filled = forms.filter((form) => form.some((cell) => cell.trim() !== ''));
  return heads.flatMap((head, at) => {
    const answers = filled.map((form) => form[at] ?? '');
    const given = answers.filter((answer) => answer.trim() !== '');
    const places = given.map(levelOf);
    if (given.length === 0 || places.some((place) => place === null)) return [];
    const levels = LEVELS.map((_, level) => places.filter((place) => place === level).length);
    return [{ text: head.trim(), levels, unanswered: answers.length - given.length }];
  });
}

/** The place of an answer from the best on: by its words, or «5», «5 - Rất hài lòng» where five is best. */
function levelOf(answer: string): number | null {
  const said = fold(answer);
  const [, digit, words = ''] = /^([1-5])(?:\s*[-–.:)]\s*(.*))?$/u.exec(said) ?? [];
  const byWords = LEVELS.findIndex((level) => level.includes(digit === undefined ? said : words));
  if (byWords >= 0) return byWords;
  return digit !== undefined && words === '' ? COUNT - Number(digit) : null;
}
