/** A text made comparable, with the place in the source of each of its letters. */
export type Folded = {
  readonly text: string;
  readonly source: string;
  /** For each letter of `text`, where its source begins; one more at the end. */
  readonly at: readonly number[];
};

const MARK = /\p{M}/u;
const SPACE = /\s|\u00a0|\u200b|\u200c|\u200d|\ufeff|\u00ad/u;
const DASH = /[\u2010-\u2015\u2212\u00af]/u;
const QUOTE = /[“”„«»″‟]/u;

/** «hoá» and «hóa», «thuỷ» and «thủy»: where the tone of an open syllable stands changes from writer to writer. */
const TONE_PLACE: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const TONES = new Map(TONE_PLACE);
const OPEN_SYLLABLE = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;

/** Words that are written in two ways of the same length. */
const TWO_WAYS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})hằng(?!\p{L})/gu, 'hàng'],
  [/(?<!\p{L})đảm bảo(?!\p{L})/gu, 'bảo đảm'],
  [/(?<!\p{L})tỉ(?!\p{L})/gu, 'tỷ'],
  [/(?<!\p{L})kì(?!\p{L})/gu, 'kỳ'],
  [/(?<!\p{L})quí(?!\p{L})/gu, 'quý'],
  [/(?<!\p{L})lí(?!\p{L})/gu, 'lý'],
  [/(?<!\p{L})kí(?!\p{L})/gu, 'ký'],
];

/**
 * Folds a text for matching only: composed letters, small, one kind of dash, quote and space, «hằng» as «hàng», «đảm bảo» as
 * «bảo đảm», «hoá» as «hóa», «tỉ lệ» as «tỷ lệ». What is written afterwards is cut from the source (`sourceOf`).
 */
export function foldText(source: string): Folded {
  const letters: string[] = [];
  const at: number[] = [];
  const put = (letter: string, from: number): void => {
    if (letter === ' ' && (letters.length === 0 || letters[letters.length - 1] === ' ')) return;
    for (const each of letter) {
      letters.push(each);
      at.push(from);
    }
  };
  for (let from = 0; from < source.length; ) {
    let to = from + (isPair(source, from) ? 2 : 1);
    while (to < source.length && MARK.test(source.charAt(to))) to += 1;
    put(plain(source.slice(from, to)), from);
    from = to;
  }
  at.push(source.length);
  // One unit of the joined text per unit of `at`: letters outside the basic plane count twice in both.
  return { text: twoWays(letters.join('')), source, at: letters.some(({ length }) => length > 1) ? widened(letters, at) : at };
}

function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && at + 1 < text.length;
}

function plain(cluster: string): string {
  if (SPACE.test(cluster)) return ' ';
  if (DASH.test(cluster)) return '-';
  if (QUOTE.test(cluster)) return '"';
  const small = narrow(cluster).normalize('NFC').toLowerCase();
  return small === '…' ? '…' : small;
}

/** «９５％» typed with a keyboard of wide letters. */
function narrow(cluster: string): string {
  const code = cluster.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) + cluster.slice(1) : cluster;
}

function twoWays(text: string): string {
  const placed = text.replace(OPEN_SYLLABLE, (pair) => TONES.get(pair) ?? pair);
  return TWO_WAYS.reduce((folded, [from, to]) => folded.replace(from, to), placed);
}

function widened(letters: readonly string[], at: readonly number[]): number[] {
  const wide = letters.flatMap((letter, index) => Array.from({ length: letter.length }, () => at[index] ?? 0));
  return [...wide, at[at.length - 1] ?? 0];
}

/** The words of the source that stand behind a stretch of the folded text, without the spaces around them. */
export function sourceOf({ source, at }: Folded, from: number, to: number): string {
  return source.slice(at[from] ?? source.length, at[to] ?? source.length).trim();
}

/** A text folded, without its places. */
export function folded(text: string): string {
  return foldText(text).text.trim();
}

/** A pattern over folded text whose match neither begins nor ends inside a word. */
export function words(pattern: string, flags = 'gu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
}
