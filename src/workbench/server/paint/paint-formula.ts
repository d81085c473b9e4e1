import { place } from '../../../xlsx/address.ts';
import { compared, NoValue, numberOf, type Operand, textOf } from './paint-operand.ts';

/** Where a rule is asked: the cell it may paint, how far that lies from the first cell of its area, and what stands elsewhere. */
export type Asked = {
  readonly row: number;
  readonly down: number;
  readonly across: number;
  readonly at: (row: number, column: number) => Operand;
  /** The moment as a serial number. */
  readonly now: number;
};

type Rule = (asked: Asked) => Operand;

const TOKEN = /\s*("(?:[^"]|"")*"|\d+(?:\.\d+)?|\$?[A-Z]{1,3}\$?\d+(?![\w(])|[A-Z]+(?=\()|<>|<=|>=|[-+*/=<>(),])/uy;

/**
 * Understands the formula of a conditional format in the small grammar that ours are written in (`src/workbook/layout/paint.ts`); `null`
 * for any other, which then paints nothing here. Comparisons and conversions are those of spreadsheets.
 */
export function readPaintFormula(formula: string): ((asked: Asked) => boolean) | null {
  const tokens = tokensOf(formula);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const rule = reader.whole();
  return rule === null ? null : (asked) => holds(rule, asked);
}

function tokensOf(formula: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  while (end < formula.trimEnd().length) {
    const found = TOKEN.exec(formula)?.[1];
    if (found === undefined) return null;
    tokens.push(found);
    end = TOKEN.lastIndex;
  }
  return tokens;
}

function holds(rule: Rule, asked: Asked): boolean {
  try {
    const value = rule(asked);
    return value === true || (typeof value === 'number' && value !== 0);
  } catch (thrown) {
    if (thrown instanceof NoValue) return false;
    throw thrown;
  }
}

/** Reads by descent. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): Rule | null {
    const rule = this.#comparison();
    return this.#at === this.#tokens.length ? rule : null;
  }

  #take(...wanted: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return null;
    this.#at += 1;
    return token;
  }

  #chain(operators: readonly string[], part: () => Rule | null): Rule | null {
    let left = part();
    while (left !== null) {
      const operator = this.#take(...operators);
      if (operator === null) return left;
      left = joined(operator, left, part());
    }
    return null;
  }

  #comparison = (): Rule | null => this.#chain(['=', '<>', '<', '>', '<=', '>='], this.#sum);
  #sum = (): Rule | null => this.#chain(['+', '-'], this.#product);
  #product = (): Rule | null => this.#chain(['*', '/'], this.#signed);

  #signed = (): Rule | null => {
    if (this.#take('-') === null) return this.#one();
    const rule = this.#signed();
    return rule === null ? null : (asked) => -numberOf(rule(asked));
  };

  #one(): Rule | null {
    if (this.#take('(') !== null) {
      const inside = this.#comparison();
      return this.#take(')') === null ? null : inside;
    }
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (token.startsWith('"')) return constant(token.slice(1, -1).replaceAll('""', '"'));
    if (/^\d/u.test(token)) return constant(Number(token));
    return /\d$/u.test(token) ? reference(token) : this.#call(token);
  }

  #call(name: string): Rule | null {
    const make = FUNCTIONS[name];
    if (make === undefined || this.#take('(') === null) return null;
    const args: Rule[] = [];
    while (this.#take(')') === null) {
      if (args.length > 0 && this.#take(',') === null) return null;
      const arg = this.#comparison();
      if (arg === null) return null;
      args.push(arg);
    }
    return make(args);
  }
}

const constant =
  (value: Operand): Rule =>
  () =>
    value;

function reference(token: string): Rule {
  const { row, column } = place(token);
  const fixedColumn = token.startsWith('$');
  const fixedRow = /[A-Z]\$/u.test(token);
  return ({ at, down, across }) => at(fixedRow ? row : row + down, fixedColumn ? column : column + across);
}

const noArguments =
  (work: (asked: Asked) => Operand) =>
  (args: readonly Rule[]): Rule | null =>
    args.length === 0 ? work : null;

const oneArgument =
  (work: (value: Operand) => Operand) =>
  ([arg, ...more]: readonly Rule[]): Rule | null =>
    arg === undefined || more.length > 0 ? null : (asked) => work(arg(asked));

const FUNCTIONS: Readonly<Record<string, (args: readonly Rule[]) => Rule | null>> = {
  TODAY: noArguments(({ now }) => Math.floor(now)),
  NOW: noArguments(({ now }) => now),
  ROW: noArguments(({ row }) => row),
  INT: oneArgument((value) => Math.floor(numberOf(value))),
  N: oneArgument((value) => (typeof value === 'string' ? 0 : numberOf(value))),
  TRIM: oneArgument((value) => textOf(value).trim().replace(/ +/gu, ' ')),
  LEFT: oneArgument((value) => [...textOf(value)][0] ?? ''),
  ISNUMBER: oneArgument((value) => typeof value === 'number'),
};

function joined(operator: string, left: Rule, right: Rule | null): Rule | null {
  if (right === null) return null;
  const sum = SUMS[operator];
  if (sum !== undefined) return (asked) => sum(numberOf(left(asked)), numberOf(right(asked)));
  const fits = COMPARISONS[operator];
  return fits === undefined ? null : (asked) => fits(compared(left(asked), right(asked)));
}

const SUMS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => {
    if (b === 0) throw new NoValue();
    return a / b;
  },
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};
