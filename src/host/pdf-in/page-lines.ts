/** A piece of text as pdf.js gives it: often a word, in half of the files a single letter. */
export type TextPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
};
/** One printed line of a page. */
export type PageLine = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
};

/** A gap of this share of the letters' size is a space; letters set one by one stand closer. */
const SPACE = 0.16;
/** Pieces whose feet differ by less stand on one line: raised numbers do. */
const SAME_LINE = 0.45;

/** Pieces put together to lines, from the top down. */
export function linesOf(pieces: readonly TextPiece[]): PageLine[] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((one, other) => other.y - one.y || one.x - other.x);
  const rows: TextPiece[][] = [];
  for (const piece of sorted) {
    const row = rows[rows.length - 1];
    const foot = row?.[0];
    if (row !== undefined && foot !== undefined && foot.y - piece.y <= SAME_LINE * Math.max(foot.size, piece.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf);
}

function lineOf(row: readonly TextPiece[]): PageLine {
  const pieces = [...row].sort((one, other) => one.x - other.x);
  const [head] = pieces;
  let text = '';
  let end = head?.x ?? 0;
  for (const piece of pieces) {
    const isApart = piece.x - end > SPACE * piece.size;
    if (text !== '' && (isApart || /^\s/u.test(piece.text)) && !text.endsWith(' ')) text += ' ';
    text += piece.text.replace(/\s+/gu, ' ').replace(/^ /u, '');
    end = Math.max(end, piece.x + piece.width);
  }
  const letters = pieces.reduce((sum, piece) => sum + piece.text.trim().length, 0);
  const bold = pieces.filter((piece) => piece.bold).reduce((sum, piece) => sum + piece.text.trim().length, 0);
  return {
    text: text.trimEnd(),
    x: head?.x ?? 0,
    right: end,
    y: head?.y ?? 0,
    size: Math.max(...pieces.map(({ size }) => size)),
    bold: bold >= letters * 0.9,
  };
}
