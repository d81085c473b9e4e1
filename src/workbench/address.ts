const LETTERS = 26;
const FIRST = 'A'.charCodeAt(0);

/** The letters of a column that counts from 1: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / LETTERS);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(FIRST + ((column - 1) % LETTERS));
}

/** «J12». */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
