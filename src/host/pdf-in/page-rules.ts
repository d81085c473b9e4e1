/** A ruling line of a page: `at` is its place across, `from`–`to` its reach along. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };
export type Rules = { readonly across: readonly Rule[]; readonly down: readonly Rule[] };

/** One cell of a ruled table in points of the page, and in its grid. */
export type RuledCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
export type RuledTable = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly RuledCell[];
};

type Matrix = readonly [number, number, number, number, number, number];
/** What pdf.js tells of a page's drawing; only paths and what moves them matter. */
export type Drawing = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
export type Operators = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'endPath'
    | 'clip'
    | 'eoClip'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd',
    number
  >
>;

const THIN = 3.5;
const NEAR = 3;
const SHORTEST = 6;
/** More lines than this are a drawing, no table. */
const MOST_RULES = 20_000;
const MOST_PLACES = 20_000;

/** The straight lines and thin boxes that a page draws, in its own points. */
export function rulesIn({ fnArray, argsArray }: Drawing, ops: Operators): Rules {
  const into: Into = { across: [], down: [] };
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const restore = (): void => {
    matrix = stack.pop() ?? matrix;
  };
  const move = (by: unknown): void => {
    matrix = moved(matrix, by);
  };
  const handlers = new Map<number, (args: unknown) => void>([
    [ops.save, () => stack.push(matrix)],
    [ops.restore, restore],
    [ops.transform, move],
    [
      ops.paintFormXObjectBegin,
      (args) => {
        stack.push(matrix);
        move(first(args));
      },
    ],
    [ops.paintFormXObjectEnd, restore],
    [ops.constructPath, (args) => addPath(args, matrix, ops, into)],
  ]);
  for (const [at, operator] of fnArray.entries()) {
    if (into.across.length + into.down.length > MOST_RULES) break;
    handlers.get(operator)?.(argsArray[at]);
  }
  return { across: joined(into.across), down: joined(into.down) };
}

type Into = { readonly across: Rule[]; readonly down: Rule[] };

const first = (args: unknown): unknown => (Array.isArray(args) ? args[0] : null);

function moved(matrix: Matrix, by: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersOf(by);
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return matrix;
  const [ma, mb, mc, md, me, mf] = matrix;
  return [ma * a + mc * b, mb * a + md * b, ma * c + mc * d, mb * c + md * d, ma * e + mc * f + me, mb * e + md * f + mf];
}

function numbersOf(value: unknown): number[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).filter((one): one is number => typeof one === 'number');
}

type Point = { readonly x: number; readonly y: number };

/** How many numbers follow each code of a path of pdf.js: move, line, curve, curve, close. */
const LENGTHS = [2, 2, 6, 4, 0];
const CLOSE = 4;

/** A path of pdf.js: how it is painted, then codes with their points. What is only clipped is not drawn. */
function addPath(args: unknown, matrix: Matrix, ops: Operators, into: Into): void {
  if (!Array.isArray(args) || args[0] === ops.endPath || args[0] === ops.clip || args[0] === ops.eoClip) return;
  const data = numbersOf(first(args[1]));
  let path: Point[] = [];
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? 0;
    if (code === 0) path = addLines(path, into);
    if (code <= 1) path.push(mapped(matrix, data[at + 1] ?? 0, data[at + 2] ?? 0));
    if (code === CLOSE && path[0] !== undefined) path.push(path[0]);
    at += 1 + (LENGTHS[code] ?? data.length);
  }
  addLines(path, into);
}

function mapped([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** A thin box is one line; of anything else each straight side is. Answers an empty path to go on with. */
function addLines(path: readonly Point[], into: Into): Point[] {
  if (path.length < 2) return [];
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)];
  const box = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
  if (Math.min(box.top - box.bottom, box.right - box.left) <= THIN) addThin(box, into);
  else {
    for (const [at, end] of path.slice(1).entries()) {
      const start = path[at] ?? end;
      addThin(
        {
          left: Math.min(start.x, end.x),
          right: Math.max(start.x, end.x),
          bottom: Math.min(start.y, end.y),
          top: Math.max(start.y, end.y),
        },
        into,
      );
    }
  }
  return [];
}

type Box = { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };

function addThin({ left, right, bottom, top }: Box, { across, down }: Into): void {
  if (top - bottom <= THIN && right - left >= SHORTEST) across.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (right - left <= THIN && top - bottom >= SHORTEST) down.push({ at: (left + right) / 2, from: bottom, to: top });
}

