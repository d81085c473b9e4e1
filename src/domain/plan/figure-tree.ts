import { fold, isBlank, sameWord } from '../core/word.ts';
import type { Indicator, PartRole } from './indicator.ts';

/** A row under another: a `part` of its sum, or some of it (`of-which`). */
export type TreePart = { readonly row: Indicator; readonly role: Exclude<PartRole, 'total'> };

/** Which figure is a part of which: statistics tell one thing together, and a part cannot exceed its whole. */
export type FigureTree = {
  /** The rows right under a row, in the order of the plan. */
  partsOf(id: string): readonly TreePart[];
  parentOf(id: string): string | null;
};

const known = new WeakMap<readonly Indicator[], FigureTree>();

/**
 * The tree of a plan's statistics: as `Thuộc` says, or in a workbook where nobody has typed any `Thuộc` by these rules, the
 * first that holds: a row that another above it adds up («Bằng TK3.6 + TK3.7»); a row that opens with a dash is some of the
 * nearest one above without; a row whose name begins with the whole name of one above, in one unit, is some of it.
 */
export function figureTree(indicators: readonly Indicator[]): FigureTree {
  const found = known.get(indicators);
  if (found !== undefined) return found;
  const rows = indicators.filter(({ kind }) => kind === 'statistic');
  const isTyped = rows.some(({ parent }) => !isBlank(parent));
  const made = treeOf(rows, withoutRings(isTyped ? typedParents(rows) : guessedParents(rows)));
  known.set(indicators, made);
  return made;
}

type Parents = ReadonlyMap<string, { readonly parent: string; readonly role: TreePart['role'] }>;

function treeOf(rows: readonly Indicator[], parents: Parents): FigureTree {
  const parts = new Map<string, TreePart[]>();
  for (const row of rows) {
    const under = parents.get(row.id);
    if (under !== undefined) parts.set(under.parent, [...(parts.get(under.parent) ?? []), { row, role: under.role }]);
  }
  return { partsOf: (id) => parts.get(id) ?? [], parentOf: (id) => parents.get(id)?.parent ?? null };
}

/** A row that names no row, or itself, stands alone; without a role it is only some of the whole, so that no sum is asked of it. */
function typedParents(rows: readonly Indicator[]): Parents {
  return new Map(
    rows.flatMap(({ id, parent, part }) => {
      const whole = isBlank(parent) ? undefined : rows.find((row) => sameWord(row.id, parent));
      if (whole === undefined || whole.id === id) return [];
      return [[id, { parent: whole.id, role: part === 'part' ? 'part' : 'of-which' }] as const];
    }),
  );
}

const DASH = /^[-–—+•]\s+/u;

function guessedParents(rows: readonly Indicator[]): Parents {
  return new Map(
    rows.flatMap((row, at) => {
      const above = rows.slice(0, at).filter(({ field }) => sameWord(field, row.field));
      const guess = addedUp(row, above) ?? dashed(row, above) ?? namedAfter(row, above);
      return guess === null ? [] : [[row.id, guess] as const];
    }),
  );
}

type Guess = { readonly parent: string; readonly role: TreePart['role'] } | null;

function addedUp({ id }: Indicator, above: readonly Indicator[]): Guess {
  const whole = above.find(({ sumOf }) => (sumOf ?? []).some((parts) => parts.length > 1 && parts.includes(id)));
  return whole === undefined ? null : { parent: whole.id, role: 'part' };
}

function dashed({ title }: Indicator, above: readonly Indicator[]): Guess {
  const whole = DASH.test(title) ? [...above].reverse().find((row) => !DASH.test(row.title)) : undefined;
  return whole === undefined ? null : { parent: whole.id, role: 'of-which' };
}

function namedAfter({ title, unit }: Indicator, above: readonly Indicator[]): Guess {
  const whole = [...above].reverse().find((row) => sameWord(row.unit, unit) && fold(title).startsWith(`${fold(row.title)} `));
  return whole === undefined ? null : { parent: whole.id, role: 'of-which' };
}

/** Rows that are parts of themselves by a detour stand alone: no walk through the tree runs in a ring. */
function withoutRings(parents: Parents): Parents {
  const leadsToTop = (id: string): boolean => {
    let at: string | undefined = id;
    for (let steps = 0; at !== undefined; steps += 1) {
      if (steps > parents.size) return false;
      at = parents.get(at)?.parent;
    }
    return true;
  };
  return new Map([...parents].filter(([id]) => leadsToTop(id)));
}
