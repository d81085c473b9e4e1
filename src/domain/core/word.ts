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
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0xa0) && !SEEN.test(text);
}

/**
 * A report makes a paragraph of each line of a cell up to this one; what follows stands in the last of them, line after line, so that
 * nothing is cut and one cell cannot make a thousand pages.
 */
export const MOST_LINES = 60;

/** Marks that take no room: where a word may be broken or joined, which way it runs. Copied text is full of them, and nobody sees them. */
const UNSEEN = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu;

/** By their numbers: 1, letters that no form of Unicode writes otherwise, and common marks; 2, the space between words; 0, whatever must be looked at. */
const KINDS = new Uint8Array(0x2030)
  .fill(1, 0x21, 0x7f)
  .fill(1, 0xa1, 0x2b0)
  .fill(0, 0xad, 0xae)
  .fill(1, 0x1ea0, 0x1efa)
  .fill(1, 0x2013, 0x2015)
  .fill(1, 0x2018, 0x201e)
  .fill(1, 0x2026, 0x2027)
  .fill(2, 0x20, 0x21);

/** Whether a text is sure to be what `tidy` makes of it, as most are: asked letter by letter, because composing them is expensive. */
export function isTidy(text: string): boolean {
  let before = 2;
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind === 0 || (kind === 2 && before === 2)) return false;
    before = kind;
  }
  return text === '' || before === 1;
}

/** A letter or mark that takes room. */
const SEEN = /[^\s\u00a0\u200b\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069]/u;

/** A text with its letters composed and one space between words, without any around it, nor marks that nobody sees. */
export function tidy(text: string): string {
  if (isTidy(text)) return text;
  return text
    .replace(UNSEEN, '')
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
