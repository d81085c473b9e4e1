/** Marks that take no room are left out of a report: nobody sees them (`tidy` in src/domain/core/word.ts). */
export const seen = (text: string): string => text.replace(/[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu, '');

/** White space is the report's own, and so is how lines are parted: «; », or a line of its own («+ …») with a full stop. */
export const spaced = (line: string): string => line.replace(/[\s\u200b]+/gu, ' ');

/** What is left of a text in a report when all that is the report's own is taken away. */
export const lettersOf = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, '')
    .replace(/[.;,\n]+\+*/gu, ';')
    .replace(/^;|;$/gu, '');

/** The elements of our documents; one that runs a field, a link or a program is not among them. */
export const ELEMENTS = new Set(
  'document body tbl tblPr tblW tblLayout tblCellMar left right tblGrid gridCol tr trPr cantSplit tc tcPr tcW p pPr pStyle r t ind spacing keepNext keepLines rPr highlight sdt sdtPr tag id sdtContent sectPr headerReference type pgSz pgMar pgNumType titlePg b bCs i iCs tblBorders top bottom insideH insideV tblHeader vAlign jc gridSpan br pBdr'
    .split(' ')
    .map((name) => `w:${name}`)
    .concat('w15:appearance'),
);
