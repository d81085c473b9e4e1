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
  return tidy(text)
    .toLowerCase()
    .replace(/ ?[-\u2010-\u2015\u2212] ?/gu, '-');
}
