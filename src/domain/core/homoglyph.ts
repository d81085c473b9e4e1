/** Cyrillic and Greek capitals that print as these Latin ones. */
const CYRILLIC = '\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0474';
const GREEK = '\u0391\u0392\u0395\u039a\u039c\u0397\u039f\u03a1\u03f9\u03a4\u03a7\u039d';
const LATIN = ['ABEKMHOPCTXV', 'ABEKMHOPCTXN'].join('');
const LIKE = CYRILLIC + GREEK;

/** A name with full-width, Cyrillic and Greek letters as the Latin letters that they look like. */
export function inLatin(text: string): string {
  return [...text.normalize('NFKC')].map((letter) => LATIN[LIKE.indexOf(letter)] ?? letter).join('');
}
