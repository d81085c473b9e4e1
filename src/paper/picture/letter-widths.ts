/**
 * How wide the letters of Times New Roman are, in thousandths of the size, from «space» to «~» (Adobe Font Metrics of Times-Roman, whose widths
 * Times New Roman and Liberation Serif have). Bold letters are some hundredths wider.
 */
const ASCII = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500,
  500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722,
  667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278,
  500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
] as const;
const FIRST = 32;
const BOLD = 1.08;
/** What the table does not know: as wide as the widest letters, so that a line is rather too short than too long. */
const UNKNOWN = 1000;
/** Letters that do not come apart into a letter and marks, as wide as those. */
const LIKE: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  '–': 'n',
  '«': 'n',
  '»': 'n',
  '“': 'd',
  '”': 'd',
  '…': 'M',
  '•': 'f',
};

/** The width of a text in the unit of `size`. Marks above and below a letter take no room. */
export function widthOf(text: string, size: number, isBold: boolean): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFD')) {
    if (/\p{Mn}/u.test(letter)) continue;
    const code = (LIKE[letter] ?? letter).codePointAt(0) ?? 0;
    thousandths += code === 0xa0 ? ASCII[0] : (ASCII[code - FIRST] ?? UNKNOWN);
  }
  return (thousandths * size * (isBold ? BOLD : 1)) / 1000;
}
