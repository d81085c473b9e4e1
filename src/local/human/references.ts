import { letters, place } from '../xlsx/address.ts';

/** Where one part of a reference reads after a change; `locked` is a part behind `$`; `null` when what it read is gone. */
export type MovePart = (axis: 'row' | 'column', line: number, locked: boolean) => number | null;

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const REFERENCE = new RegExp(
  String.raw`"[^"]*"|((?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!)?(?<![\p{L}\p{N}_.])(${CELL})(?::(${CELL}))?(?![\p{L}\p{N}_(.!])`,
  'gu',
);

/** The formula of a cell on tab `home` as it reads once the tab `changed` has changed. */
export function referencesAfter(formula: string, tabs: { home: string; changed: string }, move: MovePart): string {
  return formula.replace(REFERENCE, (whole, tab: string | undefined, from: string | undefined, to: string | undefined) => {
    if (from === undefined || (tab === undefined ? tabs.home : nameOf(tab)) !== tabs.changed) return whole;
    const start = moved(from, move);
    const end = to === undefined ? start : moved(to, move);
    if (start === null && end === null) return '#REF!';
    return `${tab ?? ''}${start ?? end}${to === undefined ? '' : `:${end ?? start}`}`;
  });
}

const nameOf = (prefix: string): string =>
  prefix
    .slice(0, -1)
    .replace(/^'(.*)'$/u, '$1')
    .replaceAll("''", "'");

function moved(cell: string, move: MovePart): string | null {
  const at = place(cell);
  const rowLocked = /[A-Z]\$/u.test(cell);
  const column = move('column', at.column, cell.startsWith('$'));
  const row = move('row', at.row, rowLocked);
  if (row === null || column === null) return null;
  return `${cell.startsWith('$') ? '$' : ''}${letters(column)}${rowLocked ? '$' : ''}${row}`;
}
