import { letters, place } from './address.ts';
import { spend } from './limits.ts';

/**
 * Texts and sheet names are passed over; then whole columns, whole rows and cells. A bracket is looked at up to the next one only,
 * so that a formula of nothing but brackets costs no more than its length.
 */
const REFERENCE =
  /"[^"]*"|'[^']*'!|\[[^[\]]*\]|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w(.!:])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w(.!:])|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.!])/gu;

type By = { readonly rows: number; readonly columns: number };
/** One of the two halves of a reference: `$` holds it still. */
type Half = { readonly axis: keyof By; readonly at: number; readonly isHeld: boolean };
/** A reference, its halves written with `between` them; or a text that stays. */
type Piece = string | { readonly halves: readonly [Half, Half]; readonly between: ':' | '' };

/** A formula that many cells share, taken apart once. */
export type SharedFormula = { readonly length: number; readonly pieces: readonly Piece[] };

/** Takes a formula apart at its references. */
export function sharedFormula(text: string): SharedFormula {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(REFERENCE)) {
    const piece = pieceOf(found);
    // A name such as `QUY_A1` or `Sheet1` goes on to the left of what looks like a cell.
    if (piece === null || /[\w.]/u.test(text.charAt(found.index - 1))) continue;
    pieces.push(text.slice(done, found.index), piece);
    done = found.index + found[0].length;
  }
  return { length: text.length, pieces: [...pieces, text.slice(done)] };
}

function pieceOf(groups: RegExpMatchArray): Piece | null {
  const [, fromLock, from, toLock, to, topLock, top, lowLock, low, columnLock, column, rowLock, row] = groups;
  if (from !== undefined && to !== undefined)
    return { halves: [columnHalf(fromLock, from), columnHalf(toLock, to)], between: ':' };
  if (top !== undefined && low !== undefined) return { halves: [rowHalf(topLock, top), rowHalf(lowLock, low)], between: ':' };
  if (column === undefined || row === undefined) return null;
  return { halves: [columnHalf(columnLock, column), rowHalf(rowLock, row)], between: '' };
}

const columnHalf = (lock: string | undefined, column: string): Half => ({
  axis: 'columns',
  at: place(column).column,
  isHeld: lock === '$',
});

const rowHalf = (lock: string | undefined, row: string): Half => ({ axis: 'rows', at: Number(row), isHeld: lock === '$' });

/** The formula as it reads some rows and columns further, which is how a shared formula is meant. */
export function shiftedFormula({ pieces, length }: SharedFormula, by: By): string {
  spend(length);
  return pieces.map((piece) => (typeof piece === 'string' ? piece : shiftedReference(piece, by))).join('');
}

function shiftedReference({ halves: [first, second], between }: Exclude<Piece, string>, by: By): string {
  const [one, other] = [shiftedHalf(first, by), shiftedHalf(second, by)];
  // Beyond the first row or column there is nothing to point at.
  return one === null || other === null ? '#REF!' : one + between + other;
}

function shiftedHalf({ axis, at, isHeld }: Half, by: By): string | null {
  const to = isHeld ? at : at + by[axis];
  if (to < 1) return null;
  const text = axis === 'columns' ? letters(to) : String(to);
  return isHeld ? `$${text}` : text;
}
