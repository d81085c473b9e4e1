import { letters, place } from '../../xlsx/address.ts';

/** Where one part of a reference reads after a change; `locked` is a part behind `$`; `null` when what it read is gone. */
export type MovePart = (axis: 'row' | 'column', line: number, locked: boolean) => number | null;

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const REFERENCE = new RegExp(
  String.raw`"[^"]*"|((?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!)?(?<![\p{L}\p{N}_.])(${CELL})(?::(${CELL}))?(?![\p{L}\p{N}_(.!])`,
  'gu',
);
const GONE = '#REF!';

/** The formula of a cell on tab `home` as it reads once the tab `changed` has changed. */
export function referencesAfter(formula: string, tabs: { home: string; changed: string }, move: MovePart): string {
  return formula.replace(REFERENCE, (whole, ...found: (string | undefined)[]) => {
    const [tab, from, to] = found;
    if (from === undefined || (tab === undefined ? tabs.home : nameOf(tab)) !== tabs.changed) return whole;
    const start = moved(from, to ?? from, move);
    const end = moved(to ?? from, from, move);
    const read = to === undefined ? start : `${start}:${end}`;
    return `${tab ?? ''}${start === null || end === null ? GONE : read}`;
  });
}

const nameOf = (prefix: string): string =>
  prefix
    .slice(0, -1)
    .replace(/^'(.*)'$/u, '$1')
    .replaceAll("''", "'");

/** One end of a range; when its own line is gone, the nearest one left towards the other end. */
function moved(cell: string, other: string, move: MovePart): string | null {
  const [at, limit] = [place(cell), place(other)];
  const locked = { column: cell.startsWith('$'), row: /[A-Z]\$/u.test(cell) };
  const nearest = (axis: 'row' | 'column'): number | null => {
    const step = Math.sign(limit[axis] - at[axis]);
    let line = at[axis];
    while (line !== limit[axis] && move(axis, line, locked[axis]) === null) line += step;
    return move(axis, line, locked[axis]);
  };
  const [column, row] = [nearest('column'), nearest('row')];
  if (row === null || column === null) return null;
  return `${locked.column ? '$' : ''}${letters(column)}${locked.row ? '$' : ''}${row}`;
}
