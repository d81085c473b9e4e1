import { letters, place } from './address.ts';

const REFERENCE = /("[^"]*")|('[^']*'!)|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.!])/gu;

/** A formula as it reads some rows and columns further, which is how a shared formula is meant: `$` holds its part still. */
export function shiftFormula(formula: string, by: { rows: number; columns: number }): string {
  return formula.replace(REFERENCE, (whole, ...found) => {
    const [text, sheet, columnLock, column, rowLock, row] = found.map(String);
    if (text !== 'undefined' || sheet !== 'undefined' || /\w/u.test(formula.charAt(Number(found[6]) - 1))) return whole;
    const at = place(`${column}${row}`);
    const movedColumn = columnLock === '$' ? at.column : at.column + by.columns;
    const movedRow = rowLock === '$' ? at.row : at.row + by.rows;
    return movedColumn < 1 || movedRow < 1 ? '#REF!' : `${columnLock}${letters(movedColumn)}${rowLock}${movedRow}`;
  });
}
