/** How two sequences belong together: pairs of places, growing on both sides. */
export type Pairing = readonly (readonly [number, number])[];

/** `likeness`: 0 = nothing in common, 1 = the same. Below `least` two items are no pair. */
export type Likeness<Item> = { readonly of: (left: Item, right: Item) => number; readonly least: number };

type Span = { readonly from: number; readonly to: number };
type Gap = { readonly left: Span; readonly right: Span };

/** More comparisons than this in one gap, and in all, are not made: what is there is then new on one side and gone on the other. */
const MOST_COMPARISONS = 250_000;
const MOST_IN_ALL = 1_000_000;

/**
 * Pairs the equal items of two sequences (`keys` says which are equal), then in what lies between them the most alike. Items
 * that occur once on both sides are the anchors, so that the cost stays near the length of the sequences.
 */
export function align<Item>(
  left: readonly Item[],
  right: readonly Item[],
  { key, likeness }: { readonly key: (item: Item) => string; readonly likeness: Likeness<Item> },
): Pairing {
  const keys = { left: left.map(key), right: right.map(key) };
  const whole = { left: { from: 0, to: left.length }, right: { from: 0, to: right.length } };
  const pairs: (readonly [number, number])[] = [];
  const gaps: Gap[] = [whole];
  let spent = 0;
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const equal = equalIn(gap, keys);
    pairs.push(...equal);
    if (equal.length > 0) {
      gaps.push(...gapsBetween(gap, equal));
      continue;
    }
    const comparisons = (gap.left.to - gap.left.from) * (gap.right.to - gap.right.from);
    if (comparisons > MOST_COMPARISONS || spent + comparisons > MOST_IN_ALL) continue;
    spent += comparisons;
    pairs.push(...alikeIn(gap, (at, to) => (keys.left[at] === keys.right[to] ? 1 : likenessOf(left[at], right[to], likeness))));
  }
  return pairs.sort(([one], [other]) => one - other);
}

function likenessOf<Item>(left: Item | undefined, right: Item | undefined, { of, least }: Likeness<Item>): number {
  if (left === undefined || right === undefined) return 0;
  const likeness = of(left, right);
  return likeness < least ? 0 : likeness;
}

type Keys = { readonly left: readonly string[]; readonly right: readonly string[] };

/** The same items at both ends, then those that occur exactly once on each side, in the longest order they share. */
function equalIn({ left, right }: Gap, keys: Keys): [number, number][] {
  const pairs: [number, number][] = [];
  let [top, foot] = [0, 0];
  const room = Math.min(left.to - left.from, right.to - right.from);
  while (top < room && keys.left[left.from + top] === keys.right[right.from + top]) {
    pairs.push([left.from + top, right.from + top]);
    top += 1;
  }
  while (foot < room - top && keys.left[left.to - 1 - foot] === keys.right[right.to - 1 - foot]) {
    pairs.push([left.to - 1 - foot, right.to - 1 - foot]);
    foot += 1;
  }
  if (pairs.length > 0) return pairs.sort(([one], [other]) => one - other);
  const there = onceIn(keys.right, right);
  const once = [...onceIn(keys.left, left)].flatMap(([key, at]): [number, number][] => {
    const to = there.get(key);
    return to === undefined ? [] : [[at, to]];
  });
  return longestGrowing(once.sort(([one], [other]) => one - other));
}

function onceIn(keys: readonly string[], { from, to }: Span): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const again = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const key = keys[at] ?? '';
    if (found.has(key)) again.add(key);
    found.set(key, at);
  }
  for (const key of again) found.delete(key);
  return found;
}

/** The longest run of pairs that grows on the right too (patience sorting). */
function longestGrowing(pairs: readonly [number, number][]): [number, number][] {
  const piles: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, to], index) => {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (piles[low - 1] ?? -1) : -1;
    piles[low] = index;
  });
  const longest: [number, number][] = [];
  for (let at = piles[piles.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) longest.push(pair);
  }
  return longest.reverse();
}

function gapsBetween({ left, right }: Gap, pairs: readonly (readonly [number, number])[]): Gap[] {
  const edges = [...pairs, [left.to, right.to] as const];
  let [from, start] = [left.from, right.from];
  return edges.flatMap(([at, to]) => {
    const gap = { left: { from, to: at }, right: { from: start, to } };
    [from, start] = [at + 1, to + 1];
    return gap.left.from < gap.left.to && gap.right.from < gap.right.to ? [gap] : [];
  });
}

type Likely = (row: number, column: number) => number;
type Size = { readonly rows: number; readonly columns: number };

/** The pairs of a gap with the most likeness in all, in order on both sides. */
function alikeIn({ left, right }: Gap, likeness: (at: number, to: number) => number): [number, number][] {
  const size = { rows: left.to - left.from, columns: right.to - right.from };
  const table = Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (__, column) => likeness(left.from + row, right.from + column)),
  );
  const alike: Likely = (row, column) => table[row]?.[column] ?? 0;
  return traced(alike, bestFrom(alike, size), size).map(([row, column]) => [left.from + row, right.from + column]);
}

/** The most likeness that the rest of both sides can still give, from each place on. */
function bestFrom(alike: Likely, { rows, columns }: Size): Likely {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const from: Likely = (row, column) => best[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    const line = best[row] ?? new Float64Array();
    for (let column = columns - 1; column >= 0; column -= 1) {
      const paired = alike(row, column) > 0 ? alike(row, column) + from(row + 1, column + 1) : 0;
      line[column] = Math.max(paired, from(row + 1, column), from(row, column + 1));
    }
  }
  return from;
}

function traced(alike: Likely, best: Likely, { rows, columns }: Size): [number, number][] {
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const here = alike(row, column);
    if (here > 0 && best(row, column) === here + best(row + 1, column + 1)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (best(row, column) === best(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}
