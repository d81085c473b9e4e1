const NEEDS_QUOTES = /[\t\n\r"]/u;

/** Cells as the text that spreadsheets exchange by copying: tabs between cells, quotes around what holds a break. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replace(/"/gu, '""')}"` : text);

/** The cells of a copied text. A quote opens only at the start of a cell, as spreadsheets write it; every row gets the same length. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, next } = cellFrom(text, at);
    rows[rows.length - 1]?.push(cell);
    at = next + 1;
    if (text[next] === '\r' && text[next + 1] === '\n') at += 1;
    // The break that ends the last row opens no other.
    if (next >= text.length || (isBreak(text[next]) && at >= text.length)) break;
    if (isBreak(text[next])) rows.push([]);
  }
  const widest = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: widest - row.length }, () => '')]);
}

const isBreak = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

function cellFrom(text: string, from: number): { cell: string; next: number } {
  if (text[from] === '"') {
    const closed = closingQuote(text, from + 1);
    const after = text[closed + 1];
    // A quote that nobody closes, or that something follows, is an ordinary sign.
    if (closed > 0 && (after === undefined || after === '\t' || isBreak(after))) {
      return { cell: text.slice(from + 1, closed).replace(/""/gu, '"'), next: closed + 1 };
    }
  }
  let next = from;
  while (next < text.length && text[next] !== '\t' && !isBreak(text[next])) next += 1;
  return { cell: text.slice(from, next), next };
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}
