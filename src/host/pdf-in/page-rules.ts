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

/** The straight lines and thin boxes that a page draws, in its own points. */
export function rulesIn({ fnArray, argsArray }: Drawing, ops: Operators): Rules {
  const across: Rule[] = [];
  const down: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at];
    if (operator === ops.save || operator === ops.paintFormXObjectBegin) stack.push(matrix);
    if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    if (operator === ops.transform || operator === ops.paintFormXObjectBegin)
      matrix = moved(matrix, operator === ops.transform ? args : first(args));
    if (operator === ops.constructPath && across.length + down.length < MOST_RULES) addPath(args, matrix, ops, { across, down });
  }
  return { across: joined(across), down: joined(down) };
}

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

/** A path of pdf.js: how it is painted, then `0 x y` (move), `1 x y` (line), `2` and `3` (curves), `4` (close). */
function addPath(args: unknown, matrix: Matrix, ops: Operators, into: { across: Rule[]; down: Rule[] }): void {
  if (!Array.isArray(args) || args[0] === ops.endPath || args[0] === ops.clip || args[0] === ops.eoClip) return;
  const data = numbersOf(first(args[1]));
  let path: Point[] = [];
  for (let at = 0; at < data.length; ) {
    const code = data[at];
    if (code === 0 || code === 1) {
      if (code === 0) path = addLines(path, into);
      path.push(mapped(matrix, data[at + 1] ?? 0, data[at + 2] ?? 0));
      at += 3;
    } else if (code === 4) {
      if (path[0] !== undefined) path.push(path[0]);
      at += 1;
    } else at += code === 2 ? 7 : code === 3 ? 5 : data.length;
  }
  addLines(path, into);
}

function mapped([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** A thin box is one line; of anything else each straight side is. */
function addLines(path: readonly Point[], { across, down }: { across: Rule[]; down: Rule[] }): Point[] {
  if (path.length < 2) return [];
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (top - bottom <= THIN && right - left >= SHORTEST) across.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (right - left <= THIN && top - bottom >= SHORTEST) down.push({ at: (left + right) / 2, from: bottom, to: top });
  else
    for (const [at, end] of path.slice(1).entries()) {
      const start = path[at] ?? end;
      const [wide, high] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
      if (high < 1 && wide >= SHORTEST)
        across.push({ at: start.y, from: Math.min(start.x, end.x), to: Math.max(start.x, end.x) });
      if (wide < 1 && high >= SHORTEST) down.push({ at: start.x, from: Math.min(start.y, end.y), to: Math.max(start.y, end.y) });
    }
  return [];
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
  if (rows < 1 || columns < 2 || rows * columns > 20_000) return [];
  const splitRight = (row: number, column: number): boolean =>
    crosses(down, xs[column + 1] ?? 0, ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2);
  const splitBelow = (row: number, column: number): boolean =>
    crosses(across, ys[row + 1] ?? 0, ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2);
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let [wide, tall] = [1, 1];
      while (column + wide < columns && !splitRight(row, column + wide - 1)) wide += 1;
      while (row + tall < rows && !splitBelow(row + tall - 1, column)) tall += 1;
      for (let down_ = 0; down_ < tall; down_ += 1)
        for (let right = 0; right < wide; right += 1) taken.add((row + down_) * columns + column + right);
      cells.push({
        row,
        column,
        rows: tall,
        columns: wide,
        left: xs[column] ?? 0,
        right: xs[column + wide] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[row + tall] ?? 0,
      });
    }
  }
  return [{ left: xs[0] ?? 0, right: xs[columns] ?? 0, top: ys[0] ?? 0, bottom: ys[rows] ?? 0, rows, columns, cells }];
}

function crosses(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from - NEAR <= along && rule.to + NEAR >= along);
}

function distinct(places: readonly number[]): number[] {
  const sorted = [...places].sort((one, other) => one - other);
  return sorted.filter((place, at) => at === 0 || place - (sorted[at - 1] ?? 0) > NEAR);
}
