/** Whether two texts are the same word for a rule: NFC or NFD, upper or lower case, however many spaces. */
export function sameWord(left: string, right: string): boolean {
  return plain(left) === plain(right);
}

/** Where a word stands in an ordered list, 0 = first; −1 when it does not. */
export function placeOfWord(word: string, list: readonly string[]): number {
  return list.findIndex((each) => sameWord(each, word));
}

/** Whether the cell says nothing. */
export function isBlank(text: string): boolean {
  return plain(text) === '';
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/gu, ' ')
    .trim()
    .toLowerCase();
}
