/** Whether two texts are the same word for a rule: NFC or NFD, upper or lower case, however many spaces. */
export function sameWord(left: string, right: string): boolean {
  return fold(left) === fold(right);
}

/** Where a word stands in an ordered list, 0 = first; −1 when it does not. */
export function placeOfWord(word: string, list: readonly string[]): number {
  return list.findIndex((each) => sameWord(each, word));
}

/** Whether the cell says nothing. */
export function isBlank(text: string): boolean {
  return tidy(text) === '';
}

/** A text with its letters composed and one space between words, without any around it. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/gu, ' ')
    .trim();
}

/** What two writings of one name share: tidy, small letters, and one kind of dash, because few keyboards have «–». */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const made = tidy(text)
    .toLowerCase()
    .replace(/ ?[-\u2010-\u2015\u2212] ?/gu, '-');
  if (folded.size >= MOST_FOLDED) folded.clear();
  if (text.length <= LONGEST_FOLDED) folded.set(text, made);
  return made;
}

/** Headers and names are compared again and again, and composing letters is expensive. */
const folded = new Map<string, string>();
const MOST_FOLDED = 4096;
const LONGEST_FOLDED = 100;