/** Pieces of one line, drawn cell by cell, as one. */
function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => one.at - other.at || one.from - other.from);
  const groups: Rule[][] = [];
  for (const rule of sorted) {
    const group = groups[groups.length - 1];
    if (group?.[0] !== undefined && rule.at - group[0].at <= NEAR) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((group) => {
    const made: { at: number; from: number; to: number }[] = [];
    for (const rule of [...group].sort((one, other) => one.from - other.from)) {
      const last = made[made.length - 1];
      if (last !== undefined && rule.from <= last.to + NEAR) last.to = Math.max(last.to, rule.to);
      else made.push({ at: group[0]?.at ?? rule.at, from: rule.from, to: rule.to });
    }
    return made;
  });
}

/** The tables that the lines of a page draw, from the top down. */
export function ruledTables({ across, down }: Rules): RuledTable[] {
  const groups = connected(across, down);
  return groups.flatMap(tableOf).sort((one, other) => other.top - one.top);
}

type Lines = { readonly across: readonly Rule[]; readonly down: readonly Rule[] };

/** Lines that touch belong together. */
function connected(across: readonly Rule[], down: readonly Rule[]): Lines[] {
  const owner = new Map<Rule, number>();
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
  let next = 0;
  for (const line of across) {
    owner.set(line, next);
    groups.set(next, { across: [line], down: [] });
    next += 1;
  }
  for (const line of down) {
    const touching = [...new Set(across.filter((one) => touches(one, line)).map((one) => owner.get(one) ?? -1))];
    const [into] = touching;
    if (into === undefined) continue;
    const group = groups.get(into);
    for (const from of touching.slice(1)) {
      const other = groups.get(from);
      if (group === undefined || other === undefined) continue;
      for (const one of other.across) owner.set(one, into);
      group.across.push(...other.across);
      group.down.push(...other.down);
      groups.delete(from);
    }
    group?.down.push(line);
  }
  return [...groups.values()];
}

function touches(across: Rule, down: Rule): boolean {
  return (
    across.at >= down.from - NEAR && across.at <= down.to + NEAR && down.at >= across.from - NEAR && down.at <= across.to + NEAR
  );
}

function tableOf({ across, down }: Lines): RuledTable[] {
  const xs = distinct(down.map(({ at }) => at));
  const ys = distinct(across.map(({ at }) => at)).reverse();
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 2 || rows * columns > MOST_PLACES) return [];
  const cells = cellsIn({ rows, columns, xs, ys }, { across, down });
  return [{ left: xs[0] ?? 0, right: xs[columns] ?? 0, top: ys[0] ?? 0, bottom: ys[rows] ?? 0, rows, columns, cells }];
}

type Mesh = { readonly rows: number; readonly columns: number; readonly xs: readonly number[]; readonly ys: readonly number[] };

/** Places of the mesh that no line parts are one cell. */
function cellsIn({ rows, columns, xs, ys }: Mesh, { across, down }: Lines): RuledCell[] {
  const middle = (places: readonly number[], at: number): number => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;
  const partsRight = (row: number, column: number): boolean => crosses(down, xs[column + 1] ?? 0, middle(ys, row));
  const partsBelow = (row: number, column: number): boolean => crosses(across, ys[row + 1] ?? 0, middle(xs, column));
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  for (let place = 0; place < rows * columns; place += 1) {
    if (taken.has(place)) continue;
    const [row, column] = [Math.floor(place / columns), place % columns];
    const wide = reach(columns - column, (step) => partsRight(row, column + step));
    const tall = reach(rows - row, (step) => partsBelow(row + step, column));
    for (let step = 0; step < wide * tall; step += 1)
      taken.add((row + Math.floor(step / wide)) * columns + column + (step % wide));
    const box = { left: xs[column] ?? 0, right: xs[column + wide] ?? 0, top: ys[row] ?? 0, bottom: ys[row + tall] ?? 0 };
    cells.push({ row, column, rows: tall, columns: wide, ...box });
  }
  return cells;
}

/** How many places belong together until one is parted from the next. */
function reach(most: number, isParted: (step: number) => boolean): number {
  let count = 1;
  while (count < most && !isParted(count - 1)) count += 1;
  return count;
}

function crosses(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from - NEAR <= along && rule.to + NEAR >= along);
}

function distinct(places: readonly number[]): number[] {
  const sorted = [...places].sort((one, other) => one - other);
  return sorted.filter((place, at) => at === 0 || place - (sorted[at - 1] ?? 0) > NEAR);
}
