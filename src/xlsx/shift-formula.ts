import { letters, place } from './address.ts';

/** Texts and sheet names are passed over; then whole columns, whole rows and cells. */
const REFERENCE =
  /"[^"]*"|'[^']*'!|\[[^\]]*\]|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w(.!:])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w(.!:])|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.!])/gu;

type By = { readonly rows: number; readonly columns: number };

/** A formula as it reads some rows and columns further, which is how a shared formula is meant: `$` holds its part still. */
export function shiftFormula(formula: string, by: By): string {
  return formula.replace(REFERENCE, (whole: string, ...found: unknown[]) => {
    const groups = found.slice(0, 12).map((group) => (typeof group === 'string' ? group : null));
    // A name such as `QUY_A1` or `Sheet1` goes on to the left of what looks like a cell.
    if (/[\w.]/u.test(formula.charAt(Number(found[12]) - 1))) return whole;
    const [fromLock, from, toLock, to, topLock, top, lowLock, low, columnLock, column, rowLock, row] = groups;
    if (from != null && to != null) return span([movedColumn(fromLock, from, by), movedColumn(toLock, to, by)]);
    if (top != null && low != null) return span([movedRow(topLock, top, by), movedRow(lowLock, low, by)]);
    if (column == null || row == null) return whole;
    return ends([movedColumn(columnLock, column, by), movedRow(rowLock, row, by)], '');
  });
}

const span = (parts: readonly (string | null)[]): string => ends(parts, ':');

/** Beyond the first row or column there is nothing to point at. */
function ends(parts: readonly (string | null)[], between: string): string {
  return parts.includes(null) ? '#REF!' : parts.join(between);
}

function movedColumn(lock: string | null | undefined, column: string, by: By): string | null {
  const at = place(column).column + (lock === '$' ? 0 : by.columns);
  return at < 1 ? null : `${lock ?? ''}${letters(at)}`;
}

function movedRow(lock: string | null | undefined, row: string, by: By): string | null {
  const at = Number(row) + (lock === '$' ? 0 : by.rows);
  return at < 1 ? null : `${lock ?? ''}${at}`;
}
