import type { LineKey, LineMove } from './protocol.ts';

/** Where a line is after lines moved, oldest move first; null for one that was deleted. */
export type Moved = (row: number) => number | null;

/** Follows lines through moves. */
export function movedBy(moves: readonly LineMove[]): Moved {
  const steps = moves.map(stepOf);
  return (row) => steps.reduce<number | null>((at, step) => (at === null ? null : step(at)), row);
}

/** A sort of 35,000 lines is asked line by line of a block. */
const known = new WeakMap<LineMove, Moved>();

function stepOf(move: LineMove): Moved {
  const step = known.get(move) ?? newStep(move);
  known.set(move, step);
  return step;
}

function newStep(move: LineMove): Moved {
  if (move.is === 'sorted') {
    const places = new Map(move.order.map((row, at) => [row, move.from + at]));
    return (row) => places.get(row) ?? row;
  }
  const { is, row: first, count } = move;
  if (is === 'inserted') return (row) => (row < first ? row : row + count);
  return (row) => (row < first ? row : row < first + count ? null : row - count);
}

/** What takes a move back. */
export function movedBack(move: LineMove): LineMove {
  if (move.is === 'inserted') return { ...move, is: 'deleted' };
  if (move.is !== 'sorted') return { ...move, is: 'inserted' };
  const order = [...move.order];
  for (const [at, row] of move.order.entries()) order[row - move.from] = move.from + at;
  return { ...move, order };
}

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** Whether two keys name the same line, whatever the case and the spaces of their letters. */
export function sameKey(one: LineKey, other: LineKey): boolean {
  const longer = one.length < other.length ? other : one;
  return longer.every((_, at) => folded(one[at] ?? '') === folded(other[at] ?? ''));
}

/** Whether a key names nothing. */
export function isNoKey(key: LineKey): boolean {
  return key.every((text) => folded(text) === '');
}
